"""The bytes of a DOT file → the text of its first graph in the plainest DOT, and how many follow.

pydot's grammar is stricter than Graphviz's (no ``;`` between attributes, no empty statements, no
negative names) and slow: its time doubles with every nested brace, unless it remembers what it has tried,
which costs about double. So the text is cut into tokens here, held to limits, and written anew with comments
gone and every word quoted; each token stays on its line, so that what pydot says of a line is true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.importing.text_decoding import LEGACY, decode_text

_LARGEST = 5_000_000
_LONGEST = 20_000
_DEEPEST = 12
_MOST_WORK = 70_000
"""Tokens, each counted four times outside of brackets, where pydot tries most, and double for every brace
around it but the first, or once where that is less, with remembering: less than twenty seconds of work."""
_COMPARED = 64
"""So many nodes or groups of one name are compared in the time of one such token."""

_KEYWORDS = frozenset({"strict", "graph", "digraph", "subgraph", "node", "edge"})
_HEADS = frozenset({"strict", "graph", "digraph"})
_PARTS = re.compile(
    r"""(?P<space>[ \t\r\n\f\v]+ | //[^\n]* | \#[^\n]* | /\*.*?\*/)
    | (?P<string>"(?:[^"\\]|\\.)*")
    | (?P<sign>->|--|[{}\[\]=;,:+])
    | (?P<word>-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?![\w\x80-\U0010ffff]) | [\w.\x80-\U0010ffff]+)
    | (?P<html><)""",
    re.VERBOSE | re.DOTALL,
)
_ANGLES = re.compile(r"[<>]")
_LATIN = re.compile(rb"charset\s*=\s*\"?(?:latin-?1|iso-?8859-?1)\b", re.IGNORECASE)


class Token(NamedTuple):
    """One piece of DOT: ``kind`` is string, sign, word or html."""

    kind: str
    text: str
    line: int


class PlainDot(NamedTuple):
    """A graph as plain DOT, the number of graphs after it, and whether its parser does best to remember."""

    text: str
    others: int
    remembering: bool


def plain_dot(data: bytes) -> PlainDot:
    """The first graph of a file as plain DOT.

    Raises:
        CannotRead: too large, not text, not DOT, or nested so deep that reading it would not end.
    """
    tokens = _without_lists(list(_tokens(decoded(data))))
    starts, work = _graphs(tokens)
    first = tokens[: starts[1]] if len(starts) > 1 else tokens
    return PlainDot(_written(first), len(starts) - 1, work.remembering < work.plain)


def decoded(data: bytes) -> str:
    """The text of a file; Latin-1 where it says so itself.

    Raises:
        CannotRead: it is too large.
    """
    if len(data) > _LARGEST:
        raise CannotRead(f"The drawing is larger than {_LARGEST // 10**6} MB.")
    text, encoding = decode_text(data)
    return data.decode("latin-1") if encoding in LEGACY and _LATIN.search(data) else text


def _tokens(text: str) -> Iterator[Token]:
    at, line = 0, 1
    while at < len(text):
        match = _PARTS.match(text, at)
        if match is None:
            shown = "an open quote or comment" if text[at] in '"/' else repr(text[at])
            raise CannotRead(f"Line {line} of the drawing is not DOT: {shown} cannot stand there.")
        kind, end = str(match.lastgroup), match.end()
        if kind == "html":
            end = _html_end(text, at, line)
        if kind != "space":
            if end - at > _LONGEST:
                raise CannotRead(f"Line {line} of the drawing has a text of more than {_LONGEST} characters.")
            yield Token(kind, text[at:end], line)
        line += text.count("\n", at, end)
        at = end


def _html_end(text: str, start: int, line: int) -> int:
    depth = 0
    for match in _ANGLES.finditer(text, start, start + _LONGEST + 1):
        depth += 1 if match[0] == "<" else -1
        if not depth:
            return match.end()
    raise CannotRead(f"Line {line} of the drawing has an HTML label that does not end.")


def _without_lists(tokens: list[Token]) -> list[Token]:
    """The tokens, where names with commas between them (``a, b -> c``) are a group, or a statement each.

    Graphviz reads such a list as a group where an arrow meets it; what is set in brackets after it holds for
    all in it.
    """
    found: list[Token] = []
    at, brackets = 0, 0
    closing = list(range(len(tokens)))  # where the next bracket closes, or the token itself for nowhere
    for n in range(len(tokens) - 2, -1, -1):
        if not _is_sign(tokens, n, "]"):
            after = closing[n + 1]
            closing[n] = after if _is_sign(tokens, after, "]") else n
    while at < len(tokens):
        end = at if brackets else _list_end(tokens, at)
        if end == at:
            brackets += {"[": 1, "]": -1}.get(tokens[at].text, 0) if tokens[at].kind == "sign" else 0
            found.append(tokens[at])
            at += 1
            continue
        arrow = _is_sign(found, len(found) - 1, "->", "--") or _is_sign(tokens, end, "->", "--")
        stop = end
        if not arrow and _is_sign(tokens, end, "["):
            stop = closing[end] + 1
        if (stop - end) * (end - at) > _MOST_WORK:
            _guard(0, _MOST_WORK + 1, tokens[at].line)
        found += _apart(tokens[at:end:2], tokens[end:stop], arrow)
        at = stop
    return found


def _apart(names: list[Token], settings: list[Token], is_group: bool) -> Iterator[Token]:
    """The names of a list as a group, or each as a statement with what is set for all; on one line."""
    line = names[-1].line
    if is_group:
        yield Token("sign", "{", line)
    for name in names:
        for token in (name, *settings):
            yield token._replace(line=line)
        if not is_group:
            yield Token("sign", ";", line)
    if is_group:
        yield Token("sign", "}", line)


def _list_end(tokens: list[Token], at: int) -> int:
    """Where a list of names that begins at a token ends; the same place for none."""
    end = at
    while _is_name(tokens, end) and _is_sign(tokens, end + 1, ",") and _is_name(tokens, end + 2):
        end += 2
    return end + 1 if end > at else at


def _is_name(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind != "sign"


def _is_sign(tokens: list[Token], at: int, *signs: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "sign" and tokens[at].text in signs


class _Work(NamedTuple):
    """What it costs to parse a graph without and with remembering what was tried."""

    plain: int = 0
    remembering: int = 0

    def after(self, depth: int, weight: int, before: int) -> _Work:
        """With one more token, that pydot compares with so many before it."""
        again = before // _COMPARED
        return _Work(
            self.plain + (weight << max(0, depth - 1)) + again, self.remembering + 2 * weight + again
        )


def _is_compared(tokens: list[Token], n: int) -> bool:
    """Whether pydot looks at all of the same name when it meets this token: a node's statement, a group."""
    if tokens[n].kind == "sign":
        return tokens[n].text == "{"
    return not any(_is_sign(tokens, beside, "->", "--", "=") for beside in (n - 1, n + 1))


