"""A file and a place in it → the parts of the file that a remedy is about, seen from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from nyttokedja.editing.remedies.held import HELD
from nyttokedja.editing.remedies.lines import Line, closing, conflict, entries, line_at
from nyttokedja.model.findings import Finding, Mention, Place, Span
from nyttokedja.reading.outline import Child
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.quoting import quoted

Spot = Literal[
    "place",
    "before",
    "after",
    "rest",
    "end",
    "all_after",
    "word",
    "item",
    "line",
    "below",
    "block",
    "said",
    "blank",
    "sign",
    "bracket",
    "closing",
    "other",
    "conflict",
    "above",
    "above_said",
    "above_blank",
    "above_sign",
    "above_bracket",
    "above_on",
    "key",
    "held",
    "entry",
    "after_entry",
    "holder",
    "cut_text",
    "comment_sign",
    "name",
    "value",
    "with_comment",
]
"""A part of the file, seen from where a finding is.

=================  =================================================================================
``place``          what the finding is about; ``before`` and ``after`` are nothing, at its two ends
``rest``           from the place to the end of its line; ``end`` is nothing, there
``all_after``      from its line to the end of the file
``word``           its first word, with the blanks after that; ``item`` is what stands between commas
``line``           its line with the line's break; ``below`` is nothing, where the next one begins
``block``          the line and those straight below it that stand as far in or further
``said``           what stands on its line after the key; ``blank`` is what is between colon and that
``sign``           the dash or whatever it begins with, with the blanks after that
``bracket``        from the bracket that ends before it to its own end
``closing``        nothing, where a bracket that it opens ought to be closed
``other``          the blanks before the word that is the finding's ``other``
``conflict``       all between the markers of git
``above``          the line above that stands less far in, and its parts: ``above_said``,
                   ``above_blank``, ``above_sign``; ``above_bracket`` is nothing, before its last one;
                   ``above_on`` is from what it says to the end of the place's own line
``key, held``      the key of the entry there, and what it holds; ``entry`` is both, or an item;
                   ``after_entry`` is nothing, at its end; ``holder`` is all that stands beside it
