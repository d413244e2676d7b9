"""Draft → lines: on one line what may be and fits, the rest in blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text, has_comments
from nyttokedja.writing.quoting import is_seen, number, scalar

_SPACE = re.compile(r"(?<! ) (?! )")
"""Where a text may be folded: two spaces would be read as one."""


class Style(NamedTuple):
    """How a file is laid out, in columns: its indentation, that of its dashes, its width; and its quotes."""

    step: int = 2
    dash: int = 2
    width: int = 100
    quote: str = '"'


PLAIN = Style()


def lines_of(pieces: Iterable[Piece], indent: int = 0, style: Style = PLAIN) -> list[str]:
    """The lines of pieces that stand ``indent`` columns in."""
    writer = _Writer(style)
    return [line for piece in pieces for line in writer.piece(piece, " " * indent)]


def on_one_line(draft: Draft, style: Style = PLAIN, *, flow: bool = False) -> str | None:
    """What is drafted as it stands on one line, inside brackets or not; None where it takes several."""
    return _Writer(style).inline(draft, flow=flow)


class _Writer:
    def __init__(self, style: Style) -> None:
        self._style = style

    def piece(self, piece: Piece, pad: str, *, may_flow: bool = True) -> list[str]:
        """A key with what it holds, or a dash with its item."""
        above = [f"{pad}{line}".rstrip() for line in piece.above]
        key = self._key(piece)
        head = f"{pad}{key}:" if key else f"{pad}-"
        beside = f"  {piece.beside}" if piece.beside else ""
        value = piece.value
        deeper = pad + " " * self._indent(value, keyed=bool(key))
        below = [f"{deeper}{line}".rstrip() for line in piece.below]
        block = isinstance(value, DraftGroup) and bool(value.pieces) and not may_flow
        inline = None if block else self.inline(value)
        if inline is not None and self._fits(head, inline, value):
            if not inline and not key:
                inline = "null"
            return [*above, f"{head} {inline}".rstrip(" ") + beside, *below]
        if isinstance(value, Text):
            # under a text in a block, a comment further in would be read as more of the text
            above += [f"{pad}{line}" for line in piece.below if line]
            mark, content = _block_text(str(value.value), self._style.width - len(deeper), value.folded)
            return [*above, f"{head} {mark}{beside}", *(f"{deeper}{line}".rstrip(" ") for line in content)]
        return [*above, *self._block(head, beside, value, deeper, keyed=bool(key)), *below]

    def _indent(self, value: Draft, *, keyed: bool) -> int:
        """How much further in than its key or dash a value stands on lines of its own."""
        if isinstance(value, Text):
            return self._style.step
        return 2 if not keyed else self._style.dash if value.listing else self._style.step

    def _key(self, piece: Piece, *, flow: bool = False) -> str:
        return piece.written or (self._text(piece.key, flow=flow) if piece.key else "")

    def _fits(self, head: str, inline: str, value: Draft) -> bool:
        if isinstance(value, Text):
            if "\n" in str(value.value) or len(head) + 1 + len(inline) > self._style.width:
                return value.written != "" or not _can_be_block(str(value.value))
            return True
        return not value.pieces or len(head) + 1 + len(inline) <= self._style.width

    def _block(self, head: str, beside: str, group: DraftGroup, deeper: str, *, keyed: bool) -> list[str]:
        held = self._held(group, deeper)
        if keyed or beside or (group.pieces and group.pieces[0].above):
            return [head + beside, *held]
        return [f"{head} {held[0][len(deeper) :]}", *held[1:]]

    def _held(self, group: DraftGroup, pad: str) -> list[str]:
        alike = not group.listing or all(self._may_stay(piece, pad) for piece in group.pieces)
        held = [line for piece in group.pieces for line in self.piece(piece, pad, may_flow=alike)]
        return held + [f"{pad}{line}".rstrip() for line in group.below]

    def _may_stay(self, piece: Piece, pad: str) -> bool:
        """Whether a list's item can stand on one line; a list's mappings are all written alike."""
        if isinstance(piece.value, Text) or piece.value.listing:
            return True
        inline = self.inline(piece.value)
        return inline is not None and len(pad) + 2 + len(inline) <= self._style.width

    def inline(self, value: Draft, *, flow: bool = False) -> str | None:
        """The value on the line of its key, or None where it takes lines of its own."""
        if isinstance(value, Text):
            return self._text(value.value, value.written, flow=flow)
        if not value.pieces and not value.below:
            return "[]" if value.listing else "{}"
        if not value.flow or has_comments(value):
            return None
        parts = []
        for piece in value.pieces:
            inline = self.inline(piece.value, flow=True)
            if inline is None:
                return None
            key = self._key(piece, flow=True)
            parts.append(f"{key}: {inline or 'null'}" if key else inline or "null")
        held = ", ".join(parts)
        return f"[{held}]" if value.listing else f"{{{held}}}"

    def _text(self, value: object, written: str = "", *, flow: bool = False) -> str:
        if written or value is None:
            return written
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | float):
            return number(value)
        return scalar(str(value), flow, self._style.quote)


def _can_be_block(text: str) -> bool:
    """Whether a text reads better, and is read as the same, in a block of lines of its own."""
    lines = text.removesuffix("\n").split("\n")
    if not all(line == line.strip() and is_seen(line) for line in lines) or not lines[0] or not lines[-1]:
        return False
    return "\n" in text or _SPACE.search(text) is not None


def _block_text(text: str, width: int, folded: bool) -> tuple[str, list[str]]:
    """The mark and the lines of a text in a block: its own lines, or those that it is folded into."""
    end = "" if text.endswith("\n") else "-"
    lines = text.removesuffix("\n").split("\n")
    fit = all(len(line) <= width for line in lines)
    if len(lines) > 1 and (fit or not folded or "" in lines):
        return f"|{end}", lines
    first, *rest = (_folded(line, width) for line in lines)
    return f">{end}", [*first, *(line for lines in rest for line in ("", *lines))]


def _folded(text: str, width: int) -> list[str]:
    lines = [""]
    for word in _SPACE.split(text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
    return lines
