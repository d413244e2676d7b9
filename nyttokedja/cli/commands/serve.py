"""``nyttokedja serve``: chains in the browser, following each save."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.speech import spoken


@click.command("serve")
@options.paths
@options.port
@click.option("--open", "opens", is_flag=True, help="Open the browser too.")
@setting_options.file
@options.shown_day
@options.spoken
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    port: int,
    opens: bool,
    chosen: setting_options.Chosen,
    today: datetime | None,
) -> None:
    """Show chains in the browser, and follow each save.

    Open the address that is printed. The page is drawn anew within a second of each save, with what you look
    at kept. While the file cannot be read, the last picture stays, and what is wrong stands above it. Several
    chains get a list. No file is written, and the page can be opened on this machine alone. Stop with
    Ctrl-C. PATH is as for check.

    \b
    Examples:
      nyttokedja serve chains/digital_nattillsyn.yaml
      nyttokedja serve --open chains
    """
    from nyttokedja.cli.runs.serve import serve

    if chosen.file is not None:
        chosen.lookup().config()  # one that cannot be understood is said at once
    day = today.date() if today else None
    serve(options.where(paths), lambda: chosen.lookup(today=day), port, spoken(ctx), opens=opens)
