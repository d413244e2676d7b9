"""The card for a pull request."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nyttokedja.checking.check import check
from nyttokedja.comparing import compare
from nyttokedja.comparing.model import Compared
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.reports.comparison.markdown import MARKER
from nyttokedja.reports.comparison.mermaid import MAX_ARROWS
from nyttokedja.reports.model import ReportContext
from nyttokedja.writing.chain_file import to_yaml
from tests.editing.generated import chains
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE

from .told import AFTER, BEFORE, BROKEN, hostile, of, report

PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
GITHUB_TAKES = 65_536
MERMAID_TAKES = 50_000


def pictures(card):
    return re.findall(r"^```mermaid\n(.*?)\n```$", card, re.MULTILINE | re.DOTALL)


def held(card):
    """The card as a page, once everything that holds for every card has been asserted."""
    assert card.startswith(f"{MARKER}\n")
    assert card.count("<!--") == 1
    assert utf_16_length(card) <= GITHUB_TAKES
    for picture in pictures(card):
        assert utf_16_length(picture) <= MERMAID_TAKES
        assert len(re.findall(r"^  n\d+ [-=]", picture, re.MULTILINE)) <= MAX_ARROWS
    page = PAGE.render(card)
    assert page.count("<pre>") == len(pictures(card))
    body = ET.fromstring(f"<x>{page.replace(MARKER, '').replace('<br>', '<br/>')}</x>")
    assert not list(body.iter("img"))
    assert not body.findall(".//ul//ul")
    return body


def test_a_card():
    card = report("markdown", of(BEFORE, AFTER.replace("Bo hemma", "Bo *tryggt* hemma")))
    assert card == Path("tests/data/card.md").read_text("utf-8")


def test_what_matters_most_comes_first():
    card = report("markdown", of(BEFORE, AFTER))
    parts = [
        "## Res",
        "försämringar",
        "✗ Nyttan",
        "```mermaid",
        "Rutor som",
        "Pilar som",
        "Nya påp",
        "Pröva de",
    ]
    places = [card.index(part) for part in parts]
    assert places == sorted(places)


def test_the_gravest_chain_comes_first_and_all_are_counted():
    wording = of(BEFORE, BEFORE.replace("Kamera", "Kameror"), "ord.yaml")
    same, gone = of(BEFORE, BEFORE, "lika.yaml"), of(BEFORE, None, "borta.yaml")
    card = report("markdown", wording, same, of(BEFORE, AFTER), gone, of(BEFORE, BROKEN, "fel.yaml"))
    assert re.findall("^### (.*)", card, re.MULTILINE) == ["fel.yaml", "borta.yaml", "a.yaml", "ord.yaml"]
    assert (
        "## 1 kedja går inte att jämföra, 1 kedja finns inte längre, resonemanget ändras i 1 kedja"
        " och bara formuleringar ändras i 1 kedja.\n" in card
    )
    held(card)


@pytest.mark.parametrize("sides", [(None, BEFORE), (BEFORE, None)], ids=["new", "gone"])
def test_of_a_chain_that_is_new_or_gone_the_ends_are_said_and_the_rest_is_folded(sides):
    card = report("markdown", of(*sides))
    assert "- Mål: ”Bo hemma”.\n- Nyttor: ”Frigjord tid” och ”Bättre hälsa”." in card
    assert "✗" not in card
    assert "```" not in card
    assert "<summary>Rutor (6)</summary>" in card
    assert ("påpekande" in card) == (sides[0] is None)
    held(card)


def test_what_is_bad_in_a_new_chain_is_said():
    assert "- ✗ Målet ”Lugn” har kommit till, men inget leder dit" in report(
        "markdown", of(None, "mål: {l: Lugn}")
    )


def test_rules_are_linked_where_their_pages_are_known():
    setting = ReportContext("sv", "1", rule_pages="https://e.se/{code}.md")
    assert "[NK401](https://e.se/NK401.md) Nyttan" in report("markdown", of(BEFORE, AFTER), setting=setting)
    assert "| NK401 Nyttan" in report("markdown", of(BEFORE, AFTER))


def test_signs_are_explained_where_they_are_used():
    legends = [
        (BEFORE, AFTER, "− borttagen · Δ ändrad · ~ pröva igen · ✗ sämre"),
        (BEFORE, BEFORE.replace("mål:", "kostnader: {k: Licens}\nmål:"), "+ ny"),
        (BEFORE.replace("[a, b]", "[a]"), BEFORE, "+ ny · ✓ bättre"),
    ]
    for before, after, legend in legends:
        page = held(report("markdown", of(before, after)))
        assert legend in ["".join(p.itertext()).replace("\u200b", "") for p in page.iter("p")]


def test_what_else_changes_is_folded():
    after = BEFORE.replace("Bo hemma, beslutat_i: Planen", "Bo hemma") + "lappar: [Fråga @chefen]\n"
    card = report("markdown", of(BEFORE.replace("ägare: Chef, ", ""), after))
    assert "<summary>Om kedjan (1)</summary>\n\n- &#43; lappar: ”Fråga &#64;&#8203;chefen”\n" in card
    assert "<summary>Påpekanden som är borta (3)</summary>\n\n- NK401 fel: " in card
    held(card)


def test_a_finding_that_stands_at_another_box_is_not_a_new_one():
    owned = "nyttor:\n  a: {rubrik: A, ägare: Chef}\n  b: {rubrik: B}\n"
    card = report("markdown", of(owned, owned.replace(", ägare: Chef", "").replace("B}", "B, ägare: Chef}")))
    assert (
        "<summary>Påpekanden som har flyttats (1)</summary>\n\n- NK401 fel: Nyttan ”A” har ingen ägare."
        in card
    )
    assert "Nya påpekanden" not in card


def test_long_values_are_cut_short():
    card = report("markdown", of(BEFORE, BEFORE.replace("ägare: Chef", f"ägare: {'Chef ' * 99}", 1)))
    assert f"Δ ägare: Chef → {('Chef ' * 32).strip()}… |" in card


def test_a_chain_with_another_name_and_no_other_change():
    card = report("markdown", of(BEFORE, BEFORE, "ny_kedja.yaml", "gammal_kedja.yaml"))
    named = "**ny&#95;kedja.yaml**\n\nny&#95;kedja.yaml hette förut gammal&#95;kedja.yaml.\n"
    assert card == f"{MARKER}\n\n## Kedjan säger detsamma som förut.\n\n{named}"


def test_the_picture_leaves_room_for_the_words():
    boxes = "".join(f"  e{n}: {{rubrik: '{'@' * 110} {n}', ägare: x}}\n" for n in range(100))
    card = report("markdown", of(f"nyttor:\n{boxes}", f"nyttor:\n{boxes.replace(', ägare: x', '')}"))
    held(card)
    assert 20_000 < utf_16_length(pictures(card)[0]) < 33_000
    assert card.count("| NK401 ") > 5


def test_many_consequences_are_folded_but_for_the_first():
    owned = "nyttor:\n" + "".join(f"  n{n}: {{rubrik: N{n}, ägare: Chef}}\n" for n in range(15))
    card = report("markdown", of(owned, owned.replace(", ägare: Chef", "")))
    shown, folded = card.split("<summary>Övriga följder (5)</summary>")
    assert shown.count("- ✗ ") == 10
    assert folded.count("- ✗ ") == 5


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_chain_is_more_than_text(text):
    card = report("markdown", hostile(text, name=text.replace("\0", "")))
    body = held(card)
    tags = {element.tag for element in body.iter()} - {"x"}
    assert tags <= {
        *("h2", "h3", "p", "strong", "ul", "li", "pre", "code", "details", "summary"),
        *("table", "thead", "tbody", "tr", "th", "td", "br"),
    }
    said = "\n".join(text for element in body if element.tag != "pre" for text in element.itertext())
    assert not re.search(r"[@#!~$](?=\w)|://|www\.\w|:smile|GH-1", said)
    assert harmless(card.replace("\n", ""))
    assert len(body.findall(".//pre")) == 1


def test_what_there_is_no_room_for_is_said_to_be_left_out():
    def big(word):
        boxes = (f"  e{n}: {{rubrik: '{word} {n}', leder_till: [e{n + 1}, e{n + 2}]}}\n" for n in range(400))
        return f"effekter:\n{''.join(boxes)}  e400: {{rubrik: Sist}}\n  e401: {{rubrik: Allra sist}}\n"

    card = report("markdown", of(big("@" * 40), big("#" * 40)))
    body = held(card)
    assert utf_16_length(card) > 60_000
    shown = re.search(r"Bilden visar (\d+) av 402 rutor och (\d+) av 800 pilar\.", card)
    (picture,) = pictures(card)
    assert [int(n) for n in shown.groups()] == [
        len(re.findall(r"^  n\d+\[", picture, re.MULTILINE)),
        len(re.findall(r"^  n\d+ -", picture, re.MULTILINE)),
    ]
    assert re.search(r"^… och \d+ till\.$", card, re.MULTILINE)
    assert card.endswith("Allt får inte plats i en kommentar. ”nyttokedja diff” visar resten.\n")
    assert len(body.findall("details")) == card.count("<details>") == card.count("</details>") > 0


def test_a_picture_that_would_be_too_dense_is_pruned():
    ids = [f"e{n}" for n in range(40)]
    links = {id: [other for other in ids if other > id] for id in ids}
    text = "effekter:\n" + "".join(f"  {id}: {{leder_till: [{', '.join(links[id])}]}}\n" for id in ids)
    card = report("markdown", of(text, text.replace("e1: {", "e1: {rubrik: Ny, ")))
    held(card)
    assert "och 500 av 780 pilar." in card


def test_hundreds_of_chains_fit():
    card = report("markdown", *(of(BEFORE, AFTER, f"{'å' * 90}/{n}.yaml") for n in range(300)))
    held(card)
    assert "## Resonemanget ändras i 300 kedjor." in card
    assert card.endswith("visar resten.\n")


@given(chains(), chains(), st.booleans())
def test_every_card_holds(before, after, several):
    sides = [check(to_yaml(data, "sv").encode(), "a.yaml") for data in (before, after)]
    compared = Compared("a.yaml", "a.yaml", compare(*sides))
    held(report("markdown", *([compared, of(None, BEFORE, "b.yaml")] if several else [compared])))
    held(report("markdown", Compared("a.yaml", "a.yaml", compare(None, sides[1]))))
