"""The blocks of a report → its parts: what stands under which heading, and what that heading says it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from nyttokedja.importing.reports.blocks import HEADING, TITLE_LEVEL, Block
from nyttokedja.importing.reports.vocabulary import KINDS, beginning_role, number_of, receiver_in, role_of

_SKIPPED = ("summary", "aside")
_IN_BOLD = 8
"""The level of a heading that is a line in bold type: under all others."""


@dataclass(slots=True)
class Part:
    """What stands under a heading, up to the next one that is no part of it.

    ``role`` is as `role_of` says; ``chapter`` the outermost heading that it is under. ``blocks`` have the
    headings in it too, where those are titles of boxes.
    """

    heading: str
    role: str = ""
    level: int = 0
    number: str = ""
    chapter: str = ""
    blocks: list[Block] = field(default_factory=list)

    def holds(self, level: int, number: str) -> bool:
        """Whether a heading with a level and a number is under this one."""
        if self.number and number:
            return number.startswith(f"{self.number}.")
        return level > self.level


@dataclass(frozen=True)
class Parts:
    """A report's title, and its parts in order; the first has what stands above all headings."""

    title: str
    parts: tuple[Part, ...]

    @property
    def has_boxes(self) -> bool:
        """Whether any heading says that boxes stand under it."""
        return any(part.role in KINDS for part in self.parts)

    @cached_property
    def analysing(self) -> frozenset[str]:
        """The chapters in which boxes stand."""
        return frozenset(part.chapter for part in self.parts if part.role in KINDS)


def parts_of(blocks: tuple[Block, ...]) -> Parts:
    """The parts that a report falls into by its headings."""
    title = _title(blocks)
    found = [Part("", level=TITLE_LEVEL)]
    open_: list[Part] = []
    for at, block in enumerate(blocks):
        if block is title:
            continue
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        part = _opened(block, following, open_)
        if part is None:
            (open_[-1] if open_ else found[0]).blocks.append(block)
            continue
        outer = open_[0] if open_ else part
        part.chapter = _chapter(part, outer)
        open_.append(part)
        found.append(part)
    return Parts(number_of(title.text)[1] if title else "", tuple(found))


def _opened(block: Block, following: Block | None, open_: list[Part]) -> Part | None:
    """The part that a block begins, with those that end there closed; None where it begins none."""
    if block.kind != HEADING and not block.is_line_in_bold:
        return None
    bold = block.kind != HEADING
    level = _IN_BOLD if bold else block.level
    number, words = number_of(block.text)
    role = role_of(block.text)
    current = open_[-1] if open_ else None
    if current and current.role in KINDS:
        same = beginning_role(words)
        role = role if role in (*KINDS, *_SKIPPED) or not current.holds(level, number) else ""
        apart = bool(number) and not current.holds(level, number)
        if not role and not bold and same and (apart or (same == current.role and receiver_in(words))):
            role = same
        if not role and (bold or _is_title(level, number, following, current)):
            return None
    elif not role and not bold:
        role = beginning_role(words)
    if bold and (not role or (current and current.role in _SKIPPED)):
        return None
    outer = [part for part in open_ if part.holds(level, number)]
    if any(part.role in _SKIPPED or (part.role == "comparison" and role not in KINDS) for part in outer):
        return None
    open_[:] = outer
    return Part(block.text, role, level, number)


def _is_title(level: int, number: str, following: Block | None, current: Part) -> bool:
    """Whether a heading without a role is the title of a box in a part."""
    marked = following is not None and following.is_brackets
    return (
        marked or current.holds(level, number) or (level == current.level and bool(current.number > number))
    )


def _chapter(part: Part, outer: Part) -> str:
    first = (part.number or outer.number).partition(".")[0]
    return first or outer.heading


def _title(blocks: Iterable[Block]) -> Block | None:
    """The heading that is the title of the report: its first, where that is no part, and under no other."""
    headings = [block for block in blocks if block.kind == HEADING]
    first = headings[0] if headings else None
    if first is None or role_of(first.text):
        return next((block for block in headings if block.level == TITLE_LEVEL), None)
    outermost = len(headings) > 1 and all(block.level >= first.level for block in headings)
    return first if first.level == TITLE_LEVEL or (outermost and not number_of(first.text)[0]) else None
