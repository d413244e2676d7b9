"""What holds for every format, whatever it is asked to report."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from nyttokedja.checking.check import check
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical, folder
from nyttokedja.model.chain import Chain
from nyttokedja.model.stage import Stage
from nyttokedja.reports.questions import FORMATS
from nyttokedja.writing.chain_file import to_yaml
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE
from tests.writing.test_chain_file import of as any_chain

from .told import BROKEN, CRASHED, MISSING, OTHER, asked, of, report

SCHEMA = json.loads((folder() / "questions.schema.json").read_text("utf-8"))
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def read(*asked):
    data = json.loads(report("json", *asked))
    Draft202012Validator(SCHEMA).validate(data)
    return data


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_no_line_of_text_is_anything_but_text(title):
    text = report("text", asked(title))
    for line in text.removesuffix("\n").split("\n"):
        assert harmless(line)
        assert len(line.replace("\\u003a", ":")) <= 80
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)
    assert len(re.findall(r"^    [●◐○·] [1-7] ", text, re.MULTILINE)) == 14


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_no_line_of_a_matrix_is_anything_but_text(title):
    lines = report("matrix", asked(title)).split("\n")
    assert all(harmless(line) and not re.match(r"\s*::|.*##\w*\[", line) for line in lines)
    assert len([line for line in lines if re.search(r"(?: [●◐○·]){7} ", line)]) == 2


@pytest.mark.parametrize("title", ["x " * 25 + "::error file=a::y", "a::b " + "::error::x " * 30])
def test_no_line_that_is_broken_begins_a_command(title):
    assert not re.search(r"^\s*::", report("text", asked(title)), re.MULTILINE)


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_markdown_is_a_row_a_question_and_nothing_but_text(title):
    page = MARKDOWN.render(report("markdown", asked(title)))
    matrix, table = page.count('<td style="text-align:center">'), page.count("<td>")
    assert page.count("<tr>") == (1 + 2) + (1 + 14)
    assert (matrix, table) == (2 * 7, 2 + 3 * 14)
    tags = set(re.findall(r"</?(\w+)", page))
    assert tags <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong"}
    cells = ["".join(td.itertext()) for td in ET.fromstring(f"<x>{page}</x>").iter("td")]
    assert not any(re.search(r"[@#!~$](?=\w)|://|www\.\w|:smile|GH-1", cell) for cell in cells)


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_json_reads_back_with_everything_intact(title):
    text = report("json", asked(title))
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "##" not in text
    chain = read(asked(title))["files"][0]["chain"]
    assert chain["title"] == chain["benefits"][0]["title"] == title
    said = {
        key: value
        for answer in chain["benefits"][0]["answers"]
        for each in answer["said"]
        for key, value in each.items()
    }
    assert said.pop("every") == "month"
    assert set(said) == {"title", "what", "who", "owner", "source", "judged_by", "unit"}
    assert set(said.values()) == {title}
    assert chain["benefits"][0]["answers"][6]["via"] == {"id": "e", "type": "effect", "title": title}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "name", ["::error::x.yaml", "a\nb.yaml", "\x1b[31m.yaml", "##vso[x].yaml", "\udc80.yaml", "å #|.yaml"]
)
def test_no_name_of_a_file_is_more_than_a_name(format, name):
    text = report(format, asked(name=name), asked(name=name, stage_said=False))
    text.encode()
    assert "\x1b" not in text
    assert not re.search(r"^\s*::|##vso\[", text, re.MULTILINE)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_could_not_be_read_is_said_so_and_the_rest_is_done(format):
    text = report(format, MISSING, CRASHED, BROKEN, OTHER, asked())
    assert "den finns inte" in text
    assert "ZeroDivisionError" in text
    assert "fel.yaml:2:1 NK001" in text
    assert "Ökad trygghet" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_at_all_can_be_reported(format):
    assert bool(report(format)) == (format == "json")
    read()


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize(("language", "open"), [("sv", "öppen"), ("nb", "åpent"), ("en", "open")])
def test_each_chain_is_spoken_of_in_its_own_language(format, language, open):
    assert open in report(format, asked(language=language))


@pytest.mark.parametrize("format", ["text", "markdown", "matrix"])
def test_what_one_has_to_know_is_said(format):
    assert "a.yaml säger inget skede" in report(format, asked(stage_said=False)).replace("&#95;", "_")
    assert "Delar av kedjan gick inte att läsa" in report(format, asked(complete=False))
    assert "Kedjan har inga nyttor att fråga om." in report(format, of(Chain("Tom")))
    assert "förväntas svar på fråga 1." in report(format, asked(stage=Stage.ANALYSIS))
    plain = report(format, asked())
    assert not re.search("säger inget|Delar av|inga nyttor|I det här skedet", plain)


@given(any_chain(canonical()), st.sampled_from(LANGUAGES))
def test_whatever_fits_the_format_can_be_asked_and_told(data, language):
    checked = check(to_yaml(data, language).encode())
    told = QuestionOutcome(summed_up(checked), ask(checked.chain, checked.graph, checked.findings))
    assert all(report(format, told) for format in FORMATS)
    read(told)


def test_the_schema_is_one_and_lies_with_those_of_the_package():
    Draft202012Validator.check_schema(SCHEMA)
    assert Path("schemas/questions.schema.json").is_file()


def test_files_say_what_came_of_them_and_all_is_counted():
    data = read(asked(), OTHER, MISSING, CRASHED, BROKEN, asked(stage=Stage.DRAFT, complete=False))
    assert [(f["status"], f["complete"], f["chain"] is None) for f in data["files"]] == [
        ("asked", True, False),
        ("skipped", False, True),
        ("cannot-open", False, True),
        ("crashed", False, True),
        ("unreadable", False, True),
        ("asked", False, False),
    ]
    summary = data["summary"]
    assert (summary["chains"], summary["benefits"]) == (2, 4)
    counts = {"answered": 6, "expected": 14, "partly": 1, "accepted": 0, "percent": 42}
    assert summary["completeness"] == counts
    assert summary["questions"]["who"] == {
        "answered": 1,
        "expected": 2,
        "partly": 0,
        "accepted": 0,
        "percent": 50,
    }
    assert data["files"][0]["chain"]["completeness"] == {
        "answered": 6,
        "expected": 14,
        "partly": 1,
        "accepted": 0,
        "percent": 42,
    }


@pytest.mark.parametrize(
    "path", [(), ("files", 0), ("files", 0, "chain"), ("files", 0, "chain", "benefits", 0)]
)
def test_the_schema_refuses_what_is_not_said_in_it(path):
    data = read(asked())
    part = data
    for key in path:
        part = part[key]
    part["x"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(data)
    del part["x"]
    part.popitem()
    assert not Draft202012Validator(SCHEMA).is_valid(data)
