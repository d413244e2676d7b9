"""``import``: foreign files → chains, one after the other, with what is to be known of each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from threading import Timer

import click

from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.looks import look_lines
from nyttokedja.cli.runs.returning import bring_into, is_there, language_of, source_name, start
from nyttokedja.cli.setting_options import of_new_chain
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotRead, CannotWrite, NyttokedjaError
from nyttokedja.importing import FORMATS, known_format, read_import
from nyttokedja.importing.chain_text import chain_text
from nyttokedja.importing.model import Imported, ImportOptions, remark_sentences
from nyttokedja.importing.packages.archive import ZIP, refuse_unreadable
from nyttokedja.importing.returning import Origin
from nyttokedja.importing.returning.sentences import as_typed
from nyttokedja.importing.signatures import CALCULATION, format_of_signature
from nyttokedja.importing.text_decoding import LEGACY, decode_text
from nyttokedja.language.failures import sentence
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS
from nyttokedja.reading.discovery import Candidate, read_bytes, reason
from nyttokedja.reports.findings.text import safe_file_name

_STDIN = "-"
_CHAINS = (".yaml", ".yml")
_MOST_BYTES = 50_000_000
_PATIENCE = 2.0
"""Seconds, until a person at a terminal is told that something is being read."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What a person asks of ``import``.

    ``output`` is a file, a folder or ``-``, "" for the name that each file gives; ``format`` the name of one,
    "" to find it from the content; ``title`` that of the chain; ``language`` that of the person. Of a chain
    that is there, ``dry_run`` shows what it would come to, and ``prune`` takes away what has vanished.
    """

    files: Sequence[str]
    output: str
    format: str
    options: ImportOptions
    title: str
    language: str
    dry_run: bool = False
    prune: bool = False


def run(order: ImportOrder) -> tuple[int, bool]:
    """Import the files → the exit code, and whether anything was guessed or left out.

    Raises:
        NyttokedjaError: there is one file, and it cannot be read, or its chain not written.
    """
    places = dict(zip(order.files, targets(order), strict=True))
    failed = remarked = False
    for file, target in places.items():
        try:
            remarked |= _import(file, target, order)
        except NyttokedjaError as error:
            if len(order.files) == 1:
                raise
            failed = True
            _say(f"{safe_file_name(file)}: {sentence(error, order.language)}")
    return (CANNOT if failed else 0), remarked


def imported_bytes(data: bytes, name: str, order: ImportOrder) -> tuple[str, Imported]:
    """The name of the format that a file's content is in, and the chain that it holds.

    Raises:
        CannotRead: it is none that can be imported; the sentence says what to do.
    """
    refuse_unreadable(data, name)
    format = order.format or known_format(data, name)
    return format, read_import(data, FORMATS[format], replace(order.options, name=name), order.title)


def is_empty(made: Imported) -> bool:
    """Whether there is nothing in a chain: no box, and no note."""
    return not any(section in made.data for section in (*SECTIONS, "notes"))


def read_file(file: str, order: ImportOrder) -> tuple[Imported, str]:
    """The chain that a file holds, and the name of the format that it was read as, which is said.

    Raises:
        CannotRead: it cannot be opened, or is none that can be imported; the sentence says what to do.
    """
    data = source_bytes(file, order.language)
    with _patience(file, order.language):
        format, made = imported_bytes(data, "" if file == _STDIN else Path(file).name, order)
    if is_empty(made):
        raise CannotRead("There are no notes, boxes or rows in {file} yet.", file=safe_file_name(file))
    _say(_read_as(file, made.read_as or format, data, order.language))
    return made, format


def for_target(order: ImportOrder, target: Path | None) -> ImportOrder:
    """An order with the languages that count for a chain: that of one that is there, or of a new one."""
    said = order.options.language or (language_of(target) if target is not None and is_there(target) else "")
    likely = of_new_chain(None, target or Path(_STDIN))
    return replace(order, options=replace(order.options, language=said, likely_language=likely))


def _import(file: str, target: Path | None, order: ImportOrder) -> bool:
    there = target is not None and is_there(target)
    if target is not None and there:
        _refuse_unnamed(target, order)
        if (workbook := _calculation(file, order)) is not None:
            from nyttokedja.cli.runs.workbooks import bring_calculation  # only such an import uses it

            return bring_calculation(target, workbook, Path(file).name, dry_run=order.dry_run)
    made, format = read_file(file, for_target(order, target))
    origin = Origin(source_name(file, target), format)
    language = str(made.data["language"])
    if target is not None and there:
        bring_into(target, made, origin, dry_run=order.dry_run, prune=order.prune)
    else:
        if target is None or order.dry_run:
            click.echo(chain_text(made), nl=False)
        else:
            start(target, made, origin)
            click.echo(safe_file_name(target.as_posix()))
    for remark in remark_sentences(made.remarks, language):
        _say(remark)
    for line in look_lines(made.looks, language):
        _say(line)
    return bool(made.remarks)


def _calculation(file: str, order: ImportOrder) -> bytes | None:
    """The bytes of a file that is the calculation of a chain; None for any other, and for what is piped."""
    if file == _STDIN or order.format:
        return None
    data = source_bytes(file, order.language)
    refuse_unreadable(data, Path(file).name)
    return data if data.startswith(ZIP) and format_of_signature(data) == CALCULATION else None


def _refuse_unnamed(target: Path, order: ImportOrder) -> None:
    """See to it that a chain that is there is the one meant.

    Raises:
        CannotWrite: nobody has said so.
    """
    if not order.output:
        raise CannotWrite(
            "{path} is there already. Bring what is new into it with -o {path}, or choose another name "
            "with -o.",
            path=as_typed(safe_file_name(target.as_posix())),
        )


def targets(order: ImportOrder) -> Iterator[Path | None]:
    """Where each file's chain goes, no two to one place; None for standard output.

    Raises:
        CannotWrite: several chains would be written to one file.
    """
    several = len(order.files) > 1
    folder = Path("chains") if Path("chains").is_dir() else Path()
    if order.output and (several or Path(order.output).is_dir() or order.output.endswith(("/", "\\"))):
        folder = Path(order.output)
        if several and not folder.is_dir() and (order.output == _STDIN or folder.suffix in _CHAINS):
            raise CannotWrite(
                "{path} is one file, but there are {n} chains. Name a folder to write to.",
                path=order.output,
                n=len(order.files),
            )
    elif order.output or list(order.files) == [_STDIN]:
        yield None if order.output in ("", _STDIN) else Path(order.output)
        return
    yield from (folder / f"{name}.yaml" for name in _names(order.files))


def _names(files: Sequence[str]) -> Iterator[str]:
    """What each file's chain is called: its stem; where others have it, its ending and folder too."""
    paths = [Path(file) for file in files]
    longer = [(path.stem, path.name, "_".join(filter(None, (path.parent.name, path.name)))) for path in paths]
    alike = [Counter(map(str.casefold, column)) for column in zip(*longer, strict=True)]
    taken: set[str] = set()
    for names in longer:
        name = next(
            (name for name, counted in zip(names, alike, strict=True) if counted[name.casefold()] == 1),
            names[-1],
        )
        tries = chain([name], (f"{name}_{n}" for n in count(2)))
        yield (free := next(one for one in tries if one.casefold() not in taken))
        taken.add(free.casefold())