``cut_text``       from what the entry before it holds to the end of the entry: a comma cut it in two
``name, value``    what stands before and after the = of the place, in settings
``comment_sign``   the # of its line; ``with_comment`` is what the key says there, and all after the #
=================  =================================================================================
"""


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
        return _SPOTS[spot](self)

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
        """The entry or item that the span is: it, its key, or what it holds."""
        if not self.parsed.can_be_read:
            return None
        return max(self.parsed.outline.children.values(), key=self._nearness, default=None)

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
        """The keys that lead from the box to the entry or item, items counted from 1."""
        child = self.child
        if child is None:
            return ()
        children = self.parsed.outline.children
        way = [children[child.path[: n + 1]] for n in range(len(child.path))]
        keys = tuple(one.key.value if one.key else str(one.path[-1] + 1) for one in way)
        return keys[2:] if self.finding.node and keys[1:2] == (self.finding.node,) else keys


def surroundings(parsed: Parsed, finding: Finding, of: str = "") -> Surroundings:
    """What stands round the place of a finding, or round that of one of its particulars."""
    said = finding.particulars[of] if of else finding.place
    place = said.place if isinstance(said, Mention) else said
    assert isinstance(place, Place)
    return Surroundings(parsed, finding, parsed.source.span(place))


def _key(here: Surroundings) -> Span:
    child = here.child
    return Span(child.key.start, child.key.end) if child and child.key else here.span


def _held(here: Surroundings) -> Span:
    child = here.child
    if child is None:
        return here.span
    # an empty value may be seen further down
    return Span(child.value.start, child.end) if child.value.start <= child.end else _nothing(child.end)


def _entry(here: Surroundings) -> Span:
    child = here.child
    return Span(child.head, child.end) if child else here.span


def _around_equals(here: Surroundings) -> tuple[Span, Span]:
    name, _, value = here.raw(here.span).partition("=")
    start, end = here.span
    return Span(start, start + len(name.rstrip())), Span(end - len(value.lstrip()), end)


def _holder(here: Surroundings) -> Span:
    child = here.child
    part = here.parsed.outline.container(child.parent) if child else None
    return Span(part.start, part.end) if part is not None else here.span


def _cut_text(here: Surroundings) -> Span:
    child = here.child
    if child is None or not child.path[-1]:
        return here.span
    before = here.parsed.outline.children[*child.parent, child.path[-1] - 1]
    return Span(before.value.start, child.end)


def _comment_sign(here: Surroundings) -> Span:
    at = here.text.find("#", here.line.said_end)
    return Span(at, at + 1)


def _item(here: Surroundings) -> Span:
    line, ends = here.line, [at for sign in ",]}" if (at := here.raw(here.rest).find(sign)) >= 0]
    before = here.text[line.start : here.span.start]
    start = line.start + max(map(before.rfind, ",[{")) + 1
    start += len(here.text[start : here.span.start]) - len(here.text[start : here.span.start].lstrip())
    return Span(start, here.span.start + min(ends) if ends else here.rest.end)


def _word(here: Surroundings) -> Span:
    said = here.raw(here.rest)
    _, _, left = said.partition(" ")
    return Span(here.span.start, here.rest.end - len(left.lstrip()))


def _bracket(here: Surroundings) -> Span:
    before = here.text[here.line.full.start : here.span.start]
    return Span(here.line.full.start + max(map(before.rfind, "]}")), here.span.end)


def _other(here: Surroundings) -> Span:
    at = here.text.find(f"{here.finding.particulars['other']}:", here.line.said.start)
    return Span(len(here.text[:at].rstrip()), at)


def _nothing(at: int) -> Span:
    return Span(at, at)


_SPOTS: Mapping[Spot, Callable[[Surroundings], Span]] = {
    "place": lambda here: here.span,
    "before": lambda here: _nothing(here.span.start),
    "after": lambda here: _nothing(here.span.end),
    "rest": lambda here: here.rest,
    "end": lambda here: _nothing(here.rest.end),
    "all_after": lambda here: Span(here.line.full.start, len(here.text)),
    "word": _word,
    "item": _item,
    "line": lambda here: here.line.full,
    "below": lambda here: _nothing(here.line.full.end),
    "block": lambda here: here.line.block,
    "said": lambda here: here.line.said,
    "blank": lambda here: here.line.blank,
    "sign": lambda here: here.line.sign,
    "bracket": _bracket,
    "closing": lambda here: _nothing(closing(here.text, here.span.start)),
    "other": _other,
    "conflict": lambda here: conflict(here.text, here.span.start).all,
    "above": lambda here: here.above.full,
    "above_said": lambda here: here.above.said,
    "above_blank": lambda here: here.above.blank,
    "above_sign": lambda here: here.above.sign,
    "above_bracket": lambda here: _nothing(here.above.said_end - 1),
    "above_on": lambda here: Span(here.above.said.start, here.line.said_end),
    "key": _key,
    "held": _held,
    "entry": _entry,
    "after_entry": lambda here: _nothing(_entry(here).end),
    "holder": _holder,
    "name": lambda here: _around_equals(here)[0],
    "value": lambda here: _around_equals(here)[1],
    "cut_text": _cut_text,
    "comment_sign": _comment_sign,
    "with_comment": lambda here: Span(here.line.said.start, here.line.end),
}


def _raw(spot: Spot, here: Surroundings) -> str:
    return here.raw(here.at(spot))


def _comma(here: Surroundings) -> str:
    said = here.raw(here.above.said)
    return ", " if entries(said) else ""


def _above_lines(here: Surroundings) -> str:
    lead = here.raw(here.line.indent)
    return "".join(f"{here.newline}{lead}{entry}" for entry in entries(here.raw(here.above.said)))


def _markers(here: Surroundings) -> str:
    found = conflict(here.text, here.span.start)
    text, ends = here.text, (found.all.start, *found.ours, *found.theirs, found.all.end)
    return " ".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))


def _place_quoted(here: Surroundings) -> str:
    return quoted(here.raw(here.span), '"')


SAID: Mapping[str, Callable[[Surroundings], str]] = {
    **{spot: partial(_raw, spot) for spot in _SPOTS},
    "path": lambda here: ".".join(here.keys),
    "newline": lambda here: here.newline,
    "indent": lambda here: here.raw(here.line.indent),
    "rest_quoted": lambda here: quoted(here.raw(here.rest), '"'),
    "place_quoted": _place_quoted,
    "item_quoted": lambda here: quoted(here.raw(here.at("item")).strip(), '"'),
    "joined_quoted": lambda here: quoted(" ".join(here.raw(here.at("above_on")).split()), '"'),
    "comma": _comma,
    "box": lambda here: here.finding.node,
    "further_in": lambda here: str(here.line.depth + 2),
    **HELD,
    "above_lines": _above_lines,
    "ours": lambda here: here.raw(conflict(here.text, here.span.start).ours),
    "theirs": lambda here: here.raw(conflict(here.text, here.span.start).theirs),
    "markers": _markers,
}
"""What templates may speak of besides the particulars of a finding: the spots, and what is made of them."""
