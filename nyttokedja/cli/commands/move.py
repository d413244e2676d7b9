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
    from nyttokedja.cli.runs.edit import change, named, said
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing import Edit, MoveNode, Set
    from nyttokedja.editing.command_words import kind_named

    sheet = the_one(paths, (id,))
    with sheet.speaking():
        kind, behaviour = kind_named(section)
    edits: list[Edit] = [MoveNode(id, kind)]
    if behaviour:
        edits.append(Set(id, ("behaviour",), value=True))
    change(
        sheet,
        edits,
        lambda before, after: [said(sheet.language, "move", node=named(after, id), file=sheet.source.name)],
        dry_run=dry_run,
        force=force,
    )