def source_bytes(file: str, language: str) -> bytes:
    """The bytes of a file, or what is piped.

    Raises:
        CannotRead: it cannot be opened, or is too large.
    """
    try:
        return bounded_bytes(file)
    except OSError as error:
        raise CannotRead(
            "Cannot open {file}: {why}. Give the path of a file with notes, a table or a drawing.",
            file=safe_file_name(file),
            why=texts(language).word("reason", reason(error)),
        ) from error


def bounded_bytes(file: str) -> bytes:
    """The bytes of a file, or what is piped, no more than can be imported.

    Raises:
        CannotRead: there are more.
        OSError: it cannot be opened.
    """
    data = sys.stdin.buffer.read(_MOST_BYTES + 1) if file == _STDIN else _of_file(Path(file))
    if len(data) > _MOST_BYTES:
        raise CannotRead(
            "{file} is larger than {n} MB. Give a smaller one.",
            file=safe_file_name(file),
            n=_MOST_BYTES // 10**6,
        )
    return data


def _of_file(path: Path) -> bytes:
    return read_bytes(Candidate(path, path.as_posix(), named=True), _MOST_BYTES)


def _read_as(file: str, format: str, data: bytes, language: str) -> str:
    """What a file was taken for, and in which encoding of old, if it was in one."""
    shown = {"file": safe_file_name(file), "what": texts(language).word("exchange/formats", format)}
    encoding = decode_text(data)[1] if FORMATS[format].text and not data.startswith(ZIP) else ""
    if encoding in LEGACY:
        return told("{file}: read as {what}, in {encoding}", language, **shown, encoding=LEGACY[encoding])
    return told("{file}: read as {what}", language, **shown)


@contextmanager
def _patience(file: str, language: str) -> Iterator[None]:
    """Tell a person at a terminal that a file is being read, if that takes long."""
    if not sys.stderr.isatty():
        yield
        return
    waiting = Timer(_PATIENCE, _say, [told("Reading {file} …", language, file=safe_file_name(file))])
    waiting.start()
    try:
        yield
    finally:
        waiting.cancel()


def _say(line: str) -> None:
    click.echo(clean(line), err=True)
