"""Findings → Markdown, for a step summary or a comment: a table a file. Columns are characters from 1.

Whatever a chain says is shown as it is, and is never markup, a link, a picture or a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.messages import Note, notes
from nyttokedja.reports.findings.text import summary, trouble
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page
from nyttokedja.reports.text_style import TextStyle

_COLUMNS = ("severity", "place", "message", "remedy")
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
_MARKUP = re.compile(
    r"""[@#!~&$^%](?=[\w"])|:(?=[^\W\d])|://|[\\`*_\[\]<>|&~#@$^]|(?<=www)\.|(?<=\bgh)-(?=\d)""",
    re.IGNORECASE,
)
_REFERS = "@#!~&$^%:.-"
"""What is part of a mention or an address to GitHub or GitLab, also when it is written as a reference."""
_APART = "&#8203;"
"""A space without width: no mention, and no address, has one in it."""


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """What could not be checked, a table for each file with findings, and what is said of the whole run."""
    said = texts(setting.language)
    troubles = [f"- {_SIGNS[Severity.ERROR]} {escaped(trouble(o))}" for o in outcomes if o.trouble]
    tables = ["\n".join(_table(o, found, setting)) for o in outcomes if (found := _found(o))]
    ending = [f"- {escaped(line)}" for line in summary(outcomes, said, TextStyle())]
    parts = ["\n".join(troubles), *tables, "\n".join(ending)]
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _found(outcome: Outcome) -> list[Note]:
    return [note for note in notes([outcome]) if note.finding is not None]


def _table(outcome: Outcome, found: Iterable[Note], setting: ReportContext) -> Iterator[str]:
    yield f"### {escaped(path(outcome.name, setting))}"
    yield ""
    yield from head(outcome.language)
    for note in found:
        yield row(cells(note, setting))


def head(language: str) -> Iterator[str]:
    """The head of a table of findings."""
    said = texts(language)
    return table_head(said.word("report", name) for name in _COLUMNS)


def table_head(columns: Iterable[str]) -> Iterator[str]:
    """The head of a table, of names that are Markdown already."""
    names = list(columns)
    yield row(names)
    yield row("---" for _ in names)


def cells(note: Note, setting: ReportContext) -> Iterator[str]:
    """The cells of a finding's row."""
    yield f"{_SIGNS[note.severity]} {note.word}"
    yield f"{note.place.line}:{note.place.column}"
    address = page(note.code, setting).replace("&", "&amp;")
    yield f"{f'[{note.code}]({address})' if address else note.code} {escaped(note.message)}"
    yield escaped(note.remedy)


def row(cells: Iterable[str]) -> str:
    """A row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """A text on one line that Markdown, and what GitHub and GitLab make of it, shows as it is."""
    return _MARKUP.sub(_reference, clean(text))


def _reference(match: re.Match[str]) -> str:
    character = match[0][0]
    return f"&#{ord(character)};{_APART if character in _REFERS else ''}{match[0][1:]}"
