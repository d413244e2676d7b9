"""``portfolio ask``: a question → its answer on standard output, in a format."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import click

from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.safe_text import clean
from nyttokedja.portfolio.asking import ORDER, Told, asked_by_name, asked_in_sql, question
from nyttokedja.portfolio.store import Limits, asked


class Asked(NamedTuple):
    """What was asked: a name, or SQL; of which organisation, and on which day."""

    name: str | None
    sql: str = ""
    organisation: str = ""
    today: date | None = None


def list_questions(language: str) -> None:
    """Print the names of the questions and what each answers."""
    widest = max(map(len, ORDER))
    for name in ORDER:
        click.echo(clean(f"{name:<{widest}}  {question(name).helps[language]}"))


def ask(database: Path, wanted: Asked, format: str, language: str) -> None:
    """Print an answer.

    Raises:
        Unfit: there is no such question, or it needs a day.
        CannotRead: the file is no portfolio.
        Unanswered: the engine does not answer.
    """
    name = None if wanted.name is None else _known(wanted.name)
    if name is not None and question(name).needs_day and wanted.today is None:
        raise Unfit("this question asks what day it is; say it as YYYY-MM-DD", "--today")
    with closing(asked(database)) as store:
        if name is None:
            told = asked_in_sql(store, wanted.sql, Limits())
        else:
            told = asked_by_name(store, name, wanted.organisation, wanted.today, Limits())
    click.echo(_written(told, format, language, wanted.organisation), nl=False)
    if format == "csv":
        from nyttokedja.language.texts import texts
        from nyttokedja.portfolio.telling import notes

        for note in notes(told, texts(language)):
            click.echo(clean(note), err=True)


def _known(name: str) -> str:
    written = name.strip().lower().replace("_", "-")
    if written in ORDER:
        return written
    near = get_close_matches(written, ORDER, n=1, cutoff=0.5)
    if near:
        raise Unfit("no question is called {name}; is {meant} meant?", "QUESTION", name=name, meant=near[0])
    raise Unfit(
        "no question is called {name}; there are {names}", "QUESTION", name=name, names=", ".join(ORDER)
    )


def _written(told: Told, format: str, language: str, organisation: str) -> str:
    from nyttokedja.portfolio.telling import FORMATS

    if format in FORMATS:
        return FORMATS[format](told, language)
    from nyttokedja.documents import FORMATS as DOCUMENTS
    from nyttokedja.documents.answers import answer_document

    made = DOCUMENTS[format](answer_document(told, language, organisation))
    assert isinstance(made, str)
    return made
