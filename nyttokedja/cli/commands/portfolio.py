"""``nyttokedja portfolio``: tables over many chains, and what is asked of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from nyttokedja.cli import completion, options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit


@click.group("portfolio")
@options.spoken
def command() -> None:
    """Make tables over many chains, and ask them.

    What the tables hold is told in docs/portfolio.md.

    \b
    Examples:
      nyttokedja portfolio build chains -o portfolio.sqlite
      nyttokedja portfolio ask owners --database portfolio.sqlite
      nyttokedja portfolio export portfolio.sqlite --format xlsx -o portfolio.xlsx
    """


@command.command("build")
@options.paths
@click.option("-o", "--output", required=True, metavar="FILE", help="The database to write.")
@setting_options.file
@options.today("The day that chains are judged on; else nothing is said to be late.")
@options.spoken
@options.jobs
def build_(
    paths: tuple[str, ...],
    output: str,
    chosen: setting_options.Chosen,
    today: datetime | None,
    jobs: int | None,
) -> None:
    """Write all that chains say into one database; only what has changed is read again.

    The name of the file says which kind it is: .sqlite and .db are SQLite, .duckdb is DuckDB, which is
    smaller and answers faster where chains are many. A file that cannot be read as a chain is a row that
    says so. The file is written whole or not at all. PATH is as for check.

    \b
    Examples:
      nyttokedja portfolio build chains -o portfolio.sqlite
      nyttokedja portfolio build north south -o portfolio.duckdb --today 2027-06-01

    Exit codes: 0 all chains are in it, 1 a file could not be read, 2 nothing was written.
    """
    from nyttokedja.cli.runs.portfolio import PortfolioRun
    from nyttokedja.portfolio.store import ENGINES, engine_of

    path = Path(output)
    engine = engine_of(path)
    if engine is None:
        raise Unfit(
            "{written!r} does not end with {endings}", "-o", written=output, endings=", ".join(ENGINES)
        )
    run = PortfolioRun(options.where(paths), chosen.lookup(today=today.date() if today else None), jobs)
    if not run.build(path, engine):
        run.say_if_none(None)
        raise SystemExit(CANNOT)
    run.tell(path)
    raise SystemExit(run.exit_code())


@command.command("export")
@click.argument("sources", nargs=-1, metavar="DATABASE|PATH...", type=click.Path())
@click.option(
    "--format",
    required=True,
    type=click.Choice(("parquet", "xlsx", "csv", "sqlite")),
    help="What to write: parquet and csv a file a table in a folder, xlsx and sqlite one file.",
)
@click.option("-o", "--output", required=True, metavar="PATH", help="The file or the folder to write.")
@setting_options.file
@options.today("The day that chains are judged on; else nothing is said to be late.")
@options.spoken
@options.jobs
def export_(
    sources: tuple[str, ...],
    format: str,
    output: str,
    chosen: setting_options.Chosen,
    today: datetime | None,
    jobs: int | None,
) -> None:
    """Write the tables as files that other programs read, of a portfolio or of chains.

    In csv, a cell that a sheet would take for a formula gets an apostrophe before it.

    \b
    Examples:
      nyttokedja portfolio export portfolio.sqlite --format xlsx -o portfolio.xlsx
      nyttokedja portfolio export portfolio.duckdb --format csv -o tables
      nyttokedja portfolio export chains --format parquet -o tables

    Exit codes: 0 written, 1 a file could not be read, 2 nothing was written.
    """
    import tempfile
    from contextlib import closing

    from nyttokedja.cli.exit_codes import DONE
    from nyttokedja.cli.runs.portfolio import PortfolioRun
    from nyttokedja.cli.runs.portfolio_export import IN_FOLDERS, export
    from nyttokedja.portfolio.store import asked, engine_of

    path = Path(output)
    if format in IN_FOLDERS and path.is_file():
        raise Unfit("it is to be a folder", "-o")
    spoken = options.addressed(None, ())
    if len(sources) == 1 and engine_of(Path(sources[0])):
        with closing(asked(Path(sources[0]))) as store:
            export(store, format, path, spoken)
        raise SystemExit(DONE)
    run = PortfolioRun(options.where(sources), chosen.lookup(today=today.date() if today else None), jobs)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "portfolio.sqlite")
        if not run.build(made, "sqlite_file"):
            run.say_if_none(None)
            raise SystemExit(CANNOT)
        with closing(asked(made)) as store:
            export(store, format, path, spoken)
    run.tell(path)
    raise SystemExit(run.exit_code())


@command.command("ask")
@click.argument("question", required=False, shell_complete=completion.questions_of_portfolios)
@click.option("--sql", metavar="SQL", help="A question of one's own: one select, which only reads.")
@click.option("--database", metavar="FILE", help="The portfolio to ask.")
@click.option("--organisation", default="", metavar="NAME", help="Only of this organisation's chains.")
@click.option(
    "--format",
    default="text",
    type=click.Choice(("text", "markdown", "json", "csv", "html")),
    help="How to answer; text, if not said.",
)
@options.today("The day that is asked about, where the question needs one.")
@options.language("The language to answer in; else that of the person.")
def ask_(
    question: str | None,
    sql: str | None,
    database: str | None,
    organisation: str,
    format: str,
    today: datetime | None,
    language: str | None,
) -> None:
    """Answer a named question, or one in SQL, of a portfolio. Without a question, they are listed.

    An answer says how many chains are not in it, since they could not be read, or say nothing of what is
    added up. Money of different currencies is never added.

    --sql reads the tables in docs/portfolio.md, and nothing else: it writes nothing, opens no file and no
    connection, and is stopped after a minute.

    \b
    Examples:
      nyttokedja portfolio ask
      nyttokedja portfolio ask owners --database portfolio.sqlite
      nyttokedja portfolio ask due --database portfolio.sqlite --today 2027-06-01 --format html > due.html
      nyttokedja portfolio ask --database portfolio.sqlite --sql "select count(*) from node"

    Exit codes: 0 answered, 2 not answered.
    """
    from nyttokedja.cli.runs.portfolio_ask import Asked, ask, list_questions

    spoken = language or options.addressed(None, ())
    if question is None and sql is None:
        list_questions(spoken)
        return
    if question is not None and sql is not None:
        raise Unfit("a question has a name or is given as SQL, not both", "--sql")
    if not database:
        raise Unfit("it names no file", "--database")
    if sql is not None and organisation:
        raise Unfit("it does not go with --sql", "--organisation")
    day = today.date() if today else None
    ask(Path(database), Asked(question, sql or "", organisation, day), format, spoken)
