"""Findings → JUnit XML: a suite a file, a case a finding.

Columns, in the cases' names, are characters from 1.

An error is a failure. JUnit has no warnings: they and infos are skipped cases, which services show with
their message and do not fail the build for. A file that could not be checked is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.markup import XML_HEAD, xml_attributes, xml_legal, xml_safe, xml_tag
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
    attributes = {"name": xml_legal(name), **told}
    started = False
    for pieces in held:
        yield _line(level + 1) if started else f"{xml_tag(tag, attributes)}{_line(level + 1)}"
        started = True
        yield from pieces
    yield f"{_line(level)}</{tag}>" if started else xml_tag(tag, attributes, " /")


def _line(level: int) -> str:
    return "\n" + "  " * level


def _suite(outcome: Outcome, context: ReportContext) -> Iterator[str]:
    file = report_path(outcome.name, context)
    cases = ((case,) for case in _cases(outcome, file, context))
    return _around("testsuite", file, _counted(outcome), 1, cases)


def _cases(outcome: Outcome, file: str, context: ReportContext) -> Iterator[str]:
    held = xml_attributes({"classname": xml_legal(file), "file": xml_legal(file)})
    there = False
    for diagnostic in diagnostics([outcome]):
        there = True
        yield _case(diagnostic, file, held, page_address(diagnostic.code, context))
    if not there:
        passed = texts(outcome.language).word("report", "passed")
        yield xml_tag("testcase", {"name": passed}, f"{held} /")


def _case(diagnostic: Diagnostic, file: str, held: str, address: str) -> str:
    place = f"{diagnostic.place.line}:{diagnostic.place.column}"
    name = xml_legal(f"{diagnostic.code} {place} {diagnostic.title}")
    kind = "error" if diagnostic.finding is None else _kind(diagnostic.severity)
    result = {"message": xml_legal(diagnostic.message), "type": diagnostic.code}
    text = f"{safe_file_name(file)}:{place}: {diagnostic.word}: {diagnostic.full_text(chr(10) + '→ ')}"
    said = xml_safe(escape(xml_legal(f"{text}\n{address}" if address else text)))
    line = f' line="{diagnostic.place.line}"'
    return (
        f"{xml_tag('testcase', {'name': name}, held + line)}"
        f"{_line(3)}{xml_tag(kind, result)}{said}</{kind}>{_line(2)}</testcase>"
    )


def _kind(severity: Severity) -> str:
    return "failure" if severity is Severity.ERROR else "skipped"


def _counted(outcome: Outcome) -> Counter[str]:
    """How many cases of a file came out how; one without findings has a case that passed."""
    kinds = Counter(_kind(finding.severity) for finding in outcome.findings if not finding.accepted)
    kinds["error"] += bool(outcome.trouble)
    return kinds if kinds.total() else Counter({"passed": 1})
