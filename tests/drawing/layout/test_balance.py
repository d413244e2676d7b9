"""The early ranks stand where their arrows lead, in the order and at the distances of the engine."""

import pytest

from nyttokedja.batch.engines import lay_out
from nyttokedja.drawing.layout.balance import balanced
from nyttokedja.drawing.layout.trials import NATURAL, draft_of
from tests.drawing.chains import ALL, FORTY, tangled
from tests.drawing.laid import laid_out, subject_of


def test_changes_are_not_left_at_the_foot_of_a_tall_stack():
    placed = laid_out(FORTY).canvas.placed
    tops = [placed.tops[f"c{number}"] for number in range(3)]
    assert max(tops) < max(placed.tops.values()) - 200


@pytest.mark.parametrize(
    "chain", [*ALL.values(), *map(tangled, range(20))], ids=lambda chain: chain.title[:20]
)
def test_order_and_distances_stay(chain):
    draft = draft_of(subject_of(chain), NATURAL)
    answer = lay_out([draft.dot])[0] if draft.units else {}
    moved = balanced(draft.layered, answer)
    by_rank = {}
    for name, cell in draft.layered.cells.items():
        by_rank.setdefault(cell.rank, set()).add(round(moved[name] - answer[name], 3))
    assert all(len(moves) == 1 for moves in by_rank.values())
