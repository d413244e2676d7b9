"""``nyttokedja open``: a chain, checked and drawn, in the browser."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.speech import spoken


@click.command("open")
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="",
    help="Where to write the page; else among your cached files.",
)
@setting_options.file
@options.shown_day
@options.spoken
@click.pass_context
def command(
    ctx: click.Context, file: str, output: str, chosen: setting_options.Chosen, today: datetime | None
) -> None:
    """Check a chain, draw its page and show it in the browser.

    The page holds all it needs, and is written anew each time. Of a FILE that cannot be read, what is wrong
    in it is shown. Chains can be made to open so by a double click: see docs/opening.md.

    \b
    Examples:
      nyttokedja open chains/digital_nattillsyn.yaml
      nyttokedja open chains/digital_nattillsyn.yaml -o nattillsyn.html

    Exit codes: 0 shown, 1 the chain could not be read, 2 nothing could be shown.
    """
    from nyttokedja.cli.runs.open import OpenRun

    lookup = chosen.lookup(today=today.date() if today else None)
    raise SystemExit(OpenRun(file, lookup, spoken(ctx)).open(output))
