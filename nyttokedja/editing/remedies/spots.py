"""The parts of a file that a remedy may rewrite, seen from where a finding is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from nyttokedja.editing.remedies.lines import closing, conflict
from nyttokedja.model.findings import Span

if TYPE_CHECKING:
    from nyttokedja.editing.remedies.surroundings import Surroundings

Spot = Literal[
    "place",
    "before",
    "after",
    "rest",
    "end",
    "all_after",
    "file",
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
    "after_key",
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
``all_after``      from its line to the end of the file; ``file`` is all of it
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
                   ``after_key`` is what comes after the key, ``after_entry`` nothing, at its end,
                   and ``holder`` all that stands beside it
``cut_text``       from what the entry before it holds to the end of the entry: a comma cut it in two
``name, value``    what stands before and after the = of the place, in settings
``comment_sign``   the # of its line; ``with_comment`` is what the key says there, and all after the #
=================  =================================================================================
"""


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
    start = line.start + max(*(before.rfind(sign) + 1 for sign in ",[{"), before.rfind(": ") + 2)
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


SPOTS: Mapping[Spot, Callable[[Surroundings], Span]] = {
    "place": lambda here: here.span,
    "before": lambda here: _nothing(here.span.start),
    "after": lambda here: _nothing(here.span.end),
    "rest": lambda here: here.rest,
    "end": lambda here: _nothing(here.rest.end),
    "all_after": lambda here: Span(here.line.full.start, len(here.text)),
    "file": lambda here: Span(0, len(here.text)),
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
    "after_key": lambda here: Span(_key(here).end, _entry(here).end),
    "holder": _holder,
    "name": lambda here: _around_equals(here)[0],
    "value": lambda here: _around_equals(here)[1],
    "cut_text": _cut_text,
    "comment_sign": _comment_sign,
    "with_comment": lambda here: Span(here.line.said.start, here.line.end),
}
