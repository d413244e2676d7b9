"""``nyttokedja board``: a chain on a wall, for several browsers on this machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.speech import spoken


@click.command("board")
@click.argument("file", metavar="FILE", type=click.Path())
@options.port
@click.option("--no-browser", "silent", is_flag=True, help="Print the address only; else the browser opens.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Keep what the file held before each change in this folder.",
)
@options.language("The language of the chain; else that of the settings, of the locale, or Swedish.")
@setting_options.file
@options.shown_day
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    port: int,
    silent: bool,
    keep: str | None,
    language: str | None,
    chosen: setting_options.Chosen,
    today: datetime | None,
) -> None:
    """Work on a chain together, on a wall in the browser.

    Notes are typed, sorted and connected, and the picture and the findings grow with them. Each step is saved
    in the file at once, and what another program writes there is seen within a second. The address can be
    opened in several browsers on this machine; each undoes its own steps. A FILE that is not there yet begins
    as new writes it. Stop with Ctrl-C.

    \b
    Examples:
      nyttokedja board chains/digital_nattillsyn.yaml
      nyttokedja board hemtjanst.yaml --keep versioner
    """
    from nyttokedja.cli.runs.board import board

    board(
        Path(file),
        chosen.lookup(today=today.date() if today else None),
        setting_options.of_new_chain(language, Path(file)),
        spoken(ctx),
        port=port,
        opens=not silent,
        versions=Path(keep) if keep else None,
    )
