"""The history of a chain as JSON."""

import json

from jsonschema import Draft202012Validator

from nyttokedja.language.schema import folder
from nyttokedja.reports.log.json import SCHEMA, report
from nyttokedja.reports.model import ReportContext

from .told import HISTORY, SAID


def read(history):
    data = json.loads(report(history, ReportContext("sv", "1.2.3")))
    Draft202012Validator(json.loads((folder() / SCHEMA).read_text("utf-8"))).validate(data)
    return data


def test_everything_that_is_known_of_a_commit_is_there():
    data = read(HISTORY)
    changed, born = data.pop("commits")
    assert data == {
        "version": 1,
        "tool": {"name": "nyttokedja", "version": "1.2.3"},
        "file": "b.yaml",
        "head": "f" * 40,
        "language": "sv",
        "node": None,
        "older_not_fetched": True,
    }
    changes = changed.pop("changes")
    assert changed == {
        "id": "01234567" + "8" * 32,
        "date": "2026-03-01",
        "subject": "Ny pil",
        "file": "b.yaml",
        "before_file": "a.yaml",
        "merge": True,
        "status": "changed",
        "class": "reasoning",
        "compared_with": "fedcba98" + "7" * 32,
        "complete": False,
        "message": None,
        "renamed": {},
    }
    assert changes[0] == {
        "part": "consequence",
        "kind": "new-unreached",
        "class": "reasoning",
        "nodes": ["m"],
        "text": "Följd",
    }
    assert [change["text"] for change in changes] == [said.text for said in SAID[:-1]]
    assert (born["merge"], born["complete"], born["compared_with"]) == (False, True, None)


def test_what_a_node_had_when_it_came_is_there_where_it_is_followed():
    data = read(HISTORY._replace(node="m", cut=False))
    assert (data["node"], data["older_not_fetched"]) == ("m", False)
    assert data["commits"][0]["changes"][-1]["text"] == "Från början"
