"""``export``: chains → files of another format, and what that format has no place for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nyttokedja.batch.engines import AUTO, layout_of
from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.cli.runs.targets import Sheet, sheets
from nyttokedja.errors import CannotRead, CannotWrite
from nyttokedja.exporting import FORMATS, ExportFormat
from nyttokedja.exporting.model import Exportable
from nyttokedja.importing.model import remark_sentences
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.comments import comments
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import create

_STDOUT = "-"


def export(files: Sequence[str], format: str, output: str, language: str) -> None:
    """Write chains, and say of each what was left out.

    Raises:
        NyttokedjaError: a chain cannot be read, or a file not written.
    """
    made = FORMATS[format]
    found = [(sheet, _exportable(sheet)) for sheet in sheets(files)]
    if not found:
        raise CannotRead(
            "There is no effect chain in {places}. Name the folder where they are.", places=", ".join(files)
        )
    targets = list(_targets([sheet for sheet, _ in found], made, output))
    for (sheet, exportable), target in zip(found, targets, strict=True):
        written = made.write(exportable)
        if target is None:
            click.echo(written.content, nl=False)
        else:
            create(target, written.content)
            click.echo(safe_file_name(target.as_posix()))
        name = f"{safe_file_name(sheet.path.as_posix())}: " if len(found) > 1 else ""
        for sentence in (
            *remark_sentences(written.remarks, language),
            *left_out_sentences(made, exportable, language),
        ):
            click.echo(f"{name}{clean(sentence)}", err=True)


def left_out_sentences(format: ExportFormat, exportable: Exportable, language: str) -> Iterator[str]:
    """One sentence for each kind of fact that a format has no place for; in sv, nb or en."""
    said = texts(language)
    for kind, n in format.left_out(exportable).items():
        yield said.say("exchange/left_out", kind, n=n)


def _exportable(sheet: Sheet) -> Exportable:
    parsed = sheet.parsed
    data = parsed.normal_form if parsed.is_sound else None
    if data is None:
        raise CannotRead(
            "{file} has mistakes that would be lost. See them with: nyttokedja check", file=parsed.name
        )
    checked = check_parsed(parsed, Config())
    return Exportable(data, checked, sum(1 for _ in comments(parsed.outline)), lambda: layout_of(AUTO))


def _targets(found: Sequence[Sheet], format: ExportFormat, output: str) -> Iterator[Path | None]:
    """Where each file goes; None for standard output.

    Raises:
        CannotWrite: several chains would be written to one file.
    """
    folder = Path(output)
    is_folder = not output or folder.is_dir() or output.endswith(("/", "\\")) or not folder.suffix
    if output == _STDOUT or not is_folder:
        if len(found) > 1 and output != _STDOUT:
            raise CannotWrite(
                "{path} is one file, but there are {n} chains. Name a folder to write to.",
                path=safe_file_name(output),
                n=len(found),
            )
        yield from [None if output == _STDOUT else folder] * len(found)
        return
    for sheet in found:
        yield folder / f"{sheet.path.stem}{format.ending}"
