"""Boxes of other chains as cards at the edge, in every format; a chain without any looks as before."""

import json
import re

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.drawing.content.elsewhere import other_boxes

TEXT = """nyttokedja: 1
rubrik: A
språk: sv
förändringar:
  a: {rubrik: Första, leder_till: [b, x.yaml#färre_fel]}
effekter:
  b: {rubrik: Andra, leder_till: [under/x.yml#"</svg>", x.yaml#färre_fel]}
risker:
  r: {rubrik: Tredje, vid: b, leder_till: y.yaml#skada}
"""


def drawn(format, text=TEXT):
    (made,) = FORMATS[format]([check(text.encode(), "a.yaml")], "auto")
    return made


def test_each_box_there_is_one_card_with_all_that_leads_to_it():
    chain = check(TEXT.replace('"</svg>"', "q").encode()).chain
    told = [(other.file, other.title, [node.id for node in other.tails]) for other in other_boxes(chain)]
    assert told == [
        ("x.yaml", "Färre fel", ["a", "b"]),
        ("under/x.yml", "Q", ["b"]),
        ("y.yaml", "Skada", ["r"]),
    ]


@pytest.mark.parametrize("format", ["svg", "dot", "mermaid", "text", "markdown", "json", "html"])
def test_every_format_tells_the_box_and_its_file(format):
    made = drawn(format)
    plain = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), made).replace("\u200b", "")
    plain = plain.replace("&#95;", "_").replace("#8203;", "")
    assert "x.yaml" in plain
    assert "Färre fel" in plain or "färre_fel" in plain


def test_what_a_pointer_says_is_no_markup():
    assert drawn("svg").count("</svg>") == 1
    assert '"</svg>"' not in drawn("html")


def test_dot_and_mermaid_draw_arrows_to_the_cards():
    dot, mermaid = drawn("dot"), drawn("mermaid")
    assert [line.split()[:3] for line in dot.splitlines() if "-> elsewhere_1" in line] == [
        ["n1", "->", "elsewhere_1"],
        ["n2", "->", "elsewhere_1"],
    ]
    assert "  n1 -.-> e1" in mermaid.splitlines()
    assert "  n2 -.-> e1" in mermaid.splitlines()


def test_the_json_has_each_arrow():
    said = json.loads(drawn("json"))["elsewhere"]
    assert [(one["node"], one["file"], one["id"]) for one in said][:2] == [
        ("a", "x.yaml", "färre_fel"),
        ("b", "under/x.yml", '"</svg>"'),
    ]
    assert json.loads(drawn("json"))["arrows"][0]["target"] == "b"


@pytest.mark.parametrize("format", ["svg", "dot", "mermaid", "text", "markdown"])
def test_without_such_arrows_nothing_is_said_of_other_chains(format):
    plain = drawn(
        format, re.sub(r",? ?[\w/]+\.ya?ml#[^,\]}\s]+", "", TEXT).replace("leder_till: []", "origin_: x")
    )
    assert "ndra kedjor" not in plain
    assert "nnan kedja" not in plain
