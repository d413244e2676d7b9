"""``nyttokedja export``: chains go back to the wall, as files that people edit in other programs."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.cli.speech import spoken
from nyttokedja.exporting import FORMATS


@click.command("export")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--format", type=click.Choice([*FORMATS]), required=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    default="",
    help="Where to: a file, a folder, or - for standard output. Else named after FILE, in this folder.",
)
@options.language("The language to sum up in; what is written is in that of its chain.")
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], format: str, output: str, language: str | None
) -> None:
    """Write chains as files to edit in other programs. Never overwrites a file.

    What the format has no place for is counted in the last lines. nyttokedja import reads the file back.

    \b
    Examples:
      nyttokedja export chains/digitala_las.yaml --format notes
      nyttokedja export chains --format notes -o wall
    """
    from nyttokedja.cli.runs.exports import export

    export(files, format, output, spoken(ctx))
