"""``nyttokedja measure``: what an indicator was measured to, and how it stands."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.cli.unfit import Unfit


@click.command("measure")
@click.argument("file", type=click.Path())
@click.argument("indicator", required=False)
@click.argument("value", required=False)
@click.option("--date", metavar="DATE", help="The day, month, quarter or year that was measured.")
@click.option("--comment", default="", metavar="TEXT", help="What lies behind the figure.")
@click.option("--action", default="", metavar="TEXT", help="What is done because of the figure.")
@click.option("--replace", is_flag=True, help="Write over the value that the date has already.")
@click.option(
    "--from", "table", type=click.Path(), metavar="TABLE", help="Read many from a table, .csv or .xlsx."
)
@options.spoken
@click.option("--dry-run", is_flag=True, help="Write nothing; show the change as a diff.")
@click.option("--force", is_flag=True, help="Make the change even if it adds an error.")
def command(
    file: str,
    indicator: str | None,
    value: str | None,
    date: str | None,
    comment: str,
    action: str,
    replace: bool,
    table: str | None,
    dry_run: bool,
    force: bool,
) -> None:
    """Write down the VALUE that an INDICATOR of the chain FILE was measured to, and say how it stands.

    INDICATOR is its id, box.indicator where several boxes have it, or its title. A date that has a value is
    left as it is, unless --replace is given. A value that begins with a minus comes after --. What is said is
    judged by the day that was measured: how much of the way is done, where the course to the target is by
    then, and how far from it the value lies.

    A table has a row of headings with indicator, date and value, and may have box, comment and action. It is
    written as a whole, or not at all: rows that cannot be placed are listed.

    \b
    Examples:
      nyttokedja measure chains/digital_nattillsyn.yaml nattbesök 104 --date 2027-09-30
      nyttokedja measure kedja.yaml färre_besök.besök 97,5 --date 2027-Q3 --action "Stöd till enhet Norr"
      nyttokedja measure kedja.yaml --from mätningar.csv
    """
    from nyttokedja.cli.runs.measuring import measure, measure_all
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import MeasureOrder

    if table is not None:
        for given, hint in (
            (indicator, "INDICATOR"),
            (date, "--date"),
            (comment, "--comment"),
            (action, "--action"),
        ):
            if given:
                raise Unfit("it does not go with --from: the table says it", hint)
        measure_all(the_one((file,)), table, replace=replace, dry_run=dry_run, force=force)
        return
    if not indicator or not value:
        raise Unfit("say what was measured, and to what", "VALUE")
    if date is None:
        raise Unfit("say when it was measured", "--date")
    order = MeasureOrder(indicator, value, date, comment, action, replace)
    measure(the_one((file,)), order, dry_run=dry_run, force=force)
