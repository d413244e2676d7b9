"""The JSON Schema of settings, with the names of the rules that there are."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from nyttokedja.checking.rules import RULES, can_be_ignored
from nyttokedja.language.schema import folder

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

FILE = "settings.schema.json"
_SHORTEST = len("NK1")


@cache
def schema() -> dict[str, Any]:
    """The schema, as the rules are now."""
    made: dict[str, Any] = json.loads((folder() / FILE).read_text("utf-8"))
    ignorable = [rule for rule in RULES if can_be_ignored(rule)]
    made["$defs"]["rule"]["enum"] = _names(RULES)
    made["$defs"]["ignorable"]["enum"] = _names(ignorable)
    return made


def schema_text() -> str:
    """What its file holds."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def validator() -> Draft202012Validator:
    """What tells which values do not fit, and where."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


def limit_range(name: str) -> tuple[int, int]:
    """The least and the most that a limit can be."""
    said = schema()["properties"]["limits"]["properties"][name]
    return said["minimum"], said["maximum"]


def _names(rules: Any) -> list[str]:
    """The names, codes and beginnings of codes of rules."""
    codes = {rule.code[:n] for rule in rules for n in range(_SHORTEST, len(rule.code) + 1)}
    return [*sorted(codes), *sorted(rule.name for rule in rules)]
