"""Findings → the ways to do what they ask, as buttons on a wall: nobody there writes in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.board.details import details_of
from nyttokedja.editing.document import document
from nyttokedja.editing.orders import SetOrder
from nyttokedja.editing.remedies import BLANK, Remedy, label, remedies_of
from nyttokedja.editing.remedies.model import Fill
from nyttokedja.language.codes import guessed
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reports.findings.groups import Group


def ways_of(group: Group, parsed: Parsed) -> Iterator[Mapping[str, Any]]:
    """The ways to do what findings ask, in the words of a button and not those of the file.

    One that is ``ready`` needs nothing more to be said; ``form`` is the box, or "" for the chain, whose form
    has the field ``key`` that is asked for.
    """
    alone = len(group.findings) == 1
    for remedy in remedies_of(group.first, parsed):
        ready = alone and not remedy.blanks and not remedy.loses
        form, key = _form(remedy, parsed) if alone and not ready else (None, "")
        yield {"label": label(remedy), "ready": ready, "form": form, "key": key}


def _form(remedy: Remedy, parsed: Parsed) -> tuple[str | None, str]:
    """The box whose form has all that a remedy asks for, with the first field of it; None for no box."""
    steps = remedy.steps()
    if not all(isinstance(step, SetOrder | Fill) for step in steps):
        return None, ""
    asked = [(step.id, step.key) for step in steps if isinstance(step, SetOrder | Fill)]
    ids = {id for id, _ in asked}
    if len(ids) != 1 or BLANK in ids or any("." in key or BLANK in key for _, key in asked):
        return None, ""
    (id,) = ids
    fields = {field["key"] for field in details_of(document(parsed), id, guessed(parsed.text))}
    return (id, asked[0][1]) if fields.issuperset(key for _, key in asked) else (None, "")
