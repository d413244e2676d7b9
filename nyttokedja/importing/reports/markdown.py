"""A report in Markdown → its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.importing.clean_text import cleaned, visible
from nyttokedja.importing.model import Remark
from nyttokedja.importing.reports.blocks import (
    HEADING,
    ITEM,
    PARAGRAPH,
    TABLE,
    Block,
    Run,
    Written,
    paragraphs,
)

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t](.*))?")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_ITEM = re.compile(r"([ \t]*)(?:[-*+•·▪–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)(.*)")
_DASHES = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_CELLS = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)(?:[ \t]+\"[^\"\n]*\")?\)")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_BOLD = re.compile(r"(?<!\\)(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")
_TAB = 4


def markdown_blocks(text: str) -> Written:
    """What a text in Markdown consists of."""
    comments = [cleaned(found) for found in _COMMENT.findall(text)]
    text = _COMMENT.sub("", text)
    pictures = _IMAGE.findall(text)
    text = _IMAGE.sub("", text)
    remarks = [Remark("comment", comment) for comment in comments if comment]
    remarks += [Remark("unread-pictures", cleaned(said)) for said in pictures]
    lines = [visible(line) for line in text.splitlines()]
    return Written(tuple(_Lines(lines).blocks()), tuple(remarks))


class _Lines:
    """Lines being read: ``held`` are those of a paragraph or item that may go on."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = [_QUOTE.sub("", line) for line in lines]
        self._at = 0
        self._held: list[str] = []
        self._kind, self._level = PARAGRAPH, 0
        self._depths: list[int] = []

    def blocks(self) -> Iterator[Block]:
        """All blocks, in order."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            under = _UNDERLINE.fullmatch(line)
            if under and self._kind == PARAGRAPH and len(self._held) == 1:
                yield Block(HEADING, _plain(self._held.pop()), 1 if under[1].startswith("=") else 2)
            elif not line.strip() or _RULE.fullmatch(line) or _FENCE.match(line):
                yield from self._closed()
                self._kind = PARAGRAPH
            elif self._begins_table(line):
                yield from self._closed()
                yield self._table(line)
            elif found := _HEADING.fullmatch(line):
                yield from self._closed()
                if title := _plain(_without_closing(found[2] or "")):
                    yield Block(HEADING, title, len(found[1]))
                self._depths = []
            elif found := _ITEM.fullmatch(line):
                yield from self._closed()
                self._begin_item(found)
            else:
                self._go_on(line)
        yield from self._closed()

    def _closed(self) -> Iterator[Block]:
        if self._held:
            yield from paragraphs(_runs("\n".join(self._held)), self._kind, self._level)
            self._held = []

    def _begins_table(self, line: str) -> bool:
        following = self._lines[self._at] if self._at < len(self._lines) else ""
        ruled = "|" in line and "|" in following and _DASHES.fullmatch(following) is not None
        return ruled or line.lstrip().startswith("|")

    def _table(self, line: str) -> Block:
        rows = [line]
        while self._at < len(self._lines) and "|" in self._lines[self._at]:
            rows.append(self._lines[self._at])
            self._at += 1
        return Block(TABLE, rows=tuple(_row(row) for row in rows if not _DASHES.fullmatch(row)))

    def _begin_item(self, found: re.Match[str]) -> None:
        depth = len(found[1].expandtabs(_TAB))
        self._depths = [outer for outer in self._depths if outer < depth]
        self._kind, self._level = ITEM, len(self._depths)
        self._depths.append(depth)
        self._held.append(found[2])

    def _go_on(self, line: str) -> None:
        if not self._held:
            indented = line.startswith((" ", "\t"))
            self._depths = self._depths if indented else []
            self._kind, self._level = PARAGRAPH, len(self._depths)
        self._held.append(line)


def _without_closing(title: str) -> str:
    """The words of a heading, without the signs that may stand at its end too."""
    words = title.rstrip()
    rest = words.rstrip("#")
    return rest if not rest or rest[-1:].isspace() else words


def _row(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    cells = [_plain(_BREAK.sub(" ", cell)) for cell in _CELLS.split(inner)]
    return tuple(cells[:-1] if inner.endswith("|") and not cells[-1] else cells)


def _runs(text: str) -> list[Run]:
    text = _BREAK.sub("\n", text)
    runs: list[Run] = []
    at = 0
    for found in _BOLD.finditer(text):
        runs.append((_unmarked(text[at : found.start()]), False))
        runs.append((_unmarked(found[2]), True))
        at = found.end()
    return [*runs, (_unmarked(text[at:]), False)]


def _plain(text: str) -> str:
    return cleaned("".join(part for part, _ in _runs(text)))


def _unmarked(text: str) -> str:
    """Text without marks for slanted type, links and escapes; the address of a link stays, in parentheses."""
    text = _LINK.sub(lambda link: link[1] if link[1] == link[2] else f"{link[1]} ({link[2]})", text)
    return _ESCAPED.sub(r"\1", _ITALIC.sub(r"\2", text))
