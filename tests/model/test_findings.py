"""Findings and their order."""

from dataclasses import replace

from nyttokedja.model.findings import NOWHERE, Finding, Place, Span
from nyttokedja.model.severity import Severity

ONE = Finding("NK202", "unreached-goal", Severity.WARNING, "b.yaml", Place(3, 5, 3, 9))


def test_findings_come_by_file_line_column_code_and_variant():
    rising = [
        replace(ONE, file="a.yaml", place=Place(9, 9)),
        replace(ONE, place=Place(2, 9)),
        replace(ONE, place=Place(3, 4), code="NK999"),
        replace(ONE, code="NK101", variant="z"),
        ONE,
        replace(ONE, variant="a"),
        replace(ONE, place=Place(10, 1)),
    ]
    mixed = [rising[n] for n in (4, 6, 0, 2, 5, 1, 3)]
    assert sorted(mixed, key=lambda finding: finding.order) == rising


def test_a_finding_is_open_without_a_fix_unless_that_is_said():
    assert (ONE.accepted, ONE.fix, ONE.why, ONE.node, ONE.variant) == (False, None, "", "", "")
    assert (ONE.language, ONE.keys) == ("sv", "sv")


def test_what_concerns_a_whole_file_is_an_empty_span_at_its_beginning():
    assert Span(0, 0) == NOWHERE
    assert Place() == Place(1, 1, 1, 1)
