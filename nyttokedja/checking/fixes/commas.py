"""Fixes of what a comma between braces has cut in pieces (NK003): a text, or the ids of several boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.checking.fixes.target import Edits, Ground, Mend, Spot, value_of
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.writing.quoting import quoted

_ENDS = re.compile(r"[ \t\r\n]*[,}]")


def comma_in_text(ground: Ground, span: Span, _: Mapping[str, Any]) -> Edits:
    """A text in quotes, with all that its commas have cut off; brackets round ids."""
    key = ground.at(span)
    spot = value_of(key.holder, key.number - 1) if key is not None and key.holder else None
    if spot is None or not isinstance(spot.part, ScalarPart) or spot.part.style:
        return ()
    pieces = cut_off(ground, spot)
    whole = Span(spot.part.start, pieces[-1].end) if pieces else Span(0, 0)
    raw = ground.raw(whole)
    if not pieces or "#" in raw:
        return ()
    if spot.takes_text:
        text = " ".join(raw.split()) if {"\n", "\r"} & set(raw) else raw
        return ((whole, quoted(text, ground.quote)),)
    ids = [spot.part.written, *(piece.written for piece in pieces)]
    return ((whole, f"[{raw}]"),) if _are_targets(ground, spot, ids) else ()


def cut_off(ground: Ground, spot: Spot) -> Sequence[ScalarPart]:
    """The pieces of a value between braces that its commas have made keys of."""
    return tuple(_pieces(ground, spot))


def _pieces(ground: Ground, spot: Spot) -> Iterator[ScalarPart]:
    holder = spot.holder
    if holder is None or not isinstance(holder.part, MappingPart):
        return
    known = holder.form.schema.get("properties", ()) if holder.form else ()
    for number in range(spot.number + 1, len(holder.part.entries)):
        key, name = holder.part.entries[number].key, holder.names[number]
        if name in known or name.startswith("x-") or key.style:
            return
        if not _ENDS.match(ground.text, key.end):
            return
        yield key


def _are_targets(ground: Ground, spot: Spot, ids: Sequence[str]) -> bool:
    """Whether all of them are boxes that the one that they stand in can lead or point to."""
    if ground.ends is None or spot.form is None or spot.form.item is None or len(set(ids)) < len(ids):
        return False
    own = spot.holder.name if spot.holder else ""
    return all(id in ground.ends.graph.nodes and id != own for id in ids)


MENDS: Mapping[tuple[str, str], Mend] = {("NK003", "comma-in-text"): comma_in_text}
