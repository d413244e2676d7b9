"""Which fixes can be made at once, and what they make of a file's bytes."""

import pytest

from nyttokedja.editing.autofix.apply import apart, splices
from nyttokedja.editing.splices import spliced
from nyttokedja.model.findings import Finding, Fix, Place, Replacement, Span
from nyttokedja.model.severity import Severity


def fix(*edits):
    return Fix(tuple(Replacement(Span(start, end), Place(), text) for start, end, text in edits))


def finding(*edits):
    return Finding("NK003", "unknown-key", Severity.ERROR, "", Place(), fix=fix(*edits) if edits else None)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ([(0, 2, "x")], [(2, 4, "y")], True),
        ([(0, 2, "x")], [(1, 3, "y")], False),
        ([(1, 3, "x")], [(0, 2, "y")], False),
        ([(0, 9, "x")], [(3, 4, "y")], False),
        ([(3, 4, "x")], [(0, 9, "y")], False),
        ([(0, 2, "x")], [(0, 2, "x")], False),
        ([(3, 3, "x")], [(3, 3, "y")], False),
        ([(3, 3, "x")], [(3, 5, "y")], True),
        ([(3, 3, "x")], [(1, 3, "y")], True),
        ([(3, 3, "x")], [(1, 5, "y")], False),
        ([(0, 1, "x"), (8, 9, "x")], [(4, 5, "y"), (8, 8, "y")], True),
        ([(0, 1, "x"), (7, 9, "x")], [(4, 5, "y"), (8, 8, "y")], False),
    ],
)
def test_two_fixes_of_one_place_are_not_made_at_once(first, second, together):
    findings = [finding(*first), finding(*second)]
    assert list(apart(findings)) == findings[: 1 + together]


def test_a_finding_without_a_fix_is_none_to_make():
    assert list(apart([finding()])) == []


def test_all_but_what_is_replaced_stays():
    text = "å: b\r\nc"
    fixes = [fix((6, 7, "ö")), fix((0, 0, "x"), (3, 4, ""))]
    assert spliced(text, splices(fixes)) == "xå: \r\nö"
