"""All that is said of a box, as a section: each fact once, under its label, with those that belong to it."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.documents.boxes import card, cards, is_marked
from nyttokedja.documents.model import Facts
from nyttokedja.documents.source import Source

TEXT = """nyttokedja: 1
rubrik: Larm
förändringar:
  larm: {rubrik: Nya larm, ägare: Chef, leder_till: {till: ro, koppling: direkt, eftersom: Färre väcks}}
effekter:
  vana: {rubrik: Ny vana, beteende: ja, leder_till: ro}
nyttor:
  ro: {rubrik: Ro, ägare: Rektor, kategori: kvalitet}
risker:
  stopp: {rubrik: Stopp, hindrar: ro}
"""
SOURCE = Source(check(TEXT.encode(), "a.yaml"))
NODES = SOURCE.graph.nodes


def rows(id, **more):
    made = card(SOURCE, NODES[id], **more)
    return {fact[0]: fact[1] for block in made.blocks if isinstance(block, Facts) for fact in block.facts}


def test_each_fact_stands_once_under_its_label():
    assert rows("ro") == {"Kategori": "kvalitet", "Ägare": "Rektor"}
    assert rows("ro", without=frozenset({"owner"})) == {"Kategori": "kvalitet"}


def test_what_points_at_a_box_names_it_by_its_title_with_what_is_said_of_the_arrow():
    assert rows("larm")["Leder till"] == "Ro (eftersom: Färre väcks; koppling: direkt)"
    assert rows("stopp") == {"Hindrar": "Ro"}


def test_that_it_is_a_change_of_habit_is_said_by_what_it_is_called_and_not_once_more():
    assert rows("vana") == {"Typ": "Beteende", "Leder till": "Ro"}
    assert is_marked(SOURCE, NODES["vana"])
    assert not is_marked(SOURCE, NODES["ro"])


@pytest.mark.parametrize("without", [frozenset(), frozenset({"leads_to", "kind"})])
def test_only_boxes_of_which_there_is_anything_to_tell_have_cards(without):
    made = cards(SOURCE, [NODES["vana"], NODES["larm"]], without)
    assert [one.heading for one in made] == (["Nya larm"] if without else ["Ny vana", "Nya larm"])
