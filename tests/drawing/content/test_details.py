"""The texts of boxes: type, head, and small lines with their annotations."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.content.annotations import Annotation
from nyttokedja.drawing.content.details import details_of, head_of, in_words, title_of, type_of
from nyttokedja.drawing.content.overlay import BoxOverlay, Overlay, Status, TitleBlock
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.model.about import About
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import (
    FULL,
    FULL_FINDINGS,
    OFFERS,
    benefit,
    change,
    cost,
    drawback,
    effect,
    finding,
    goal,
    obstacle,
    opportunity,
    precondition,
    risk,
)  # fmt: skip
from tests.drawing.laid import subject_of

SV = picture_words("sv")


def lines(node, *others, findings=(), **about):
    """(text, kind of annotation) of the small lines of a node."""
    subject = subject_of(Chain("x", about=About(**about), nodes=(node, *others)), findings)
    return [(line.text, line.kind) for line in details_of(node, subject)]


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (benefit("n"), "Nytta"),
        (benefit("n", effect_goal=True), "Nytta · Effektmål"),
        (goal("m", effect_goal=True), "Mål"),
        (effect("e", behaviour=True), "Beteende"),
    ],
)
def test_the_type_in_words(node, text):
    assert type_of(node, SV) == text


@pytest.mark.parametrize(
    ("node", "head"),
    [
        (benefit("n", category="quality", perspective="own"), "Kvalitet · Egen organisation"),
        (benefit("n", category="quality", receiver="Boende"), "Kvalitet · Boende"),
        (drawback("d", perspective="residents"), "Brukare"),
        (cost("k", category="financial", timing="once"), "Finansiell · engång"),
        (cost("k"), ""),
        (effect("e", receiver="Boende"), ""),
    ],
)
def test_the_head_of_a_box(node, head):
    subject = subject_of(Chain("x", about=About(perspectives={"residents": "Brukare"}), nodes=(node,)))
    assert head_of(node, subject).casefold() == head.casefold()


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (effect("e", owner="Chef"), ["Ägare: Chef"]),
        (effect("e", owner="Chef", indicator="besök"), ["Ägare: Chef", "Indikator: besök"]),
        (goal("m", adopted_in="Plan, mål 2", owner="Nämnd"), ["Plan, mål 2", "Ägare: Nämnd"]),
        (obstacle("h", owner="Chef"), ["Ägare: Chef"]),
        (obstacle("h", owner="Chef", action="kurs"), ["Åtgärd: kurs"]),
        (risk("r", consequence="väntan"), ["Följd: väntan"]),
        (opportunity("o", requires="beslut", owner="Chef"), ["Kräver: beslut"]),
        (precondition("p", who="Installatör", due="2027-01", met=False),
         ["Installatör · senast 2027-01 · ej uppfylld"]),
        (precondition("p", owner="Chef", met=True), ["Chef · uppfylld"]),
        (cost("k", owner="Chef", consequence="x"), []),
        (change("c", consequence="x", requires="y", adopted_in="z"), []),
    ],
)  # fmt: skip
def test_the_rows_of_each_type(node, expected):
    assert [text.casefold() for text, _ in lines(node)] == [text.casefold() for text in expected]


def test_a_risk_leads_to_its_drawbacks_and_a_precondition_is_needed_for_something():
    assert lines(risk("r", consequence="a", to="d"), drawback("d", "Väntan")) == [("Följd: a; Väntan", "")]
    (first, *_) = lines(
        precondition("p", needed_for=["c", "c > e"]), change("c", "C", to="e"), effect("e", "E")
    )
    assert "C; C → E" in first[0]


def test_what_is_missing_and_what_is_wrong_stands_below_the_values():
    node = effect("e", owner="Chef", indicator="besök")
    found = [finding("NK501", "e"), finding("NK401", "e"), finding("NK202", "e")]
    assert lines(node, findings=found) == [
        ("Ägare: Chef", ""), ("Indikator: besök", ""), ("Ingen väg hit", "fault"),
        ("Saknas: indikator, ägare", "missing"),
    ]  # fmt: skip


def test_in_a_change_the_overlay_comes_first_and_chooses_the_rows():
    node = effect("e", owner="Chef", indicator="besök")
    box = BoxOverlay(Status.CHANGED, (Annotation("changed", "Ny ägare"),), frozenset({"owner"}))
    overlay = Overlay(TitleBlock("", "", ()), "", "", "", {"e": box}, {}, {})
    subject = replace(subject_of(Chain("x", nodes=(node, goal("m", owner="Chef")))), overlay=overlay)
    assert [line.text for line in details_of(node, subject)] == ["Ny ägare", "Ägare: Chef"]
    assert details_of(subject.graph.nodes["m"], subject) == ()


def test_what_is_pointed_at_in_words():
    graph = Graph(FULL)
    assert in_words([graph.nodes["mil"], graph.arrow_between["mil", "miljo"]]) == (
        "Färre körda mil; Färre körda mil → Minskad miljöpåverkan"
    )


@pytest.mark.parametrize(("title", "text"), [(" Två\n ord ", "Två ord"), ("\u202e", "n")])
def test_a_title_is_one_line_and_never_empty(title, text):
    assert title_of(benefit("n", title)) == text


def test_the_whole_reference_has_lines():
    subject = subject_of(FULL, FULL_FINDINGS)
    assert all(details_of(node, subject) for node in FULL.nodes if node.owner)
    assert subject_of(OFFERS).annotations.at == {}


def test_the_rows_are_made_once_and_are_those_of_the_node_and_not_of_its_id():
    one, other = effect("e", "E", owner="Ett"), effect("e", "E", owner="Två")
    subject = subject_of(Chain("Kedja", nodes=(one,)))
    assert details_of(one, subject) is details_of(one, subject)
    assert [line.text for line in details_of(other, subject)] != [
        line.text for line in details_of(one, subject)
    ]
