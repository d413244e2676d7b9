"""``nyttokedja questions``: which of the seven questions each benefit answers, and which are open."""

from __future__ import annotations

from datetime import date, datetime

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.reports.questions import FORMATS


@click.command("questions")
@options.paths
@report_options.wanted(FORMATS)
@click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    default=0,
    metavar="PERCENT",
    help="Exit with 1 where fewer of the expected answers are there, in all chains together.",
)
@setting_options.file
@options.today("The day that decisions are judged on; else the one it is.")
@options.language("The language to speak; else that of each chain.")
@options.jobs
def command(
    paths: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    fail_under: int,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Say which of the seven questions are answered for each benefit, by what, and which are open.

    The seven are those of E-delegationen: what the benefit is, how it will be realised, who will realise
    it, when it arises, how it will be followed up, who is responsible for that, and which measures will
    be used. A plan owes all the answers, an analysis the first, a draft none; the percentage says how
    many of them are there in full. PATH is as for check.

    \b
    Examples:
      nyttokedja questions
      nyttokedja questions chains/digital_nattillsyn.yaml
      nyttokedja questions --format matrix chains
      nyttokedja questions --format markdown=questions.md chains
      nyttokedja questions --fail-under 80 chains

    Exit codes: 0 done, 1 a chain could not be read or too little is answered, 2 nothing could be done.
    """
    from nyttokedja.cli.runs.questions import Inquiry

    outputs = report_options.into(output_file, outputs)
    spoken = "text" in report_options.printed(outputs, FORMATS)
    day = today.date() if today else date.today()
    run = Inquiry(options.where(paths), chosen.lookup(language, day), jobs)
    report_options.refuse_unfit(outputs, run.paths)
    run.ask()
    run.tell(language, spoken=spoken)
    if not report_options.write(outputs, run.report, run.language(language)):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code_under(fail_under))
