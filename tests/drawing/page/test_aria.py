"""The texts for screen readers."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.boxes.box import typeset_box
from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.page.aria import chain_title, node_label, picture_title, summary
from nyttokedja.model.chain import Chain
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from tests.drawing.chains import NOTHING, benefit, change, effect, finding, goal
from tests.drawing.laid import subject_of

CHAIN = Chain("Kedja", said_stage=Stage.PLAN, nodes=(
    change("c", "Förändring?", to="e"), effect("e", "Effekt", owner="Chef", to="n m"), benefit("n", "Nytta"),
    goal("m", "Mål"),
))  # fmt: skip


def label(id, subject=None):
    subject = subject or subject_of(CHAIN)
    return node_label(typeset_box(subject.graph.nodes[id], subject, 220), subject)


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("c", "Förändring: Förändring? Leder till: Effekt."),
        ("e", "Effekt: Effekt. Ägare: Chef. Följer av: Förändring? Leder till: Nytta; Mål."),
        ("n", "Nytta: Nytta. Följer av: Effekt."),
    ],
)
def test_what_leads_to_a_box_and_what_it_leads_to(id, text):
    assert label(id) == text


def changed(arrows, omitted):
    overlay = Overlay(TitleBlock("", "", ()), "Titel", "Sammanfattning.", "", {}, arrows, omitted)
    return replace(subject_of(CHAIN, [finding("NK213")]), overlay=overlay)


def test_in_a_change_arrows_have_their_status_and_omitted_ones_are_counted():
    subject = changed({("c", "e"): Status.ADDED}, {"e": (2, 1)})
    text = label("e", subject)
    assert f"Förändring? ({subject.words.word('arrow', 'added')})" in text
    assert subject.words.say("aria", "cut", n=3) in text
    assert "Leder till: Nytta; Mål." in text
    assert subject.words.say("aria", "cut", n=3) not in label("n", subject)


def test_the_title():
    assert picture_title(subject_of(CHAIN)) == "Effektkedja: Kedja"
    assert picture_title(changed({}, {})) == "Titel"
    untitled = subject_of(Chain(""))
    assert chain_title(untitled) == untitled.words.say("title", "untitled")


def test_the_summary_counts_boxes_and_annotations():
    found = [finding("NK401", "e"), finding("NK202", "n"), replace(finding("NK401", "m"), accepted=True)]
    assert summary(subject_of(CHAIN, found)) == (
        "Skede: plan. Kedjan har 1 förändring, 1 effekt, 1 nytta och 1 mål. 1 uppgift saknas. "
        "1 brist i kedjan. 1 brist är godtagen."
    )
    assert summary(subject_of(CHAIN, [finding("NK401", "e", Severity.INFO)])) == (
        "Skede: plan. Kedjan har 1 förändring, 1 effekt, 1 nytta och 1 mål."
    )


def test_the_summary_of_a_change_is_that_of_its_overlay():
    assert summary(changed({}, {})) == "Sammanfattning. Inga konsekvenskostnader, hinder eller risker."


def test_the_summary_of_an_empty_chain():
    assert "inga rutor" in summary(subject_of(NOTHING))
