"""Ranks: longest path in the column, columns after each other, folding."""

from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.drawing.layout.ranks import in_columns, rank
from nyttokedja.drawing.layout.trials import Trial, draft_of, print_size
from nyttokedja.model.graph import Graph
from tests.drawing.chains import FULL, SIXTY
from tests.drawing.laid import subject_of


def ranked(chain, folded=()):
    graph = Graph(chain)
    nodes = in_columns(chain.nodes)
    return rank(nodes, group_arrows(graph).forward, dict.fromkeys(graph.nodes, 60.0), folded)


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


def test_forward_arrows_go_to_a_later_rank_whatever_is_folded():
    for folded in ((), ("benefit",), ("benefit", "benefit", "effect")):
        ranks = ranked(SIXTY, folded)
        for arrow in group_arrows(Graph(SIXTY)).forward:
            assert ranks.of[arrow.source.id] < ranks.of[arrow.target.id]


def test_a_fold_halves_the_tallest_rank():
    plain, folded = ranked(FULL), ranked(FULL, ("benefit",))
    assert folded.count == plain.count + 1
    benefits = [folded.of[node.id] for node in FULL.nodes if node.type == "benefit"]
    assert sorted(benefits.count(r) for r in set(benefits)) == [3, 3]
    assert folded.of["stand"] == folded.of["tid"] == 5


def test_the_bound_on_print_is_a_bound():
    draft = draft_of(subject_of(SIXTY), Trial())
    assert 0 < draft.best_print < print_size(800, 600)
