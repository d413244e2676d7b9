"""``nyttokedja prioritise``: chains side by side, and their order by the organisation's own criteria."""

from __future__ import annotations

from datetime import datetime

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.reports.model import ReportFormat

FORMATS = {
    "text": ReportFormat("for reading in a terminal", lines=True),
    "markdown": ReportFormat("a document for a platform"),
    "html": ReportFormat("a page"),
    "docx": ReportFormat("a document for Word"),
    "pdf": ReportFormat("a document to print and archive"),
    "xlsx": ReportFormat("its tables as a workbook"),
    "json": ReportFormat("for programs"),
    "svg": ReportFormat("the picture alone"),
}
"""Name → format."""
_ENDINGS = {"md": "markdown", "htm": "html", "txt": "text"}
"""The ending of a file → the format that it is of, where it is not the name of the format."""


@click.command("prioritise")
@options.paths
@report_options.wanted(FORMATS, "-o")
@setting_options.file
@options.today("The day that it is judged on; else nothing is said to be late.")
@options.language("The language to speak; else that of the chains.")
@options.jobs
def command(
    paths: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Set chains side by side, and put them in order by your own criteria and weights.

    Criteria and weights stand in the settings ([[prioritising.criteria]]); each is judged in the chains
    (prioritising), or read from a figure. Without criteria there is the table and no order. It is told where
    the order turns: how much one criterion must weigh for two chains to change places. What is not valued is
    never added to money, and chains of different currency are never ordered by it. PATH is as for check.

    \b
    Examples:
      nyttokedja prioritise chains
      nyttokedja prioritise chains -o prioritering.docx
      nyttokedja prioritise --format svg=bild.svg chains

    Exit codes: 0 done, 1 a chain could not be read, 2 nothing could be done.
    """
    from nyttokedja.cli.runs.prioritising import PriorityRun

    ending = output_file.rpartition(".")[2].lower() if output_file else ""
    name = _ENDINGS.get(ending, ending)
    outputs = report_options.into(output_file, outputs, name if name in FORMATS else "text")
    spoken = "text" in report_options.printed(outputs, FORMATS) and output_file is None
    day = today.date() if today else None
    run = PriorityRun(options.where(paths), chosen.lookup(language, day), jobs)
    report_options.refuse_unfit(outputs, run.paths)
    run.compare(day)
    run.tell(language, spoken=spoken)
    if not report_options.write(outputs if run.found.rows else (), run.report, run.language(language)):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code())
