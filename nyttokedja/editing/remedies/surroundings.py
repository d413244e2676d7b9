"""A file and a place in it → what stands round it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.editing.remedies.lines import Line, line_at
from nyttokedja.editing.remedies.spots import SPOTS, Spot
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Finding, Mention, Place, Span
from nyttokedja.reading.outline import Child
from nyttokedja.reading.parsed import Parsed

_TO = {words(language).key("to", "link") for language in LANGUAGES}
_BOX = 3
"""So many numbers lead to a field of a box; `to` stands further in."""


@dataclass(frozen=True)
class Surroundings:
    """What stands round a span of a file, that of a finding or of something that it speaks of."""

    parsed: Parsed
    finding: Finding
    span: Span

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.parsed.text

    def raw(self, span: Span) -> str:
        """What stands in a span."""
        return self.text[span.start : span.end]

    def at(self, spot: Spot) -> Span:
        """Where a part of the file is."""
        return SPOTS[spot](self)

    @cached_property
    def line(self) -> Line:
        """The line where the span begins."""
        return line_at(self.text, self.span.start)

    @cached_property
    def above(self) -> Line:
        """The nearest line above that stands less far in; the one straight above, if there is none."""
        return self.line.holder or self.line.before or self.line

    @property
    def newline(self) -> str:
        """How the file ends its lines."""
        return self.text[self.line.end : self.line.full.end] or "\n"

    @property
    def rest(self) -> Span:
        """From where the span begins to the end of what its line says."""
        return Span(self.span.start, max(self.span.start, self.line.said_end))

    @cached_property
    def child(self) -> Child | None:
        """The entry or item that the span is: it, its key, or what it holds; an arrow with all said of it."""
        if not self.parsed.can_be_read:
            return None
        children = self.parsed.outline.children
        found = max(children.values(), key=self._nearness, default=None)
        if found is not None and found.key and found.key.value in _TO and len(found.path) > _BOX:
            return children[found.parent]
        return found

    def _nearness(self, child: Child) -> tuple[int, int]:
        """How well a child fits the span: most if its key or value is that; the deeper, the better."""
        key, value = child.key, child.value
        if key is not None and (key.start, key.end) == self.span:
            return (5, len(child.path))
        if (value.start, value.end) == self.span:
            return (4, len(child.path))
        if key is not None and key.start == self.span.start:
            return (3, len(child.path))
        if value.start == self.span.start or child.head == self.span.start:
            return (2, -len(child.path))
        return (1 if child.head <= self.span.start < child.end else 0, len(child.path))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead from the finding's box to the entry or item, items counted from 1."""
        return self.way[2:] if self.finding.node and self.way[1:2] == (self.finding.node,) else self.way

    @property
    def way(self) -> tuple[str, ...]:
        """The same from the root."""
        child = self.child
        if child is None:
            return ()
        children = self.parsed.outline.children
        way = [children[child.path[: n + 1]] for n in range(len(child.path))]
        return tuple(one.key.value if one.key else str(one.path[-1] + 1) for one in way)

    def elsewhere(self, place: Place) -> Surroundings:
        """What stands round another place of the file."""
        return Surroundings(self.parsed, self.finding, self.parsed.source.span(place))

    def fields(self, node: Mention, canonical: Collection[str]) -> str:
        """How fields of a box stand in the file, by their canonical keys."""
        there = self.elsewhere(node.place).child
        section = root_form().within(NodeType(node.type).section)
        form = section.within(node.id) if section else None
        if there is None or form is None:
            return ""
        found = (
            one
            for one in self.parsed.outline.within(there.path)
            if one.key and form.keys.get(one.key.value, one.key.value) in canonical
        )
        return " ".join(self.text[one.head : one.end] for one in found)


def surroundings(parsed: Parsed, finding: Finding, of: str = "") -> Surroundings:
    """What stands round the place of a finding, or round that of one of its particulars."""
    said = finding.particulars[of] if of else finding.place
    place = said.place if isinstance(said, Mention) else said
    assert isinstance(place, Place)
    return Surroundings(parsed, finding, parsed.source.span(place))
