"""Canvas and Mermaid: what is in them for people, and what they do not mind."""

import json
import re

from nyttokedja import importing
from nyttokedja.drawing import compose
from nyttokedja.drawing.page.places import box_places
from nyttokedja.exporting.canvas import write_canvas
from nyttokedja.exporting.mermaid import write_mermaid
from nyttokedja.importing.model import ImportOptions
from tests.exporting.exportables import of_chain, of_text

CHAIN = """\
nyttokedja: 1
title: "Kjede 1. *ny*"
language: nb
stage: draft
effects:
  a: {title: "*Færre* | #1 <b>feil</b>; 10 -> 5", leads_to: [{to: b, because: "a | b \\"c\\""}]}
benefits:
  b: {title: end, for: "pasienter & pårørende", owner: "Leder, sone 2"}
drawbacks:
  c: {title: Mer arbeid}
risks:
  r: {title: Uro, at: [a, c]}
  s: {title: Stans, hinders: a}
notes: [Hinder]
"""


def read(format, content):
    return importing.read_import(content.encode(), importing.FORMATS[format], ImportOptions()).data


def test_both_keep_every_word_and_where_a_risk_points():
    for format, write in (("canvas", write_canvas), ("mermaid", write_mermaid)):
        data = read(format, write(of_text(CHAIN)).content)
        assert (data["title"], data["language"]) == ("Kjede 1. *ny*", "nb")
        assert data["effects"]["a"]["title"] == "*Færre* | #1 <b>feil</b>; 10 -> 5"
        assert data["effects"]["a"]["leads_to"] == {"to": "b", "because": 'a | b "c"'}
        assert data["benefits"]["b"] == {
            "title": "end",
            "for": "pasienter & pårørende",
            "owner": "Leder, sone 2",
        }
        assert sorted(data["risks"]["r"]["at"]) == ["a", "c"]
        assert data["risks"]["s"]["hinders"] == "a"
        assert data["notes"] == ["Hinder"]


def test_cards_of_a_canvas_stand_where_the_picture_has_them():
    source = of_chain("digitala_las")
    places = box_places(compose(source.chain, source.graph, layout=source.layout()))
    nodes = json.loads(write_canvas(source).content)["nodes"]
    cards = {node["nyttokedja_id"]: node for node in nodes if "nyttokedja_id" in node}
    assert cards.keys() == places.keys()
    for id, place in places.items():
        assert (cards[id]["x"], cards[id]["y"]) == (round(place.x), round(place.y))
    assert all(isinstance(node[key], int) for node in nodes for key in ("x", "y", "width", "height"))
    assert [node["label"] for node in nodes if node["type"] == "group"] == [
        "Förändring",
        "Effekter",
        "Nyttor",
        "Mål",
    ]


def test_a_heading_of_a_canvas_that_a_person_has_changed_is_read():
    content = write_canvas(of_text(CHAIN)).content
    changed = content.replace('"label": "Effekter"', '"label": "Natt"', 1)
    assert changed != content
    assert read("canvas", changed)["effects"]["a"]["tags"] == ["Natt"]
    assert "tags" not in read("canvas", content)["effects"]["a"]


def test_mermaid_gets_plain_ids_and_labels_without_signs_of_its_own():
    lines = write_mermaid(of_text(CHAIN)).content.splitlines()
    labels = [match[1] for line in lines if (match := re.search(r'<br/>(.*)"', line))]
    assert labels[0] == "#42;Færre#42; #124; #35;1 #60;b#62;feil#60;/b#62;#59; 10 #45;#62; 5"
    assert all(re.fullmatch(r"  n\d+\W.*", line) for line in lines if "<br/>" in line)


def test_a_large_chart_is_said_to_be_one():
    many = "".join(f"  b{n}: {{title: {'lang ' * 20}{n}}}\n" for n in range(400))
    source = of_text(f"nyttokedja: 1\ntitle: t\nlanguage: nb\nbenefits:\n{many}")
    assert [remark.key for remark in write_mermaid(source).remarks] == ["mermaid-large"]
    assert not write_mermaid(of_text(CHAIN)).remarks
