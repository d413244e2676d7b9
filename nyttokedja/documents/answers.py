"""An answer of a portfolio → a document: what was asked, the table, and what is not in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from nyttokedja.documents.model import Block, Cell, Column, Document, Paragraph, Section, Table, Tone
from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import texts
from nyttokedja.portfolio.asking import Told, question
from nyttokedja.portfolio.cells import Cell as Held
from nyttokedja.portfolio.telling import headings, notes, shown


def answer_document(told: Told, language: str, organisation: str = "") -> Document:
    """The document of an answer, in a language."""
    said, answer = texts(language), told.answer
    figures = Figures(language)
    rows = tuple(
        tuple(
            Cell(shown(column, cell, said, figures), _value(cell))
            for column, cell in zip(answer.columns, row, strict=True)
        )
        for row in answer.rows
    )
    columns = tuple(
        Column(heading, all(_value(row[n]) is not None for row in answer.rows))
        for n, heading in enumerate(headings(told, said))
    )
    title = question(told.question).helps[language] if told.question else said.word("portfolio/told", "own")
    blocks: list[Block] = [Table("", columns, rows)] if rows else []
    blocks += [] if rows else [Paragraph(said.word("portfolio/told", "nothing"), Tone.MISSING)]
    blocks += [Paragraph(note, Tone.ASIDE) for note in notes(told, said)]
    kind = said.word("portfolio/told", "kind")
    return Document(kind, title, language, organisation, (), (Section("answer", kind, tuple(blocks)),))


def _value(cell: Held) -> Decimal | date | None:
    if isinstance(cell, bool | str | None):
        return None
    return cell if isinstance(cell, date) else Decimal(str(cell))
