"""``nyttokedja rename``: a box gets another id, wherever it is named."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("rename")
@click.argument("old", type=Box())
@click.argument("new", type=Box())
@changing
def command(old: str, new: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Give the box OLD the id NEW, in all chains that have it and wherever they name it.

    All files are changed, or none. Other chains that lead to the box are named, and left as they are. A box
    without a title of its own is called by its id, so its words change too. PATH is a file, or a folder that
    is searched for chains.

    \b
    Examples:
      nyttokedja rename frigjord_tid frigjord_arbetstid
      nyttokedja rename tid frigjord_tid chains/digital_nattillsyn.yaml --dry-run
    """
    from nyttokedja.cli.runs.edit import Changes
    from nyttokedja.cli.runs.named_elsewhere import chains_naming
    from nyttokedja.cli.runs.targets import all_with
    from nyttokedja.editing.orders import RenameOrder
    from nyttokedja.editing.orders.sentences import sentence

    changes = Changes(dry_run=dry_run, force=force)
    for sheet in all_with(paths, old):
        changes.make(sheet, RenameOrder(old, new))
        if files := chains_naming(sheet, old, paths):
            said = {"files": files, "old": old, "file": sheet.source.name}
            changes.tell([sentence(sheet.language, "named-elsewhere", **said)])
    changes.finish()
