"""Whether two findings are the same one, as strictly as is asked."""

from collections import Counter
from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import Mention, Place, Severity, Span
from nyttokedja.model.fingerprints import (
    Strictness,
    digest,
    fingerprint,
    new_findings,
    unmatched,
    without_places,
)
from tests.reports.findings.told import finding


def marks(text):
    return sorted(
        digest(fingerprint(f, Strictness.SUBJECTS)) for f in check(text.encode(), "a.yaml").findings
    )


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


def test_a_digest_stays_where_lines_order_and_numbers_change():
    assert len(marks(CHAIN)) > 10
    assert marks(MOVED) == marks(CHAIN)


PLAIN = finding()
"""NK401, variant benefit, an error at the benefit trygghet."""
OTHER = {
    "code": replace(PLAIN, code="NK501"),
    "variant": replace(PLAIN, variant="change"),
    "node": replace(PLAIN, node="lugn"),
    "severity": replace(PLAIN, severity=Severity.WARNING),
    "accepted": replace(PLAIN, accepted=True),
    "text": replace(PLAIN, particulars={**PLAIN.particulars, "words": ("a", "b")}),
    "number": replace(PLAIN, particulars={**PLAIN.particulars, "total": 7}),
    "title": finding("Lugn"),
    "place": replace(PLAIN, place=Place(9, 9, 9, 10), particulars=finding(place=Place(2)).particulars),
    "file": replace(PLAIN, file="b.yaml", language="en", keys="nb"),
}
"""What differs from `PLAIN` → such a finding."""
APART = {
    Strictness.NODE: {"code", "variant", "node"},
    Strictness.GRAVITY: {"code", "variant", "node", "severity"},
    Strictness.STATUS: {"code", "variant", "node", "severity", "accepted"},
    Strictness.CONTENT: {"code", "variant", "node", "severity", "accepted", "text", "number", "title"},
    Strictness.SUBJECTS: {"code", "variant", "node", "text"},
    Strictness.GRAVE_SUBJECTS: {"code", "variant", "node", "text", "severity"},
}
"""Level → what it tells apart."""


@pytest.mark.parametrize("strictness", Strictness)
def test_each_level_tells_apart_what_it_says_it_does(strictness):
    plain = fingerprint(PLAIN, strictness)
    assert plain == fingerprint(finding(), strictness)
    assert {name for name, other in OTHER.items() if fingerprint(other, strictness) != plain} == (
        APART[strictness]
    )


@pytest.mark.parametrize("strictness", Strictness)
def test_a_fingerprint_is_hashable_and_the_same_json_in_every_run(strictness):
    known = fingerprint(OTHER["text"], strictness)
    assert len({known, known}) == 1
    assert digest(known) == digest(fingerprint(OTHER["text"], strictness))


def test_the_subjects_are_ids_and_texts_at_any_depth_in_one_order():
    told = {"b": (Mention("z", "Titel", "benefit", Place()), ("m", 3)), "a": "å", "twin": Place(4)}
    assert fingerprint(replace(PLAIN, particulars=told), Strictness.SUBJECTS) == (
        "NK401",
        "benefit",
        ("m", "trygghet", "z", "å"),
    )


def test_a_digest_is_forty_hexadecimal_digits_that_stay_between_versions():
    known = fingerprint(PLAIN, Strictness.GRAVE_SUBJECTS)
    assert known == ("NK401", "benefit", ("trygghet",), "error")
    assert digest(known) == "cecd6bd667bc1561552cd5c57205c0514876f7c1"


@pytest.mark.parametrize("strictness", Strictness)
def test_a_node_that_has_another_id_is_the_same_where_that_is_said(strictness):
    old, renamed = finding(node="frigjord_tid"), {"frigjord_tid": "tid"}
    assert fingerprint(old, strictness, renamed) != fingerprint(old, strictness)
    assert fingerprint(old, strictness, renamed) == fingerprint(finding(node="tid"), strictness)


def test_an_id_that_is_spoken_of_is_renamed_in_the_subjects():
    old = replace(PLAIN, particulars={"node": Mention("frigjord_tid", "Tid", "effect", Place())})
    assert fingerprint(old, Strictness.SUBJECTS, {"frigjord_tid": "tid"})[2] == ("tid", "trygghet")


def test_without_places_are_all_spans_and_places_of_a_value():
    one = Node("a", NodeType.CHANGE, "A", Span(0, 1), title_span=Span(2, 3), spans={"title": Span(2, 3)})
    assert without_places(one) == without_places(
        replace(one, span=Span(5, 6), title_span=Span(7, 8), spans={})
    )
    assert without_places(one) != without_places(replace(one, owner="x"))
    assert without_places({"b": (Place(3), 1), "a": Span(1, 2)}) == (("a", None), ("b", (None, 1)))


def test_the_new_ones_are_those_beyond_as_many_as_there_were():
    one, other = OTHER["node"], OTHER["code"]
    assert new_findings([PLAIN], [one, PLAIN, PLAIN, other], Strictness.NODE) == [one, PLAIN, other]
    assert new_findings([PLAIN, PLAIN, one], [PLAIN, one], Strictness.NODE) == []
    assert new_findings([PLAIN], [one], Strictness.NODE, {"trygghet": "lugn"}) == []
    assert new_findings([PLAIN], [PLAIN], Strictness.NODE, {"trygghet": "lugn"}) == [PLAIN]


def test_of_alike_ones_the_last_are_new():
    first, last = OTHER["place"], PLAIN
    (new,) = new_findings([PLAIN], [first, last], Strictness.NODE)
    assert new is last


def test_what_is_known_is_crossed_off():
    known = Counter({"NK401": 2, "NK501": 1})
    assert unmatched([PLAIN, OTHER["code"], OTHER["code"]], known, lambda one: one.code) == [OTHER["code"]]
    assert known == Counter({"NK401": 1})
