"""``nyttokedja import``: an old drawing becomes a chain."""

from __future__ import annotations

import click

from nyttokedja.cli import options


@click.command("import")
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to; - is standard output. Else named after FILE, in chains if there is such a folder.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="ATTRIBUTE=VALUE:TYPE",
    help="What a shape, colour or group means, for example fillcolor=gold:benefit; may be repeated.",
)
@click.option("--title", help="The title of the chain; else that of the drawing.")
@options.language("The language of the chain: sv (the default), nb or en.")
def command(
    file: str, output: str | None, mapping: tuple[str, ...], title: str | None, language: str | None
) -> None:
    """Make a chain of a Graphviz drawing. Never overwrites a file.

    The type of a box comes from --map, its label, the group it stands in, its class, shape or colour.
    What has no type becomes a note. What was guessed or left out is said.

    \b
    Examples:
      nyttokedja import nyttokarta.dot
      nyttokedja import karta.dot --map shape=box:effect --map cluster=Gevinster:benefit --language nb
    """
    raise NotImplementedError
