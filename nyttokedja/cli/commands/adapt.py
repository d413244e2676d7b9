"""``nyttokedja adapt``: a workshop beside a reference."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.cli.speech import spoken
from nyttokedja.cli.unfit import Unfit


@click.command("adapt")
@click.argument("reference", type=click.Path())
@click.argument("workshop", type=click.Path())
@click.option("--start", is_flag=True, help="Also write a chain to start from, of both.")
@click.option("-o", "--output", default="", metavar="FILE", help="Where the chain of --start goes.")
@options.spoken
@click.pass_context
def command(ctx: click.Context, reference: str, workshop: str, start: bool, output: str) -> None:
    """Put a WORKSHOP beside a REFERENCE, and say what differs.

    What is the same, other, local and missing? Each is a chain, or notes, a table or a drawing as import
    reads them. Boxes are the same by their ids or their words. It is something to talk about: a workshop may
    be right to differ.

    With --start, a chain is written that has the boxes and arrows of the reference, without its owners, times
    and measurements, and what the workshop said besides.

    \b
    Examples:
      nyttokedja adapt referens.yaml workshop.yaml
      nyttokedja adapt referens.yaml vaggen.dot --start -o chains/ny.yaml
    """
    from nyttokedja.cli.runs.adapting import run

    if start and not output:
        raise Unfit("--start writes a new chain: say where with -o FILE", "--start")
    if output and not start:
        raise Unfit("-o is where the chain of --start goes: give both, or neither", "-o")
    run(reference, workshop, output, spoken(ctx))
