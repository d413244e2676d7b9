"""``nyttokedja remove``: a box, and all that points at it, is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("remove")
@click.argument("id", type=Box())
@changing
def command(id: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Take the box ID away, with the arrows to it and whatever else names it, and say what that was.

    PATH says which chain, where there are several.

    \b
    Examples:
      nyttokedja remove lägre_kostnad --dry-run
    """
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import RemoveOrder

    change(the_one(paths, (id,)), RemoveOrder(id), dry_run=dry_run, force=force)
