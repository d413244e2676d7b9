"""``nyttokedja unset``: one fact of a box is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.options import CHAIN, Box, changing


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
    from nyttokedja.cli.runs.edit import change, named, said
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing import Edit, RemoveItem, Unset
    from nyttokedja.editing.command_words import field_named, key_shown
    from nyttokedja.editing.lookup import spot
    from nyttokedja.language.forms import root_form

    node = "" if id == CHAIN else id
    sheet = the_one(paths, (node,) if node else ())
    with sheet.speaking():
        document = sheet.document()
        field, _ = field_named(spot(document, node, ())[0].form or root_form(), key, document.keys)
    last = field[-1]
    edit: Edit = RemoveItem(node, field[:-1], last) if isinstance(last, int) else Unset(node, field)
    change(
        sheet,
        [edit],
        lambda before, after: [
            said(
                sheet.language,
                "unset" if node else "unset-chain",
                node=named(after, node),
                key=key_shown(document, node, field),
                file=sheet.source.name,
            )
        ],
        dry_run=dry_run,
        force=force,
    )
