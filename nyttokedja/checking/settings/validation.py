"""Settings as written → what of them is wrong: findings with their places, and what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from nyttokedja.checking.rules import BY_NAME
from nyttokedja.checking.rules.file import wrong_setting
from nyttokedja.checking.settings.priorities import faults_between
from nyttokedja.checking.settings.schema import schema, validator
from nyttokedja.checking.settings.toml_places import Path, Unreadable, Written
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.severity import Severity
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.schema_errors.error import Problem

if TYPE_CHECKING:
    from jsonschema import ValidationError

_MOST = 400
"""So many errors of a file are told; whoever has made more has made one many times."""
_TYPES = {
    "string": "not-text",
    "number": "not-number",
    "integer": "not-whole",
    "array": "not-list",
    "object": "not-table",
}
"""Type of the schema → the message where a value is of another."""


def unread(fault: Unreadable, file: str, language: str) -> Finding:
    """The finding about a file that is no settings at all."""
    return _finding(fault.variant, fault.place, file, language, **fault.particulars)


def findings(written: Written, file: str, language: str) -> tuple[Finding, ...]:
    """All that is wrong with settings, in the order of the file."""
    found: dict[Path, Finding] = {}  # one a value: what is of the wrong type is not also said to be no choice
    errors = islice(validator().iter_errors(written.values), _MOST)
    for error in sorted(errors, key=lambda error: error.validator != "type"):
        for variant, path, particulars in _faults(error):
            made = _finding(variant, written.place(path), file, language, **particulars)
            found.setdefault(path, made)
    for variant, path, particulars in faults_between(written.values):
        found.setdefault(path, _finding(variant, written.place(path), file, language, **particulars))
    return tuple(sorted(found.values(), key=lambda finding: finding.order))


def _finding(variant: str, place: Place, file: str, language: str, **particulars: Any) -> Finding:
    return Finding(
        code=wrong_setting.code,
        name=wrong_setting.name,
        severity=Severity.ERROR,
        file=file,
        place=place,
        particulars=particulars,
        variant=variant,
        language=language,
        keys=language,
    )


_Fault = tuple[str, Path, dict[str, Any]]
"""The variant of a message, the path to what it is about, and particulars."""


def _faults(error: ValidationError) -> Iterator[_Fault]:
    path = tuple(error.absolute_path)
    schema = error.schema if isinstance(error.schema, dict) else {}
    problem = Problem(str(error.validator), error.validator_value, error.instance, schema)
    if problem.keyword == "additionalProperties":
        allowed = tuple(schema["properties"])
        for key in problem.instance:
            if key not in allowed:
                yield _unknown(key, (*path, key), allowed)
    elif problem.keyword == "enum" and BY_NAME.keys() & set(problem.wanted):
        named = "propertyNames" in error.absolute_schema_path
        yield _no_rule(problem, (*path, problem.instance) if named else path)
    else:
        yield _of_value(problem, path)


def _unknown(key: str, path: Path, allowed: tuple[str, ...]) -> _Fault:
    meant = nearest(key, allowed)
    shown = {"key": key, "allowed": allowed, "meant": meant}
    return ("meant-key" if meant else "unknown-key"), path, shown


def _no_rule(problem: Problem, path: Path) -> _Fault:
    name = str(problem.instance)
    if name == "NK" or name in schema()["$defs"]["rule"]["enum"]:
        return "broken", path, {"text": name}
    meant = nearest(name, problem.wanted)
    return ("meant-rule" if meant else "no-rule"), path, {"text": name, "meant": meant}


def _of_value(problem: Problem, path: Path) -> _Fault:
    shown = {"key": _key(path), "text": str(problem.instance)}
    if problem.keyword == "type":
        return _TYPES[problem.wanted], path, shown
    if problem.keyword == "enum":
        allowed = [str(value) for value in problem.wanted]
        meant = _meant(shown["text"], allowed, path)
        quoted = {"allowed": tuple(f'"{value}"' for value in allowed), "meant": f'"{meant}"'}
        return ("meant" if meant else "choice"), path, {**shown, **quoted}
    if problem.keyword in ("minimum", "maximum"):
        return "range", path, {**shown, "least": problem.schema["minimum"], "most": problem.schema["maximum"]}
    if problem.keyword == "required" and path[:1] != ("files",):
        lacking = next(key for key in problem.wanted if key not in problem.instance)
        return "lacking", path, {"text": lacking}
    return ("no-paths" if path[:1] == ("files",) else "other"), path, shown


def _meant(text: str, allowed: list[str], path: Path) -> str | None:
    """The value that a text is a slip of, in any of the languages that chains are written in."""
    every = {
        words(language).value(value, str(path[-1])): value for language in LANGUAGES for value in allowed
    }
    near = nearest(text, every)
    return every[near] if near else None


def _key(path: Path) -> str:
    """A key as the file says it: those of a list by the list's."""
    return ".".join(str(step) for step in path if isinstance(step, str))
