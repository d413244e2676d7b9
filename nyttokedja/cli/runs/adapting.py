"""A reference and a workshop, each a chain or to be imported → what lies between, and a chain of both."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from nyttokedja.cli.runs.imports import ImportOrder, read_file
from nyttokedja.cli.runs.returning import memory_path, source_name
from nyttokedja.errors import CannotRead
from nyttokedja.importing.adapting import Adapted, adapted, started
from nyttokedja.importing.adapting.sentences import lines
from nyttokedja.importing.model import Imported, ImportOptions
from nyttokedja.importing.returning import Memory, Origin
from nyttokedja.importing.returning.memory import Source
from nyttokedja.importing.returning.said import Data, parsed_of, said_by_file
from nyttokedja.language.codes import LANGUAGES, guessed
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import Candidate, read_bytes
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.chain_file import to_yaml
from nyttokedja.writing.saving import create, save


class Side(NamedTuple):
    """One of the two: what it says, its language, and where it was imported from, if it was."""

    said: Data
    language: str
    imported: Imported | None = None
    origin: Origin = Origin("", "")


def read_side(file: str, person: str) -> Side:
    """A chain, or what a foreign file holds.

    Raises:
        CannotRead: it can be read as neither, or is a chain with faults.
    """
    data = _bytes(file)
    if data is None or not is_chain(data):
        made, format = read_file(file, ImportOrder((file,), "", "", ImportOptions(), "", person))
        said = said_by_file(parsed_of(made.data))
        assert said is not None, "imports are fit for the schema"
        return Side(said, _language(said, person), made, Origin(Path(file).name, format))
    parsed = Parsed(data, file)
    said = said_by_file(parsed)
    if said is None:
        raise CannotRead(
            "{name} has faults that must be mended before it can be compared. See them by: "
            "nyttokedja check {name}",
            name=safe_file_name(file),
        )
    return Side(said, _language(said, guessed(parsed.text)))


def run(reference: str, workshop: str, new: str, person: str) -> None:
    """Show what lies between a reference and a workshop, and write a chain to start from where that is asked.

    Raises:
        CannotRead: one of them cannot be read.
        CannotWrite: there is a file of that name already, or it cannot be written.
    """
    theirs, ours = read_side(reference, person), read_side(workshop, person)
    found = adapted(theirs.said, ours.said)
    for line in lines(found, str(theirs.said["title"]), str(ours.said["title"]), ours.language):
        click.echo(clean(line))
    if new:
        _start(Path(new), source_name(workshop, Path(new)), theirs, ours, found)


def _start(path: Path, source: str, theirs: Side, ours: Side, found: Adapted) -> None:
    chain, named = started(theirs.said, ours.said, found)
    create(path, to_yaml({**chain, "language": ours.language}, ours.language, titles=True))
    if ours.imported is not None:
        ids = {**found.ids}
        refs = {ids.get(known, known): ref for known, ref in ours.imported.refs.items()}
        said = Source(ours.origin.format, named, refs)
        save(memory_path(path), Memory({source: said}).to_bytes())
    click.echo()
    told = texts(ours.language).say("adapting/told", "started", file=safe_file_name(path.as_posix()))
    click.echo(clean(told))


def _language(said: Data, otherwise: str) -> str:
    spoken = said.get("language", otherwise)
    return spoken if spoken in LANGUAGES else LANGUAGES[0]


def _bytes(file: str) -> bytes | None:
    path = Path(file)
    try:
        return (
            read_bytes(Candidate(path, path.as_posix(), named=True), LIMITS.file) if path.is_file() else None
        )
    except OSError:
        return None
