"""Sums of users: who is counted, and that no group of a few can be had from what is shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.model.user_sums import LEAST, User, sums_of


def users(**groups):
    return [
        User(name, has_begun=True, baseline=Decimal(10), latest=Decimal(n))
        for name, size in groups.items()
        for n in range(size)
    ]


@pytest.mark.parametrize(
    ("groups", "hidden"),
    [
        ({"a": 6, "b": 7}, ""),
        ({"a": 6, "b": 4, "c": 9}, "ab"),  # the next smallest too
        ({"a": 6, "b": 1, "c": 2, "d": 9}, "abc"),  # two that hold three users together
        ({"a": 6, "b": 3, "c": 3, "d": 9}, "bc"),
        ({"a": 4, "b": 8}, "ab"),
        ({"a": 0, "b": 8}, ""),
        ({"a": 8}, ""),
    ],
)
def test_small_groups_are_hidden_with_as_many_as_it_takes(groups, hidden):
    made = sums_of(
        [
            *users(**groups),
            *(User(name, has_begun=False, baseline=None, latest=None) for name, n in groups.items() if not n),
        ]
    )
    assert "".join(sorted(group.name for group in made.groups if group.is_hidden)) == hidden
    assert all((group.sum is None) == (group.is_hidden or not groups[group.name]) for group in made.groups)


def test_fewer_than_five_are_not_summed_at_all():
    made = sums_of(users(a=2, b=2))
    assert made.everyone is None
    assert not any(group.sum for group in made.groups)
    assert sums_of(users(a=5)).everyone.users == 5


def test_a_user_is_counted_who_has_begun_and_has_both_values():
    left = [
        User("a", has_begun=False, baseline=None, latest=None),
        User("a", has_begun=True, baseline=Decimal(1), latest=None),
        User("a", has_begun=True, baseline=None, latest=Decimal(1)),
    ]
    made = sums_of([*users(a=5), *left])
    assert (made.registered, made.counted) == (8, 5)
    assert (made.not_begun, made.without_latest, made.without_baseline) == (1, 1, 1)
    assert (made.everyone.baseline, made.everyone.latest) == (50, 10)
    assert (made.everyone.change, made.everyone.mean, made.everyone.mean_change) == (-40, 2, -8)


def test_without_groups_there_is_only_everyone():
    assert sums_of(users(**{"": 6})).groups == ()


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 12), min_size=1))
def test_what_is_left_when_all_that_is_shown_is_taken_away_is_nobody_or_several_groups_of_five(groups):
    made = sums_of(users(**groups))
    shown = [group.sum for group in made.groups if group.sum]
    assert all(one.users >= LEAST for one in shown)
    if made.everyone is None or not made.groups:
        assert not shown or not made.groups
        return
    left = made.everyone.users - sum(one.users for one in shown)
    hidden = [name for name, n in groups.items() if n and name not in {g.name for g in made.groups if g.sum}]
    assert left == 0 or (left >= LEAST and len(hidden) > 1) or len([n for n in groups.values() if n]) == 1
