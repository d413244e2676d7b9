"""``nyttokedja import``: notes, tables, drawings and reports become chains."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.cli.speech import spoken
from nyttokedja.importing import FORMATS


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="",
    help="Where to: a file, a folder, or - for standard output. "
    "Else named after FILE, in chains if there is such a folder.",
)
@click.option(
    "--from", "format", type=click.Choice([*FORMATS]), help="What FILE is; else found from its content."
)
@click.option(
    "--map",
    "entries",
    multiple=True,
    metavar="ATTRIBUTE=VALUE:TYPE",
    help="What a shape, colour, group or node is, as fillcolor=gold:benefit; may be repeated.",
)
@click.option("--page", "--sheet", metavar="NAME", default="", help="The only page or sheet to read.")
@click.option("--hidden", is_flag=True, help="Read hidden rows, sheets, slides and boxes too.")
@click.option(
    "--headless",
    type=click.Choice(["forward", "left-right", "right-left", "drop"]),
    default="forward",
    help="What a line without an arrowhead is: forward as it was drawn, or nothing.",
)
@click.option(
    "--indent",
    type=click.Choice(["leads-to", "contributes"]),
    help="What notes written further in mean, where they have no arrow: "
    "the outer leads to the inner, or the inner to the outer.",
)
@click.option("--title", default="", help="The title of the chain; else that of FILE, or its name.")
@click.option(
    "--dry-run", is_flag=True, help="Show what it would come to, in a chain that is there, and write nothing."
)
@click.option(
    "--prune",
    is_flag=True,
    help="Take away what has vanished since the last import, where nobody touched it.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where anything was guessed or left out.")
@options.language("The language of the chain; else that of the settings, of the locale, or Swedish.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    format: str | None,
    entries: tuple[str, ...],
    page: str,
    hidden: bool,
    headless: str,
    indent: str | None,
    title: str,
    dry_run: bool,
    prune: bool,
    strict: bool,
    language: str | None,
) -> None:
    """Make chains of notes, tables, drawings and reports. Never overwrites a file.

    What FILE is, is found from its content: text as it was typed, a sheet, a drawing or slides, a board, or
    an analysis in Word or Markdown. A Word file that is no analysis is read as notes. The type of a box comes
    from --map, or from its words, the group it stands in, or its looks. What has no type becomes a note. What
    was guessed or left out is said.

    With the name of a chain after -o, what is new is brought into it: what was changed there by hand stands,
    what was struck out stays out, and what is no longer in FILE is listed, and kept without --prune.

    \b
    Examples:
      nyttokedja import nyttokarta.dot
      nyttokedja import karta.dot --map shape=box:effect --map cluster=Gevinster:benefit --language nb
      nyttokedja import karta.dot -o chains/nattillsyn.yaml --dry-run
    """
    from nyttokedja.cli.exit_codes import FINDINGS
    from nyttokedja.cli.runs.imports import ImportOrder, run
    from nyttokedja.importing.drawings.stages.node_types import parse_mapping
    from nyttokedja.importing.model import ImportOptions

    said = ImportOptions("", language or "", parse_mapping(entries), page, hidden, headless, indent or "")
    order = ImportOrder(files, output, format or "", said, title, spoken(ctx), dry_run, prune)
    code, remarked = run(order)
    ctx.exit(code or (FINDINGS if strict and remarked else 0))
