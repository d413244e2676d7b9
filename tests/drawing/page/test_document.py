"""The document: well-formed for any text, the same bytes each time, and readable without seeing it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.drawing.page.document import _PRINTED, svg_of
from nyttokedja.drawing.svg.elements import element, serialise
from nyttokedja.drawing.svg.icons import PICTOGRAMS
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.about import About
from nyttokedja.model.chain import Chain, Note
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from tests.drawing.chains import (
    ALL,
    DOCKS,
    FULL,
    FULL_FINDINGS,
    HUGE,
    NOTHING,
    OFFERS,
    ONE,
    TINY,
    benefit,
    change,
    cost,
    effect,
    finding,
    goal,
    obstacle,
    opportunity,
)
from tests.drawing.laid import SVG, drawn, labels, laid_out, parsed, texts
from tests.hostile import IDS

HOSTILE = [
    "<script>alert(1)</script>", "]]>", "<![CDATA[x", "&amp; & &#0;", "\"'><svg onload=x>", "--><!--",
    "=cmd|' /C", "\x00\x01\x08\x1b[31m", "\ud800 lone \udfff", "\ufffe\uffff", "\u202egnirts",
    "\u2066a\u2069", "%0A::error::x", "שלום עולם", "أهلا", "日本語の効果", "👩‍👩‍👧‍👦🇸🇪👍🏽",
    "a\u0301" * 40, "Donaudampfschiff" * 12, "\n\t rad \r\n två", " ",
    *IDS.values(),
]  # fmt: skip


def everywhere(text):
    """A chain with the text in every place that a picture shows."""
    fields = {"owner": text, "category": "quality", "perspective": "own", "indicator": text}
    return Chain(
        text,
        said_stage=Stage.DRAFT,
        about=About(text, text, text, text, text, {"own": text}),
        nodes=(
            change("c", text, owner=text, to="e o"),
            effect("e", text, to={"n": "direct"}),
            benefit("n", text, to="m", **fields),
            goal("m", text, adopted_in=text),
            obstacle("h", text, hinders=["e"], action=text),
            obstacle("lost", text, hinders=[f"not there {text}"]),
            opportunity("o", text, requires=text, to="n"),
            cost("k", text, category="financial", timing="once"),
        ),
        notes=(Note(text, NOWHERE, text),),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_text(text):
    svg = drawn(everywhere(text))
    root = parsed(svg.encode("utf-8").decode("utf-8"))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "path", "circle", "g", "text"}
    (style,) = root.iter(f"{SVG}style")
    assert style.text == _PRINTED
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200f", "\u061c"])
def test_nothing_turns_the_reading_direction(char):
    svg = drawn(everywhere(f"Frigjord{char} tid"))
    assert char not in svg
    assert "Frigjord tid" in texts(svg)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_text_gives_a_document(text):
    parsed(drawn(everywhere(text)))


@pytest.mark.parametrize("name", [*ALL])
def test_the_same_chain_gives_the_same_bytes(name):
    assert drawn(ALL[name], FULL_FINDINGS) == drawn(ALL[name], FULL_FINDINGS)


@pytest.mark.parametrize("name", [*ALL])
def test_nothing_outside_and_nothing_live(name):
    svg = drawn(ALL[name])
    assert not re.search(
        r"\b(id|href|src|style|onload)=|url\(|<script|<image|<use|<marker|<foreignObject", svg
    )
    assert svg.count("http") == 1


@pytest.mark.parametrize("name", [*ALL])
def test_numbers_have_one_decimal(name):
    svg = re.sub(r'aria-label="[^"]*"|scale\([^)]*\)', "", drawn(ALL[name]))
    numbers = re.findall(r"\d+\.\d+", svg)
    assert [n for n in numbers if len(n.split(".")[1]) > 1] == []


@pytest.mark.parametrize("name", [*ALL])
def test_every_node_has_a_labelled_group(name):
    said = labels(drawn(ALL[name]))
    for node in ALL[name].nodes:
        assert any(node.title in label for label in said)


def test_the_reading_order_is_by_rank_then_from_above():
    titles = [label.split(":")[1].split(".")[0].strip() for label in labels(drawn(FULL))]
    assert titles[:4] == [
        "Läkemedelsautomat hos brukare som klarar det", "Brukaren tar sin medicin själv", "Ovana vid teknik",
        "Färre besök för läkemedel",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chain", "label"),
    [
        (FULL, "Nytta: Minskad miljöpåverkan. Miljö · Samhället. "
               "Indikator: körda km per besök. Saknas: ägare. Följer av: Färre körda mil."),
        (FULL, "Effekt: Färre körda mil. Följer av: Färre besök för läkemedel. "
               "Leder till: Lägre drivmedelskostnad; Minskad miljöpåverkan."),
        (FULL, "Hinder vid Brukaren tar sin medicin själv: Ovana vid teknik. Åtgärd: introduktion i hemmet."),
        (FULL, "Risk vid pilen från Brukaren tar sin medicin själv till Färre besök för läkemedel: "
               "Besöken blir för få för att upptäcka försämring. Följd: försämrad hälsa upptäcks senare."),
        (DOCKS, "Hinder: Hinder för något som inte finns. Hindrar: finns_inte_alls."),
        (TINY, "Lapp: Vad säger facket? Workshop 2026-10-02."),
    ],
)  # fmt: skip
def test_what_a_screen_reader_says(chain, label):
    assert label in labels(drawn(chain, FULL_FINDINGS if chain is FULL else ()))


def test_summary():
    root = parsed(drawn(FULL, FULL_FINDINGS))
    assert root.find(f"{SVG}title").text == "Effektkedja: Läkemedelsautomat i hemtjänsten"
    assert root.find(f"{SVG}desc").text == (
        "Skede: plan. Kedjan har 1 förändring, 1 beteende, 5 effekter, 6 nyttor, 2 mål, 1 hinder, 2 risker, "
        "1 möjlighet, 1 förutsättning och 4 kostnader. 4 uppgifter saknas. Alternativ saknas."
    )
    assert (root.get("lang"), root.get("role")) == ("sv", "graphics-document document")


def test_arrows_are_hidden_from_the_reading():
    groups = [g for g in parsed(drawn(FULL)).iter(f"{SVG}g") if g.get("class") == "arrows"]
    assert [g.get("aria-hidden") for g in groups] == ["true"]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_language_is_the_chains(language):
    svg = drawn(Chain("x", language, nodes=ONE.nodes))
    assert parsed(svg).get("lang") == language
    assert {"sv": "NYTTA", "nb": "GEVINST", "en": "BENEFIT"}[language] in texts(svg)


@pytest.mark.parametrize("name", ["full", "offers", "docks"])
def test_class_and_pictogram_of_every_kind(name):
    root = parsed(drawn(ALL[name]))
    for group in root.iter(f"{SVG}g"):
        if group.get("aria-label"):
            kind = group.get("class").split()[1]
            paths = [path.get("d") for path in group.iter(f"{SVG}path")]
            assert PICTOGRAMS[kind] in paths or (kind == "precondition" and PICTOGRAMS["met"] in paths)


def test_titles_are_never_cut():
    title = "Nämndens uppdragsbeskrivning " * 40
    svg = drawn(Chain(title, nodes=(change("c", title),)))
    assert " ".join(texts(svg)).count("uppdragsbeskrivning") == 80


def test_counts_of_the_title_block():
    said = texts(drawn(FULL, [*FULL_FINDINGS, finding("NK201", "mil")]))
    assert "4 uppgifter saknas" in said
    assert "1 brist i kedjan" in said
    assert not any("saknas" in line for line in texts(drawn(FULL)))


def test_what_is_counted_can_be_seen():
    whole = [finding("NK213"), finding("NK215", variant="both"), replace(finding("NK216"), accepted=True)]
    svg = drawn(FULL, [*whole, finding("NK401", "miljo"), finding("NK005", "mil")])
    said = texts(svg)
    assert {"2 uppgifter saknas", "2 brister i kedjan", "1 brist är godtagen"} <= set(said)
    assert {"Saknas: alternativ A och B", "Inga konsekvenskostnader, hinder eller risker"} <= set(said)
    assert "Kostnader saknas – godtaget" in said
    assert {"Saknas: ägare", "Text försvinner efter #"} <= set(said)
    assert "Alternativ A och B saknas." in parsed(svg).find(f"{SVG}desc").text


def test_what_concerns_the_whole_chain_is_in_the_colours_of_its_sign():
    found = [finding("NK213"), replace(finding("NK216"), accepted=True)]
    lines = {line.text: line for line in parsed(drawn(FULL, found)).iter(f"{SVG}text")}
    fault, accepted = (lines[text] for text in (
        "Inga konsekvenskostnader, hinder eller risker", "Kostnader saknas – godtaget"
    ))  # fmt: skip
    assert (fault.get("fill"), fault.get("font-weight")) == (LIGHT.missing, "700")
    assert (accepted.get("fill"), accepted.get("font-weight")) == (LIGHT.soft, None)


def test_the_columns_make_room_for_what_concerns_the_whole_chain():
    codes = ("NK801", "NK213", "NK216", "NK901", "NK902", "NK211", "NK214", "NK215", "NK903")
    lines = list(parsed(drawn(TINY, [finding(code) for code in codes])).iter(f"{SVG}text"))
    last = max(float(line.get("y")) for line in lines if "Godtagande utan skäl" in line.text)
    heading = next(float(line.get("y")) for line in lines if line.text == "Förändring")
    assert heading > last + 20


def test_a_soft_mark_is_drawn_and_not_counted():
    said = texts(drawn(FULL, [finding("NK404", "ssk", Severity.INFO)]))
    assert "Saknas: användning" in said
    assert "saknas, men krävs inte än i detta skede" in said
    assert "1 uppgift saknas" not in said


def test_an_empty_chain_says_so():
    assert "Kedjan har inga rutor ännu." in texts(drawn(NOTHING))


@pytest.mark.parametrize("name", ["forty", "full", "offers"])
def test_print_is_readable_on_a3(name):
    from nyttokedja.drawing.layout.estimate import print_size

    root = parsed(drawn(ALL[name]))
    assert print_size(float(root.get("width")), float(root.get("height"))) >= 6


def test_more_than_a_thousand_boxes():
    assert len(labels(drawn(HUGE))) >= len(HUGE.nodes)


def test_boxes_and_arrows_can_carry_the_ids_of_their_nodes():
    plain, named = drawn(OFFERS), drawn(OFFERS, data_attributes=True)
    assert "data-" not in plain
    assert re.sub(r' data-\w+="[^"]*"', "", named) == re.sub(r"<style>.*</style>\n", "", plain)
    root = parsed(named)
    assert {group.get("data-node") for group in root.iter(f"{SVG}g")} - {None} == {n.id for n in OFFERS.nodes}
    arrows = {(one.get("data-source"), one.get("data-target")) for one in root.iter(f"{SVG}path")}
    groups = group_arrows(Graph(OFFERS))
    assert arrows - {(None, None)} == {arrow.ends for arrow in (*groups.forward, *groups.backward)}


def test_a_note_is_no_node():
    said = [group.get("data-node") for group in parsed(drawn(TINY, data_attributes=True)).iter(f"{SVG}g")]
    assert [id for id in said if id] == ["c", "b", "n"]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_ids_stay_text(text):
    chain = Chain("x", nodes=(change(text, to=""), effect("e", "E")))
    (first, _) = [g.get("data-node") for g in parsed(drawn(chain, data_attributes=True)).iter(f"{SVG}g")
                  if g.get("data-node")]  # fmt: skip
    assert "".join(first.split()) == "".join(parsed(serialise(element("text", text=text))).text.split())


def test_svg_is_made_from_the_picture_alone():
    picture = laid_out(OFFERS)
    assert svg_of(picture) == svg_of(picture)
