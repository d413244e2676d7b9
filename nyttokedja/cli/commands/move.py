"""``nyttokedja move``: a box becomes one of another type."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("move")
@click.argument("id", type=Box())
@click.argument("section")
@changing
def command(id: str, section: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Move the box ID to another SECTION, so that it becomes a benefit, say, in place of an effect.

    SECTION is a word for a section or a type in any of the three languages. PATH says which chain, where
    there are several.

    \b
    Examples:
      nyttokedja move färre_besök nyttor
    """
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import MoveOrder
    from nyttokedja.editing.orders.words import node_type_named

    sheet = the_one(paths, (id,))
    with sheet.speaking():
        node_type_named(section)  # refused also where the file cannot be read
    change(sheet, MoveOrder(id, section), dry_run=dry_run, force=force)
