"""Fixes of what a comma between braces has cut in pieces (NK003): a text, or the ids of several boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits, value_of
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.writing.quoting import quoted

_ENDS = re.compile(r"[ \t\r\n]*[,}]")


def comma_in_text(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A text in quotes, with all that its commas have cut off; brackets round ids."""
    key = target.at(span)
    location = value_of(key.holder, key.number - 1) if key is not None and key.holder else None
    if location is None or not isinstance(location.part, ScalarPart) or location.part.style:
        return ()
    pieces = cut_off(target, location)
    whole = Span(location.part.start, pieces[-1].end) if pieces else Span(0, 0)
    raw = target.raw(whole)
    if not pieces or "#" in raw:
        return ()
    if location.takes_text:
        text = " ".join(raw.split()) if {"\n", "\r"} & set(raw) else raw
        return ((whole, quoted(text, target.quote)),)
    ids = [location.part.written, *(piece.written for piece in pieces)]
    return ((whole, f"[{raw}]"),) if _are_targets(target, location, ids) else ()


def cut_off(target: FixTarget, location: PartLocation) -> Sequence[ScalarPart]:
    """The pieces of a value between braces that its commas have made keys of."""
    return tuple(_pieces(target, location))


def _pieces(target: FixTarget, location: PartLocation) -> Iterator[ScalarPart]:
    holder = location.holder
    if holder is None or not isinstance(holder.part, MappingPart):
        return
    known = holder.form.schema.get("properties", ()) if holder.form else ()
    for number in range(location.number + 1, len(holder.part.entries)):
        key, name = holder.part.entries[number].key, holder.names[number]
        if name in known or name.startswith("x-") or key.style:
            return
        if not _ENDS.match(target.text, key.end):
            return
        yield key


def _are_targets(target: FixTarget, location: PartLocation, ids: Sequence[str]) -> bool:
    """Whether all of them are boxes that the one that they stand in can lead or point to."""
    if target.ends is None or location.form is None or location.form.item is None or len(set(ids)) < len(ids):
        return False
    own = location.holder.name if location.holder else ""
    return all(id in target.ends.graph.nodes and id != own for id in ids)


FIXES: Mapping[tuple[str, str], FixFunction] = {("NK003", "comma-in-text"): comma_in_text}
