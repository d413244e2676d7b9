"""``nyttokedja check``: say what is wrong or missing in chains."""

from __future__ import annotations

import click

from nyttokedja.cli import CANNOT, options, reports

_LEVELS = ("error", "warning", "info", "never")
_ALL = "NK"
"""What stands for every rule."""


@click.command("check")
@options.paths
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="error",
    show_default=True,
    help="Exit with 1 at findings of this severity or worse.",
)
@click.option(
    "--format",
    "outputs",
    type=reports.OutputType(),
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"Report so, also into a file; may be given several times. {reports.about()}.",
)
@click.option("--select", metavar="RULES", help="Also these rules: codes, names or beginnings, with commas.")
@click.option("--ignore", metavar="RULES", help="Not these rules.")
@options.language("The language to speak; else that of each chain.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; else one a core, where that pays."
)
def command(
    paths: tuple[str, ...],
    fail_on: str,
    outputs: tuple[reports.Output, ...],
    select: str | None,
    ignore: str | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Say what is wrong or missing in chains, where, and what to do about it.

    Findings are printed as text, unless --format sends another report to standard output; then all else
    that is said goes to standard error. Several reports of whole lines can be printed together.

    PATH is a file, a folder that is searched for chains, or - for standard input. Without one, the
    folder chains is checked, or the current one.

    \b
    Examples:
      nyttokedja check
      nyttokedja check chains/digital_nattillsyn.yaml
      nyttokedja check --fail-on warning chains
      nyttokedja check --select shortcut-link --ignore NK211 chains
      nyttokedja check --format sarif=findings.sarif chains
      nyttokedja check --format text --format github chains
    """
    from nyttokedja.cli.checks import Run
    from nyttokedja.config import Config

    spoken = "text" in reports.printed(outputs)
    config = Config(select=_selected(select), ignore=_ignored(ignore), language=language)
    run = Run(options.where(paths), config, jobs)
    reports.refuse_unfit(outputs, run.paths)
    if not spoken:
        run.silent = run.err = True
    for outcome in run.outcomes():
        run.show(outcome)
    run.sum_up(language)
    if not reports.write(outputs, run, run.language(language)):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code(fail_on))


def _names(written: str | None) -> frozenset[str]:
    """The names of rules in a list with commas, as the rules write them: codes in capitals."""
    listed = (name.strip() for name in (written or "").split(","))
    return frozenset(name.upper() if name[:2].upper() == "NK" else name.lower() for name in listed if name)


def _selected(written: str | None) -> frozenset[str]:
    from nyttokedja.rules import known_names

    names = _names(written)
    for name in names - {_ALL}:
        if not known_names(name):
            raise click.BadParameter(f"there is no rule called {name}; see: nyttokedja rule")
    return names


def _ignored(written: str | None) -> frozenset[str]:
    from nyttokedja.rules import RULES, can_be_ignored, known_names

    names = _selected(written)
    for name in names:
        if not all(can_be_ignored(rule) for rule in (RULES if name == _ALL else known_names(name))):
            raise click.BadParameter(
                f"{name} cannot be ignored: what NK0 and NK1 find is broken, and is mended in the file"
            )
    return names
