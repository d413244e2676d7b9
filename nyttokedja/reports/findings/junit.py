"""Findings → JUnit XML: a suite a file, a case a finding.

Columns, in the cases' names, are characters from 1.

An error is a failure. JUnit has no warnings: they and infos are skipped cases, which services show with
their message and do not fail the build for. A file that could not be checked is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.markup import xml_legal, xml_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page_address

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """One document, with a suite for each file that is a chain or could not be opened."""
    root = ET.Element("testsuites", name="nyttokedja")
    for outcome in outcomes:
        if outcome.is_chain:
            root.append(_suite(outcome, report_path(outcome.name, context), context))
    root.attrib |= _counts(root)
    return xml_text(root)


def _suite(outcome: Outcome, file: str, context: ReportContext) -> ET.Element:
    suite = ET.Element("testsuite", name=xml_legal(file))
    listed = list(diagnostics([outcome]))
    for diagnostic in listed:
        suite.append(_case(diagnostic, file, page_address(diagnostic.code, context)))
    if not listed:
        passed = texts(outcome.language).word("report", "passed")
        ET.SubElement(suite, "testcase", name=passed, classname=xml_legal(file), file=xml_legal(file))
    suite.attrib |= _counts(suite)
    return suite


def _case(diagnostic: Diagnostic, file: str, address: str) -> ET.Element:
    place = f"{diagnostic.place.line}:{diagnostic.place.column}"
    attributes = {"classname": xml_legal(file), "file": xml_legal(file), "line": str(diagnostic.place.line)}
    case = ET.Element(
        "testcase", {"name": xml_legal(f"{diagnostic.code} {place} {diagnostic.title}"), **attributes}
    )
    result = ET.SubElement(
        case, _kind(diagnostic), message=xml_legal(diagnostic.message), type=diagnostic.code
    )
    text = f"{safe_file_name(file)}:{place}: {diagnostic.word}: {diagnostic.full_text(chr(10) + '→ ')}"
    result.text = xml_legal(f"{text}\n{address}" if address else text)
    return case


def _kind(diagnostic: Diagnostic) -> str:
    if diagnostic.finding is None:
        return "error"
    return "failure" if diagnostic.severity is Severity.ERROR else "skipped"


def _counts(element: ET.Element) -> Mapping[str, str]:
    return dict(_counted(element))


def _counted(element: ET.Element) -> Iterator[tuple[str, str]]:
    yield "tests", str(len(element.findall(".//testcase")))
    for name, kind in _OUTCOMES.items():
        yield name, str(len(element.findall(f".//{kind}")))
