"""``board``: a chain that several browsers work on, told of at the command line."""

from __future__ import annotations

from pathlib import Path

import click

from nyttokedja.app.file import app_file
from nyttokedja.app.pieces import pieces
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.serving import can_serve, open_in_browser
from nyttokedja.cli.translation import told
from nyttokedja.cli.unfit import Unfit
from nyttokedja.errors import CannotRead
from nyttokedja.extras import how_to_install
from nyttokedja.reading.discovery import ENDINGS, STDIN
from nyttokedja.writing.saving import create
from nyttokedja.writing.template import starting_chain


def board(
    path: Path,
    lookup: Lookup,
    new_language: str,
    language: str,
    *,
    port: int,
    opens: bool,
    versions: Path | None,
) -> None:
    """Serve a board until the person stops it.

    Args:
        path: the chain's file, which may not be there yet.
        lookup: the settings.
        new_language: that of a file that is new.
        language: that of the person.
        port: the one to listen on; 0 takes one that is free.
        opens: whether the browser is opened.
        versions: the folder where what the file held is kept; None for nowhere.

    Raises:
        CannotRead: what serves is not installed, the page is not built, or the port is taken.
        CannotWrite: a new file cannot be written.
    """
    if not can_serve():
        raise CannotRead(
            "The board needs a part that is not installed. Install it with: {command}",
            command=how_to_install("web"),
        )
    built = pieces(app_file())
    from nyttokedja.serving.board.app import app
    from nyttokedja.serving.board.desk import Opening
    from nyttokedja.serving.board.table import Table
    from nyttokedja.serving.launch import serve

    is_new = _begun(path, new_language)
    kept = versions and versions.absolute()
    table = Table(Opening(path.absolute(), lookup.config(path), kept, language, is_new))

    def ready(address: str) -> None:
        click.echo(told("Open {address} in a browser. Stop with Ctrl-C.", language, address=address))
        if opens:
            open_in_browser(address)

    serve(lambda port, token: app(table, built, port=port, token=token), table, port, ready)


def _begun(path: Path, language: str) -> bool:
    """See to it that there is a file; one that is made is called what its name says. → whether it is new."""
    if path.name == STDIN or path.suffix.lower() not in ENDINGS:
        raise Unfit("it does not end with .yaml", "FILE")
    if path.is_dir():
        raise CannotRead("{file} is a folder. Name a file.", file=path.as_posix())
    is_new = not path.exists()
    if is_new:
        words = " ".join(path.stem.replace("_", " ").replace("-", " ").split()) or path.stem
        create(path, starting_chain(words[:1].upper() + words[1:], language, path.as_posix()))
    return is_new
