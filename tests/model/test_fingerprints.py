"""What a finding is known by."""

from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.model.findings import Place
from nyttokedja.model.fingerprints import digest, identity
from tests.reports.findings.told import finding


def marks(text):
    return sorted(digest(identity(f)) for f in check(text.encode(), "a.yaml").findings)


CHAIN = """\
nyttokedja: 1
rubrik: A
skede: plan
effekter:
  färre_besök: {leder_till: [fler_samtal, saknas]}
  fler_samtal: {leder_till: färre_besök}
nyttor:
  ett: Samma ord
  två: Samma ord
  tre: {rubrik: Tredje, leder_till: ett, indikatorer: {i: {enhet: st, nuläge: {värde: 3}}}}
"""
MOVED = """\
# ett ord
nyttokedja: 1

rubrik: En annan rubrik
skede: plan
nyttor:
  tre: {rubrik: Tredje, indikatorer: {i: {nuläge: {värde: 4}, enhet: st}}, leder_till: ett}
  två: Samma ord
  ett: Samma ord
effekter:
  fler_samtal:
    leder_till: färre_besök
  färre_besök:
    leder_till: [saknas, fler_samtal]
"""


def test_a_mark_stays_where_lines_order_and_numbers_change():
    assert len(marks(CHAIN)) > 10
    assert marks(MOVED) == marks(CHAIN)


@pytest.mark.parametrize(
    "other",
    [
        finding(node="lugn"),
        replace(finding(), variant="change"),
        replace(finding(), code="NK501"),
        replace(finding(), particulars={**finding().particulars, "words": ("a", "b")}),
    ],
    ids=["node", "variant", "code", "words"],
)
def test_a_mark_tells_findings_apart(other):
    assert identity(other) != identity(finding())


def test_a_mark_does_not_know_the_file_nor_the_place():
    moved = replace(finding(file="b.yaml"), place=Place(9, 9, 9, 10))
    moved = replace(moved, particulars={**moved.particulars, "total": 7, "twin": Place(3, 1, 3, 2)})
    plain = replace(finding(), particulars={**finding().particulars, "total": 2, "twin": Place(1, 1, 1, 2)})
    assert identity(moved) == identity(plain)


def test_a_box_that_was_renamed_is_the_same_where_that_is_said():
    old = finding(node="frigjord_tid")
    renamed = {"frigjord_tid": "tid"}
    assert "tid" in identity(old, renamed)[2]
    assert "frigjord_tid" not in identity(old, renamed)[2]
