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
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Write a folder for a web server, such as that of an intranet, instead of the file.",
)
@options.spoken
def command(output: str, folder: str | None) -> None:
    """Write the board as one file for browsers.

    It is for machines where nothing can be installed. Whoever has the file double-clicks it: notes are
    typed, sorted and connected, and the picture and the findings grow with them. It needs no network, and
    nothing leaves the machine. What is saved is the same file that the other commands read.

    \b
    Examples:
      nyttokedja app
      nyttokedja app -o tavla.html
      nyttokedja app --folder intranet/nyttokedja
    """
    from nyttokedja.app.file import app_file
    from nyttokedja.writing.saving import save

    if folder is not None:
        from nyttokedja.cli.runs.app_folder import write_folder

        write_folder(Path(folder), app_file())
        click.echo(folder)
        return
    if not output.lower().endswith((".html", ".htm")):
        raise Unfit("it does not end with .html", "--output")
    save(Path(output), app_file())
    click.echo(output)
