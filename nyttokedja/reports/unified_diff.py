"""A text before and after → a unified diff, as git writes it; a diff → lines that are safe on a terminal."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from nyttokedja.language.safe_text import clean_line
from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reports.text_style import Paint, plain

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_BREAK = "\n\\ No newline at end of file\n"
_HEAD = 2
"""The lines of a diff that name its files."""
_ROLES = {"+": "good", "-": "error", "@": "info", "\\": "soft"}


def unified_diff(before: str, after: str, name: str) -> str:
    """The unified diff from a text to another; "" where they are the same.

    Line endings are compared only where they are not all of one kind.
    """
    kinds = {*LINE_BREAK.findall(before), *LINE_BREAK.findall(after)}
    if len(kinds) == 1:
        before, after = LINE_BREAK.sub("\n", before), LINE_BREAK.sub("\n", after)
    named = name.replace("\\", "/").lstrip("/")
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{named}", f"b/{named}")
    return "".join(line if line.endswith("\n") else line + _NO_BREAK for line in lines)


def terminal_lines(diff: str, paint: Paint = plain) -> Iterator[str]:
    """The lines of a diff, in colour, safe for a terminal and a log."""
    for n, line in enumerate(diff.removesuffix("\n").split("\n") if diff else ()):
        role = "place" if n < _HEAD else _ROLES.get(line[:1], "")
        safe = _safe_line(line)
        yield paint(safe, role) if role else safe


def _safe_line(line: str) -> str:
    """A line that no build service takes for a command; a changed one shows the ``\\r`` at its end."""
    text = line.removesuffix("\r")
    end = "\\r" if text != line and line[0] in "+-" else ""
    # a build takes a line for a command that begins with ::, whatever spaces are before it
    return clean_line(text) + end
