"""Every fix of the catalogue: no word of the file is lost."""

import re

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.fixes.table import FIXES, READ_FIRST, UNDERSTOOD
from nyttokedja.model.findings import Finding
from tests.checking.fixes.cases import CASES, SV

MENDED = [
    pytest.param(kind, SV + before, id=f"{'/'.join(kind)} {before!r}")
    for kind, cases in CASES.items()
    for before, after in cases
    if after is not None
]
RENAMED = frozenset({*UNDERSTOOD, ("NK004", "id"), ("NK004", "boolean"), ("NK004", "date-form")})
"""A word is another word afterwards: that is what was misspelt, or written otherwise."""
TAKEN_AWAY = frozenset({("NK104", ""), ("NK006", ""), ("NK006", "space"), ("NK101", "several")})
"""What is the same twice goes once, what cannot be seen goes, and so does the *and* between two names."""
NUMBERS = frozenset(kind for kind in FIXES if kind[0] == "NK004" and kind not in READ_FIRST)
"""Figures and units have signs of their own, which are moved about."""


def words(text):
    return re.findall(r"[^\W\d_]{2,}", text.casefold())


def mended(text, finding: Finding):
    for span, _, new in reversed(finding.fix.replacements):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(("kind", "text"), MENDED)
def test_a_fix_loses_no_word_of_the_file(kind, text):
    if kind in RENAMED | TAKEN_AWAY | NUMBERS:
        return
    for finding in check(text.encode()).findings:
        if (finding.code, finding.variant) == kind and finding.fix is not None:
            left = words(mended(text, finding))
            assert [word for word in set(words(text)) if left.count(word) < words(text).count(word)] == []
