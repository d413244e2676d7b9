"""The body of a flow chart in Mermaid → statements: nodes, links, groups and looks, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.importing.drawings.board import Mark

_ID = re.compile(r"[^\W](?:[\w.]|-(?![-.>=ox]|>)|/(?=\w))*", re.UNICODE)
_BRACKETS = (
    ("(((", ")))", "circle"),
    ("((", "))", "circle"),
    ("([", "])", "stadium"),
    ("[[", "]]", "subroutine"),
    ("[(", ")]", "cylinder"),
    ("{{", "}}", "hexagon"),
    ("[/", "/]", "parallelogram"),
    ("[/", "\\]", "trapezoid"),
    ("[\\", "\\]", "parallelogram"),
    ("[\\", "/]", "trapezoid"),
    ("(", ")", "round"),
    ("[", "]", "rectangle"),
    ("{", "}", "diamond"),
    (">", "]", "flag"),
)
_HEAD = r"(?P<head>[>xo](?!\w)|(?<=[^-]--)[xo]|>)?"
_LINK = re.compile(
    r"(?P<tail>[<xo](?=[-=]))?(?:(?P<hidden>~~~+)|(?P<dotted>-\.+-?)|(?P<thick>==+)|(?P<plain>--+))" + _HEAD
)
_MIDDLE = re.compile(
    r"(?P<tail>[<xo])?(?:(?P<dotted>-\.)|==|--)(?:[ \t]+|(?![-=.>xo\s]))"
    r"(?P<label>(?:(?!--|==|\.-)[^\n]){1,500}?)[ \t]*(?:-?\.+-|==+|--+)" + _HEAD
)
"""A link with words in it: ``-- text -->``, ``==text==>``, ``-. text .->``."""
_QUOTED = re.compile(r"\s*\"([^\"]*)\"\s*")
_EDGE_NAME = re.compile(r"\w+@(?=[-=~<xo])")
_TITLED = re.compile(r"([^\s\[\]\"]+)[ \t]*\[(.*)\]\s*$")
_ENTITY = re.compile(r"#(\w+);")
_KEYWORD = re.compile(
    r"(subgraph|end|classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b[ \t]*:?",
    re.IGNORECASE,
)
_MARKS = {None: Mark.NONE, "<": Mark.ARROW, ">": Mark.ARROW, "x": Mark.BAR, "o": Mark.OTHER}
_META = re.compile(r"@\{[^{}]*\}")
_SHAPE_LABEL = re.compile(r"label:[ \t]*(?:\"([^\"]*)\"|'([^']*)'|([^,}]+))")


@dataclass(frozen=True, slots=True)
class Node:
    """A node as a statement names it; ``text`` None where it only names it. ``style`` is a class."""

    id: str
    text: str | None
    shape: str
    style: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link from each of some nodes to each of others."""

    tails: tuple[str, ...]
    heads: tuple[str, ...]
    marks: tuple[Mark, Mark]
    label: str
    dashed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Another statement: ``what`` is group, class, classDef or style, of one or several ids; or unread."""

    what: str
    ids: tuple[str, ...]
    text: str
    groups: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The first of the ids."""
        return self.ids[0]


