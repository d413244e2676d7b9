"""``nyttokedja remove``: a box, and all that points at it, is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.sheets import changing


@click.command("remove")
@click.argument("id")
@changing
def command(id: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Take the box ID away, with the arrows to it and whatever else names it, and say what that was.

    PATH says which chain, where there are several.

    \b
    Examples:
      nyttokedja remove lägre_kostnad --dry-run
    """
    from nyttokedja.cli.changes import change, named, said
    from nyttokedja.cli.sheets import the_one
    from nyttokedja.editing.pointing import removing
    from nyttokedja.vocabulary import words

    sheet = the_one(paths, (id,))
    with sheet.speaking():
        document = sheet.document()
        edits, pointers = removing(document, id)
    language = sheet.language
    change(
        sheet,
        edits,
        lambda before, after: [
            said(language, "remove", node=named(before, id), file=sheet.source.name),
            *([said(language, "pointed", n=len(pointers))] if pointers else []),
            *(
                said(
                    language,
                    "pointer" if pointer.node else "decision",
                    node=named(before, pointer.node),
                    key=words(document.keys).key(str(pointer.field[-1])),
                    place=document.place(pointer.path),
                )
                for pointer in pointers
            ),
        ],
        dry_run=dry_run,
        force=force,
    )
