"""``nyttokedja unlink``: an arrow is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("unlink")
@click.argument("source", type=Box(), metavar="FROM")
@click.argument("target", type=Box(), metavar="TO")
@changing
def command(source: str, target: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Take away the arrow FROM one box TO another, or what an obstacle, precondition or risk names.

    PATH says which chain, where there are several.

    \b
    Examples:
      nyttokedja unlink färre_besök frigjord_tid
    """
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import UnlinkOrder

    change(the_one(paths, (source,)), UnlinkOrder(source, target), dry_run=dry_run, force=force)
