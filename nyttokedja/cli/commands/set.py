"""``nyttokedja set``: one fact of a box."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing
from nyttokedja.cli.unfit import Unfit


@click.command("set")
@click.argument("id", type=Box())
@click.argument("key")
@click.argument("value")
@changing
def command(id: str, key: str, value: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Give the KEY of the box ID a VALUE.

    KEY is a word in any of the three languages, or a path of words with dots between, in which a list's
    items are counted from 1. Several arrows, pointers or tags are written with commas. ID is . for the chain
    itself. PATH says which chain, where there are several. What holds several facts is replaced only with
    --force. A value that begins with a minus comes after --.

    \b
    Examples:
      nyttokedja set frigjord_tid ägare "Enhetschef hemtjänst"
      nyttokedja set frigjord_tid indikatorer.besök.målvärde.värde 250
      nyttokedja set frigjord_tid åtgärder.1.senast 2027-03-01
      nyttokedja set . skede plan
    """
    from nyttokedja.cli.runs.edit import change, owner
    from nyttokedja.editing.orders import SetOrder

    if not value.strip():
        raise Unfit("it is empty; to take a key away, see unset", "VALUE")
    sheet, node = owner(id, paths)
    change(sheet, SetOrder(node, key, value, replace=force), dry_run=dry_run, force=force)
