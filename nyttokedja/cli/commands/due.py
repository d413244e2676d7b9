"""``nyttokedja due``: what is to be measured, judged and done, by whom and when."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit
from nyttokedja.reports.due import FORMATS

_WITHIN = re.compile(r"([0-9]{1,5})\s*([dwmy]?)", re.ASCII | re.IGNORECASE)
_ENDINGS = {"md": "markdown", "json": "json", "ics": "ics"}
"""The ending of a file → the format that it is of."""


@click.command("due")
@options.paths
@report_options.wanted(FORMATS, "-o")
@click.option("--role", default="", metavar="ROLE", help="Only what is this role's.")
@click.option(
    "--within", metavar="TIME", help="Only what is overdue, or due within 90d, 12w, 6m or 1y of the day."
)
@setting_options.file
@options.today("The day that it is told for; else the one it is.")
@options.language("The language to speak; else that of the chains.")
@options.jobs
def command(
    paths: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    role: str,
    within: str | None,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Say what is to be measured, judged and done: what is overdue first, then by day.

    An indicator is to be measured as long after its last measurement as it says how often, and when its
    target is to be reached; who judges it has the latest measurement to judge, as long as that has no
    judgement. Actions that have a day and are not done are there, and preconditions that are not met. In the
    calendar (ics) each is an event of one day, which keeps its identity when its day moves. PATH is as for
    check.

    \b
    Examples:
      nyttokedja due
      nyttokedja due --within 90d chains
      nyttokedja due --role "Enhetschef natt" -o min_kalender.ics chains
      nyttokedja due --today 2027-06-01 --format markdown=att_göra.md chains

    Exit codes: 0 done, 1 a chain could not be read, 2 nothing could be done.
    """
    from nyttokedja.cli.runs.due import DueRun

    ending = output_file.rpartition(".")[2].lower() if output_file else ""
    outputs = report_options.into(output_file, outputs, _ENDINGS.get(ending, "text"))
    spoken = "text" in report_options.printed(outputs, FORMATS) and output_file is None
    day = today.date() if today else date.today()
    until = None if within is None else _until(day, within)
    run = DueRun(options.where(paths), chosen.lookup(language, day), jobs)
    report_options.refuse_unfit(outputs, run.paths)
    run.look_up(day, until, role.strip())
    run.tell(language, spoken=spoken)
    if not report_options.write(outputs, run.report, run.language(language)):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code())


def _until(day: date, within: str) -> date:
    """The last day of a time from a day on: days, where it does not say of what."""
    from nyttokedja.model.periods import months_later

    match = _WITHIN.fullmatch(within.strip())
    if match is None:
        raise Unfit("{written!r} is no time; write it as 90d, 12w, 6m or 1y", "--within", written=within)
    n, unit = int(match[1]), match[2].lower()
    if unit in ("m", "y"):
        return months_later(day, n * (12 if unit == "y" else 1))
    days = n * (7 if unit == "w" else 1)
    return day + timedelta(days=min(days, (date.max - day).days))
