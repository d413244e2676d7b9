"""Settings that are others → a sentence each, in one language."""

from __future__ import annotations

from typing import Any

from nyttokedja.checking.settings import SettingChange
from nyttokedja.checking.settings.changes import NOT_UNDERSTOOD, SEVERITY
from nyttokedja.language.codes import NAMES
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import NEVER

_GROUP = "comparison/settings"


def setting_sentence(change: SettingChange, language: str) -> str:
    """What is another now: rules by code and what they find, stages and severities by name."""
    said = texts(language)
    if change.key == NOT_UNDERSTOOD:
        side = "both" if change.before and change.after else "before" if change.before else "after"
        return said.say(_GROUP, f"{NOT_UNDERSTOOD}-{side}", file=change.after or change.before)
    rules = tuple(f"{code} {said.title(code)}" for code in change.rules)
    before, after = (_value(change.key, value, language) for value in (change.before, change.after))
    return said.say(_GROUP, _template(change), rules=rules, before=before, after=after)


def _template(change: SettingChange) -> str:
    if change.key != SEVERITY:
        return change.key
    if change.before is None:
        return f"{SEVERITY}-said"
    return f"{SEVERITY}-free" if change.after is None else SEVERITY


def _value(key: str, value: Any, language: str) -> str:
    said = texts(language)
    if value is None:
        return said.word(_GROUP, "none")
    if value == NEVER:
        return said.word(_GROUP, "never")
    if key in (SEVERITY, "fail-on"):
        return said.word("severity", value)
    if key == "stage":
        return said.word("stage", value)
    if key == "language":
        return NAMES[value]
    if key == "tolerance":
        return f"{said.number(value * 100)} %"
    return str(value)
