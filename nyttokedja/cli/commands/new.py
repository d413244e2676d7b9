"""``nyttokedja new``: a small chain to start from."""

from __future__ import annotations

from pathlib import Path

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.unfit import Unfit


@click.command("new")
@click.argument("title")
@options.language("The language of the chain; else that of the settings, of the locale, or Swedish.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to; else a name made from the title, in chains if there is such a folder.",
)
def command(title: str, language: str | None, output: str | None) -> None:
    """Write a small, well-commented chain to start from. Never overwrites a file.

    \b
    Examples:
      nyttokedja new "Digital nattillsyn"
      nyttokedja new "Digitalt tilsyn" --language nb
    """
    from nyttokedja.model.ids import ascii_id
    from nyttokedja.reading.decoding import forbidden
    from nyttokedja.reports.findings.text import safe_file_name
    from nyttokedja.writing.saving import create
    from nyttokedja.writing.template import starting_chain

    if not title.strip():
        raise Unfit("the title is empty; say what changes", "TITLE")
    if character := forbidden(title):
        raise Unfit("a title may not hold the character {character}", "TITLE", character=character)
    folder = Path("chains") if Path("chains").is_dir() else Path()
    path = Path(output) if output else folder / f"{ascii_id(title)}.yaml"
    schemas = (path.parent / ".." / "schemas", "../schemas"), (path.parent / "schemas", "schemas")
    beside = next((seen for at, seen in schemas if (at / "chain.schema.json").is_file()), "")
    spoken = setting_options.of_new_chain(language, path)
    create(path, starting_chain(title, spoken, path.as_posix(), beside))
    click.echo(safe_file_name(path.as_posix()))
