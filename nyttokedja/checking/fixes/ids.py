"""Fixes of ids (NK004): one that can be an id, here and wherever it is named; its old words stay as title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.checking.fixes.pointers import renamed
from nyttokedja.checking.fixes.target import Edit, Edits, Ground, Mend, Spot
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import title_from
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import as_id
from nyttokedja.model.spelling import fold
from nyttokedja.reading.hidden_characters import invisible
from nyttokedja.reading.parts import MappingPart, ScalarPart

_COLON = re.compile(r"[ \t]*:")


def id(ground: Ground, span: Span, shown: Mapping[str, Any]) -> Edits:
    """The id that is suggested, if nothing else has it or is to have it."""
    spot, old, new = ground.at(span), str(shown["text"]), str(shown["suggestion"])
    if spot is None or spot.form is None or spot.holder is None or not fold(old) or invisible(old):
        return ()  # what is invisible goes first, and what is left may be an id
    if not _is_free(ground, spot, old, new):
        return ()
    title = _title(ground, spot, old) if title_from(old) != title_from(new) else ()
    if title is None:
        return ()
    pointers = _pointers(ground, old, new) if spot.form.holds_nodes else ()
    return (ground.replaced(spot, new), *title, *pointers)


def _is_free(ground: Ground, spot: Spot, old: str, new: str) -> bool:
    if spot.form is not None and spot.form.holds_nodes:
        if ground.ends is None or any(node.id == old for node in ground.ends.graph.chain.doubled):
            return False
        bad = ground.ends.bad_ids
        return new not in ground.ends.graph.nodes and list(map(as_id, bad)).count(new) == 1
    names = spot.holder.names if spot.holder else ()
    return list(map(as_id, names)).count(new) == 1


def _title(ground: Ground, spot: Spot, old: str) -> Edits | None:
    """The edits that let a box keep its name where its id was its title; None where they cannot be made."""
    holder = spot.holder.part if spot.holder else None
    assert isinstance(holder, MappingPart)
    held = holder.entries[spot.number].value
    title = title_from(old)
    if isinstance(held, ScalarPart):
        return () if held.value is not None else _alone(ground, spot, held, title)
    form = spot.form.within(spot.name) if spot.form else None
    if not isinstance(held, MappingPart) or form is None or not held.entries:
        return None
    if any(form.keys.get(key.value) == "title" for key, _ in held.entries):
        return ()
    entry = f"{words(ground.keys).key('title', form.name)}: {ground.written(title, flow=held.flow)}"
    return ground.put_before(held.entries[0].key, entry, flow=held.flow) or None


def _alone(ground: Ground, spot: Spot, held: ScalarPart, title: str) -> Edits:
    """A title as all that stands after an id."""
    written = ground.written(title, flow=spot.in_flow)
    if held.end > held.start:
        return ((Span(held.start, held.end), written),)
    colon = _COLON.match(ground.text, spot.part.end)
    at = colon.end() if colon else spot.part.end
    return ((Span(at, at), f"{'' if colon else ':'} {written}"),)


def _pointers(ground: Ground, old: str, new: str) -> Iterator[Edit]:
    for span, end in ground.ends.bad_ids.get(old, ()) if ground.ends else ():
        if end != new:
            yield from renamed(ground, span, end, new)


MENDS: Mapping[tuple[str, str], Mend] = {("NK004", "id"): id}
