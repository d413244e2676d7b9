"""A DOT label → the lines of text that a reader of the picture sees."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.dot.graph import AttributeValue

_LONGEST = 20_000
_LONGEST_NAME = 64
_LINE_TAGS = re.compile(r"<\s*(?:br|/tr|/td|hr)\b[^<>]*>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_SMALL = re.compile(r"<font\b[^<>]*>[^<>]*</font>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_RECORD = re.compile(r"\\(.)|<[^<>|{}]*>|[|{}]", re.DOTALL)
_BREAKS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")


def label_lines(
    label: AttributeValue, names: Mapping[str, str], record: bool = False, small: bool = True
) -> tuple[str, ...]:
    """The label's lines, none of them empty, with markup, escapes and entities resolved.

    Args:
        label: as the drawing has it.
        names: what the escapes stand for that name things: ``N`` the node, ``G`` the graph …
        record: whether it is the label of a record, where ``|`` and braces part the fields.
        small: whether text of an HTML label in a font of its own counts.
    """
    text = _of_markup(label.text, names, small) if label.html else _of_string(label.text, names, record)
    lines = (cleaned(line) for line in _BREAKS.split(text[:_LONGEST]))
    return tuple(line for line in lines if line)


def _of_markup(text: str, names: Mapping[str, str], small: bool) -> str:
    text = _BREAKS.sub(" ", text if small else _SMALL.sub("", text))
    text = _decoded(_TAGS.sub("", _LINE_TAGS.sub("\n", text)))
    return _ESCAPE.sub(lambda match: _named_by(match[1], names) or match[0], text)


def _of_string(text: str, names: Mapping[str, str], record: bool) -> str:
    text = _RECORD.sub(_record_part, text) if record else text
    return _decoded(_ESCAPE.sub(lambda match: _escaped(match[1], names), text))


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _record_part(match: re.Match[str]) -> str:
    if match[1] is None:
        return "\\n" if match[0] in "|{}" else ""
    return match[1] if match[1] in "|{}<>" else " " if match[1] == " " else match[0]


def _escaped(letter: str, names: Mapping[str, str]) -> str:
    return "\n" if letter in "nlr" else _named_by(letter, names) or letter


def _named_by(letter: str, names: Mapping[str, str]) -> str:
    """What an escape stands for, at most so long; a backslash stands for itself."""
    return "\\" if letter == "\\" else names.get(letter, "")[:_LONGEST_NAME]
