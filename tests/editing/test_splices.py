"""Splices: when two meet, and the text once they are made."""

import pytest

from nyttokedja.editing.splices import Splice, overlap, spliced


@pytest.mark.parametrize(
    ("splices", "meet"),
    [
        ([], False),
        ([(0, 1, "a")], False),
        ([(0, 1, "a"), (1, 2, "b")], False),
        ([(1, 2, "b"), (0, 1, "a")], False),
        ([(0, 2, "a"), (1, 3, "b")], True),
        ([(0, 3, "a"), (1, 2, "b")], True),
        ([(1, 1, "a"), (1, 1, "b")], True),
        ([(1, 1, "a"), (1, 2, "b")], False),
        ([(0, 1, "a"), (1, 1, "b"), (1, 2, "c")], False),
    ],
)
def test_which_are_about_the_same_place(splices, meet):
    assert overlap([Splice(*one) for one in splices]) is meet


def test_a_text_with_splices_in_any_order():
    splices = [Splice(4, 6, ""), Splice(0, 0, "x"), Splice(1, 3, "yyy")]
    assert spliced("abcdef", splices) == "xayyyd"
    assert spliced("abc", []) == "abc"
