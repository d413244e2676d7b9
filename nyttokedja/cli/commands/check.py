"""``nyttokedja check``: say what is wrong or missing in chains."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit

if TYPE_CHECKING:
    from nyttokedja.checking.settings import Lookup
    from nyttokedja.cli.runs.check import Run

_WRITE = "--write-baseline"


@click.command("check")
@options.paths
@report_options.wanted()
@click.option(
    "--rule-pages",
    default="",
    callback=report_options.rule_pages,
    metavar="ADDRESS",
    help="Where the pages about rules are, with {code} for the code: json, sarif, rdjson, junit and markdown "
    "link findings to them.",
)
@setting_options.chosen
@click.option(
    "--write-baseline",
    metavar="[FILE]",
    is_flag=False,
    flag_value="",
    help="Report nothing, and write all that is found into the baseline: from then on it is known.",
)
@click.option("--fix", is_flag=True, help="Mend what has one clear remedy, and say what is left.")
@click.option(
    "--diff", is_flag=True, help="Write nothing, show what --fix would change; exit with 1 where it would."
)
@click.option("--show-accepted", is_flag=True, help="Show also what the chains have decided about, and why.")
@click.option(
    "--verbose", is_flag=True, help="Tell each finding alone, also equal ones that text and markdown sum up."
)
@options.today("The day that measurements are judged on; else the one it is.")
@options.language("The language to speak; else that of each chain.")
@options.jobs
@options.no_cache
def command(
    paths: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    rule_pages: str,
    chosen: setting_options.Chosen,
    write_baseline: str | None,
    fix: bool,
    diff: bool,
    show_accepted: bool,
    verbose: bool,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
    no_cache: bool,
) -> None:
    """Say what is wrong or missing in chains, where, and what to do about it.

    Findings are printed as text, unless --format sends another report to standard output; then all else
    that is said goes to standard error. Several reports of whole lines can be printed together.

    PATH is a file, a folder that is searched for chains, or - for standard input. Without one, the
    folder chains is checked, or the current one.

    --fix mends misspelt keys, values and ids, numbers and dates written in another way, texts that need
    quotes, invisible characters and repeated arrows. It guesses nothing, and mends nothing in a way that
    gives a new finding. With -, the mended chain goes to standard output, the findings to standard error.

    \b
    Examples:
      nyttokedja check
      nyttokedja check chains/digital_nattillsyn.yaml
      nyttokedja check --diff chains
      nyttokedja check --fix chains/digital_nattillsyn.yaml
      nyttokedja check --fail-on warning chains
      nyttokedja check --select shortcut-link --ignore NK211 chains
      nyttokedja check --format sarif=findings.sarif chains
      nyttokedja check --write-baseline baseline.json
      nyttokedja check --baseline baseline.json
      nyttokedja check --format text --format github chains
    """
    outputs = report_options.into(output_file, outputs)
    if write_baseline is not None:
        if fix or diff or outputs:
            raise Unfit("it does not go with --fix, --diff and --format", _WRITE)
        paths, chosen = _with_baseline(write_baseline, paths, chosen)
    spoken = "text" in report_options.printed(outputs)
    if diff and outputs:
        raise Unfit("a diff is no report; give --diff without --format", "--diff")
    if fix and "-" in paths and not spoken:
        raise Unfit("the mended chain goes there itself; give the report a file", "-")
    day = today.date() if today else date.today()
    run = _run(
        options.where(paths), chosen.lookup(language, day), jobs, fix=fix, diff=diff, remembers=not no_cache
    )
    if write_baseline is not None:
        from nyttokedja.cli.runs.baseline import write

        raise SystemExit(write(run, language))
    run.look = run.look._replace(accepted=show_accepted, verbose=verbose)
    report_options.refuse_unfit(outputs, run.paths)
    if not spoken:
        run.silent = run.err = True
    for outcome in run.outcomes():
        run.show(outcome)
    run.sum_up(language)
    spoken_in = run.language(language)
    if not report_options.write(outputs, run.report, spoken_in, rule_pages, verbose=verbose):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code())


def _with_baseline(
    file: str, paths: tuple[str, ...], chosen: setting_options.Chosen
) -> tuple[tuple[str, ...], setting_options.Chosen]:
    """The paths and the choices, where what stands after --write-baseline may be either."""
    if not file:
        return paths, chosen
    if "baseline" in chosen.values:
        return (file, *paths), chosen
    return paths, chosen.with_file("baseline", file)


def _run(
    paths: Sequence[str], lookup: Lookup, jobs: int | None, *, fix: bool, diff: bool, remembers: bool
) -> Run:
    if fix or diff:
        from nyttokedja.cli.runs.fix import Mending

        return Mending(paths, lookup, jobs, diff=diff)
    from nyttokedja.cli.runs.check import Run

    return Run(paths, lookup, jobs, remembers=remembers)
