"""What holds for every format, whatever it is asked to report."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from nyttokedja import reports as formats
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings import FORMATS, reporter
from nyttokedja.reports.findings.diagnostics import finding_diagnostic
from nyttokedja.reports.markup import xml_legal
from tests.hostile import harmless

from .told import CRASHED, HOSTILE, LINES, MISSING, SETTING, finding, message, outcome, report

PACKAGE = f"{formats.__name__}.findings"
PLACE = Path(formats.__file__).parent / "findings"


def said_in(format, text):
    """The messages in a report, as a program reads them."""
    if format == "junit":
        return [case[0].get("message") for case in ET.fromstring(text).iter("testcase") if len(case)]
    data = json.loads(text)
    if format == "sarif":
        return [result["message"]["text"] for result in data["runs"][0]["results"]]
    listed = {"json": "findings", "rdjson": "diagnostics"}.get(format)
    return [item.get("message") or item["description"] for item in (data[listed] if listed else data)]


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "rdjson", "junit"])
@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_documents_read_back_with_the_title_intact(format, title):
    found = finding(title)
    text = report(format, outcome(found))
    expected = message(found)
    if format == "junit":
        expected = xml_legal(expected)
    if format == "sarif":
        expected = expected.replace("[x](", "\\[x](").replace("[y](", "\\[y](")
    assert [said.startswith(expected) for said in said_in(format, text)] == [True]
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "##" not in text
    assert not re.search(r"^\s*::", text, re.MULTILINE)


@pytest.mark.parametrize("format", LINES)
@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_lines_are_one_a_finding_and_no_command_of_anybody_else(format, title):
    lines = report(format, outcome(finding(title), finding("Lugn"))).removesuffix("\n")
    own = {"github": "::error ", "azure": "##vso[task.logissue "}.get(format, "")
    about = [line for line in lines.split("\n") if "ägare." in line]
    assert len(about) == 2
    assert len(lines.splitlines()) == 2 if format != "text" else True
    for line in lines.split("\n"):
        assert harmless(line)
        rest = line.removeprefix(own) if own else line
        assert not rest.lstrip().startswith(("::", "##"))
        assert not re.search(r"##\w*\[", rest)


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_markdown_is_a_row_a_finding_and_nothing_but_text(title):
    found = finding(title)
    text = report("markdown", outcome(found, finding("Lugn")))
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    assert page.count("<tr>") == 3
    assert page.count("<td>") == 8
    tags = set(re.findall(r"</?(\w+)", page))
    assert tags <= {"h3", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
    cell = [td.text for td in ET.fromstring(f"<x>{page}</x>").iter("td")][2]
    assert not re.search(r"[@#!~$](?=\w)|://|www\.\w|:smile|GH-1", cell)
    shown = cell.replace("\u200b", "").removeprefix("NK401 ")
    assert shown == re.sub(r"##(?=\w*\[)", r"#\\u0023", printable(message(found)))


def printable(text):
    return "".join(c if c.isprintable() or harmless(text) else escape(ord(c)) for c in text)


def escape(code):
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_could_not_be_checked_is_an_error_in_every_format(format):
    text = report(format, MISSING, CRASHED, outcome())
    assert "den finns inte" in text
    assert "ZeroDivisionError" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "name", ["::error::x.yaml", "a\nb.yaml", "\x1b[31m.yaml", "##vso[x].yaml", "\udc80.yaml", "å #|.yaml"]
)
def test_no_name_of_a_file_is_more_than_a_name(format, name):
    text = report(format, outcome(finding(file=name), name=name), outcome(trouble="not-found", name=name))
    text.encode()
    assert "\x1b" not in text
    assert not re.search(r"^\s*::(?!error file=)|##vso\[(?!task\.logissue)", text, re.MULTILINE)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json", "sarif"}))
def test_what_is_accepted_is_not_said(format):
    assert "ägare" not in report(format, outcome(finding(accepted=True, why="Så är det")))


@pytest.mark.parametrize("format", FORMATS)
def test_each_file_is_spoken_of_in_its_own_language(format):
    english = finding(file="b.yaml", language="en")
    text = report(format, outcome(finding()), outcome(english, name="b.yaml", language="en"))
    assert "har ingen ägare" in text
    assert "has no owner" in text


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_at_all_can_be_reported(format):
    text = report(format)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
def test_every_severity_can_be_told(format):
    texts = {report(format, outcome(finding(severity=level))) for level in Severity}
    assert len(texts) == 3


@pytest.mark.parametrize("format", ["sarif", "junit"])
def test_of_many_findings_one_is_worded_at_a_time(format, monkeypatch):
    """A hundred thousand findings took 30 seconds and 1.5 GB where all were made before one was written."""
    worded = []

    def counted(found):
        worded.append(found)
        return finding_diagnostic(found)

    monkeypatch.setattr("nyttokedja.reports.findings.diagnostics.finding_diagnostic", counted)
    pieces = reporter(format)([outcome(*[finding()] * 500)], SETTING)
    for n in range(1, 50):
        next(pieces)
        assert len(worded) <= n
    assert len(said_in(format, report(format, outcome(*[finding()] * 500)))) == 500
