"""Ids as written → nodes, typos resolved."""

import pytest

from nyttokedja.model import references
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.references import Match, NodeIndex


def node(id, title=""):
    return Node(id, NodeType.EFFECT, title or id, NOWHERE)


def index(*nodes):
    return NodeIndex({one.id: one for one in nodes})


TIME, VISITS = node("frigjord_tid", "Mer tid för annat"), node("färre_besök", "Personalen åker mindre")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("frigjord_tid", Match(TIME, exact=True)),
        ("Frigjord tid", Match(TIME, exact=False)),
        ("frigjordtid", Match(TIME, exact=False)),
        ("frigjord_tdi", Match(TIME, exact=False)),
        ("farre_besok", Match(VISITS, exact=False)),
        ("Personalen åker mindre", Match(VISITS, exact=False)),
        ("personalen_åker_mindr", Match(None, exact=False)),
        ("något_annat", Match(None, exact=False)),
        ("", Match(None, exact=False)),
    ],
)
def test_an_id_means_the_node_that_has_it_or_the_only_one_near_it(written, meant):
    held = index(TIME, VISITS)
    assert held.find(written) == meant
    assert held.find(written) == meant  # the second answer is the kept one


def test_of_two_nodes_that_share_a_title_neither_is_meant():
    one, other = node("a1", "Samma ord"), node("b2", "Samma ord")
    assert index(one, other).find("samma ord").node is None


def test_an_id_and_a_title_of_one_node_may_be_the_same():
    one = node("mer_tid", "Mer tid")
    assert index(one).find("Mer tid").node is one


def test_an_id_that_is_there_is_meant_whatever_titles_say():
    one, other = node("a"), node("b", "a")
    assert index(one, other).find("a") == Match(one, exact=True)


def test_of_very_many_unknown_ids_the_last_are_no_typos(monkeypatch):
    monkeypatch.setattr(references, "_MOST_GUESSES", 2)
    held = index(TIME)
    answers = [held.find(written).node for written in ("frigjord_ti", "frigjord_t", "frigjord_td")]
    assert answers == [TIME, TIME, None]
    assert held.find("Frigjord tid").node is TIME  # to fold it costs nothing
