"""Findings as GitLab's Code Quality report."""

import json

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import CRASHED, MISSING, finding, outcome, report


def issues(*outcomes):
    return json.loads(report("gitlab", *outcomes))


def test_gitlab_gets_issues():
    found = [finding(severity=level) for level in Severity]
    *listed, missing, crashed = issues(outcome(*found), MISSING, CRASHED)
    assert [issue["severity"] for issue in listed] == ["info", "minor", "major"]
    assert listed[0]["description"].startswith("Nyttan ”Ökad trygghet” har ingen ägare. Vem i linjen")
    assert listed[0]["check_name"] == "NK401"
    assert listed[0]["location"] == {"path": "a.yaml", "lines": {"begin": 5}}
    assert (missing["check_name"], missing["severity"]) == ("cannot-open", "blocker")
    assert (crashed["check_name"], crashed["severity"]) == ("crashed", "blocker")


def test_gitlab_gets_a_fingerprint_that_is_only_one_and_stays():
    first = issues(outcome(finding(), finding(node="b"), finding()))
    moved = issues(outcome(*(finding(place=Place(9, 1, 9, 2), node=n) for n in ("trygghet", "b"))))
    assert len({issue["fingerprint"] for issue in first}) == 3
    assert [issue["fingerprint"] for issue in moved] == [issue["fingerprint"] for issue in first[:2]]
