"""What an engine says of a mistake → where in the question that is."""

from __future__ import annotations

import re

_NAMED = (
    re.compile(r'near "(.+)": syntax error', re.DOTALL),
    re.compile(r"no such (?:column|table|function): (?:\w+\.)?(.+)"),
    re.compile(
        r"(?:ambiguous column name|wrong number of arguments to function|misuse of aggregate):? (\w+)"
    ),
    re.compile(r'unrecognized token: "(.+)"', re.DOTALL),
)


def place_in(sql: str, said: str) -> str:
    """The line, the column and a mark under the word that is named, where it stands there once; else ""."""
    for form in _NAMED:
        found = form.search(said)
        if found is None:
            continue
        word = found[1].removesuffix("()")
        border = [r"\b" if word[end].isalnum() else "" for end in (0, -1)]
        places = list(re.finditer(border[0] + re.escape(word) + border[1], sql, re.IGNORECASE))
        return _marked(sql, places[0].start()) if len(places) == 1 else ""
    return ""


def _marked(sql: str, at: int) -> str:
    before = sql[:at]
    line, column = before.count("\n"), at - (before.rfind("\n") + 1)
    text = sql.split("\n")[line]
    return f"\nLINE {line + 1}: {text}\n{' ' * (len(f'LINE {line + 1}: ') + column)}^"