def _graphs(tokens: list[Token]) -> tuple[list[int], _Work]:
    """Where the graphs of the file begin, as indices of tokens, and the work of the first."""
    starts: list[int] = []
    depth, work, inside, weight = 0, _Work(), False, 4
    same: Counter[str] = Counter()
    for n, token in enumerate(tokens):
        if not depth and not inside:
            if token.text.lower() not in _HEADS or token.kind != "word":
                raise CannotRead(
                    f"Line {token.line} of the drawing is not DOT: no graph or digraph begins there."
                )
            starts.append(n)
            inside = True
        if token.kind == "sign" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
            inside = depth > 0
        elif token.kind == "sign" and token.text in "[]":
            weight = 1 if token.text == "[" else 4
        if len(starts) == 1:
            compared = weight > 1 and _is_compared(tokens, n)
            work = work.after(depth, weight, same[token.text] if compared else 0)
            same[token.text] += compared
        _guard(depth, min(work), token.line)
    if not starts:
        raise CannotRead("The drawing is empty.")
    if inside:
        raise CannotRead(f"Line {tokens[starts[-1]].line} of the drawing begins a graph that does not end.")
    return starts, work


def _guard(depth: int, work: int, line: int) -> None:
    if depth < 0:
        raise CannotRead(f"Line {line} of the drawing has a }} too many.")
    if depth > _DEEPEST:
        raise CannotRead(f"Line {line} of the drawing has more than {_DEEPEST} braces in each other.")
    if work > _MOST_WORK:
        raise CannotRead(
            f"Line {line} of the drawing is where it becomes too large to read. Split it into smaller ones."
        )


def _written(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    line, brackets, before = 1, 0, "{"
    for token in tokens:
        text = _plain(token)
        if token.kind == "sign":
            brackets += {"[": 1, "]": -1}.get(text, 0)
            if text == ";":
                if brackets:
                    text = ","
                elif before in "{;":
                    continue
        parts += ["\n" * (token.line - line) or " ", text]
        line, before = token.line + token.text.count("\n"), text
    return "".join(parts)


def _plain(token: Token) -> str:
    if token.kind != "word" or token.text.lower() in _KEYWORDS:
        return token.text
    return f'"{token.text}"'
