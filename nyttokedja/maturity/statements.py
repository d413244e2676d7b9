"""The fourteen statements of ours, in a language."""

from __future__ import annotations

from functools import cache
from typing import Any

from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import AREAS, Statement, StatementSet

_IN_A_CHANGE = 7
"""So many of the statements, the first ones, are about the questions in a change; the rest about steering."""


@cache
def our_statements(language: str) -> StatementSet:
    """Our own statements: seven about the questions in a change, seven about steering."""
    said = texts(language)
    held = said.group("maturity_statements/")
    statements = tuple(_statement(id, told, n) for n, (id, told) in enumerate(held.items()))
    return StatementSet(statements, tuple(said.group("maturity/levels")["names"]), language)


def _statement(id: str, told: dict[str, Any], n: int) -> Statement:
    area = AREAS[n >= _IN_A_CHANGE]
    return Statement(id, told["title"], told["text"], tuple(told["anchors"]), area)
