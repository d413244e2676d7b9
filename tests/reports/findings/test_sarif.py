import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import CRASHED, HOSTILE, MISSING, finding, fix, outcome, report

OFFICIAL = Draft4Validator(json.loads(Path("tests/data/sarif/sarif-2.1.0-rtm.5.json").read_text("utf-8")))


def read(*outcomes):
    data = json.loads(report("sarif", *outcomes))
    OFFICIAL.validate(data)
    return data["runs"][0]


def test_the_official_schema_is_what_it_should_be():
    data = json.loads(report("sarif", outcome(finding())))
    data["runs"][0]["results"][0]["level"] = "fatal"
    assert not OFFICIAL.is_valid(data)


def test_a_result_says_where_and_what_by_its_rule():
    place = Place(5, 3, 6, 11)
    run = read(outcome(finding(place=place, severity=Severity.INFO, file="chains/å b.yaml")))
    (result,), (rule,) = run["results"], run["tool"]["driver"]["rules"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("NK401", 0, "note")
    assert result["message"]["text"].startswith("Nyttan ”Ökad trygghet” har ingen ägare. Vem i linjen")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "chains/%C3%A5%20b.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5, "startColumn": 3, "endLine": 6, "endColumn": 11},
            }
        }
    ]
    assert run["columnKind"] == "unicodeCodePoints"
    assert rule["name"] == "missing-owner"
    assert rule["shortDescription"]["text"] == "Ägare saknas"
    assert rule["help"]["text"] == rule["help"]["markdown"]
    assert "En nytta kommer inte av sig själv" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "note", "enabled": True}


def test_the_index_of_a_rule_is_its_place_among_the_rules():
    codes = ["NK501", "NK204", "NK401"]
    run = read(outcome(*(replace(finding(), code=code) for code in codes)))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(codes)
    assert [rules[result["ruleIndex"]] for result in run["results"]] == codes


def test_what_is_accepted_is_suppressed_with_its_reason():
    known, bare, other = read(
        outcome(finding(accepted=True, why="Så är det"), finding(accepted=True), finding())
    )["results"]
    accepted = {"kind": "inSource", "status": "accepted"}
    assert known["suppressions"] == [{**accepted, "justification": "Så är det"}]
    assert bare["suppressions"] == [accepted]
    assert other["suppressions"] == []


def test_a_fix_is_one_change_of_the_file():
    mended = finding(fix=fix(((5, 3, 5, 3), "x"), ((6, 1, 6, 4), "")))
    ((change,),) = [f["artifactChanges"] for f in read(outcome(mended))["results"][0]["fixes"]]
    assert change["artifactLocation"]["uri"] == "a.yaml"
    assert [part["insertedContent"]["text"] for part in change["replacements"]] == ["x", ""]
    assert change["replacements"][0]["deletedRegion"]["endColumn"] == 3


def test_what_could_not_be_checked_is_a_notification_of_a_run_that_failed():
    (invocation,) = read(outcome(), MISSING, CRASHED)["invocations"]
    assert invocation["executionSuccessful"] is False
    said = invocation["toolExecutionNotifications"]
    assert [(one["descriptor"]["id"], one["level"]) for one in said] == [
        ("cannot-open", "error"),
        ("crashed", "error"),
    ]
    assert read(outcome())["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_hostile_titles_and_names_keep_to_the_schema(title):
    read(outcome(finding(title, file=f"{title[:90]}.yaml"), name=f"{title[:90]}.yaml"))


def test_no_message_has_a_link():
    text = read(outcome(finding("[x](javascript:alert) [y]")))["results"][0]["message"]["text"]
    assert "\\[x](javascript:alert) [y]" in text
