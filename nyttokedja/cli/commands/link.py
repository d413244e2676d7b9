"""``nyttokedja link``: an arrow from one box to another."""

from __future__ import annotations

import click

from nyttokedja.cli.options import Box, changing


@click.command("link")
@click.argument("source", type=Box(), metavar="FROM")
@click.argument("target", type=Box(), metavar="TO")
@click.option("--because", metavar="TEXT", help="Why the one leads to the other.")
@click.option("--evidence", metavar="TEXT", help="What shows that it does.")
@click.option("--link", metavar="WORD", help="How close they are: direct, indirect or limited.")
@changing
def command(
    source: str, target: str, paths: tuple[str, ...], dry_run: bool, force: bool, **facts: str | None
) -> None:
    """Draw an arrow FROM one box TO another; or say more about one that is there.

    An obstacle is made to hinder, a precondition to be needed for, a risk to be at the other box. PATH says
    which chain, where there are several.

    \b
    Examples:
      nyttokedja link färre_besök frigjord_tid
      nyttokedja link färre_besök lägre_kostnad --because "Två av tre besök kräver bil"
    """
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import LinkOrder

    sheet = the_one(paths, (source,))
    said = {name: fact for name, fact in facts.items() if fact}
    change(sheet, LinkOrder(source, target, said), dry_run=dry_run, force=force)
