"""Findings as reviewdog's diagnostics."""

import json

from nyttokedja.model.findings import Place

from .told import MISSING, finding, fix, outcome, report


def diagnostics(*outcomes):
    return json.loads(report("rdjson", *outcomes))["diagnostics"]


def test_reviewdog_gets_columns_in_bytes():
    (one,) = diagnostics(outcome(finding(place=Place(5, 5, 6, 4))))
    assert one["location"] == {
        "path": "a.yaml",
        "range": {"start": {"line": 5, "column": 9}, "end": {"line": 6, "column": 5}},
    }
    assert (one["severity"], one["code"]) == ("ERROR", {"value": "NK401"})


def test_reviewdog_gets_no_column_that_cannot_be_known():
    (one,) = diagnostics(outcome(finding(place=Place(50, 5, 50, 7))))
    assert one["location"]["range"] == {"start": {"line": 50}}


def test_reviewdog_gets_a_fix_as_a_suggestion_where_it_is_one_replacement():
    two = fix(((5, 3, 5, 4), "a"), ((5, 5, 5, 6), "b"))
    found = (finding(fix=fix(((5, 4, 5, 5), "x"))), finding(fix=two), finding())
    first, *others = diagnostics(outcome(*found))
    assert first["suggestions"] == [
        {"range": {"start": {"line": 5, "column": 5}, "end": {"line": 5, "column": 9}}, "text": "x"}
    ]
    assert not any("suggestions" in other for other in others)


def test_reviewdog_gets_what_could_not_be_checked_without_a_range():
    (one,) = diagnostics(MISSING)
    assert one["location"] == {"path": "nej.yaml"}
    assert one["message"] == "nej.yaml går inte att öppna: den finns inte."
