"""``nyttokedja read``: a chain in sentences, forwards and backwards, and its benefits described."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.cli import completion, options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.options import Box
from nyttokedja.reports.twin import FORMATS


@click.command("read")
@click.argument("file", type=click.Path())
@click.option(
    "--node",
    type=Box(),
    metavar="ID",
    shell_complete=completion.boxes,
    help="Only this box: what leads to it, and what it leads to.",
)
@report_options.wanted(FORMATS)
@setting_options.file
@options.today("The day that measurements are judged on; else nothing is said of what is late or reached.")
@options.spoken
def command(
    file: str,
    node: str | None,
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    chosen: setting_options.Chosen,
    today: datetime | None,
) -> None:
    """Read a chain aloud, forwards and backwards, and describe each of its benefits.

    Each arrow stands in one sentence each way, with its reasons and what can hinder it, so that a group can
    try whether it is true and enough. What has been read already is referred to. Nothing is written in the
    chain. The same text, with a table of all boxes, is what draw --format text or markdown gives. FILE is a
    chain, or a folder that holds only one.

    \b
    Examples:
      nyttokedja read chains/digital_nattillsyn.yaml
      nyttokedja read chains/digital_nattillsyn.yaml --node bättre_nattsömn
      nyttokedja read chains/digital_nattillsyn.yaml --format markdown=nattillsyn.md
    """
    from nyttokedja.cli.runs.reading import AloudRun

    outputs = report_options.into(output_file, outputs)
    spoken = "text" in report_options.printed(outputs, FORMATS)
    report_options.refuse_unfit(outputs, [file])
    run = AloudRun(file, node, chosen.lookup(today=today.date() if today else None))
    if spoken:
        run.tell()
    if not report_options.write(outputs, run.report, run.language):
        raise SystemExit(CANNOT)
