"""``nyttokedja rename``: a box gets another id, wherever it is named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from nyttokedja.cli.options import Box, changing

if TYPE_CHECKING:
    from nyttokedja.checking.check import Checked
    from nyttokedja.cli.runs.targets import Sheet


@click.command("rename")
@click.argument("old", type=Box())
@click.argument("new", type=Box())
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
    from nyttokedja.cli.runs.edit import Changes
    from nyttokedja.cli.runs.targets import all_with
    from nyttokedja.editing import RenameId
    from nyttokedja.editing.references import pointers

    changes = Changes(dry_run=dry_run, force=force)
    for sheet in all_with(paths, old):
        with sheet.speaking():
            n = 1 + sum(1 for _ in pointers(sheet.document(), old))
        told = partial(_told, sheet=sheet, old=old, new=new, n=n)
        changes.make(sheet, [RenameId(old, new)], told, {old: new})
    changes.finish()


def _told(before: Checked, after: Checked, *, sheet: Sheet, old: str, new: str, n: int) -> list[str]:
    """What is said: also that a box without a title of its own has other words now."""
    from nyttokedja.cli.runs.edit import named, said

    first, now = named(before, old), named(after, new)
    told = [said(sheet.language, "rename", old=old, new=new, file=sheet.source.name, n=n)]
    if isinstance(first, tuple) and isinstance(now, tuple) and first.title != now.title:
        told.append(said(sheet.language, "retitled", old=first.title, new=now.title))
    return told
