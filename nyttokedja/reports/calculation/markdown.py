"""Calculations → Markdown: the document of each chain. No text of a chain becomes markup."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.calculated import Reckoning
from nyttokedja.reports.calculation.document import Block, Document, Listed, Table
from nyttokedja.reports.calculation.documents import documents
from nyttokedja.reports.findings.diagnostics import group_diagnostic
from nyttokedja.reports.findings.groups import groups
from nyttokedja.reports.findings.markdown import escaped, finding_cells, findings_head, row
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import failure_message


def report(reckoning: Reckoning, context: ReportContext) -> str:
    """The files that could not be read, a document for each chain, and what was found that concerns it."""
    failures = [
        f"- ❌ {escaped(failure_message(each.outcome))}" for each in reckoning.outcomes if each.failed
    ]
    parts = ["\n".join(failures)]
    for made, outcomes in documents(reckoning, context.language):
        parts += document_parts(made)
        for outcome in (each.outcome for each in outcomes):
            if found := groups(outcome, verbose=context.verbose):
                rows = (row(finding_cells(group_diagnostic(group), context)) for group in found)
                parts.append("\n".join((*findings_head(outcome.language), *rows)))
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def document_parts(made: Document) -> Iterator[str]:
    """The parts of a document, with an empty line between them."""
    yield f"## {escaped(made.title)}"
    yield from map(escaped, made.about)
    for section in made.sections:
        if section.heading:
            yield f"### {escaped(section.heading)}"
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join((*([f"*{escaped(block.caption)}*", ""] if block.caption else []), *_table(block)))
    if isinstance(block, Listed):
        return "\n".join(f"- {escaped(point)}" for point in block.points)
    return escaped(block)


def _table(table: Table) -> Iterator[str]:
    yield row(escaped(column.heading) for column in table.columns)
    yield row("--:" if column.is_number else "---" for column in table.columns)
    first_total = len(table.rows) - table.totals
    for n, cells in enumerate(table.rows):
        yield row(f"**{escaped(cell)}**" if cell and n >= first_total else escaped(cell) for cell in cells)
