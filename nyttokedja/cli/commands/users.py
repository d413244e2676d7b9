"""``nyttokedja users``: sums of what is registered of each user, for groups that are large enough."""

from __future__ import annotations

import click

from nyttokedja.cli import options, report_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit
from nyttokedja.reports.users import FORMATS


@click.command("users")
@click.argument("file", type=click.Path())
@click.argument("chain", required=False, type=click.Path())
@click.argument("indicator", required=False)
@click.option("--date", metavar="DATE", help="The day, month, quarter or year that it is counted to.")
@click.option("--mean", is_flag=True, help="Write the mean for a user into the chain, not the sum.")
@report_options.wanted(FORMATS, "-o")
@options.language("The language to speak; else that of the person.")
@click.option("--replace", is_flag=True, help="Write over the value that the date has already.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show the change as a diff.")
@click.option("--force", is_flag=True, help="Make the change even if it adds an error.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    chain: str | None,
    indicator: str | None,
    date: str | None,
    mean: bool,
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    language: str | None,
    replace: bool,
    dry_run: bool,
    force: bool,
) -> None:
    """Add up what is registered of each user in the table FILE: how it was before, and how it is now.

    The table (.csv, .xlsx, .ods) has a row a user and headings: user, started, before, now and group, or
    what these are called in Swedish or Norwegian; a unit may follow in brackets. Whoever has begun and has
    both values is counted. With CHAIN and INDICATOR the sum is written down as what the indicator was
    measured to on --date, with how many it is the sum of. Nothing else of the table is kept.

    Users are called by a number or a pseudonym: a table with birth numbers, e-mail addresses or columns for
    names is refused, whatever else it says. Groups of fewer than five users are not shown, nor groups by
    which those could be worked out.

    \b
    Examples:
      nyttokedja users brukare.csv
      nyttokedja users brukare.xlsx --date 2027-09-30 -o brukare.md
      nyttokedja users brukare.csv chains/digital_nattillsyn.yaml nattbesök --date 2027-09-30

    Exit codes: 0 done, 2 the table cannot be read or is refused.
    """
    from nyttokedja.cli.runs.users import UsersRun
    from nyttokedja.cli.speech import spoken

    if chain and not indicator:
        raise Unfit("say which indicator of the chain was measured", "INDICATOR")
    if chain and date is None:
        raise Unfit("say when it was measured", "--date")
    ending = output_file.rpartition(".")[2].lower() if output_file else ""
    outputs = report_options.into(
        output_file, outputs, {"md": "markdown", "json": "json"}.get(ending, "text")
    )
    to_person = output_file is None and "text" in report_options.printed(outputs, FORMATS)
    report_options.refuse_unfit(outputs, [one for one in (file, chain) if one])
    run = UsersRun(file, language or spoken(ctx), date)
    if to_person:
        run.tell()
    if not report_options.write(outputs, run.report, run.language):
        raise SystemExit(CANNOT)
    if chain and indicator:
        run.measure(chain, indicator, mean=mean, replace=replace, dry_run=dry_run, force=force)
    elif to_person:
        run.tell_how()
