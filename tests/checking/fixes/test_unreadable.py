"""Fixes of files that cannot be read, where the first line is what they are about."""

import pytest

from nyttokedja.checking.check import check


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("  nyttokedja: 1\nrubrik: A\n", True),
        ("  nyttokedja: 1\nrubrik: A\nnyttor: {a: A}\n", True),
        ("  nyttokedja: 1\n rubrik: A\n", False),  # which of them is right?
    ],
)
def test_spaces_before_the_first_line_go_where_the_next_has_none(text, fixed):
    (finding,) = check(text.encode()).findings
    assert (finding.fix is not None) is fixed
    if fixed:
        (replacement,) = finding.fix.replacements
        assert (replacement.span.start, replacement.span.end, replacement.text) == (0, 2, "")
