"""``nyttokedja remove``: a box, and all that points at it, is taken away."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("remove")
@click.argument("id", type=Box())
@changing
def command(id: str, paths: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Take the box ID away, with the arrows to it and whatever else names it, and say what that was.

    PATH says which chain, where there are several.

    \b
    Examples:
      nyttokedja remove lägre_kostnad --dry-run
    """
    from nyttokedja.cli.runs.edit import change, named, said
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.linking import removing
    from nyttokedja.language.keywords import words

    sheet = the_one(paths, (id,))
    with sheet.speaking():
        document = sheet.document()
        edits, gone = removing(document, id)
    language = sheet.language
    change(
        sheet,
        edits,
        lambda before, after: [
            said(language, "remove", node=named(before, id), file=sheet.source.name),
            *([said(language, "pointed", n=len(gone))] if gone else []),
            *(
                said(
                    language,
                    "pointer" if pointer.node else "decision" if whole else "part-of-decision",
                    node=named(before, pointer.node),
                    key=words(document.keys).key(
                        str(pointer.field[-1]), "" if pointer.node else "acceptance"
                    ),
                    place=document.place(pointer.path),
                )
                for pointer, whole in gone
            ),
        ],
        dry_run=dry_run,
        force=force,
    )
