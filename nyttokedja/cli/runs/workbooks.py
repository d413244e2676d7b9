"""A workbook of a calculation → the chain that it was written from; what it came to is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click

from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.regressions import new_errors
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.returning import bytes_there, set_aside
from nyttokedja.cli.runs.writing import write
from nyttokedja.editing.document import document
from nyttokedja.editing.edits import Edit
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.orders import MeasureOrder, plan_order
from nyttokedja.errors import CannotRead, CannotWrite
from nyttokedja.importing.calculation.comparing import compare, is_of
from nyttokedja.importing.calculation.measured import Typed
from nyttokedja.importing.calculation.reading import read_book
from nyttokedja.importing.calculation.sentences import Told
from nyttokedja.importing.packages.archive import open_package
from nyttokedja.importing.returning.sentences import as_typed
from nyttokedja.language.codes import guessed
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import Texts, texts
from nyttokedja.reading.discovery import STDIN, candidates
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.versions.listed_files import is_kept
from nyttokedja.writing.saving import Change

_RETURNING = "returning/told"


def bring_calculation(path: Path, workbook: bytes, source: str, *, dry_run: bool) -> bool:
    """Bring what a workbook has changed into its chain, or show it → whether something was left out.

    Raises:
        CannotRead: the workbook cannot be read or is of another chain, or the chain has faults.
        CannotWrite: the chain cannot be written.
        CannotEdit: what is changed cannot be written as it is meant.
    """
    file = safe_file_name(path.as_posix())
    parsed = Parsed(bytes_there(path) or b"", path.as_posix())
    data = parsed.normal_form if parsed.is_sound else None
    if data is None:
        raise CannotRead("{file} has mistakes that would be lost. See them with: nyttokedja check", file=file)
    book = read_book(open_package(workbook, source))
    if not is_of(book, data):
        raise CannotRead(
            "The workbook is the calculation of another chain, {title}: nothing in it is in {file}.",
            title=book.memory.title,
            file=file,
        )
    compared = compare(book, data)
    language = guessed(parsed.text)
    measured = _Measured(compared.measured, parsed, texts(language))
    edited = edit_parsed(parsed, (*compared.edits, *measured.edits))
    lines = [*Told(compared, data, language, file, safe_file_name(source)).lines(), *measured.lines()]
    before, after = _checked(path, parsed), _checked(path, edited.parsed)
    if errors := new_errors(before, after):
        lines.append(texts(language).say(_RETURNING, "errors", n=len(errors), typed=as_typed(file)))
    is_changed = bool(compared.changes or measured.edits)
    if is_changed and dry_run:
        lines.append(texts(language).say(_RETURNING, "dry-run"))
    elif is_changed:
        lines.append(_undo(path, parsed.data, language))
        write([Change(path, parsed.data, edited.after)], language)
        click.echo(file)
    _say(lines)
    return len(compared.changes) + measured.placed != compared.found


class _Measured:
    """What was typed at indicators: what of it is brought in, and why the rest is not."""

    def __init__(self, typed: Sequence[Typed], parsed: Parsed, said: Texts) -> None:
        self._said = said
        self._told: list[str] = []
        self._refused: list[str] = []
        self.edits: list[Edit] = []
        self.known = 0  # that the chain says already
        there = document(parsed)
        for one in typed:
            order = MeasureOrder(one.name, one.value, one.date)
            try:
                self.edits += plan_order(order, there).edits
            except CannotEdit as error:
                if error.reason == "measured" and _says(error.particulars["said"], one.value):
                    self.known += 1
                    continue
                error.at(parsed.source.place, said.language, said.language)
                self._refused.append(f"  {one.name}: {error}")
            else:
                self._told.append(f"  {one.name} ({one.date}): {one.value}")

    @property
    def placed(self) -> int:
        """How many the chain has now."""
        return len(self._told) + self.known

    def lines(self) -> Iterator[str]:
        """What is said of them."""
        for name, told in (("measured", self._told), ("not-measured", self._refused)):
            if told:
                yield self._said.say("workbook/told", name, n=len(told))
                yield from told


def _says(known: Any, value: str) -> bool:
    """Whether a measurement of the chain has a value that was typed."""
    held = str(known.get("value") if isinstance(known, Mapping) else known)
    try:
        return float(held) == float(value)
    except ValueError:
        return held == value


def refuse_changed(path: Path, chains: Sequence[str]) -> None:
    """See to it that no workbook is overwritten that people have worked in.

    Args:
        path: the workbook.
        chains: what is calculated; of one chain, what it says already may be overwritten.

    Raises:
        CannotWrite: the file is another one, or has changes that were not brought into its chain.
    """
    if not path.is_file():
        return
    file = safe_file_name(path.as_posix())
    try:
        book = read_book(open_package(path.read_bytes(), path.name))
    except (CannotRead, OSError) as error:
        raise CannotWrite(
            "{file} is there already, and is no calculation of ours that could be read. "
            "Choose another name, or move it away.",
            file=file,
        ) from error
    if compare(book, _said_by(chains)).found:
        raise CannotWrite(
            "{file} has changes that somebody made in it, and is not overwritten. Bring them into the chain "
            "with nyttokedja import, or choose another name.",
            file=file,
        )


def _said_by(chains: Sequence[str]) -> Mapping[str, Any]:
    """What the one chain says that is named; nothing where there are several, or where it is piped."""
    files = [file.path for file in islice(candidates(chains), 2) if file.name != STDIN]
    parsed = Parsed(bytes_there(files[0]) or b"") if len(files) == 1 else None
    return (parsed.normal_form if parsed else None) or {}


def _undo(path: Path, data: bytes, language: str) -> str:
    """See to it that the chain can be had back as it was, and say how."""
    file = as_typed(path.as_posix())
    if is_kept(path, data):
        return texts(language).say(_RETURNING, "undo-git", file=file)
    backup = set_aside(path, data).as_posix()
    return texts(language).say(_RETURNING, "undo-file", file=safe_file_name(path.as_posix()), backup=backup)


def _checked(path: Path, parsed: Parsed) -> Checked:
    return check_parsed(parsed, Lookup(Config()).config(path))


def _say(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(clean(line))
