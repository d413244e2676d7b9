"""``nyttokedja app``: the board in one file, for machines where nothing can be installed."""

from __future__ import annotations

from pathlib import Path

import click

from nyttokedja.cli import options
from nyttokedja.cli.unfit import Unfit


@click.command("app")
@click.option(
    "-o",
    "--output",
    default="nyttokedja.html",
    type=click.Path(),
    metavar="FILE",
    help="The file to write; its name ends with .html.",
)
@options.spoken
def command(output: str) -> None:
    """Write the board as one file for browsers.

    It is for machines where nothing can be installed. Whoever has the file double-clicks it: notes are
    typed, sorted and connected, and the picture and the findings grow with them. It needs no network, and
    nothing leaves the machine. What is saved is the same file that the other commands read.

    \b
    Examples:
      nyttokedja app
      nyttokedja app -o tavla.html
    """
    from nyttokedja.app.file import app_file
    from nyttokedja.writing.saving import save

    if not output.lower().endswith((".html", ".htm")):
        raise Unfit("it does not end with .html", "--output")
    save(Path(output), app_file())
    click.echo(output)
