"""``nyttokedja site``: a folder of pages about many chains."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.cli import options, picture_options, setting_options
from nyttokedja.cli.unfit import Unfit


@click.command("site")
@options.paths
@click.option(
    "-o",
    "--output",
    default="site",
    show_default=True,
    metavar="FOLDER",
    type=click.Path(),
    help="The folder to write to.",
)
@picture_options.engine
@setting_options.file
@options.today("The day that it is made for; else nothing is said to be late.")
@options.language("The language of the pages around the chains; else that of the chains.")
@options.jobs
def command(
    paths: tuple[str, ...],
    output: str,
    engine: str,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Make a site of chains: a page each, and overviews.

    The pages lie in a folder, hold all they need and name each other by relative links: put it on a share or
    an intranet. There is a list of the chains, what they come to together (by goal, owner and year,
    with what is not in the sums), a page and a calendar for each role, lists of goals, indicators and
    obstacles, a search, and what has changed since the pages were last made anew. What is as it was is not
    written again, and nothing is taken away but what was made here. PATH is as for check.

    \b
    Examples:
      nyttokedja site
      nyttokedja site chains -o site
      nyttokedja site chains -o site --today 2027-06-01

    Exit codes: 0 made, 1 a chain could not be read, 2 something could not be done.
    """
    from nyttokedja.cli.runs.site import SiteRun

    if not output or output == "-":
        raise Unfit("it is to be a folder", "-o")
    day = today.date() if today else None
    run = SiteRun(options.where(paths), chosen.lookup(today=day), jobs)
    run.build(output, engine, language, day)
    run.sum_up(language, output)
    raise SystemExit(run.exit_code())
