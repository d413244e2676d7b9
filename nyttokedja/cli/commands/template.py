"""``nyttokedja template``: an empty table that a workshop fills in."""

from __future__ import annotations

from pathlib import Path

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.unfit import Unfit

_FORMATS = ("xlsx", "csv")


@click.command("template")
@click.option(
    "--format",
    type=click.Choice(_FORMATS),
    help="xlsx for a workbook (the default), csv for text with cells.",
)
@options.language("The language of the table; else that of the settings, of the locale, or Swedish.")
@click.option("-o", "--output", metavar="FILE", help="Where to; else a name in the language, in this folder.")
def command(format: str | None, language: str | None, output: str | None) -> None:
    """Write a table that a workshop fills in, a note a row. Never overwrites a file.

    The workbook has lists to choose from, help at each heading, and an example. What is filled in is read by
    nyttokedja import.

    \b
    Examples:
      nyttokedja template
      nyttokedja template --format csv --language nb -o lapper.csv
    """
    from nyttokedja.exporting.tables.template import TEMPLATES
    from nyttokedja.language.texts import texts
    from nyttokedja.reports.findings.text import safe_file_name
    from nyttokedja.writing.saving import create

    ending = Path(output).suffix.lower().removeprefix(".") if output else ""
    kind = format or (ending if ending in _FORMATS else _FORMATS[0])
    if output and ending != kind:
        raise Unfit("{file} does not end with .{format}", "-o", file=output, format=kind)
    spoken = setting_options.of_new_chain(language, Path(output or "."))
    name = output or f"{texts(spoken).word('headings/template', 'notes').lower()}.{kind}"
    create(Path(name), TEMPLATES[kind](spoken))
    click.echo(safe_file_name(Path(name).as_posix()))
