"""Findings → JUnit XML: a suite a file, a case a finding.

Columns, in the cases' names, are characters from 1.

An error is a failure. JUnit has no warnings: they and infos are skipped cases, which services show with
their message and do not fail the build for. A file that could not be checked is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.markup import XML_HEAD, xml_legal, xml_piece
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page_address

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report(outcomes: Sequence[Outcome], context: ReportContext) -> Iterator[str]:
    """One document, with a suite for each file that is a chain or could not be opened; a case at a time."""
    chains = [outcome for outcome in outcomes if outcome.is_chain]
    total = sum(map(_counted, chains), Counter())
    yield XML_HEAD
    yield from _around("testsuites", "nyttokedja", total, 0, (_suite(one, context) for one in chains))
    yield "\n"


def _around(
    tag: str, name: str, counts: Counter[str], level: int, held: Iterable[Iterable[str]]
) -> Iterator[str]:
    """The tags around what an element holds, which is made a piece at a time."""
    told = {"tests": str(counts.total()), **{name: str(counts[kind]) for name, kind in _OUTCOMES.items()}}
    alone = xml_piece(ET.Element(tag, {"name": xml_legal(name), **told}))
    started = False
    for pieces in held:
        yield "\n" + "  " * (level + 1) if started else alone.removesuffix(" />") + ">\n" + "  " * (level + 1)
        started = True
        yield from pieces
    yield "\n" + "  " * level + f"</{tag}>" if started else alone


def _suite(outcome: Outcome, context: ReportContext) -> Iterator[str]:
    file = report_path(outcome.name, context)
    cases = ((xml_piece(case, 2),) for case in _cases(outcome, file, context))
    return _around("testsuite", file, _counted(outcome), 1, cases)


def _cases(outcome: Outcome, file: str, context: ReportContext) -> Iterator[ET.Element]:
    there = False
    for diagnostic in diagnostics([outcome]):
        there = True
        yield _case(diagnostic, file, page_address(diagnostic.code, context))
    if not there:
        passed = texts(outcome.language).word("report", "passed")
        yield ET.Element("testcase", name=passed, classname=xml_legal(file), file=xml_legal(file))


def _case(diagnostic: Diagnostic, file: str, address: str) -> ET.Element:
    place = f"{diagnostic.place.line}:{diagnostic.place.column}"
    attributes = {"classname": xml_legal(file), "file": xml_legal(file), "line": str(diagnostic.place.line)}
    kind = "error" if diagnostic.finding is None else _kind(diagnostic.severity)
    case = ET.Element(
        "testcase", {"name": xml_legal(f"{diagnostic.code} {place} {diagnostic.title}"), **attributes}
    )
    result = ET.SubElement(case, kind, message=xml_legal(diagnostic.message), type=diagnostic.code)
    text = f"{safe_file_name(file)}:{place}: {diagnostic.word}: {diagnostic.full_text(chr(10) + '→ ')}"
    result.text = xml_legal(f"{text}\n{address}" if address else text)
    return case


def _kind(severity: Severity) -> str:
    return "failure" if severity is Severity.ERROR else "skipped"


def _counted(outcome: Outcome) -> Counter[str]:
    """How many cases of a file came out how; one without findings has a case that passed."""
    kinds = Counter(_kind(finding.severity) for finding in outcome.findings if not finding.accepted)
    kinds["error"] += bool(outcome.trouble)
    return kinds if kinds.total() else Counter({"passed": 1})
