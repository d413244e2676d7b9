"""``nyttokedja rename``: a box gets another id, wherever it is named."""

from __future__ import annotations

import click

from nyttokedja.cli.sheets import changing


@click.command("rename")
@click.argument("old")
@click.argument("new")
@changing
def command(old: str, new: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Give the box OLD the id NEW, in all chains that have it and wherever they name it.

    All files are changed, or none. A box without a title of its own is called by its id, so its words
    change too. PATH is a file, or a folder that is searched for chains.

    \b
    Examples:
      nyttokedja rename frigjord_tid frigjord_arbetstid
      nyttokedja rename tid frigjord_tid chains/digital_nattillsyn.yaml --dry-run
    """
    from nyttokedja.cli.changes import Changes, said
    from nyttokedja.cli.sheets import all_with
    from nyttokedja.editing import RenameId
    from nyttokedja.editing.pointers import pointers

    changes = Changes(dry_run=dry_run, force=force)
    for sheet in all_with(paths, old):
        with sheet.speaking():
            n = 1 + sum(1 for _ in pointers(sheet.document(), old))
        told = said(sheet.language, "rename", old=old, new=new, file=sheet.source.name, n=n)
        changes.make(sheet, [RenameId(old, new)], [told], {old: new})
    changes.finish()
