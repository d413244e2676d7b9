"""``nyttokedja add``: a new box."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing
from nyttokedja.cli.unfit import Unfit


@click.command("add")
@click.argument("type")
@click.argument("title")
@click.option(
    "--leads-to",
    "leads_to",
    multiple=True,
    type=Box(),
    metavar="ID",
    help="Where it leads; may be repeated.",
)
@click.option(
    "--from",
    "sources",
    multiple=True,
    type=Box(),
    metavar="ID",
    help="What leads to it; may be repeated.",
)
@click.option(
    "--hinders", multiple=True, type=Box(), metavar="ID", help="What an obstacle or a risk hinders."
)
@click.option(
    "--needed-for",
    "needed_for",
    multiple=True,
    type=Box(),
    metavar="ID",
    help="What needs a precondition.",
)
@click.option("--at", multiple=True, type=Box(), metavar="ID", help="Where a risk is.")
@click.option("--id", "id", type=Box(), metavar="ID", help="Its id; else one is made of the title.")
@changing
def command(
    type: str,
    title: str,
    id: str | None,
    sources: tuple[str, ...],
    paths: tuple[str, ...],
    dry_run: bool,
    force: bool,
    **fields: tuple[str, ...],
) -> None:
    """Add a box of a TYPE, with a TITLE, last in its section.

    TYPE is a word in any of the three languages: förändring, beteende, effekt, nytta, gevinst, goal … PATH
    says which chain, where there are several.

    \b
    Examples:
      nyttokedja add nytta "Frigjord tid för sjuksköterskor" --from färre_besök --leads-to hållbar_bemanning
      nyttokedja add hinder "Bristande uppkoppling" --hinders signerar_digitalt
      nyttokedja add goal "Trygga nätter" --id trygg_natt chains/digital_nattillsyn.yaml
    """
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import AddOrder
    from nyttokedja.model.ids import ARROW

    if not title.strip():
        raise Unfit("the title is empty; say what the box is", "TITLE")
    sheet = the_one(
        paths, [*sources, *(end for ids in fields.values() for id in ids for end in ARROW.split(id))]
    )
    change(sheet, AddOrder(type, title, id, sources, fields), dry_run=dry_run, force=force)
