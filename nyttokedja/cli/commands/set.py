"""``nyttokedja set``: one fact of a box."""

from __future__ import annotations

import click

from nyttokedja.cli.options import CHAIN, Box, changing


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
    from nyttokedja.cli.runs.edit import change, named, said
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing import Set
    from nyttokedja.editing.command_words import aimed, field_named, key_shown, value_said
    from nyttokedja.editing.lookup import spot
    from nyttokedja.language.forms import root_form

    value = value.strip()
    if not value:
        raise click.BadParameter("it is empty; to take a key away, see unset", param_hint="VALUE")
    node = "" if id == CHAIN else id
    sheet = the_one(paths, (node,) if node else ())
    with sheet.speaking():
        document = sheet.document()
        field, held = field_named(spot(document, node, ())[0].form or root_form(), key, document.keys)
        field, held = aimed(document, node, field, held, force=force)
        edit = Set(node, field, value_said(held, value, document.keys))
    change(
        sheet,
        [edit],
        lambda before, after: [
            said(
                sheet.language,
                "set" if node else "set-chain",
                node=named(after, node),
                key=key_shown(document, node, field),
                value=value,
                file=sheet.source.name,
            )
        ],
        dry_run=dry_run,
        force=force,
    )
