"""Ranks: longest path in the column, columns after each other, no taller than they may be."""

from collections import Counter
from math import inf

import pytest

from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.drawing.layout.ranks import in_columns, rank
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import FULL, SIXTY, benefit, change, effect


def ranked(chain, most=inf):
    graph = Graph(chain)
    nodes = in_columns(chain.nodes)
    return rank(nodes, group_arrows(graph).forward, dict.fromkeys(graph.nodes, 60.0), most)


def test_longest_path_inside_the_column():
    ranks = ranked(FULL)
    assert [ranks.of[id] for id in ("automat", "sjalv", "besok", "mil", "miljo", "hemma")] == [
        0,
        1,
        2,
        3,
        4,
        5,
    ]
    assert [(c.kind, c.first, c.last) for c in ranks.columns] == [
        ("change", 0, 0), ("effect", 1, 3), ("benefit", 4, 4), ("goal", 5, 5),
    ]  # fmt: skip


@pytest.mark.parametrize("most", [inf, 500, 300, 150, 1])
def test_forward_arrows_go_to_a_later_rank_however_low_ranks_are(most):
    ranks = ranked(SIXTY, most)
    for arrow in group_arrows(Graph(SIXTY)).forward:
        assert ranks.of[arrow.source.id] < ranks.of[arrow.target.id]


def test_no_rank_is_taller_than_it_may_be():
    ranks = ranked(SIXTY, 240)  # three boxes of 60 with what is between them
    many = Counter(ranks.of.values())
    assert max(many.values()) == 3
    assert set(many) == set(range(ranks.count))
    assert max(Counter(ranked(SIXTY).of.values()).values()) > 3


def test_what_leads_on_keeps_its_rank():
    """The longest way decides how wide the picture is, and is not made longer."""
    nodes = [
        change("c", to="e0 e1 e2 e3"),
        *(effect(f"e{n}") for n in range(3)),
        effect("e3", to="f"),
        effect("f"),
    ]
    ranks = ranked(Chain("x", nodes=tuple(nodes)), 140)
    assert ranks.count == 4
    assert [ranks.of[f"e{n}"] for n in range(4)] == [1, 2, 2, 1]


def test_what_is_written_last_moves_nothing_else():
    nodes = [change("c", to=" ".join(f"b{n}" for n in range(10))), *(benefit(f"b{n}") for n in range(9))]
    before = ranked(Chain("x", nodes=tuple(nodes)), 300)
    after = ranked(Chain("x", nodes=(*nodes, benefit("b9"))), 300)
    assert {id: after.of[id] for id in before.of} == dict(before.of)


def test_fifteen_effects_of_one_change_are_one_step():
    """They do not come one after the other, although they stand in ranks of their own."""
    effects = [effect(f"e{n}") for n in range(15)]
    chain = Chain("x", nodes=(change("c", to=" ".join(one.id for one in effects)), *effects))
    assert ranked(chain).steps == ()
    assert ranked(chain, 400).steps == ((1, 3),)
    led_on = Chain("x", nodes=(*chain.nodes[:-1], effect("e14", to="e13")))
    assert ranked(led_on, 400).steps == ((1, 2),) or ranked(led_on, 400).steps == ((2, 3),)
