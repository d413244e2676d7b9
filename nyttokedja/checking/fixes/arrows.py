"""Fixes of arrows and pointers: to what is not there (NK101), and twice to the same (NK104)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.arrow_ends import Ends
from nyttokedja.checking.fixes.pointers import renamed
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits
from nyttokedja.model.chain import IN_GRAPH, Link, Node, NodeType
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.outline import end_of
from nyttokedja.reading.parts import ListPart, MappingPart

_DASH = re.compile(r" *- +")
_REST_OF_LINE = re.compile(r"[ \t]*(\r\n|\r|\n|\Z)")
_BETWEEN_ITEMS = re.compile(r"[\s,]*")


def meant(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The id that was meant, unless an arrow leads there already, or none where a pointer says one does."""
    ends = target.ends
    if ends is None or ends.is_loose(span) or ends.is_repeated(shown["node"], span, shown["meant"]):
        return ()
    return renamed(target, span, shown["written"], shown["meant"].id)


def misspelt_id(target: FixTarget, _: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The id that all arrows to a box write, in the place of the box's own."""
    location = target.at(shown["meant"].span)
    if location is None or not location.is_key or location.form is None or not location.form.holds_nodes:
        return ()
    return (target.replaced(location, shown["written"]),)


def end(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Only the head of an arrow that is written out with its tail, where the tail is the box itself."""
    node, ends = shown["node"], ARROW.split(shown["written"])
    if target.ends is None or len(ends) != 2 or target.ends.graph.find(ends[0]).node is not node:
        return ()
    location = target.at(span)
    if location is None or not _may_lead(target.ends, span, shown["node"], [shown["meant"]]):
        return ()
    return (target.replaced(location, shown["meant"].id),)


def several(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """A list of the ids that a text names; in a list, an item for each."""
    location, ids = target.at(span), shown["items"][1:-1].split(", ")
    if target.ends is None or location is None or location.holder is None or len(set(ids)) < len(ids):
        return ()
    nodes, written_down = target.ends.graph.nodes, shown["written"].casefold()
    if not all(id in shown["written"] or nodes[id].title.casefold() in written_down for id in ids):
        return ()  # one of them is a guess
    if not _may_lead(target.ends, span, shown["node"], [nodes[id] for id in ids]):
        return ()
    whole = Span(location.part.start, location.part.end)
    written = [target.written(id, flow=True) for id in ids]
    if isinstance(location.holder.part, MappingPart):
        return () if location.name == "to" else ((whole, f"[{', '.join(written)}]"),)
    lead = target.lead(whole.start)
    if location.in_flow:
        return ((whole, ", ".join(written)),)
    return ((whole, f"{target.newline}{lead}".join(written)),)


def _may_lead(ends: Ends, span: Span, node: Node, targets: list[Node]) -> bool:
    """Whether a node can point to all of them, and lead there, each once, if that is what it does."""
    if not all(target.type in IN_GRAPH for target in targets):
        return False
    if span not in ends.links:
        return True
    fit = node.type is not NodeType.RISK or all(target.type is NodeType.DRAWBACK for target in targets)
    return fit and not any(target is node or ends.is_repeated(node, span, target) for target in targets)


def repeated(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """Nothing in place of an item of a list, if it says no more than the first that leads there."""
    links = target.ends.links if target.ends else {}
    location, link, first = target.at(span), links.get(span), links.get(shown["first"])
    if location is None or link is None or first is None or location.holder is None:
        return ()
    item = location.holder if isinstance(location.holder.part, MappingPart) else location
    if not _says_no_more(item, link, first) or item.holder is None:
        return ()
    listing = item.holder.part
    if not isinstance(listing, ListPart):
        return ()
    if listing.flow:
        return _without_item(target, listing, item.number)
    return _without_lines(target, item)


def _says_no_more(item: PartLocation, link: Link, first: Link) -> bool:
    own = any(name.startswith("x-") for name in item.names)
    said = ((link.because, first.because), (link.evidence, first.evidence), (link.strength, first.strength))
    return not own and all(text in ("", other) for text, other in said)


def _without_item(target: FixTarget, listing: ListPart, number: int) -> TextEdits:
    """An item inside brackets goes with the comma before it; a comment there may be about either."""
    before, item = listing.items[number - 1], listing.items[number]
    between = _BETWEEN_ITEMS.fullmatch(target.text, before.end, item.start)
    return ((Span(before.end, item.end), ""),) if between else ()


def _without_lines(target: FixTarget, item: PartLocation) -> TextEdits:
    """An item with a dash goes with its lines, if nothing else stands on them."""
    lead = target.lead(item.part.start)
    stop = end_of(target.text, item.part)
    rest = _REST_OF_LINE.match(target.text, stop)
    span = Span(item.part.start - len(lead), rest.end() if rest else stop)
    if rest is None or not _DASH.fullmatch(lead) or "#" in target.raw(span):
        return ()
    if rest[1]:
        return ((span, ""),)
    above = len(target.text[: span.start].removesuffix("\n").removesuffix("\r"))
    return ((Span(above, span.end), ""),)


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK101", "meant"): meant,
    ("NK101", "id"): misspelt_id,
    ("NK101", "space"): meant,
    ("NK101", "end"): end,
    ("NK101", "several"): several,
    ("NK104", ""): repeated,
}
