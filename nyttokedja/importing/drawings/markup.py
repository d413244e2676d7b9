"""Texts of drawing programs, with markup or without → the lines that a person sees."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from nyttokedja.importing.clean_text import cleaned

_LONGEST = 20_000
_TAG = re.compile(r"<!--|-->|<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_BREAKS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    ("br", "div", "p", "li", "ul", "ol", "tr", "td", "th", "table", "hr", *_HEADINGS, "blockquote", "pre")
)
_UNSEEN = frozenset({"script", "style", "<!--"})
_END = {"<!--": "-->"}


def plain_lines(text: str) -> tuple[str, ...]:
    """The lines of a text without markup, none of them empty."""
    lines = (cleaned(line) for line in _BREAKS.split(text[:_LONGEST]))
    return tuple(line for line in lines if line)


def html_lines(text: str) -> tuple[str, ...]:
    """The lines of a text in HTML, none of them empty: blocks and breaks begin new ones."""
    if "<" not in text and "&" not in text:
        return plain_lines(text)
    return plain_lines(html.unescape("".join(_seen(text[:_LONGEST]))))


def _seen(text: str) -> Iterator[str]:
    at, unseen = 0, ""
    for match in _TAG.finditer(text):
        if not unseen:
            yield text[at : match.start()]
        at = match.end()
        name = (match[2] or match[0]).lower()
        if unseen:
            unseen = "" if name == _END.get(unseen, unseen) and match[1] != "" else unseen
        elif name in _UNSEEN and not match[1]:
            unseen = name
        elif name in _BLOCKS:
            yield "\n"
        elif name == "-->":
            yield match[0]
    yield text[at:]


_MARKDOWN = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)")
_EMPHASIS = re.compile(r"(\*\*|\*|`|==|(?<!\w)__|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = re.compile("[\U000f0021-\U000f007e]")
_KEPT_FROM = 0xF0000
"""Where signs stand that are none of Markdown, until all others are gone."""
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


def markdown_lines(text: str) -> tuple[str, ...]:
    """The lines of a text in Markdown, none empty, without signs for headings, lists, stress and links.

    A sign after a backslash is itself.
    """
    kept = _ESCAPED.sub(lambda match: chr(_KEPT_FROM + ord(match[1])), text[:_LONGEST])
    lines = "\n".join(_plain_line(line) for line in _BREAKS.split(kept))
    return plain_lines(_KEPT.sub(lambda match: chr(ord(match[0]) - _KEPT_FROM), lines))


def _plain_line(line: str) -> str:
    line = _LINK.sub(lambda match: match[1] or match[2] or "", _MARKDOWN.sub("", line))
    return _EMPHASIS.sub(r"\2", line)
