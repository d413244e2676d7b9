import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from nyttokedja.language.schema import folder
from nyttokedja.model.severity import Severity

from .told import CRASHED, MISSING, finding, fix, outcome, report

SCHEMA = json.loads((folder() / "findings.schema.json").read_text("utf-8"))


def read(*outcomes):
    data = json.loads(report("json", *outcomes))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def test_the_schema_is_one_and_lies_with_those_of_the_package():
    Draft202012Validator.check_schema(SCHEMA)
    assert Path("schemas/findings.schema.json").is_file()


def test_everything_is_there():
    mended = finding(fix=fix(((5, 3, 5, 3), "å: ")))
    data = read(outcome(mended, finding(severity=Severity.INFO, accepted=True, why="Så är det")))
    assert data["tool"] == {"name": "nyttokedja", "version": "1.2.3"}
    first, second = data["findings"]
    place = {"line": 5, "column": 3, "end_line": 5, "end_column": 11}
    assert {key: first[key] for key in ("code", "name", "severity", "file", "node", "place")} == {
        "code": "NK401",
        "name": "missing-owner",
        "severity": "error",
        "file": "a.yaml",
        "node": "trygghet",
        "place": place,
    }
    assert first["message"] == "Nyttan ”Ökad trygghet” har ingen ägare."
    assert first["remedy"].startswith("Vem i linjen")
    assert first["fix"] == {"replacements": [{"place": {**place, "end_column": 3}, "text": "å: "}]}
    assert (first["accepted"], first["why"]) == (False, None)
    assert (second["accepted"], second["why"], second["fix"]) == (True, "Så är det", None)


def test_files_say_what_came_of_them_and_all_is_counted():
    other, chain = outcome(name="c.yaml", is_chain=False), outcome(finding(), complete=False)
    data = read(chain, other, MISSING, CRASHED)
    assert [(f["file"], f["status"], f["complete"]) for f in data["files"]] == [
        ("a.yaml", "checked", False),
        ("c.yaml", "skipped", False),
        ("nej.yaml", "cannot-open", False),
        ("krasch.yaml", "crashed", False),
    ]
    assert data["files"][2]["message"] == "nej.yaml går inte att öppna: den finns inte."
    counts = {"checked": 1, "skipped": 1, "failed": 2, "errors": 1, "warnings": 0, "infos": 0, "accepted": 0}
    assert data["summary"] == counts


@pytest.mark.parametrize("key", ["findings", "files", "summary"])
def test_the_schema_refuses_what_is_not_said_in_it(key):
    data = json.loads(report("json", outcome(finding())))
    part = data[key] if key == "summary" else data[key][0]
    part["x"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(data)
    del part["x"]
    part.popitem()
    assert not Draft202012Validator(SCHEMA).is_valid(data)
