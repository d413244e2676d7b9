from dataclasses import replace
from pathlib import PurePath

from nyttokedja.model.findings import Place
from nyttokedja.reports.findings.diagnostics import diagnostics, fingerprinted
from nyttokedja.reports.model import ReportContext

from .told import SETTING, finding, outcome


def marks(*findings, setting=SETTING):
    return [mark for _, mark in fingerprinted(diagnostics([outcome(*findings)]), setting)]


def test_a_fingerprint_stays_when_lines_titles_and_files_change():
    moved = finding("Annan rubrik", place=Place(9, 1, 9, 2), file="chains/b.yaml")
    assert marks(moved) == marks(finding())


def test_a_fingerprint_tells_findings_apart():
    others = (
        finding(),
        finding(node="lugn"),
        finding(file="b.yaml"),  # the same, in another file
        replace(finding(), variant="change"),
        replace(finding(), code="NK501"),
        replace(finding(), particulars={**finding().particulars, "words": ("a", "b")}),
        finding(),
    )
    assert len(set(marks(*others))) == len(others)
    assert set(marks(*others)) == set(marks(*reversed(others)))


def test_a_fingerprint_does_not_know_where_the_checkout_lies(tmp_path):
    setting = ReportContext(folder=PurePath(tmp_path))
    assert marks(finding(file=str(tmp_path / "a.yaml")), setting=setting) == marks(finding())
