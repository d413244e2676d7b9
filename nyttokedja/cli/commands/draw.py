"""``nyttokedja draw``: make pictures of chains."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.cli import options, picture_options, setting_options


@click.command("draw")
@options.paths
@click.option(
    "-o",
    "--output",
    default="renders",
    show_default=True,
    metavar="PATH",
    type=click.Path(),
    help="Where to: a folder, or for one chain a file; - is standard output.",
)
@click.option(
    "--format",
    type=click.Choice(tuple(FORMATS)),
    help="svg; png; pdf; html for a page that holds all it needs; dot for Graphviz tools; mermaid for sites "
    "that draw it; text or markdown to be read aloud; json for programs. Else what the ending of --output "
    "says, or svg.",
)
@picture_options.engine
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a picture is out of date."
)
@picture_options.pictures
@options.shown_day
@options.language("The language to sum up in; a picture speaks that of its chain.")
@options.jobs
@options.no_cache
def command(
    paths: tuple[str, ...],
    output: str,
    format: str | None,
    engine: str,
    only_check: bool,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
    no_cache: bool,
) -> None:
    """Make pictures of chains, one file a chain.

    A chain with findings is drawn too, with what is wrong or missing marked in its picture. PATH is as
    for check.

    \b
    Examples:
      nyttokedja draw
      nyttokedja draw chains/digital_nattillsyn.yaml -o pictures
      nyttokedja draw chains/digital_nattillsyn.yaml -o nattillsyn.svg
      nyttokedja draw --format html chains -o pages
      nyttokedja draw chains/digital_nattillsyn.yaml -o nattillsyn.pdf
      nyttokedja draw --format png chains -o pictures
      nyttokedja draw chains/digital_nattillsyn.yaml -o nattillsyn.md
      nyttokedja draw --format dot chains -o dot
      nyttokedja draw --only category=quality --theme print -o quality chains
      nyttokedja draw --check
    """
    from nyttokedja.cli.runs.draw import DrawRun

    lookup = chosen.lookup(today=today.date() if today else None)
    run = DrawRun(options.where(paths), lookup, jobs, format, engine, remembers=not no_cache)
    if output == "-":
        run.print()
    else:
        run.write(output, only_check)
    run.sum_up(language)
    raise SystemExit(run.exit_code())
