"""``nyttokedja watch``: a chain and its picture follow the notes while they are typed."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.cli.speech import spoken
from nyttokedja.importing import FORMATS


@click.command("watch")
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="",
    help="The chain to write. Else named after FILE, in chains if there is such a folder.",
)
@click.option(
    "--from", "format", type=click.Choice([*FORMATS]), help="What FILE is; else found from its content."
)
@click.option(
    "--indent",
    type=click.Choice(["leads-to", "contributes"]),
    help="What notes written further in mean, where they have no arrow: "
    "the outer leads to the inner, or the inner to the outer.",
)
@click.option("--title", default="", help="The title of the chain; else that of FILE, or its name.")
@click.option("--serve", "serves", is_flag=True, help="Show the chain in the browser as serve does.")
@options.language("The language of the chain; else that of the settings, of the locale, or Swedish.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    output: str,
    format: str | None,
    indent: str | None,
    title: str,
    serves: bool,
    language: str | None,
) -> None:
    """Follow notes while they are typed.

    At each save of FILE, the chain and its picture are made anew. Open the page (.html) that is written
    beside the chain in a browser: it shows the picture, and follows by itself. With --serve, the address that
    is printed shows the chain's whole page, and follows too. What was in the chain before is kept. Stop with
    Ctrl-C.

    \b
    Examples:
      nyttokedja watch lappar.txt
      nyttokedja watch lappar.txt -o chains/e_tjanst.yaml
      nyttokedja watch lappar.txt --serve
    """
    from nyttokedja.cli.runs.imports import ImportOrder
    from nyttokedja.cli.runs.serve import serve_beside
    from nyttokedja.cli.runs.watch import WatchRun
    from nyttokedja.importing.model import ImportOptions

    said = ImportOptions(language=language or "", indent=indent or "")
    run = WatchRun(ImportOrder((file,), output, format or "", said, title, spoken(ctx)))
    if serves:
        serve_beside(run.chain.as_posix(), spoken(ctx), run.run)
    else:
        run.run()
