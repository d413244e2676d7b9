"""Statements → the cells of the form that one person fills in, and of the table with a row a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import StatementSet

FIRST_LEVEL = 2
"""The column of the lowest level in a form, after the number and the statement; the answer comes last."""


def said_of(asked: StatementSet) -> Mapping[str, str]:
    """The words of forms in the language of the statements."""
    held: Mapping[str, str] = texts(asked.language).group("maturity/form")
    return held


def numbered_levels(asked: StatementSet) -> list[str]:
    """Each level by its number and word."""
    return [f"{level} {word}" for level, word in enumerate(asked.levels, 1)]


def form_rows(asked: StatementSet) -> list[Sequence[str]]:
    """The headings of a form, and a row a statement with what one sees at each level."""
    said = said_of(asked)
    heads = [said["number"], said["statement"], *numbered_levels(asked), said["answer"], said["comment"]]
    blank = ("",) * len(asked.levels)
    return [
        heads,
        *(
            [str(n), f"{one.title}\n{one.text}", *(one.anchors or blank), "", ""]
            for n, one in enumerate(asked.statements, 1)
        ),
    ]


def table_heads(asked: StatementSet) -> list[str]:
    """The headings of a table with a row a person."""
    said = said_of(asked)
    named = (f"{n}. {one.title}" for n, one in enumerate(asked.statements, 1))
    return [said["person"], *named, said["comment"]]
