"""What the documents on maturity have alike: their head, statements with their anchors, open tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.documents.model import Block, Cell, Column, Document, Listed, Paragraph, Section, Table, Tone
from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import AREAS, Statement, StatementSet

EMPTY = Cell("")
_NARROW, _WIDE = 0.45, 3.0


def word(language: str, group: str, name: str) -> str:
    """A word or a sentence on maturity."""
    return texts(language).word(f"maturity/{group}", name)


def document_of(
    language: str, kind: str, title: str, about: Iterable[Block], sections: Iterable[Section]
) -> Document:
    """A document on maturity."""
    return Document(kind, title, language, "", tuple(about), tuple(sections))


def lead(text: str) -> Paragraph:
    """What is to be read first."""
    return Paragraph(text, Tone.LEAD)


def table_of(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell | str]]) -> Table:
    """A table whose empty columns are there to be written in."""
    made = (tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows)
    return Table(caption, tuple(columns), tuple(made))


def level_table(asked: StatementSet) -> Table:
    """The levels, and what each means."""
    language = asked.language
    meanings = texts(language).group("maturity/levels")["meanings"]
    columns = (
        Column(word(language, "form", "level"), share=_NARROW),
        Column(word(language, "form", "meaning"), share=_WIDE),
    )
    rows = zip(named_levels(asked), meanings, strict=True)
    return table_of("", columns, rows)


def named_levels(asked: StatementSet) -> list[str]:
    """Each level by its number and word."""
    return [f"{level} {name}" for level, name in enumerate(asked.levels, 1)]


def anchor_table(one: Statement, asked: StatementSet, marks: Sequence[str]) -> Table:
    """The levels of a statement with what one sees, and open columns for marks."""
    language = asked.language
    columns = (
        Column(word(language, "form", "level"), share=_NARROW),
        Column(word(language, "form", "sees"), share=_WIDE),
        *(Column(mark, share=_NARROW) for mark in marks),
    )
    anchors = one.anchors or ("",) * len(asked.levels)
    levels = zip(named_levels(asked), anchors, strict=True)
    return table_of("", columns, ((level, anchor, *(EMPTY for _ in marks)) for level, anchor in levels))


def by_area(asked: StatementSet) -> Iterator[tuple[str, Sequence[tuple[int, Statement]]]]:
    """The statements with their numbers, area by area; those of none come last."""
    numbered = list(enumerate(asked.statements, 1))
    for area in (*AREAS, ""):
        if found := [(n, one) for n, one in numbered if one.area == area]:
            yield area, found


def statement_sections(
    asked: StatementSet, marks: Sequence[str], after: Sequence[Block] = (), *, on_pages: bool = False
) -> Iterator[Section]:
    """A section a statement, within its area's; ``on_pages`` of their own, or each whole on a page."""
    for area, found in by_area(asked):
        sections = tuple(
            Section(
                f"statement-{n}",
                f"{n}. {one.title}",
                (Paragraph(one.text), anchor_table(one, asked, marks), *after),
                starts_page=on_pages,
                is_slip=not on_pages,
            )
            for n, one in found
        )
        if area and not on_pages:
            yield Section(f"area-{area}", word(asked.language, "areas", area), (), sections)
        else:
            yield from sections


def points_of(language: str, group: str) -> Listed:
    """The points of a group of texts."""
    return Listed(tuple(texts(language).group(f"maturity/{group}")["points"]))
