"""``nyttokedja maturity``: how mature an organisation is in bringing benefits home, by what people answer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from nyttokedja.cli import options, setting_options
from nyttokedja.cli.unfit import Unfit

_statements = click.option(
    "--statements", metavar="FILE", type=click.Path(), help="Statements of your own (TOML or YAML), not ours."
)


@click.group("maturity")
@options.spoken
def command() -> None:
    """Ask how mature the organisation is, and report it.

    Fourteen statements are answered with one of five levels, each described by what one sees there. It goes
    as E-delegationen has it: a seminar, a survey that everyone answers alone, what is compiled of it, a joint
    workshop, and a plan of action.

    \b
    Examples:
      nyttokedja maturity template -o maturity.xlsx
      nyttokedja maturity template --seminar -o seminar.docx
      nyttokedja maturity compile answers -o maturity.yaml
      nyttokedja maturity report maturity.yaml chains -o maturity.docx
    """


@command.command("template")
@click.option("-o", "--output", metavar="FILE", help="Where to; else a name in the language, in this folder.")
@click.option("--table", is_flag=True, help="A row for each person, in place of a form for one.")
@click.option("--seminar", is_flag=True, help="The material for the seminar that comes first.")
@click.option("--workshop", is_flag=True, help="The material for the workshop that comes of the answers.")
@_statements
@options.language("The language of the form; else that of the settings, of the locale, or Swedish.")
def template(
    output: str | None,
    table: bool,
    seminar: bool,
    workshop: bool,
    statements: str | None,
    language: str | None,
) -> None:
    """Write a form for one person, or the material for a meeting. Never overwrites a file.

    The ending says the format: a workbook with lists to choose from (.xlsx), text with cells (.csv), or a
    document to print (.docx, .pdf, .html, .md). Nobody writes their name in it, and the answers are not kept
    in the repository: what is kept is how many chose each level.

    \b
    Examples:
      nyttokedja maturity template -o maturity.xlsx
      nyttokedja maturity template --table -o answers.csv
      nyttokedja maturity template --workshop --language nb -o workshop.docx
      nyttokedja maturity template --statements own.toml -o own.xlsx
    """
    from nyttokedja.cli.runs.maturity_forms import content_of, default_name, statements_of
    from nyttokedja.reports.findings.text import safe_file_name
    from nyttokedja.writing.saving import create

    if seminar + workshop + table > 1:
        raise Unfit("choose one of {names}", names="--table, --seminar, --workshop")
    meeting = "seminar" if seminar else "workshop" if workshop else ""
    spoken = setting_options.of_new_chain(language, Path(output or "."))
    asked = statements_of(statements, spoken)
    path = Path(output or default_name(asked, meeting))
    create(path, content_of(asked, path, meeting, table=table))
    click.echo(safe_file_name(path.as_posix()))


@command.command("compile")
@click.argument("answers", nargs=-1, required=True, type=click.Path())
@click.option("-o", "--output", metavar="FILE", help="Where to (.yaml or .json); else to standard output.")
@click.option("--date", metavar="DATE", help="When the answers were collected, as 2027-03 or 2027-03-15.")
@_statements
@options.language("The language to speak and of the words in the file; else that of the person.")
@click.pass_context
def compile_(
    ctx: click.Context,
    answers: tuple[str, ...],
    output: str | None,
    date: str | None,
    statements: str | None,
    language: str | None,
) -> None:
    """Count what several have answered: how many chose each level of each statement.

    ANSWERS are files (.xlsx, .csv, .ods) of one person each or with a row a person, or folders of them. A
    level may be its number, its word or its description; comments and empty rows are passed by. A file with
    columns for names or addresses, or with a birth number anywhere, is refused.

    Only counts are written, and of a statement that fewer than five have answered nothing. Targets and
    actions are written into the file by hand, and stay when it is made again.

    \b
    Examples:
      nyttokedja maturity compile answers -o maturity.yaml --date 2027-03
      nyttokedja maturity compile one.xlsx two.xlsx survey.csv -o maturity.json

    Exit codes: 0 done, 2 something cannot be read or is refused.
    """
    from nyttokedja.cli.runs.maturity_answers import CompileRun
    from nyttokedja.cli.runs.maturity_forms import day_of
    from nyttokedja.cli.speech import spoken

    run = CompileRun(answers, language or spoken(ctx), statements, day_of(date, "--date"))
    if output is None:
        click.echo(run.text(None), nl=False)
    else:
        run.write(output)
    run.sum_up()


@command.command("report")
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to (.docx, .pdf, .md, .html, .xlsx, .json); else print Markdown.",
)
@click.option("--history", is_flag=True, help="With what git has of the compiled files from earlier times.")
@_statements
@setting_options.file
@options.today("The day that it is made for; else nothing is said to be late or in time.")
@options.spoken
@options.jobs
@click.pass_context
def report(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    history: bool,
    statements: str | None,
    chosen: setting_options.Chosen,
    today: datetime | None,
    jobs: int | None,
) -> None:
    """Make the report: how we answered, where we differ, what the chains show, and what to do.

    PATH is a file of compiled answers, or several from different times; all other files and folders are
    looked through for chains, and what they show by themselves stands beside the answers. Targets and actions
    are those that have been written into the compiled file.

    \b
    Examples:
      nyttokedja maturity report maturity.yaml -o maturity.docx
      nyttokedja maturity report maturity.yaml chains -o maturity.pdf --today 2027-06-01
      nyttokedja maturity report 2026.yaml 2027.yaml chains -o maturity.html

    Exit codes: 0 made, 1 a chain could not be read, 2 something could not be done.
    """
    from nyttokedja.cli.runs.maturity_report import ReportRun
    from nyttokedja.cli.speech import spoken

    day = today.date() if today else None
    run = ReportRun(paths, chosen.lookup(today=day), jobs, spoken(ctx), statements, history=history)
    if output is None:
        click.echo(run.content("md", day), nl=False)
    else:
        run.write(output, day)
    raise SystemExit(run.exit_code())
