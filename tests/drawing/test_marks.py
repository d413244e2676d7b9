"""Findings in boxes: what is said, how, and what the title block counts."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.marks import SLOTS, Mark, marks_of
from nyttokedja.drawing.words import picture_words
from nyttokedja.findings import Severity

from .chains import finding

SV = picture_words("sv")


@pytest.mark.parametrize(
    ("code", "severity", "kind", "text"),
    [
        ("NK401", Severity.ERROR, "missing", "Ägare saknas"),
        ("NK501", Severity.WARNING, "missing", "Indikator saknas"),
        ("NK502", Severity.ERROR, "missing", "Nollmätning saknas"),
        ("NK503", Severity.WARNING, "missing", "Målvärde saknas"),
        ("NK401", Severity.INFO, "soft", "Ägare saknas"),
        ("NK202", Severity.ERROR, "fault", "Nås inte"),
        ("NK999", Severity.ERROR, "fault", "Brist: NK999"),
    ],
)
def test_what_a_box_says(code, severity, kind, text):
    (mark,) = marks_of([finding(code, "n", severity)], SV).at["n"]
    assert (mark.kind, mark.text) == (kind, text)


@pytest.mark.parametrize("code", ["NK202", "NK509", "NK602", "NK702"])
def test_other_infos_stand_nowhere(code):
    assert marks_of([finding(code, "n", Severity.INFO)], SV).at == {}


def test_what_is_counted():
    found = [
        finding("NK401", "a"),
        finding("NK401", "a"),
        finding("NK501", "b", Severity.WARNING),
        finding("NK501", "c", Severity.INFO),
        finding("NK201", "a"),
        finding("NK215", "", Severity.WARNING),
    ]
    marks = marks_of(found, SV)
    assert (marks.missing, marks.faults) == (2, 2)


def test_an_accepted_finding_is_said_so_and_counted_apart():
    marks = marks_of([replace(finding("NK401", "a"), accepted=True)], SV)
    assert marks.at == {"a": (Mark("accepted", "Ägare saknas – godtaget", "owner"),)}
    assert (marks.missing, marks.faults, marks.accepted) == (0, 0, 1)


def test_every_slot_has_words():
    for code in SLOTS:
        assert SV.has("missing", code) or SV.has("faults", code)
