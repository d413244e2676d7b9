"""A part of a report that holds boxes of one type → those boxes, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nyttokedja.importing.model import Remark
from nyttokedja.importing.reports.blocks import HEADING, ITEM, PARAGRAPH, TABLE, Block
from nyttokedja.importing.reports.brackets import Draft, perspective_of, title_and_text, without_brackets
from nyttokedja.importing.reports.parts import Part
from nyttokedja.importing.reports.vocabulary import (
    column_of,
    is_none,
    kind_of,
    number_of,
    receiver_in,
    says_none,
    timing_of,
)

_LONGEST_TITLE = 150


@dataclass(slots=True)
class Section:
    """The boxes of a part; ``none`` whether it says that there are none of its type."""

    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    none: bool = False


def section_of(part: Part) -> Section:
    """What a part with boxes says: each block is in a box, or in a remark."""
    return _Reading(part).read()


class _Reading:
    """One part being read; a group is what stands under a heading such as *running costs*."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._section = Section()
        self._current: Draft | None = None
        whom = receiver_in(part.heading)
        self._group: tuple[str, str] = ("perspective", whom) if whom else ("", "")
        self._prose = not any(block.kind != PARAGRAPH or block.is_line_in_bold for block in part.blocks)
        blocks = part.blocks
        self._prose = self._prose and not any(block.is_brackets for block in blocks)

    def read(self) -> Section:
        """Every block, in order."""
        blocks = self._part.blocks
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            self._read(block, marked=following is not None and following.is_brackets)
        if self._section.none and self._section.drafts:
            self._section.none = False
        return self._section

    def _read(self, block: Block, *, marked: bool) -> None:
        if block.kind == TABLE:
            self._table(block)
        elif block.is_brackets:
            if self._current:
                self._current.mark(block.text)
            else:
                self._unread(block.text)
        elif group := self._group_of(block):
            self._group, self._current = group, None
        elif (
            block.kind == HEADING
            or block.is_line_in_bold
            or (block.kind == PARAGRAPH and marked and len(block.text) <= _LONGEST_TITLE)
        ):
            self._title(block)
        elif block.kind == PARAGRAPH and block.text[block.bold :].lstrip().startswith("[") and block.bold:
            self._whole(block, titled=True)
        elif block.kind == ITEM:
            self._item(block)
        else:
            self._paragraph(block)

    def _group_of(self, block: Block) -> tuple[str, str] | None:
        if block.kind == TABLE or not (
            block.kind == HEADING or block.is_line_in_bold or block.text.endswith(":")
        ):
            return None
        words = number_of(block.text)[1].strip(" .:")
        if self._part.role == "cost" and (timing := timing_of(words)):
            return "timing", timing
        perspective = perspective_of(words) if block.kind != ITEM else ""
        return ("perspective", words) if perspective else None

    def _title(self, block: Block) -> None:
        text, brackets = without_brackets(number_of(block.text)[1] if block.kind == HEADING else block.text)
        self._begin(text.rstrip(" :"), titled=True)
        self._marked(brackets)

    def _item(self, block: Block) -> None:
        held = self._current
        if held and (held.titled or block.level > held.level):
            further_in = block.level - (0 if held.titled else held.level + 1)
            held.texts.append(f"{'  ' * further_in if held.texts else ''}- {block.text}")
        elif says_none(block.text):
            self._none(block.text)
        else:
            self._whole(block)

    def _paragraph(self, block: Block) -> None:
        if self._current and self._current.titled:
            self._current.texts.append(block.text)
        elif says_none(block.text):
            self._none(block.text)
        elif self._current and block.level > self._current.level and not self._prose:
            self._current.texts.append(block.text)
        elif (self._prose or 0 < block.bold < len(block.text)) and not block.text.endswith(":"):
            if not block.bold:
                self._section.remarks.append(Remark("report-prose", block.text))
            self._whole(block)
        else:
            self._unread(block.text)

    def _whole(self, block: Block, *, titled: bool = False) -> None:
        """A box made of one item or paragraph: its title, the rest, and what its brackets say."""
        text, brackets = without_brackets(block.text)
        title, rest = title_and_text(text or block.text, min(block.bold, len(text)))
        title, inner = without_brackets(title)
        self._begin(title or text, titled=titled, level=block.level)
        while rest.startswith("[") and "]" in rest:
            first, _, rest = rest.partition("]")
            inner, rest = f"{inner} {first}]", rest.lstrip()
        if rest and self._current:
            self._current.texts.append(rest)
        self._marked(f"{inner} {brackets}")

    def _begin(self, title: str, *, titled: bool = False, level: int = 0) -> None:
        draft = Draft(self._part.role, title or "…", titled, level)
        self._section.drafts.append(draft)
        self._current = draft

    def _marked(self, brackets: str) -> None:
        """Take what brackets say of the box, and then what its group says, where the box does not."""
        if self._current is None:
            return
        self._current.mark(brackets)
        key, said = self._group
        if key == "timing":
            self._current.fields.setdefault(key, said)
        elif key and "perspective" not in self._current.fields and not self._current.take(said, key):
            self._current.keep(said)

    def _none(self, text: str) -> None:
        if is_none(text):
            self._section.none = True
            if self._section.drafts:
                self._unread(text)
        else:
            self._unread(text)

    def _table(self, block: Block) -> None:
        rows = list(block.rows)
        if self._current and self._current.titled:
            self._current.texts += [": ".join(filter(None, row)) for row in rows if any(row)]
            return
        columns: tuple[str, ...] = ()
        if rows and any(column_of(cell) or kind_of(cell.casefold()) for cell in rows[0]):
            columns = rows.pop(0)
        for row in rows:
            self._row(row, columns)
        self._current = None

    def _row(self, row: tuple[str, ...], columns: tuple[str, ...]) -> None:
        cells = [(columns[at] if at < len(columns) else "", cell) for at, cell in enumerate(row) if cell]
        if not cells:
            return
        title, brackets = without_brackets(cells[0][1])
        self._begin(title or cells[0][1])
        for heading, cell in cells[1:]:
            self._cell(heading, cell)
        self._marked(brackets)

    def _cell(self, heading: str, cell: str) -> None:
        draft = self._current
        column = column_of(heading)
        if draft is None or (column in ("category", "perspective", "timing") and draft.take(cell, column)):
            return
        draft.texts.append(cell if column == "text" or not heading else f"{heading}: {cell}")

    def _unread(self, text: str) -> None:
        self._section.remarks.append(Remark("report-unread", text))


def unread(blocks: list[Block]) -> Iterator[str]:
    """The words of blocks that no box is made of, one text a block or row."""
    for block in blocks:
        if block.kind == TABLE:
            yield from (" | ".join(filter(None, row)) for row in block.rows if any(row))
        elif block.text:
            yield block.text
