"""The material for the seminar that comes first, and for the joint workshop that comes of the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.documents.maturity.parts import (
    document_of,
    lead,
    level_table,
    points_of,
    statement_sections,
    table_of,
    word,
)
from nyttokedja.documents.model import Block, Column, Document, Listed, Paragraph, Section, Tone
from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import StatementSet

_NARROW, _WIDE = 0.4, 1.6
_ROWS = 3
"""So many empty rows a table has for actions, and so many lines for what has been seen."""


def seminar(asked: StatementSet) -> Document:
    """Agenda, exercises, the statements, and what comes after."""
    return _meeting(asked, "seminar", (word(asked.language, "form", "mark"),), ())


def workshop(asked: StatementSet) -> Document:
    """Agenda, exercises, a worksheet a statement with room for targets and actions, and what comes after."""
    language = asked.language
    marks = (word(language, "material", "today"), word(language, "material", "wanted"))
    return _meeting(asked, "workshop", marks, tuple(_worksheet(language)))


def _meeting(asked: StatementSet, name: str, marks: Sequence[str], after: Sequence[Block]) -> Document:
    language = asked.language
    said: Mapping[str, Any] = texts(language).group(f"maturity/{name}")
    statements = tuple(statement_sections(asked, marks, after, on_pages=bool(after)))
    sections = (
        Section("agenda", word(language, "material", "agenda"), (_agenda(language, said["agenda"]),)),
        Section(
            "exercises",
            word(language, "material", "exercises"),
            (),
            tuple(_exercises(language, said)),
            starts_page=True,
        ),
        Section("levels", word(language, "material", "levels"), (level_table(asked),)),
        Section("statements", word(language, "material", "statements"), (), statements),
        Section(
            "afterwards",
            word(language, "material", "afterwards"),
            (points_of(language, f"{name}_after"),),
            starts_page=bool(after),
        ),
    )
    about = (lead(said["lead"]), Listed(tuple(said["points"])))
    return document_of(language, said["name"], said["title"], about, sections)


def _agenda(language: str, rows: Sequence[Sequence[str]]) -> Block:
    columns = (
        Column(word(language, "material", "moment"), share=_WIDE),
        Column(word(language, "material", "minutes"), is_number=True, share=_NARROW),
        Column(word(language, "material", "how"), share=2 * _WIDE),
    )
    return table_of("", columns, ((moment, minutes, how) for minutes, moment, how in rows))


def _exercises(language: str, said: Mapping[str, Any]) -> Iterator[Section]:
    for n, one in enumerate(said["exercises"], 1):
        heading = texts(language).say("maturity/material", "exercise", n=n, name=one["name"])
        yield Section(f"exercise-{n}", heading, (Listed(tuple(one["steps"])),))


def _worksheet(language: str) -> Iterator[Block]:
    """Room for what has been seen, and for actions."""
    saw = Column(word(language, "material", "saw"))
    yield table_of("", (saw,), (("\u00a0\n\u00a0",) for _ in range(_ROWS)))
    yield Paragraph(word(language, "material", "plan"), Tone.PLAIN)
    columns = (
        Column(word(language, "material", "what"), share=_WIDE),
        Column(word(language, "material", "who")),
        Column(word(language, "material", "due"), share=_NARROW + 0.2),
    )
    yield table_of("", columns, (("\u00a0\n\u00a0", "", "") for _ in range(_ROWS)))
