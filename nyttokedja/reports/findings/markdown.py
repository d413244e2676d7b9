"""Findings → Markdown, for a step summary or a comment: a table a file. Columns are characters from 1.

No text of a chain becomes markup, a link, a picture or a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.diagnostics import Diagnostic, group_diagnostic
from nyttokedja.reports.findings.groups import groups
from nyttokedja.reports.findings.text import failure_sentence, summary_lines
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page_address
from nyttokedja.reports.text_style import TextStyle

_COLUMNS = ("severity", "place", "message", "remedy")
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
_MARKUP = re.compile(
    r"""[@#!~&$^%](?=[\w"])|:(?=[^\W\d])|://|[\\`*_\[\]<>|&~#@$^]|(?<=www)\.|(?<=\bgh)-(?=\d)""",
    re.IGNORECASE,
)
_MENTION_SIGNS = "@#!~&$^%:.-"
"""Characters that make mentions and addresses on GitHub and GitLab even as character references."""
_ZERO_WIDTH_SPACE = "&#8203;"
"""It ends a mention or an address."""


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The files that could not be checked, a table for each file with findings, and the summary."""
    catalog = texts(context.language)
    troubles = [f"- {_SIGNS[Severity.ERROR]} {escaped(failure_sentence(o))}" for o in outcomes if o.trouble]
    tables = ["\n".join(_table(o, found, context)) for o in outcomes if (found := _findings(o, context))]
    ending = [
        f"- {escaped(line)}" for line in summary_lines(outcomes, catalog, TextStyle(verbose=context.verbose))
    ]
    parts = ["\n".join(troubles), *tables, "\n".join(ending)]
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _findings(outcome: Outcome, context: ReportContext) -> list[Diagnostic]:
    """A diagnostic a group of findings; none of a file that could not be checked."""
    return [group_diagnostic(group) for group in groups(outcome, verbose=context.verbose)]


def _table(outcome: Outcome, found: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
    yield f"### {escaped(report_path(outcome.name, context))}"
    yield ""
    yield from findings_head(outcome.language)
    for diagnostic in found:
        yield row(finding_cells(diagnostic, context))


def findings_head(language: str) -> Iterator[str]:
    """The head of a table of findings."""
    catalog = texts(language)
    return table_head(catalog.word("report", name) for name in _COLUMNS)


def table_head(columns: Iterable[str]) -> Iterator[str]:
    """The head of a table, of names that are Markdown already."""
    names = list(columns)
    yield row(names)
    yield row("---" for _ in names)


def finding_cells(diagnostic: Diagnostic, context: ReportContext) -> Iterator[str]:
    """The cells of a finding's row."""
    yield f"{_SIGNS[diagnostic.severity]} {diagnostic.word}"
    yield f"{diagnostic.place.line}:{diagnostic.place.column}"
    address = page_address(diagnostic.code, context).replace("&", "&amp;")
    yield f"{f'[{diagnostic.code}]({address})' if address else diagnostic.code} {escaped(diagnostic.message)}"
    yield escaped(diagnostic.remedy)


def row(cells: Iterable[str]) -> str:
    """A row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """A text on one line, escaped for Markdown and for what GitHub and GitLab add to it."""
    return _MARKUP.sub(_reference, clean(text))


def _reference(match: re.Match[str]) -> str:
    character = match[0][0]
    return f"&#{ord(character)};{_ZERO_WIDTH_SPACE if character in _MENTION_SIGNS else ''}{match[0][1:]}"
