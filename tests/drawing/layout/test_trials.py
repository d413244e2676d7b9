"""Which trial is laid out, and how large it prints."""

from itertools import groupby

import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja import check
from nyttokedja.drawing.layout.estimate import Estimate, print_size
from nyttokedja.drawing.layout.trials import READABLE, best_draft
from nyttokedja.model.chain import Chain
from tests.drawing.chains import FORTY, FULL, HUGE, SIXTY, TINY, benefit, change, effect, goal
from tests.drawing.laid import drawn, parsed, subject_of


def around(_):
    return 300.0


def deep(ranks, each=1):
    """A chain with so many ranks, and so many boxes in each."""
    nodes = [change("c", to=" ".join(f"e0_{n}" for n in range(each)))]
    for rank in range(ranks - 3):
        for n in range(each):
            to = f"e{rank + 1}_{n}" if rank < ranks - 4 else "b"
            nodes.append(effect(f"e{rank}_{n}", "Färre läkemedelsavvikelser i hemtjänsten", to=to))
    return Chain("x", nodes=(*nodes, benefit("b", to="g"), goal("g")))


def chosen(chain):
    return best_draft(subject_of(chain), around)


def size(svg):
    root = parsed(svg)
    return print_size(float(root.get("width")), float(root.get("height")))


@pytest.mark.parametrize("chain", [TINY, FULL], ids=["tiny", "full"])
def test_what_is_readable_has_its_natural_size(chain):
    draft = chosen(chain)
    assert draft.spacing.boxes == 18
    assert draft.width >= 220
    assert len(draft.ranks.all_rows) == 1
    assert draft.ranks.steps == ()


def test_a_deep_chain_is_set_in_rows():
    draft = chosen(deep(12))
    assert len(draft.ranks.rows) == 2
    assert size(drawn(deep(12))) >= READABLE


def test_a_fan_is_folded():
    effects = [effect(f"e{n}", "Färre läkemedelsavvikelser i hemtjänsten") for n in range(24)]
    chain = Chain("x", nodes=(change("c", to=" ".join(one.id for one in effects)), *effects))
    assert chosen(chain).ranks.steps
    assert size(drawn(chain)) >= READABLE


@pytest.mark.parametrize("chain", [FORTY, SIXTY, deep(8, 4), deep(15, 2), deep(20)], ids=range(5))
def test_the_estimate_is_what_comes_out_or_less(chain):
    """One trial is laid out, so that what was told of it has to be true."""
    subject = subject_of(chain)
    from nyttokedja.drawing.page.compose import around_of

    draft = best_draft(subject, around_of(subject))
    told = Estimate(draft, around_of(subject), {}).size(draft.ranks.all_rows)
    assert 0.93 * told <= size(drawn(chain)) <= 1.25 * told


def test_a_chain_that_grows_does_not_change_its_class_to_and_fro():
    classes = [_class(chosen(deep(9, each))) for each in range(1, 9)]
    blocks = [one for one, _ in groupby(classes)]
    assert len(blocks) == len(set(blocks)), classes


def _class(draft):
    if draft.ranks.rows:
        return 3
    return 2 if draft.ranks.steps else int(draft.spacing.boxes < 18)


def test_a_huge_chain_is_drawn_in_one_way():
    assert chosen(HUGE).spacing.boxes == 18


def test_what_is_not_readable_in_narrow_boxes_has_the_narrowest():
    chosen_widths = set()
    for seed in range(3):
        checked = check(recipe(60, 3, 0.25, seed).yaml)
        chosen_widths.add(chosen(checked.chain).width)
    assert chosen_widths == {138}
