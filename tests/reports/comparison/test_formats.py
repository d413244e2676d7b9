"""What holds for every format, whatever it is asked to report."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nyttokedja.checking.check import check
from nyttokedja.comparing import compare
from nyttokedja.comparing.model import Compared
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical, folder
from nyttokedja.reports.comparison import FORMATS
from nyttokedja.reports.model import ReportContext
from nyttokedja.writing.chain_file import to_yaml
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE
from tests.writing.test_chain_file import of as any_chain

from .told import AFTER, BEFORE, BROKEN, SETTING, hostile, of, report

SCHEMA = json.loads((folder() / "comparison.schema.json").read_text("utf-8"))


def read(*compared):
    data = json.loads(report("json", *compared))
    Draft202012Validator(SCHEMA).validate(data)
    return data


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_line_of_text_is_anything_but_text(text):
    said = report("text", hostile(text))
    for line in said.removesuffix("\n").split("\n"):
        assert harmless(line)
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_reads_back_with_everything_intact(text):
    written = report("json", hostile(text))
    assert all(character.isprintable() or character == "\n" for character in written)
    assert "##" not in written
    (file,) = read(hostile(text))["files"]
    titles = {node["id"]: node["title"] for node in file["nodes"]}
    assert (titles["b"], titles["n"]) == (f"{text}!", text)
    lost = {one["effect"]: one["lost"] for one in file["consequences"]}
    assert lost["owner-lost"] == text
    assert text in {field["before"] for node in file["nodes"] for field in node["fields"]}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "name", ["::error::x.yaml", "a\nb.yaml", "\x1b[31m.yaml", "##vso[x].yaml", "\udc80.yaml", "å #|.yaml"]
)
def test_no_name_of_a_file_is_more_than_a_name(format, name):
    text = report(format, of(BEFORE, AFTER, name), of(BEFORE, AFTER, "b.yaml", name), of(None, BROKEN, name))
    text.encode()
    assert "\x1b" not in text
    assert not re.search(r"^\s*::|##vso\[", text, re.MULTILINE)


@pytest.mark.parametrize("format", FORMATS)
def test_a_side_that_could_not_be_read_is_said_so_and_the_rest_is_compared(format):
    text = report(format, of(BEFORE, BROKEN, "x.yaml"), of(BROKEN, BEFORE, "y.yaml"), of(BEFORE, AFTER))
    assert "går inte att läsa efter ändringen" in text
    assert "gick inte att läsa före ändringen" in text
    assert text.count("NK001") >= 2
    assert "leder längre till" in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_new_chain_that_cannot_be_read_is_said_not_to_be(format):
    text = report(format, of(None, BROKEN))
    assert "går inte att läsa efter ändringen" in text
    assert "NK001" in text


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_at_all_can_be_reported(format):
    for compared in ((), (of(BEFORE, BEFORE),)):
        text = report(format, *compared)
        assert text.endswith("\n")
        assert format == "json" or "Ingen kedja säger något annat än förut" in text
    assert read()["summary"]["weight"] == "none"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "Resonemanget ändras."), ("nb", "Resonnementet endres."), ("en", "The reasoning changes.")],
)
def test_each_chain_is_spoken_of_in_its_own_language(format, language, said):
    text = report(format, of(BEFORE, AFTER, language=language), of(BEFORE, None))
    assert said in text
    assert "Kedjan finns inte längre." in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_new_name_is_said(format):
    text = report(format, of(BEFORE, BEFORE, "ny.yaml", "gammal.yaml"), of(BEFORE, AFTER))
    assert "ny.yaml" in text
    assert "gammal.yaml" in text


@pytest.mark.parametrize("format", FORMATS)
def test_other_findings_are_said_where_nothing_else_changes(format):
    misspelt = BEFORE.replace("beslutat_i: Planen", "beslutat_i: Planen, beslutatt: x")
    compared = of(BEFORE, misspelt)
    assert compared.changed
    assert "beslutatt" in report(format, compared)


def test_the_schema_is_one_and_lies_with_those_of_the_package():
    Draft202012Validator.check_schema(SCHEMA)
    assert Path("schemas/comparison.schema.json").is_file()


def test_all_is_counted():
    data = read(of(BEFORE, AFTER), of(None, BEFORE, "n.yaml"), of(BEFORE, BEFORE), of(BEFORE, BROKEN))
    assert [(file["status"], file["weight"]) for file in data["files"]] == [
        ("reasoning", "reasoning"),
        ("new", "reasoning"),
        ("none", "none"),
        ("unread-after", "reasoning"),
    ]
    summary = data["summary"]
    assert {key: summary[key] for key in ("files", "changed", "unread", "weight")} == {
        "files": 4,
        "changed": 3,
        "unread": 1,
        "weight": "reasoning",
    }
    assert (summary["nodes"], summary["arrows"], summary["doubts"]) == (2 + 6, 1 + 6, 2)
    assert (summary["worse"], summary["better"]) == (3, 3)
    new = [len(file["findings"]["new"]) for file in data["files"]]
    assert new[0] > 0 < new[1]
    assert summary["new_findings"] == sum(new)


def test_text_says_each_chain_and_how_many_change():
    one = report("text", of(BEFORE, AFTER))
    assert one.startswith("a.yaml: Resonemanget ändras.\n")
    assert "kedja ändras" not in one
    several = report("text", of(BEFORE, AFTER), of(BEFORE, BEFORE), of(BEFORE, AFTER, "b.yaml"))
    assert several == f"{one}\n{one.replace('a.yaml', 'b.yaml')}\n2 kedjor ändras.\n"


def test_rules_are_linked_where_their_pages_are_known():
    setting = ReportContext("sv", "1", rule_pages="https://e.se/{code}.md")
    for chosen, url in ((setting, "https://e.se/NK401.md"), (SETTING, None)):
        (file,) = json.loads(report("json", of(BEFORE, AFTER), setting=chosen))["files"]
        assert url in {finding["url"] for finding in file["findings"]["new"]}


def test_what_has_changed_is_told_by_canonical_words():
    (file,) = read(of(BEFORE, AFTER))["files"]
    assert file["nodes"][0] == {
        "kind": "changed",
        "id": "a",
        "type": "effect",
        "title": "Nattbesök på distans",
        "before_id": "a",
        "weight": "reasoning",
        "fields": [
            {
                "path": ["title"],
                "before": "Färre besök",
                "after": "Nattbesök på distans",
                "weight": "reasoning",
            }
        ],
    }
    (arrow,) = file["arrows"]
    assert (arrow["kind"], arrow["source"], arrow["target"], arrow["loose"]) == ("removed", "f", "b", False)
    effects = [(one["effect"], one["node"]["id"], one["good"]) for one in file["consequences"]]
    assert ("impossible", "m", False) in effects
    assert {one["message"] for one in file["doubts"]} == {
        "”Kamera” → ”Nattbesök på distans”: ”Nattbesök på distans” har formulerats om.",
        "”Nattbesök på distans” → ”Frigjord tid”: ”Nattbesök på distans” har formulerats om.",
    }


@pytest.mark.parametrize(
    "path", [(), ("files", 0), ("files", 0, "nodes", 0), ("files", 0, "arrows", 0), ("files", 0, "findings")]
)
def test_the_schema_refuses_what_is_not_said_in_it(path):
    data = read(of(BEFORE, AFTER))
    part = data
    for key in path:
        part = part[key]
    part["x"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(data)
    del part["x"]
    part.popitem()
    assert not Draft202012Validator(SCHEMA).is_valid(data)


@given(any_chain(canonical()), any_chain(canonical()), st.sampled_from(LANGUAGES))
def test_whatever_fits_the_format_can_be_compared_and_told(before, after, language):
    one, other = (check(to_yaml(data, language).encode(), "a.yaml") for data in (before, after))
    for sides in ((one, other), (None, other), (one, None), (one, one)):
        compared = Compared("a.yaml", "a.yaml", compare(*sides))
        assert all(report(format, compared) for format in FORMATS)
        read(compared)
