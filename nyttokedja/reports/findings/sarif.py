"""Findings → SARIF 2.1.0. Columns are characters from 1, which SARIF calls unicodeCodePoints.

Accepted findings are suppressed results. A file that could not be checked is a notification
of an execution that did not succeed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.rules import RULES, Rule
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Fix, Place
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reports.findings.diagnostics import (
    Diagnostic,
    diagnostics,
    failure_diagnostic,
    fingerprinted,
)
from nyttokedja.reports.locations import file_uri, is_relative
from nyttokedja.reports.markup import json_pieces
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import web_address

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""The bracket that would begin a link in a message: [text](destination)."""


def report(outcomes: Sequence[Outcome], context: ReportContext) -> Iterator[str]:
    """A log of one run, with the rules that found something; a result at a time."""
    codes = {finding.code for outcome in outcomes for finding in outcome.findings}
    rules = [rule for rule in RULES if rule.code in codes]
    order = {rule.code: index for index, rule in enumerate(rules)}
    driver = {"name": "nyttokedja", "version": context.version, "rules": [_rule(r, context) for r in rules]}
    found = (one for one in diagnostics(outcomes, accepted=True) if one.finding is not None)
    results = (
        _result(diagnostic, order[diagnostic.code], mark, context)
        for diagnostic, mark in fingerprinted(found, context)
    )
    run = {
        "tool": {"driver": driver},
        "language": context.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation([failure_diagnostic(one) for one in outcomes if one.trouble], context)],
        "results": results,
    }
    return json_pieces({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, context: ReportContext) -> dict[str, Any]:
    manual = rule.manual_in(context.language).text
    usual = rule.severities.get(Stage.ANALYSIS) or max(rule.severities.values())
    address = web_address(rule.code, context)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": texts(context.language).title(rule.code)},
        "help": {"text": manual, "markdown": manual},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[usual], "enabled": rule.default},
    }


def _result(diagnostic: Diagnostic, index: int, mark: str, context: ReportContext) -> dict[str, Any]:
    finding = diagnostic.finding
    assert finding is not None
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(diagnostic.full_text(" ")),
        "locations": [_location(diagnostic.file, context, diagnostic.place)],
        "partialFingerprints": {"nyttokedja/v1": mark},
        "suppressions": [_suppression(finding.why)] if finding.accepted else [],
    }
    return {**result, "fixes": [_fix(finding.fix, diagnostic, context)]} if finding.fix else result


def _suppression(why: str) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted", **({"justification": why} if why else {})}


def _fix(fix: Fix, diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": text}}
        for _, place, text in fix.replacements
    ]
    change = {"artifactLocation": _artifact(diagnostic.file, context), "replacements": replacements}
    return {"description": _message(diagnostic.remedy or diagnostic.message), "artifactChanges": [change]}


def _invocation(troubles: Sequence[Diagnostic], context: ReportContext) -> dict[str, Any]:
    notifications = [
        {
            "descriptor": {"id": diagnostic.code},
            "level": "error",
            "message": _message(diagnostic.message),
            "locations": [_location(diagnostic.file, context)],
        }
        for diagnostic in troubles
    ]
    return {"executionSuccessful": not troubles, "toolExecutionNotifications": notifications}


def _message(text: str) -> dict[str, str]:
    return {"text": _LINK.sub(r"\\[", text)}


def _location(file: str, context: ReportContext, place: Place | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(file, context)}
    if place is not None:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _artifact(file: str, context: ReportContext) -> dict[str, str]:
    base = {"uriBaseId": "%SRCROOT%"} if is_relative(file, context) else {}
    return {"uri": file_uri(file, context), **base}


def _region(place: Place) -> dict[str, int]:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
