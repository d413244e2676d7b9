"""The order, its ties and where it turns: the example of the method, and each claim tried over weights."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.prioritising.order import holds, neighbours, order, score, turns

A = {"nytta": 3, "realiserbarhet": 1}
B = {"nytta": 2, "realiserbarhet": 3}
EVEN = {"nytta": Fraction(1), "realiserbarhet": Fraction(1)}
STEPS = 12


def test_the_example_turns_at_two_thirds():
    nytta, realisability = turns(0, 1, {0: A, 1: B}, EVEN)
    assert (nytta.criterion, nytta.over, nytta.under, nytta.at) == ("nytta", 0, 1, Fraction(2, 3))
    assert (realisability.over, realisability.under, realisability.at) == (1, 0, Fraction(1, 3))
    assert [place.row for place in order({0: A, 1: B}, EVEN)] == [1, 0]
    heavy = {"nytta": Fraction(68), "realiserbarhet": Fraction(32)}
    assert [place.row for place in order({0: A, 1: B}, heavy)] == [0, 1]
    equal = {"nytta": Fraction(2), "realiserbarhet": Fraction(1)}
    assert [(place.place, place.tied) for place in order({0: A, 1: B}, equal)] == [(1, True), (1, True)]
    assert turns(0, 1, {0: A, 1: B}, equal)[0].is_here


def test_those_after_a_tie_have_the_place_that_their_number_gives():
    rows = {0: A, 1: B, 2: B, 3: {"nytta": 0, "realiserbarhet": 0}}
    assert [(one.row, one.place) for one in order(rows, EVEN)] == [(1, 1), (2, 1), (0, 3), (3, 4)]


def test_a_criterion_that_is_all_that_counts_has_no_others_whose_proportions_are_kept():
    alone = {"nytta": Fraction(1), "realiserbarhet": Fraction(0)}
    assert [turn.criterion for turn in turns(0, 1, {0: A, 1: B}, alone)] == ["realiserbarhet"]


CRITERIA = ("a", "b", "c", "d")
levels = st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.integers(0, 3)))
weights = st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.fractions(0, 9, max_denominator=7))).filter(
    lambda held: sum(held.values()) > 0
)


def with_share(held, criterion, share):
    """The weights with one criterion at a share, the others in the proportions that they have."""
    rest = sum(weight for name, weight in held.items() if name != criterion)
    return {
        name: share if name == criterion else weight * (1 - share) / rest for name, weight in held.items()
    }


@settings(max_examples=60)
@given(levels, levels, weights)
def test_a_pair_changes_places_there_and_nowhere_else(one, other, held):
    rows = {0: one, 1: other}
    told = {turn.criterion: turn for turn in turns(0, 1, rows, held)}
    for criterion in CRITERIA:
        if sum(weight for name, weight in held.items() if name != criterion) == 0:
            assert criterion not in told
            continue
        signs = []
        for step in range(1, STEPS):
            share = Fraction(step, STEPS)
            tried = with_share(held, criterion, share)
            ahead = score(one, tried) - score(other, tried)
            turn = told.get(criterion)
            if turn is None:
                signs.append((ahead > 0) - (ahead < 0))
            elif share == turn.at:
                assert ahead == 0
            else:
                assert (ahead > 0) == ((share > turn.at) == (turn.over == 0))
        assert len(set(signs)) <= 1


@settings(max_examples=60)
@given(st.lists(levels, min_size=1, max_size=6), weights)
def test_an_order_is_by_scores_and_ties_share_a_place(every, held):
    rows = dict(enumerate(every))
    places = order(rows, held)
    assert sorted(place.row for place in places) == sorted(rows)
    for place in places:
        assert place.place == 1 + sum(score(levels, held) > place.score for levels in rows.values())
        assert place.tied == (sum(score(levels, held) == place.score for levels in rows.values()) > 1)
    assert {turn.over for turn in neighbours(places, rows, held)} <= set(rows)


@settings(max_examples=60)
@given(st.lists(levels, min_size=2, max_size=5), weights)
def test_the_first_stays_first_between_the_bounds_that_are_told(every, held):
    rows = dict(enumerate(every))
    first = order(rows, held)[0].row
    for hold in holds(first, rows, held):
        for step in range(1, STEPS):
            share = Fraction(step, STEPS)
            tried = with_share(held, hold.criterion, share)
            best = max(score(levels, tried) for levels in rows.values())
            inside = (hold.least is None or share >= hold.least) and (hold.most is None or share <= hold.most)
            assert (score(rows[first], tried) == best) == inside
