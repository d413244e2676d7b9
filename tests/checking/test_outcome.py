"""What is kept of a check, and when a run fails."""

from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.severity import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def outcome(severity, fail_on, *, accepted=False):
    found = Finding("NK401", "missing-owner", severity, "x", Place(), {}, node="a", accepted=accepted)
    return Outcome("x", findings=(found,), fail_on=fail_on)


@pytest.mark.parametrize(
    ("severity", "fail_on", "fails"),
    [
        (ERROR, ERROR, True),
        (WARNING, ERROR, False),
        (WARNING, WARNING, True),
        (INFO, WARNING, False),
        (INFO, INFO, True),
        (ERROR, None, False),
    ],
)
def test_a_run_fails_at_its_level_and_above(severity, fail_on, fails):
    assert outcome(severity, fail_on).fails is fails
    assert not outcome(severity, fail_on, accepted=True).fails
    assert not Outcome("x", fail_on=fail_on).fails


def test_the_lines_of_findings_and_fixes_are_kept_and_no_others():
    text = "nyttokedja: 1\nrubrik: A\nnyttor:\n  a:\n    När: 2027\n  b: B\n"
    kept = summed_up(check(text.encode(), "a.yaml"))
    assert (kept.name, kept.language, kept.complete) == ("a.yaml", "sv", True)
    assert kept.lines[5] == "    När: 2027"
    assert set(kept.lines) == {f.place.line for f in kept.findings} | {5}


@pytest.mark.parametrize(
    ("more", "said"), [("", False), ("skede: plan\n", True), ("referensanalys: ja\n", True)]
)
def test_whether_the_stage_is_said(more, said):
    assert summed_up(check(f"nyttokedja: 1\nrubrik: A\n{more}".encode())).stage_said is said


def test_a_file_that_cannot_be_read_lacks_nothing_more():
    unread = summed_up(check(b"a: b: c\n"))
    assert (unread.stage_said, unread.complete) == (True, True)
    loose = check(b"nyttokedja: 1\nrubrik: A\nnytor: {a: A}\nx: y\n")
    assert summed_up(replace(loose, complete=False)).complete is False
