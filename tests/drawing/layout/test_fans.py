"""What is counted of lines before there is a layered graph, against the graph."""

from collections import Counter
from itertools import pairwise
from math import inf

import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.checking.check import check
from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.layout.trials import Trial, draft_of
from nyttokedja.drawing.layout.word_room import Spot, _spot
from tests.drawing.laid import subject_of


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("most", [inf, 900, 400])
def test_lines_and_words_are_those_of_the_layered_graph(seed, most):
    checked = check(recipe(40, 8, 1 / 4, seed).yaml)
    draft = draft_of(subject_of(checked.chain), Trial(most=most))
    layered, forward = draft.layered, draft.arrow_groups.forward
    ranks, gutters = draft.passing
    dummies = Counter(cell.rank for cell in layered.cells.values() if cell.unit is None)
    assert list(ranks) == [dummies[rank] for rank in range(draft.ranks.count)]
    lines = {
        (before, style_of(arrow)) for arrow in forward for before, _ in pairwise(layered.paths[arrow.ends])
    }
    passing = Counter(layered.cells[before].rank for before, _ in lines)
    assert list(gutters) == [passing[gutter] for gutter in range(draft.ranks.count)]

    lengths = {"direct": 30.0, "indirect": 50.0, "limited": 70.0}
    out, into = Counter(tail for tail, _ in layered.edges), Counter(head for _, head in layered.edges)
    rooms = {Spot.TAIL: {}, Spot.HEAD: {}}
    for arrow in forward:
        tail, head = (layered.names[end] for end in arrow.ends)
        spot, gutter = _spot(arrow, layered, out[tail], into[head]), layered.cells[tail].rank
        if arrow.link.strength and spot in rooms:
            rooms[spot][gutter] = max(rooms[spot].get(gutter, 0.0), lengths[arrow.link.strength])
    assert draft.fans.word_room(draft.ranks, lengths) == (rooms[Spot.TAIL], rooms[Spot.HEAD])
    assert any(rooms.values())
