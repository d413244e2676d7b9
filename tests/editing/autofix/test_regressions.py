"""Whether fixes make a new finding: what is new, and what was only hidden before."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.autofix.regressions import _left, makes_new

HEAD = "nyttokedja: 1\nrubrik: T\nskede: plan\n"


def judged(before, after, *codes):
    """Whether the findings of these codes, mended, have made a new one."""
    was = check((HEAD + before).encode())
    mended = [finding for finding in was.findings if finding.code in codes]
    assert {finding.code for finding in mended} == set(codes)
    return makes_new(was, check((HEAD + after).encode()), mended)


OWNED = "nyttor:\n  n: {rubrik: N, ägare: A}\n"


def test_the_same_findings_are_none_that_are_new():
    assert not judged(OWNED, OWNED)


def test_a_finding_that_only_the_change_has_brought_is_new():
    before = OWNED + "hinder:\n  h: {rubrik: H, ägre: A}\n"
    mended = before.replace("ägre", "ägare")
    assert judged(before, mended.replace("ägare: A}", "ägare: A, leder_till: finns_inte}", 1), "NK003")
    assert not judged(before, mended, "NK003")


def test_a_file_that_can_no_longer_be_read_is_worse():
    assert judged(OWNED, OWNED + "a: b: c\n")


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        ("a: b: c\n", OWNED, False),
        ("a: b: c\nd: e: f\n", "a: bc\nd: e: f\n", False),
        ("a: b: c\nd: e: f\n", "a: b: c\nd: e: fg\n", True),
        ("a: b: c\n", "a: b: c\n", True),
    ],
)
def test_of_a_file_that_cannot_be_read_less_must_be_left(before, after, worse):
    assert judged(before, after) is worse


def test_what_a_misspelt_key_has_hidden_is_not_new():
    before = "nyttor:\n  n: {rubrik: N, ägre: A, leder_till: finns_inte}\n"
    assert not judged(before, before.replace("ägre", "ägare"), "NK003")


def test_a_node_whose_id_was_none_is_known_by_its_new_one():
    before = "nyttor:\n  a b: {rubrik: N}\n"
    assert not judged(before, before.replace("a b", "a_b"), "NK004")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mål:\n  m:\n    etiketter:\n    • a\n    • b\n", "• a\n    • b\n"),
        ("mål:\n  m: M\n\u00a0 n: N\n\u00a0 o: O\n", "\u00a0 n: N\n\u00a0 o: O\n"),
    ],
)
def test_a_sign_that_stops_the_reading_does_so_where_it_stands(text, left):
    assert _left(check((HEAD + text).encode())) == len(left)
