"""``serve``: the preview, told of at the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Thread

import click

from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.failures import complain
from nyttokedja.cli.runs.serving import can_serve, open_in_browser
from nyttokedja.cli.setting_options import Chosen
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotRead
from nyttokedja.extras import how_to_install
from nyttokedja.language.failures import retold
from nyttokedja.language.safe_text import clean


def serve(
    paths: Sequence[str], lookup: Callable[[], Lookup], port: int, language: str, *, opens: bool
) -> None:
    """Serve the chains at some paths until the person stops it.

    Args:
        paths: files and folders.
        lookup: what makes a lookup of the settings, as they are when it is called.
        port: the one to listen on; 0 takes one that is free.
        language: that of the person.
        opens: whether the browser is opened.

    Raises:
        CannotRead: what serves is not installed, or the port is taken.
    """
    _must_be_installed()
    from nyttokedja.serving.app import app
    from nyttokedja.serving.launch import serve
    from nyttokedja.serving.preview import Preview
    from nyttokedja.serving.watching import Files

    def ready(address: str) -> None:
        click.echo(told("Open {address} in a browser. Stop with Ctrl-C.", language, address=address))
        if opens:
            open_in_browser(address)

    preview = Preview(Files(paths, lookup), lambda said: clean(retold(said, language)))
    serve(lambda port, token: app(preview, port=port, token=token, language=language), preview, port, ready)


def serve_beside(chain: str, language: str, work: Callable[[], None]) -> None:
    """Serve one chain while something else is done to it; where that cannot be, say so and do the rest.

    Args:
        chain: its file, which may not be there yet.
        language: that of the person.
        work: what is done until the person stops it.
    """
    try:
        _must_be_installed()
    except CannotRead as error:
        complain(error)
        work()
        return
    Thread(target=work, daemon=True).start()
    serve((chain,), Chosen().lookup, 0, language, opens=False)


def _must_be_installed() -> None:
    if not can_serve():
        raise CannotRead(
            "The preview needs a part that is not installed. Install it with: {command}",
            command=how_to_install("web"),
        )
