"""Fixes of ids (NK004): one that can be an id, here and wherever it is named; its old words stay as title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.pointers import renamed
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdit, TextEdits
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import title_from
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import as_id
from nyttokedja.model.spelling import fold
from nyttokedja.reading.hidden_characters import invisible
from nyttokedja.reading.parts import MappingPart, ScalarPart

_COLON = re.compile(r"[ \t]*:")


def id(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The id that is suggested, if nothing else has it or is to have it."""
    location, old, new = target.at(span), str(shown["text"]), str(shown["suggestion"])
    if (
        location is None
        or location.form is None
        or location.holder is None
        or not fold(old)
        or invisible(old)
    ):
        return ()  # what is invisible goes first, and what is left may be an id
    if not _is_free(target, location, old, new):
        return ()
    title = _title(target, location, old) if title_from(old) != title_from(new) else ()
    if title is None:
        return ()
    pointers = _pointers(target, old, new) if location.form.holds_nodes else ()
    return (target.replaced(location, new), *title, *pointers)


def _is_free(target: FixTarget, location: PartLocation, old: str, new: str) -> bool:
    if location.form is not None and location.form.holds_nodes:
        if target.ends is None or any(node.id == old for node in target.ends.graph.chain.doubled):
            return False
        bad = target.ends.bad_ids
        return new not in target.ends.graph.nodes and list(map(as_id, bad)).count(new) == 1
    names = location.holder.names if location.holder else ()
    return list(map(as_id, names)).count(new) == 1


def _title(target: FixTarget, location: PartLocation, old: str) -> TextEdits | None:
    """The edits that let a box keep its name where its id was its title; None where they cannot be made."""
    holder = location.holder.part if location.holder else None
    assert isinstance(holder, MappingPart)
    held = holder.entries[location.number].value
    title = title_from(old)
    if isinstance(held, ScalarPart):
        return () if held.value is not None else _alone(target, location, held, title)
    form = location.form.within(location.name) if location.form else None
    if not isinstance(held, MappingPart) or form is None or not held.entries:
        return None
    if any(form.keys.get(key.value) == "title" for key, _ in held.entries):
        return ()
    entry = f"{words(target.keys).key('title', form.name)}: {target.written(title, flow=held.flow)}"
    return target.put_before(held.entries[0].key, entry, flow=held.flow) or None


def _alone(target: FixTarget, location: PartLocation, held: ScalarPart, title: str) -> TextEdits:
    """A title as all that stands after an id."""
    written = target.written(title, flow=location.in_flow)
    if held.end > held.start:
        return ((Span(held.start, held.end), written),)
    colon = _COLON.match(target.text, location.part.end)
    at = colon.end() if colon else location.part.end
    return ((Span(at, at), f"{'' if colon else ':'} {written}"),)


def _pointers(target: FixTarget, old: str, new: str) -> Iterator[TextEdit]:
    for span, end in target.ends.bad_ids.get(old, ()) if target.ends else ():
        if end != new:
            yield from renamed(target, span, end, new)


FIXES: Mapping[tuple[str, str], FixFunction] = {("NK004", "id"): id}
