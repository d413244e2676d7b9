"""``nyttokedja unset``: one fact of a box is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("unset")
@click.argument("id", type=Box())
@click.argument("key")
@changing
def command(id: str, key: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Take the KEY of the box ID away, with what it holds.

    KEY is as for set. ID is . for the chain itself. PATH says which chain, where there are several.

    \b
    Examples:
      nyttokedja unset frigjord_tid storlek
      nyttokedja unset frigjord_tid åtgärder.2
    """
    from nyttokedja.cli.runs.edit import change, owner
    from nyttokedja.editing.orders import UnsetOrder

    sheet, node = owner(id, paths)
    change(sheet, UnsetOrder(node, key), dry_run=dry_run, force=force)