def statements(body: str) -> Iterator[Node | Link | Said]:
    """The statements of a flow chart; what is none is unread up to the end of its line."""
    return _Parser(body).statements()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._groups: list[str] = []
        self._unnamed = 0

    def statements(self) -> Iterator[Node | Link | Said]:
        while self._skip(" \t\r\n;"):
            if (keyword := _KEYWORD.match(self._text, self._at)) and self._is_word(keyword):
                self._at = keyword.end()
                yield from self._keyword(keyword[1].lower())
            elif (first := self._nodes()) is not None:
                yield from self._chain(first)
            else:
                yield from self._unread()

    def _unread(self) -> Iterator[Said]:
        """What stands here and is no statement, if there are words in it."""
        line = self._line().strip()
        if any(sign.isalnum() for sign in line):
            yield Said("unread", (f"unread-{self._at}",), line, tuple(self._groups))

    def _is_word(self, keyword: re.Match[str]) -> bool:
        """Whether a keyword is one, and not the id of a node that begins like it."""
        after = self._text[keyword.end() : keyword.end() + 3].lstrip()
        sure = keyword[1].lower() in ("subgraph", "end", "classdef") or keyword[0].endswith(":")
        return sure or not after.startswith(("--", "==", "-.", "[", "("))

    def _keyword(self, word: str) -> Iterator[Said]:
        line = self._line().strip().rstrip(";").strip()
        if word == "subgraph":
            yield self._group(line)
        elif word == "end":
            if self._groups:
                self._groups.pop()
        elif word in ("class", "classdef", "style"):
            names, _, rest = line.partition(" ")
            ids = tuple(name.strip() for name in names.split(",") if name.strip())
            if ids and rest.strip():
                yield Said({"classdef": "classDef"}.get(word, word), ids, rest.strip())

    def _group(self, line: str) -> Said:
        match = _TITLED.match(line)
        self._unnamed += 1
        id, label = (match[1], match[2]) if match else (line.strip("\"'") or f"group-{self._unnamed}", line)
        said = Said("group", (id,), _unquoted(label), tuple(self._groups))
        self._groups.append(id)
        return said

    def _chain(self, first: tuple[Node, ...]) -> Iterator[Node | Link | Said]:
        yield from first
        tails = first
        while (link := self._link()) is not None:
            heads = self._nodes()
            if heads is None:
                yield from self._unread()
                return
            yield from heads
            marks, label, dashed, seen = link
            if seen:
                yield Link(tuple(n.id for n in tails), tuple(n.id for n in heads), marks, label, dashed)
            tails = heads

    def _nodes(self) -> tuple[Node, ...] | None:
        """Nodes with ``&`` between them; None where there is none."""
        found = []
        while (node := self._node()) is not None:
            found.append(node)
            self._skip(" \t")
            if not self._text.startswith("&", self._at):
                break
            self._at += 1
        return tuple(found) or None

    def _node(self) -> Node | None:
        self._skip(" \t\r\n" if self._text[self._at - 1 : self._at] == "&" else " \t")
        match = _ID.match(self._text, self._at)
        if match is None:
            return None
        self._at = match.end()
        id, text, shape = match[0].rstrip("-"), None, ""
        self._at -= len(match[0]) - len(id)
        if self._text.startswith("@{", self._at):
            text, shape = self._meta()
        for opening, closing, name in _BRACKETS:
            if self._text.startswith(opening, self._at):
                found = self._inside(opening, closing)
                if found is not None:
                    text, shape = found, name
                    break
        style = ""
        if self._text.startswith(":::", self._at) and (match := _ID.match(self._text, self._at + 3)):
            style, self._at = match[0], match.end()
        return Node(id, text, shape, style, tuple(self._groups))

    def _meta(self) -> tuple[str | None, str]:
        match = _META.match(self._text, self._at)
        if match is None:
            return None, ""
        self._at = match.end()
        label = _SHAPE_LABEL.search(match[0])
        text = next((part for part in label.groups() if part is not None), None) if label else None
        return _entities(text) if text is not None else None, ""

    def _inside(self, opening: str, closing: str) -> str | None:
        """The text between brackets, in quotes over several lines maybe; None where they do not close."""
        start = self._at + len(opening)
        if quoted := _QUOTED.match(self._text, start):
            if not self._text.startswith(closing, quoted.end()):
                return None
            self._at = quoted.end() + len(closing)
            return _entities(quoted[1].strip("`"))
        line_end = self._text.find("\n", start)
        close = self._text.find(closing, start, line_end if line_end >= 0 else len(self._text))
        if close < 0:
            return None
        self._at = close + len(closing)
        return _entities(self._text[start:close])

    def _link(self) -> tuple[tuple[Mark, Mark], str, bool, bool] | None:
        """Marks and label of a link, whether it is dotted and is seen at all; None where there is none."""
        before = self._at
        self._skip(" \t\r\n")
        if name := _EDGE_NAME.match(self._text, self._at):
            self._at = name.end()
        match, label = _MIDDLE.match(self._text, self._at), ""
        plain = _LINK.match(self._text, self._at)
        if plain and (plain["head"] or plain["hidden"] or not match):
            match = plain
        if match is None:
            self._at = before
            return None
        self._at = match.end()
        groups = match.groupdict()
        label = groups.get("label") or ""
        self._skip(" \t")
        if self._text.startswith("|", self._at) and (end := self._text.find("|", self._at + 1)) >= 0:
            label, self._at = self._text[self._at + 1 : end], end + 1
        marks = (_MARKS[groups["tail"]], _MARKS[groups["head"]])
        return marks, _unquoted(label), bool(groups["dotted"]), not groups.get("hidden")

    def _skip(self, characters: str) -> bool:
        """Pass over characters; whether anything is left."""
        while self._at < len(self._text) and self._text[self._at] in characters:
            self._at += 1
        return self._at < len(self._text)

    def _line(self) -> str:
        """The rest of the line, which is passed over."""
        end = self._text.find("\n", self._at)
        end = len(self._text) if end < 0 else end
        line, self._at = self._text[self._at : end], end
        return line


def _unquoted(text: str) -> str:
    text = text.strip()
    return _entities(text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text)


def _entities(text: str) -> str:
    """``#quot;`` and ``#35;`` as HTML has them."""
    return _ENTITY.sub(lambda match: f"&#{match[1]};" if match[1].isdigit() else f"&{match[1]};", text)
