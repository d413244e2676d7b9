"""An import into a chain file, one that is not there yet or one that is; what it came to is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path, PurePath

import click

from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.regressions import new_errors
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.writing import write
from nyttokedja.cli.terminal import look
from nyttokedja.errors import CannotRead
from nyttokedja.importing.chain_text import chain_text
from nyttokedja.importing.model import Imported
from nyttokedja.importing.returning import Memory, Origin, Returned, read_memory, remembered, returned
from nyttokedja.importing.returning.memory import digest
from nyttokedja.importing.returning.sentences import Told, as_typed
from nyttokedja.language.codes import guessed
from nyttokedja.language.safe_text import clean
from nyttokedja.reading.discovery import Candidate, read_bytes
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.reports.comparison.text import comparison_lines
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.versions.listed_files import is_kept
from nyttokedja.writing.saving import Change, create, save


def memory_path(path: Path) -> Path:
    """The file beside a chain that remembers what the last imports said."""
    return path.with_suffix(".import.json")


def source_name(file: str, chain: Path | None) -> str:
    """What a file is remembered as beside a chain: its path from there, the same wherever one stands.

    One outside the chain's folder that is named by its place on this computer is known by its name alone.
    """
    path = Path(file)
    if chain is None or file == "-":
        return file if file == "-" else path.name
    try:
        found = Path(os.path.relpath(path, chain.parent))
    except ValueError:  # it is on another drive
        return path.name
    return path.name if path.is_absolute() and ".." in found.parts else found.as_posix()


def is_there(path: Path) -> bool:
    """Whether a file is a chain, into which an import can be brought."""
    if not path.is_file():
        return False
    data = bytes_there(path)
    return data is not None and is_chain(data)


def language_of(path: Path) -> str:
    """The language of a chain that is there."""
    return guessed(Parsed(bytes_there(path) or b"").text)


def start(path: Path, imported: Imported, origin: Origin) -> None:
    """Write the chain that an import has made, and beside it what it said.

    Raises:
        CannotWrite: there is a file of that name already, or it cannot be written.
    """
    create(path, chain_text(imported))
    save(memory_path(path), remembered(imported, origin).to_bytes())


def bring_into(path: Path, imported: Imported, origin: Origin, *, dry_run: bool, prune: bool) -> None:
    """Bring an import into a chain that is there, or show what it would mean, and say what it came to.

    Raises:
        CannotRead: the chain cannot be opened, or has faults.
        CannotWrite: it cannot be written.
    """
    data = bytes_there(path)
    if data is None:
        raise CannotRead(f"Cannot open {path}. Give the path of a chain.")
    beside = bytes_there(memory_path(path))
    memory, lost = read_memory(beside)
    result = returned(data, imported, origin, memory, name=path.as_posix(), prune=prune)
    told = Told(result, safe_file_name(path.as_posix()), PurePath(origin.name).name or "-")
    before, after = _checked(path, data), _checked(path, result.chain)
    first = [*_first(told, memory, path, lost, origin)]
    if dry_run:
        _show(path, before, after)
        _say([*first, *told.lines(), *_errors(told, before, after), told.say("dry-run")])
        return
    undo = _keep(path, data, memory, told) if result.chain != data else ""
    _write(path, data, beside, result, told.language)
    click.echo(safe_file_name(path.as_posix()))
    comments = (
        [told.say("comments", items=imported.comments, n=len(imported.comments))] if imported.comments else []
    )
    _say([*first, *told.lines(), *comments, *_errors(told, before, after), undo])


def _first(told: Told, memory: Memory, path: Path, lost: str, origin: Origin) -> Iterator[str]:
    if lost:
        yield told.say(f"lost-{lost}", memory=memory_path(path).name)
    elif origin.name not in memory.sources:
        yield told.say("first")


def _errors(told: Told, before: Checked, after: Checked) -> Iterator[str]:
    if errors := new_errors(before, after):
        yield told.say("errors", n=len(errors))


def _show(path: Path, before: Checked, after: Checked) -> None:
    from nyttokedja.comparing import compare  # only what has been imported before is compared
    from nyttokedja.comparing.model import Compared

    compared = Compared(path.as_posix(), path.as_posix(), compare(before, after))
    if compared.changed:
        for line in comparison_lines(compared, look().paint):
            click.echo(line, color=True)


def _keep(path: Path, data: bytes, memory: Memory, told: Told) -> str:
    """See to it that the chain can be had back as it was, and say how."""
    beside = memory_path(path)
    if is_kept(path, data):
        held = bytes_there(beside)
        files = (path, beside) if held and is_kept(beside, held) else (path,)
        return told.say("undo-git", file=" ".join(as_typed(file.as_posix()) for file in files))
    return told.say("undo-file", backup=set_aside(path, data, memory.chain).as_posix())


def set_aside(path: Path, data: bytes, last: str = "") -> Path:
    """Write what a chain holds to a file beside it; over what has the digest ``last``, not over any other."""
    for name in chain([f"{path.name}.bak"], (f"{path.name}.bak{n}" for n in count(2))):
        backup = path.with_name(name)
        kept = bytes_there(backup)
        if kept is None or kept == data or digest(kept) == last:  # that of the import before this one
            break
    save(backup, data)
    return backup


def _write(path: Path, data: bytes, beside: bytes | None, result: Returned, language: str) -> None:
    """Write both files, or none; the chain first: without the other it is still whole."""
    changes = [Change(path, data, result.chain)]
    if beside is not None:
        changes.append(Change(memory_path(path), beside, result.memory))
    write(changes, language)
    if beside is None:
        save(memory_path(path), result.memory)


def _checked(path: Path, data: bytes) -> Checked:
    return check_parsed(Parsed(data, path.as_posix()), Lookup(Config()).config(path))


def bytes_there(path: Path) -> bytes | None:
    """The bytes of a file; None where it cannot be opened or is larger than any that we write."""
    try:
        data = read_bytes(Candidate(path, path.as_posix(), named=True), 10 * LIMITS.file)
    except OSError:
        return None
    return data if len(data) <= 10 * LIMITS.file else None


def _say(lines: list[str]) -> None:
    for line in lines:
        if line:
            click.echo(clean(line))
