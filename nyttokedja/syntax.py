"""A parser's refusal → the everyday slip behind it, said of the place where it was made.

The two parsers of PyYAML word and place their errors differently. So the pure one, whose marks are
the more exact, is asked again about a file of moderate size, and what is said comes from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from nyttokedja.findings import Fault, Span

_ASK_AGAIN_BELOW = 500_000
_KEY = r"[^\s#'\"\[\]{},:&*!|>%@`-][^:#'\"\[\]{}]*?"
_COLON_IN_TEXT = re.compile(rf"^(\s*(?:- +)*)({_KEY}):[ \t]+([^'\"\[{{|>#\s][^#]*?:(?:\s.*|$))$")
_COLON_IN_ITEM = re.compile(r"^(\s*- +)()([^'\"\[{|>#\s][^#]*?:\s[^#]*?:\s.*)$")
_NO_SPACE = re.compile(rf"^(\s*(?:- +)*)({_KEY}):([^\s/].*|\u00a0.*)$")
_FIRST_CHARACTER = re.compile(r"^(\s*(?:- +)*(?:[^:#'\"]+?:[ \t]+)?)([@`%*&!|>])(.*)$")
_AFTER_QUOTE = re.compile(r"""^(\s*(?:- +)*)([^:#'"]+?):[ \t]+(?:"[^"]*"|'[^']*')[ \t]*([^\s#,\]}].*)$""")
_LIST_ON_LINE = re.compile(rf"^(\s*(?:- +)*)({_KEY}):[ \t]+-[ \t]+(.*)$")
_TEXT_VALUE = re.compile(rf"^(\s*(?:- +)*)({_KEY}):[ \t]+(\S.*)$")
_TAB = re.compile(r"^ *\t")


class _Where(NamedTuple):
    """The failing line, the last one above it that says something, and the text's line starts."""

    lines: list[str]
    at: int  # index of the failing line
    above: int  # index of the line above that is not empty or a comment; -1 if none
    problem: str
    context: str
    context_at: int  # offset, -1 if not given

    def span(self, line: int, column: int, length: int) -> Span:
        start = sum(len(text) for text in self.lines[:line]) + column
        return Span(start, start + length)

    def line(self, index: int) -> str:
        return self.lines[index].rstrip("\r\n") if 0 <= index < len(self.lines) else ""


def explain(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that a parser's error is, with the variant that names the slip."""
    where = _where(text, _exact(text, error))
    for trap in _TRAPS:
        if (fault := trap(where)) is not None:
            return fault
    line = where.line(where.at)
    indent = len(line) - len(line.lstrip())
    return _fault("syntax", where.span(where.at, indent, max(1, len(line) - indent)))


def _fault(variant: str, span: Span, **particulars: Any) -> Fault:
    return Fault("unreadable-file", span, variant=variant, particulars=particulars)


def _exact(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    if len(text) < _ASK_AGAIN_BELOW:
        try:
            for _ in yaml.parse(text, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as exact:
            return exact
        except RecursionError:
            return error
    return error


def _where(text: str, error: yaml.YAMLError) -> _Where:
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    at = min(mark.line, len(lines) - 1) if mark else 0
    while at > 0 and not lines[at].strip():
        at -= 1
    above = at - 1
    while above >= 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    return _Where(
        lines,
        at,
        above,
        str(getattr(error, "problem", "") or ""),
        str(getattr(error, "context", "") or ""),
        context.index if context else -1,
    )


def _tab(where: _Where) -> Fault | None:
    for index in (where.at, where.above):
        if match := _TAB.match(where.line(index)):
            return _fault("tab", where.span(index, match.end() - 1, 1))
    return None


def _open_quote(where: _Where) -> Fault | None:
    if "quoted scalar" not in where.context or "end of stream" not in where.problem:
        return None
    return _fault("open-quote", Span(where.context_at, where.context_at + 1))


def _open_bracket(where: _Where) -> Fault | None:
    if "flow" not in where.context or where.at < len(where.lines) - 2:
        return None
    bracket = "".join(where.lines)[where.context_at : where.context_at + 1]
    shown = {"opening": bracket, "closing": "]" if bracket == "[" else "}"}
    return _fault("open-bracket", Span(where.context_at, where.context_at + 1), **shown)


def _line_trap(pattern: re.Pattern[str], variant: str) -> Callable[[_Where], Fault | None]:
    """A slip that one line shows: the failing one, or the one above where the parser went on."""

    def trap(where: _Where) -> Fault | None:
        for index in (where.at, where.above):
            if match := pattern.match(where.line(index)):
                start, end = match.start(2), match.end(3)
                shown = {"key": match[2], "text": match[3].strip()}
                return _fault(variant, where.span(index, start, end - start), **shown)
        return None

    return trap


def _first_character(where: _Where) -> Fault | None:
    if match := _FIRST_CHARACTER.match(where.line(where.at)):
        shown = {"character": match[2], "text": (match[2] + match[3]).strip()}
        return _fault(
            "first-character", where.span(where.at, match.start(2), len(match[2] + match[3])), **shown
        )
    return None


def _under_text(where: _Where) -> Fault | None:
    """A key indented under a line whose value is already a text."""
    here, above = where.line(where.at), where.line(where.above)
    match = _TEXT_VALUE.match(above)
    indent = len(here) - len(here.lstrip())
    if match is None or ":" not in here or indent <= len(match[1]) or match[3][0] in "\"'[{|>":
        return None
    shown = {"key": here.strip().split(":")[0], "node": match[2], "text": match[3].strip()}
    return _fault("under-text", where.span(where.at, indent, len(here.rstrip()) - indent), **shown)


def _no_colon(where: _Where) -> Fault | None:
    for index in (where.above, where.at):
        line = where.line(index)
        words = line.strip()
        if (
            words
            and ":" not in words
            and words[0] not in "-#[]{}\"'"
            and ("':'" in where.problem or index < where.at)
        ):
            return _fault(
                "no-colon", where.span(index, len(line) - len(line.lstrip()), len(words)), text=words
            )
    return None


def _indentation(where: _Where) -> Fault | None:
    line = where.line(where.at)
    if "block" not in where.context or not line.strip():
        return None
    indent = len(line) - len(line.lstrip())
    return _fault("indentation", where.span(where.at, indent, len(line.strip())), indent=indent)


_TRAPS = (
    _tab,
    _line_trap(_LIST_ON_LINE, "list-on-line"),
    _line_trap(_COLON_IN_TEXT, "colon-in-text"),
    _line_trap(_COLON_IN_ITEM, "colon-in-text"),
    _line_trap(_AFTER_QUOTE, "after-quote"),
    _first_character,
    _open_quote,
    _under_text,
    _line_trap(_NO_SPACE, "no-space"),
    _open_bracket,
    _no_colon,
    _indentation,
)
