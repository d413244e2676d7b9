"""``maturity template``: the form, and the material for the seminar and the workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.measuring import table_bytes
from nyttokedja.cli.unfit import Unfit
from nyttokedja.documents import FORMATS
from nyttokedja.documents.maturity.form import form_document
from nyttokedja.documents.maturity.meetings import seminar, workshop
from nyttokedja.documents.model import Document
from nyttokedja.errors import CannotWrite
from nyttokedja.exporting.tables.answer_book import form_book, table_book
from nyttokedja.exporting.tables.answer_rows import form_rows, table_heads
from nyttokedja.exporting.tables.delimited import with_cells
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.language.texts import texts
from nyttokedja.maturity.files import FileFault
from nyttokedja.maturity.own import own_statements
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.maturity import StatementSet
from nyttokedja.model.periods import Period, parse
from nyttokedja.printing.model import Printed
from nyttokedja.reports.findings.text import safe_file_name

MEETINGS: Mapping[str, Callable[[StatementSet], Document]] = {"seminar": seminar, "workshop": workshop}
"""What is not a form: its name → what makes its document."""
_SHEETS = ("xlsx", "csv")


def statements_of(file: str | None, language: str) -> StatementSet:
    """The statements of a file, or ours where none is named; one with faults is told of, and stops the run.

    Raises:
        CannotRead: the file cannot be opened.
    """
    if file is None:
        return our_statements(language)
    found = own_statements(table_bytes(file), file, language)
    return found if isinstance(found, StatementSet) else tell_faults(file, found, language)


def tell_faults(file: str, faults: tuple[FileFault, ...], language: str) -> NoReturn:
    """Say what is wrong with a file, each fault with its line and column, and stop."""
    said = texts(language)
    for fault in faults:
        line = said.say(
            "maturity/file_faults",
            "place",
            file=safe_file_name(file),
            line=fault.place.line,
            column=fault.place.column,
            told=fault.sentence(language),
        )
        click.echo(clean_line(clean(line)), err=True)
    raise SystemExit(CANNOT)


def default_name(asked: StatementSet, meeting: str) -> str:
    """What a file is called where nobody says."""
    said = texts(asked.language)
    stem = said.word(f"maturity/{meeting}" if meeting else "maturity/form", "name")
    return f"{stem.lower()}.{'docx' if meeting else 'xlsx'}"


def content_of(asked: StatementSet, path: Path, meeting: str, *, table: bool) -> str | bytes:
    """What a file holds, in the format that its ending says.

    Raises:
        CannotWrite: nothing of that kind can be made with such an ending.
        CannotDraw: what writes the format is not installed.
    """
    ending = path.suffix.lower().removeprefix(".")
    if not meeting and ending in _SHEETS:
        return _sheet(asked, ending, table=table)
    format = next((one for name, one in FORMATS.items() if ending in one.endings and name != "xlsx"), None)
    if format is None:
        endings = [end for name, one in FORMATS.items() if name != "xlsx" for end in one.endings]
        known = ", ".join(f".{end}" for end in (*(() if meeting else _SHEETS), *endings))
        raise CannotWrite(
            "{path} ends as nothing that is made here. Use one of {endings}.", path=path, endings=known
        )
    document = MEETINGS[meeting](asked) if meeting else form_document(asked, table=table)
    made = format(document)
    return made.content if isinstance(made, Printed) else made


def _sheet(asked: StatementSet, ending: str, *, table: bool) -> bytes:
    if ending == "xlsx":
        return table_book(asked) if table else form_book(asked)
    return with_cells([table_heads(asked)] if table else form_rows(asked), asked.language)


def day_of(written: str | None, option: str) -> Period | None:
    """The time that an option says; None where it is not given.

    Raises:
        Unfit: it is none.
    """
    if written is None:
        return None
    try:
        return parse(written.strip())
    except ValueError:
        sentence = "{written!r} is no date; write it as 2027, 2027-Q3, 2027-09 or 2027-09-30"
        raise Unfit(sentence, option, written=written) from None
