from dataclasses import replace
from pathlib import PurePath

from nyttokedja.findings import Place
from nyttokedja.formats.findings import Setting
from nyttokedja.formats.findings.notes import fingerprints, notes

from .told import SETTING, finding, outcome


def marks(*findings, setting=SETTING):
    return fingerprints(list(notes([outcome(*findings)])), setting)


def test_a_fingerprint_stays_when_lines_numbers_and_titles_change():
    moved = finding("Annan rubrik", place=Place(9, 1, 9, 2))
    moved = replace(moved, particulars={**moved.particulars, "total": 7, "twin": Place(3, 1, 3, 2)})
    plain = finding()
    plain = replace(plain, particulars={**plain.particulars, "total": 2, "twin": Place(1, 1, 1, 2)})
    assert marks(moved) == marks(plain)


def test_a_fingerprint_tells_findings_apart():
    others = (
        finding(),
        finding(node="lugn"),
        finding(file="b.yaml"),
        replace(finding(), variant="change"),
        replace(finding(), code="NK501"),
        replace(finding(), particulars={**finding().particulars, "words": ("a", "b")}),
        finding(),
    )
    assert len(set(marks(*others))) == len(others)
    assert marks(*others[:-1]) == marks(*reversed(others[:-1]))[::-1]


def test_a_fingerprint_does_not_know_where_the_checkout_lies(tmp_path):
    setting = Setting(folder=PurePath(tmp_path))
    assert marks(finding(file=str(tmp_path / "a.yaml")), setting=setting) == marks(finding())
