"""``nyttokedja diff``: what a change does to chains."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.unfit import Unfit
from nyttokedja.reports.comparison import FORMATS

if TYPE_CHECKING:
    from nyttokedja.versions.pairs import Sides

_WEIGHTS = ("wording", "detail", "reasoning", "never")


@click.command("diff")
@click.argument("arguments", nargs=-1, metavar="[OLD NEW | REVISIONS [PATH]...]")
@report_options.wanted(FORMATS)
@click.option(
    "--picture",
    metavar="PATH",
    help="Also draw the change: into an SVG file, or a folder for several chains.",
)
@click.option("--files", is_flag=True, help="OLD and NEW are files or folders, also where git has them.")
@click.option("--all", "everything", is_flag=True, help="Draw also what the change does not touch.")
@click.option(
    "--rule-pages",
    default="",
    callback=report_options.rule_pages,
    metavar="ADDRESS",
    help="Where the pages about rules are, with {code} for the code: findings are linked to them.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_WEIGHTS),
    default="never",
    show_default=True,
    help="Exit with 1 where the change is about this or more.",
)
@setting_options.file
@options.today("The day that measurements and decisions are judged on; else the one it is.")
@options.language("The language to speak; else that of each chain.")
def command(
    arguments: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    picture: str | None,
    files: bool,
    everything: bool,
    rule_pages: str,
    fail_on: str,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
) -> None:
    """Say what a change does to chains: what falls, what holds, and what is to be examined again.

    Boxes and arrows are matched by their ids, and renamed ones are found; moved lines, another order and
    other ways to write the same are no change. A change is about the reasoning (boxes, arrows, goals,
    targets, decisions), about details (owners, actions, indicators), or only about the wording.

    OLD and NEW are files, folders or revisions. REVISIONS are those of git: BASE..HEAD, BASE...HEAD (from
    where they parted), or one, with which the files as they are now are compared; without any, the last one.

    \b
    Examples:
      nyttokedja diff
      nyttokedja diff main...HEAD
      nyttokedja diff HEAD~3 chains/digital_nattillsyn.yaml
      nyttokedja diff --fail-on reasoning main..HEAD chains
      nyttokedja diff --format markdown=card.md main...HEAD
      nyttokedja diff --picture change.svg HEAD~1 chains/digital_nattillsyn.yaml
      nyttokedja diff --files before.yaml after.yaml
    """
    from nyttokedja.cli.runs.diff import Comparing
    from nyttokedja.comparing import Weight

    outputs = report_options.into(output_file, outputs)
    inputs = [argument for argument in arguments if Path(argument).exists()]
    report_options.refuse_unfit(outputs, inputs)
    if picture is not None:
        report_options.refuse_input(Path(picture), inputs, "--picture")
    day = today.date() if today else date.today()
    run = Comparing(_sides(arguments, files=files), chosen.lookup(language, day))
    run.run()
    if "text" in report_options.printed(outputs, FORMATS):
        run.tell(language)
    drawn = picture is None or run.draw(Path(picture), everything=everything)
    if (
        not report_options.write(outputs, run.report, run.language(language), rule_pages)
        or not drawn
        or run.failed
    ):
        raise SystemExit(CANNOT)
    fails = fail_on != "never" and run.weight >= Weight[fail_on.upper()]
    raise SystemExit(FINDINGS if fails else DONE)


def _sides(arguments: tuple[str, ...], *, files: bool) -> Sides:
    """The two sides that the arguments name: a name that is there is a path, any other one a revision."""
    from nyttokedja.errors import CannotRead
    from nyttokedja.reading.discovery import ENDINGS
    from nyttokedja.versions.listed_files import tracked_files
    from nyttokedja.versions.pairs import is_revision, of_paths, of_revisions

    if "" in arguments:  # an unset variable in a script
        raise Unfit("an argument is empty; name files, or revisions and files")
    if files:
        if len(arguments) != 2:
            raise Unfit("--files compares two files or two folders with each other; name two")
        return of_paths(*arguments)
    there = [Path(argument).exists() for argument in arguments]
    if len(arguments) == 2 and all(there):
        old, new = map(Path, arguments)
        if old.is_file() and new.is_file() and tracked_files((old, new)) == 2:
            raise CannotRead(
                "{old} and {new} are both in git. Compare them with each other by: nyttokedja diff --files "
                "{old} {new}; each with what it was, by: nyttokedja diff HEAD {old} {new}",
                old=arguments[0],
                new=arguments[1],
            )
        return of_paths(*arguments)
    if len(arguments) == 2 and there[0] and Path(arguments[0]).suffix in ENDINGS:
        raise CannotRead(f"{arguments[1]} is not there. Name two files, two folders, or revisions.")
    if not arguments or there[0]:
        return of_revisions("", arguments)
    if len(arguments) > 1 and ".." not in arguments[0] and not there[1] and is_revision(arguments[1]):
        return of_revisions("..".join(arguments[:2]), arguments[2:])
    return of_revisions(arguments[0], arguments[1:])
