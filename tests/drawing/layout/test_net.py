import random
from itertools import pairwise, product

import pytest

from nyttokedja.drawing.layout.net import Net


def some_net(seed):
    """A net of random cells and lines, and its lines by name."""
    dice = random.Random(seed)
    ranks = [[f"{number}.{cell}" for cell in range(dice.randint(2, 7))] for number in range(4)]
    edges = [
        edge for tails, heads in pairwise(ranks) for edge in product(tails, heads) if dice.random() < 0.4
    ]
    cells = [
        (name, number, (dice.randint(0, 50), 0), True) for number, names in enumerate(ranks) for name in names
    ]
    return Net(cells, edges, len(ranks)), edges


def crossings(ranks, edges):
    """How often lines cross, counted pair by pair."""
    at = {name: (number, place) for number, names in enumerate(ranks) for place, name in enumerate(names)}
    return sum(
        at[tail][0] == at[other][0] and at[tail][1] < at[other][1] and at[head][1] > at[its][1]
        for tail, head in edges
        for other, its in edges
    )


def ways_to_move(ranks):
    """The ranks with one cell at another place in its rank, for each cell and place."""
    for number, names in enumerate(ranks):
        for name, place in product(names, range(len(names))):
            left = [other for other in names if other != name]
            left.insert(place, name)
            yield [*ranks[:number], left, *ranks[number + 1 :]]


@pytest.mark.parametrize("seed", range(12))
def test_where_nothing_moves_any_more_no_cell_would_cross_less_elsewhere(seed):
    net, edges = some_net(seed)
    before = crossings(net.order, edges)
    while sum(net.settle(number) for number in range(4)):
        pass
    settled = crossings(net.order, edges)
    assert settled <= before
    assert settled == min(crossings(ranks, edges) for ranks in ways_to_move(list(net.order)))


@pytest.mark.parametrize("seed", range(12))
def test_crossings_are_told_of_each_cell_at_their_four_ends(seed):
    net, edges = some_net(seed)
    assert sum(map(len, net._crossed())) == 4 * crossings(net.order, edges)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_file_never_costs_a_crossing(seed):
    net, edges = some_net(seed)
    while sum(net.settle(number) for number in range(4)):
        pass
    before = crossings(net.order, edges)
    for number in range(4):
        net.as_in_file(number)
    assert crossings(net.order, edges) <= before


@pytest.mark.parametrize("seed", range(12))
def test_cells_that_are_moved_together_save_crossings_or_stay(seed):
    net, edges = some_net(seed)
    before, order = crossings(net.order, edges), net.order
    if net.rehang():
        assert crossings(net.order, edges) < before
    else:
        assert net.order == order
