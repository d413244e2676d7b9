"""FileText: a file's text with its outline, comments and layout, and where its lines begin and end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.editing.file_style import Habits, habits
from nyttokedja.model.findings import Span
from nyttokedja.reading.comments import Comment, Remarks, comments, remarks
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.outline import Child, Outline, Path, line_start, parts_of
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import Part, ScalarPart
from nyttokedja.reading.source import Source

_NONE = Remarks()


@dataclass(frozen=True)
class FileText:
    """A file as it is written. Its root could be read."""

    parsed: Parsed

    @property
    def source(self) -> Source:
        """What was read of the file."""
        return self.parsed.source

    @property
    def text(self) -> str:
        """The file's text."""
        return self.parsed.text

    @property
    def outline(self) -> Outline:
        """Where its entries and items stand."""
        return self.parsed.outline

    @cached_property
    def breaks(self) -> Collection[str]:
        """The kinds of line breaks in it."""
        return frozenset(LINE_BREAK.findall(self.text))

    @cached_property
    def habits(self) -> Habits:
        """How it is laid out."""
        return habits(self.outline)

    @cached_property
    def _remarks(self) -> Mapping[Path, Remarks]:
        return remarks(self.outline)

    @cached_property
    def _comments(self) -> tuple[Comment, ...]:
        return tuple(comments(self.outline))

    @cached_property
    def _keyed(self) -> Mapping[int, Path]:
        return {child.key.start: child.path for child in self.outline.children.values() if child.key}

    @cached_property
    def _items(self) -> Mapping[int, Path]:
        children = self.outline.children.values()
        return {child.value.start: child.path for child in children if child.key is None}

    def remarks(self, child: Child) -> Remarks:
        """The comments that belong to a child."""
        return self._remarks.get(child.path, _NONE)

    def keyed(self, key: Part) -> Path:
        """The path of the entry that has a key."""
        return self._keyed[key.start]

    def item(self, part: Part) -> Path:
        """The path of a list's item."""
        return self._items[part.start]

    # -- lines ------------------------------------------------------------------------------------

    def line_start(self, at: int) -> int:
        """Where the line of an offset begins."""
        return line_start(self.text, at)

    def line_end(self, at: int) -> int:
        """Where the line of an offset ends, before its break."""
        found = LINE_BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def next_line(self, at: int) -> int:
        """Where the line after that of an offset begins; the end of the text after the last one."""
        found = LINE_BREAK.search(self.text, at)
        return found.end() if found else len(self.text)

    def line_before(self, at: int) -> int:
        """Where the line before the one that begins at ``at`` begins; -1 before the first one."""
        return self.line_start(at - 2 if self.text.endswith("\r\n", 0, at) else at - 1) if at else -1

    def is_blank(self, at: int) -> bool:
        """Whether the line that begins at ``at`` is there, and has nothing on it."""
        return 0 <= at < len(self.text) and not self.text[at : self.line_end(at)].strip(" \t")

    # -- extents ----------------------------------------------------------------------------------

    def starts_line(self, child: Child) -> bool:
        """Whether a child is the first on its line."""
        return not self.text[self.line_start(child.head) : child.head].strip(" \t")

    def top(self, child: Child) -> int:
        """Where the first line of a child begins, that of the comments right above it included."""
        top = self.line_start(child.head)
        for comment in reversed(self.remarks(child).above):
            if self.next_line(comment.start) != top:
                break
            top = self.line_start(comment.start)
        return top

    def bottom(self, child: Child) -> int:
        """Where the line after the last one of a child begins, that of its last comment included."""
        end, last = child.end, self.last(child).path
        for length in range(len(child.path), len(last) + 1):
            said = self._remarks.get(last[:length], _NONE)
            end = max([end, *(comment.end for comment in (*said.beside, *said.below))])
        return self.next_line(end)

    def last(self, child: Child) -> Child:
        """The child that stands last of all that a child holds; itself, where it holds none."""
        while not isinstance(child.value, ScalarPart) and (held := parts_of(child.value)):
            child = self.outline.children[*child.path, len(held) - 1]
        return child

    def has_comments(self, child: Child) -> bool:
        """Whether there are comments inside what a child holds, which would go with it."""
        return self.first_comment(child) is not None

    def has_remarks(self, child: Child) -> bool:
        """Whether a comment belongs to a child or to anything in it."""
        return any(path[: len(child.path)] == child.path for path in self._remarks)

    def first_comment(self, child: Child) -> Span | None:
        """The first comment inside what a child holds.

        That on the line of a key or dash whose value stands on the lines below it is none of them.
        """
        sign = child.key.end if child.key else child.head
        begins = child.value.start
        if not child.flow and self.line_start(begins) > sign:
            begins = self.line_end(sign)
        inside = (c for c in self._comments if begins <= c.start < child.end)
        return next((Span(comment.start, comment.end) for comment in inside), None)
