"""The form on paper: the statements, and a place for a mark at each level."""

from __future__ import annotations

from nyttokedja.documents.maturity.parts import (
    document_of,
    level_table,
    named_levels,
    statement_sections,
    table_of,
    word,
)
from nyttokedja.documents.model import Column, Document, Listed, Section
from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import StatementSet

_NARROW, _WIDE = 0.6, 3.0


def form_document(asked: StatementSet, *, table: bool = False) -> Document:
    """The form for one person, or a list in which a row is one person's answers."""
    language = asked.language
    said = texts(language).group("maturity/form")
    steps = Listed(tuple(said["steps_table" if table else "steps"]))
    how = Section("how", said["how_table" if table else "how"], (steps, level_table(asked)))
    rest = (_list(asked),) if table else tuple(statement_sections(asked, (said["mark"],)))
    return document_of(language, said["name"], said["title"], (), (how, *rest))


def _list(asked: StatementSet) -> Section:
    language = asked.language
    columns = [
        Column(word(language, "form", "statement"), share=_WIDE),
        *(Column(name, share=_NARROW) for name in named_levels(asked)),
        Column(word(language, "form", "unknown"), share=_NARROW),
    ]
    empty = [""] * (len(columns) - 1)
    rows = ([f"{n}. {one.title}", *empty] for n, one in enumerate(asked.statements, 1))
    return Section("answers", word(language, "form", "answers"), (table_of("", columns, rows),))
