"""The formats that are lists for a service: gitlab and rdjson."""

import json

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import CRASHED, MISSING, finding, fix, outcome, report


def read(format, *outcomes):
    return json.loads(report(format, *outcomes))


def test_gitlab_gets_issues():
    found = [finding(severity=level) for level in Severity]
    *issues, missing, crashed = read("gitlab", outcome(*found), MISSING, CRASHED)
    assert [issue["severity"] for issue in issues] == ["info", "minor", "major"]
    assert issues[0]["description"].startswith("Nyttan ”Ökad trygghet” har ingen ägare. Vem i linjen")
    assert issues[0]["check_name"] == "NK401"
    assert issues[0]["location"] == {"path": "a.yaml", "lines": {"begin": 5}}
    assert (missing["check_name"], missing["severity"]) == ("cannot-open", "blocker")
    assert (crashed["check_name"], crashed["severity"]) == ("crashed", "blocker")


def test_gitlab_gets_a_fingerprint_that_is_only_one_and_stays():
    first = read("gitlab", outcome(finding(), finding(node="b"), finding()))
    moved = read("gitlab", outcome(*(finding(place=Place(9, 1, 9, 2), node=n) for n in ("trygghet", "b"))))
    assert len({issue["fingerprint"] for issue in first}) == 3
    assert [issue["fingerprint"] for issue in moved] == [issue["fingerprint"] for issue in first[:2]]


def test_reviewdog_gets_columns_in_bytes():
    (one,) = read("rdjson", outcome(finding(place=Place(5, 5, 6, 4))))["diagnostics"]
    assert one["location"] == {
        "path": "a.yaml",
        "range": {"start": {"line": 5, "column": 9}, "end": {"line": 6, "column": 5}},
    }
    assert (one["severity"], one["code"]) == ("ERROR", {"value": "NK401"})


def test_reviewdog_gets_no_column_that_cannot_be_known():
    (one,) = read("rdjson", outcome(finding(place=Place(50, 5, 50, 7))))["diagnostics"]
    assert one["location"]["range"] == {"start": {"line": 50}}


def test_reviewdog_gets_a_fix_as_a_suggestion_where_it_is_one_replacement():
    two = fix(((5, 3, 5, 4), "a"), ((5, 5, 5, 6), "b"))
    found = (finding(fix=fix(((5, 4, 5, 5), "x"))), finding(fix=two), finding())
    first, *others = read("rdjson", outcome(*found))["diagnostics"]
    assert first["suggestions"] == [
        {"range": {"start": {"line": 5, "column": 5}, "end": {"line": 5, "column": 9}}, "text": "x"}
    ]
    assert not any("suggestions" in other for other in others)


def test_reviewdog_gets_what_could_not_be_checked_without_a_range():
    (one,) = read("rdjson", MISSING)["diagnostics"]
    assert one["location"] == {"path": "nej.yaml"}
    assert one["message"] == "nej.yaml går inte att öppna: den finns inte."
