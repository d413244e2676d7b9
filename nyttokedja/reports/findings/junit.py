"""Findings → JUnit XML: a suite a file, a case a finding.

Columns, in the cases' names, are characters from 1.

An error is a failure. JUnit has no warnings: they and infos are skipped cases, which services show with
their message without calling the build broken. A file that could not be checked is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.documents import legal, xml_text
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """One document, with a suite for each file that is a chain or could not be opened."""
    root = ET.Element("testsuites", name="nyttokedja")
    for outcome in outcomes:
        if outcome.is_chain:
            root.append(_suite(outcome, path(outcome.name, setting), setting))
    root.attrib |= _counts(root)
    return xml_text(root)


def _suite(outcome: Outcome, file: str, setting: ReportContext) -> ET.Element:
    suite = ET.Element("testsuite", name=legal(file))
    said = list(notes([outcome]))
    for note in said:
        suite.append(_case(note, file, page(note.code, setting)))
    if not said:
        passed = texts(outcome.language).word("report", "passed")
        ET.SubElement(suite, "testcase", name=passed, classname=legal(file), file=legal(file))
    suite.attrib |= _counts(suite)
    return suite


def _case(note: Note, file: str, address: str) -> ET.Element:
    place = f"{note.place.line}:{note.place.column}"
    attributes = {"classname": legal(file), "file": legal(file), "line": str(note.place.line)}
    case = ET.Element("testcase", {"name": f"{note.code} {place} {legal(note.title)}", **attributes})
    result = ET.SubElement(case, _kind(note), message=legal(note.message), type=note.code)
    told = f"{file}:{place}: {note.word}: {note.said(chr(10) + '→ ')}"
    result.text = legal(f"{told}\n{address}" if address else told)
    return case


def _kind(note: Note) -> str:
    if note.finding is None:
        return "error"
    return "failure" if note.severity is Severity.ERROR else "skipped"


def _counts(element: ET.Element) -> Mapping[str, str]:
    return dict(_counted(element))


def _counted(element: ET.Element) -> Iterator[tuple[str, str]]:
    yield "tests", str(len(element.findall(".//testcase")))
    for name, kind in _OUTCOMES.items():
        yield name, str(len(element.findall(f".//{kind}")))
