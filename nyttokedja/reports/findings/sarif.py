"""Findings → SARIF 2.1.0. Columns are characters from 1, which SARIF calls unicodeCodePoints.

What has been accepted in a chain is there, suppressed. A file that could not be checked is a notification
of an execution that did not succeed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.rules import RULES, Rule
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Fix, Place
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reports.documents import json_text
from nyttokedja.reports.findings.messages import Note, fingerprints, notes
from nyttokedja.reports.locations import is_relative, uri
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import web_page

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""Where a message would have a link in it: [text](destination)."""


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """A log of one run, with the rules that found something."""
    said = list(notes(outcomes, accepted=True))
    found = [note for note in said if note.finding is not None]
    rules = [rule for rule in RULES if rule.code in {note.code for note in found}]
    order = {rule.code: index for index, rule in enumerate(rules)}
    marks = fingerprints(found, setting)
    driver = {"name": "nyttokedja", "version": setting.version, "rules": [_rule(r, setting) for r in rules]}
    results = [
        _result(note, order[note.code], mark, setting) for note, mark in zip(found, marks, strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "language": setting.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation([note for note in said if note.finding is None], setting)],
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, setting: ReportContext) -> dict[str, Any]:
    manual = rule.manual.text
    usual = rule.severities.get(Stage.ANALYSIS) or max(rule.severities.values())
    address = web_page(rule.code, setting)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": texts(setting.language).title(rule.code)},
        "help": {"text": manual, "markdown": manual},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[usual], "enabled": rule.default},
    }


def _result(note: Note, index: int, mark: str, setting: ReportContext) -> dict[str, Any]:
    finding = note.finding
    assert finding is not None
    result = {
        "ruleId": note.code,
        "ruleIndex": index,
        "level": _LEVELS[note.severity],
        "message": _message(note.said(" ")),
        "locations": [_location(note.file, setting, note.place)],
        "partialFingerprints": {"nyttokedja/v1": mark},
        "suppressions": [_suppression(finding.why)] if finding.accepted else [],
    }
    return {**result, "fixes": [_fix(finding.fix, note, setting)]} if finding.fix else result


def _suppression(why: str) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted", **({"justification": why} if why else {})}


def _fix(fix: Fix, note: Note, setting: ReportContext) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": text}}
        for _, place, text in fix.replacements
    ]
    change = {"artifactLocation": _artifact(note.file, setting), "replacements": replacements}
    return {"description": _message(note.remedy or note.message), "artifactChanges": [change]}


def _invocation(troubles: Sequence[Note], setting: ReportContext) -> dict[str, Any]:
    notifications = [
        {
            "descriptor": {"id": note.code},
            "level": "error",
            "message": _message(note.message),
            "locations": [_location(note.file, setting)],
        }
        for note in troubles
    ]
    return {"executionSuccessful": not troubles, "toolExecutionNotifications": notifications}


def _message(text: str) -> dict[str, str]:
    return {"text": _LINK.sub(r"\\[", text)}


def _location(file: str, setting: ReportContext, place: Place | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(file, setting)}
    if place is not None:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _artifact(file: str, setting: ReportContext) -> dict[str, str]:
    base = {"uriBaseId": "%SRCROOT%"} if is_relative(file, setting) else {}
    return {"uri": uri(file, setting), **base}


def _region(place: Place) -> dict[str, int]:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
