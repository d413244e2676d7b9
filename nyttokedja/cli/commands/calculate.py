"""``nyttokedja calculate``: what chains are worth, by year and by whose it is."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal

import click

from nyttokedja.cli import completion, options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.typed_numbers import LARGEST, typed_number
from nyttokedja.reports.calculation import FORMATS as REPORTS
from nyttokedja.reports.model import ReportFormat

WORKBOOK = "xlsx"
FORMATS = {**REPORTS, WORKBOOK: ReportFormat("a workbook of one chain, which computes; import reads it back")}
_PARTIES = ("own", "all", "residents", "relatives", "others", "society")
_EVERYBODY = ("alla", "alle")
_ENDINGS = {".md": "markdown", ".json": "json", ".txt": "text"}
"""The ending of a file → the format that it is of, where it is not the name of the format."""


class _Party(click.Choice):  # type: ignore[type-arg]  # generic from click 8.2 on
    """Whose result is meant, in the words of the chains too: ``residents``, ``invånare``, ``innbyggere``."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """A word for a party → the party."""
        return str(super().convert(_party(value), param, ctx))


def _party(written: str) -> str:
    if written in _PARTIES:
        return written
    from nyttokedja.language.codes import LANGUAGES
    from nyttokedja.language.keywords import words
    from nyttokedja.model.spelling import fold

    spoken = {fold(words(code).value(name, "perspective")): name for code in LANGUAGES for name in _PARTIES}
    return (spoken | dict.fromkeys(_EVERYBODY, "all")).get(fold(written), written)


@click.command("calculate")
@options.paths
@report_options.wanted(FORMATS, "-o")
@click.option(
    "--with",
    "changes",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=completion.factors,
    help="Calculate as if a factor had another value; may be given several times. Nothing is written.",
)
@click.option(
    "--compare", nargs=2, metavar="FILE FILE", help="Set two alternatives side by side, in place of PATH."
)
@click.option(
    "--perspective",
    type=_Party(_PARTIES),
    default="own",
    help="Whose result is told first and year by year; the others are told beside it.",
)
@click.option("--rate", metavar="RATE", help="Discount at another rate than the chain says: 0.04 or 4%.")
@click.option("--undiscounted", is_flag=True, help="Do not discount; the same as a rate of 0.")
@click.option("--simulate", is_flag=True, help="Simulate also where there are several chains.")
@click.option("--verbose", is_flag=True, help="Tell all of each chain also where there are several.")
@setting_options.file
@options.today("The day that obstacles and actions are judged on; else the one it is.")
@options.language("The language to speak; else that of each chain.")
@options.jobs
def command(
    paths: tuple[str, ...],
    outputs: tuple[report_options.Output, ...],
    output_file: str | None,
    changes: tuple[str, ...],
    compare: tuple[str, str] | None,
    perspective: str,
    rate: str | None,
    undiscounted: bool,
    simulate: bool,
    verbose: bool,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Say what chains are worth: benefits, costs and net, by year and by whose they are.

    What is calculated is the section calculation of a chain, and the values of its benefits, drawbacks and
    costs. What is not expected to come is not in the sum, and it is said why. Money that reaches the budget
    and freed time are told apart, and so is what is not valued. PATH is as for check.

    \b
    Examples:
      nyttokedja calculate
      nyttokedja calculate chains/digital_nattillsyn.yaml
      nyttokedja calculate --with andel=0.6 --with min_digitalt=38 chains/inkop.yaml
      nyttokedja calculate --compare forslag_a.yaml forslag_b.yaml
      nyttokedja calculate --format markdown=kalkyl.md chains
      nyttokedja calculate -o kalkyl.xlsx chains/inkop.yaml
      nyttokedja calculate --rate 4% --perspective all chains

    Exit codes: 0 something was calculated, 1 a formula or a factor is at fault or nothing can be summed, 2
    nothing could be done.
    """
    from nyttokedja.batch.calculate import Question
    from nyttokedja.cli.runs.calculation import CalculationRun
    from nyttokedja.cli.runs.workbooks import refuse_changed

    if compare and paths:
        raise Unfit("name the two alternatives, and no other PATH", "--compare")
    if undiscounted and rate is not None:
        raise Unfit("it does not go with --rate", "--undiscounted")
    outputs = report_options.into(output_file, outputs, _format_of(output_file))
    spoken = "text" in report_options.printed(outputs, FORMATS) and output_file is None
    question = Question(
        dict(map(_change, changes)),
        Decimal(0) if undiscounted else None if rate is None else _rate(rate),
        simulate,
    )
    day = today.date() if today else date.today()
    run = CalculationRun(options.where(compare or paths), chosen.lookup(language, day), jobs)
    report_options.refuse_unfit(outputs, run.paths)
    for output in outputs:
        if output.format == WORKBOOK and output.path is not None:
            refuse_changed(output.path, run.paths)
    only_json = {output.format for output in outputs} == {"json"} and not spoken
    run.calculate(question, perspective, side_by_side=compare is not None, only_json=only_json)
    run.tell(language, spoken=spoken, verbose=verbose)
    if not report_options.write(outputs, run.report, run.language(language)):
        raise SystemExit(CANNOT)
    raise SystemExit(run.exit_code())


def _format_of(file: str | None) -> str:
    """The format that a file's ending says; text where it says none."""
    ending = f".{file.rpartition('.')[2].lower()}" if file else ""
    name = _ENDINGS.get(ending, ending[1:])
    return name if name in FORMATS else "text"


def _change(written: str) -> tuple[str, Decimal]:
    name, equals, value = written.partition("=")
    name = unicodedata.normalize("NFC", name.strip())
    if not (name and equals):
        raise Unfit("{written!r} is not NAME=VALUE", "--with", written=written)
    return name, _number(value, "--with")


def _number(written: str, hint: str) -> Decimal:
    number = typed_number(written)
    if number is None:
        raise Unfit("{written!r} is no number", hint, written=written)
    if abs(number) > LARGEST:
        raise Unfit("{written!r} is too large a number", hint, written=written)
    return number


def _rate(written: str) -> Decimal:
    rate = _number(written, "--rate")
    if not 0 <= rate < 1:
        raise Unfit("{written!r} is no rate; write it as 0.04 or 4%", "--rate", written=written)
    return rate
