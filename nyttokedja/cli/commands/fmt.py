"""``nyttokedja fmt``: rewrite chains in their canonical form."""

from __future__ import annotations

import click

from nyttokedja.cli import options
from nyttokedja.language.codes import LANGUAGES


@click.command("fmt")
@options.paths
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a chain would be rewritten."
)
@click.option("--diff", is_flag=True, help="Like --check, and print what would be changed.")
@click.option(
    "--keys",
    type=click.Choice(LANGUAGES),
    help="Put keys and listed values into this language too; ids, texts and comments stay.",
)
@options.language("The language to sum up in; else that of the chains.")
@options.jobs
def command(
    paths: tuple[str, ...],
    only_check: bool,
    diff: bool,
    keys: str | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Rewrite chains in their canonical form: one way of writing the same chain.

    Order, indentation, quotes and blank lines change; what the chain says, its findings and its comments
    do not. That is proved for each file before it is written, and a file that cannot be read with
    certainty is left as it is. PATH is as for check; with -, the text goes to standard output.

    \b
    Examples:
      nyttokedja fmt
      nyttokedja fmt --diff chains/digital_nattillsyn.yaml
      nyttokedja fmt --check chains
      nyttokedja fmt --keys nb chains/digital_nattillsyn.yaml
    """
    from nyttokedja.cli.runs.format import Mode, Rewriting

    mode = Mode.DIFF if diff else Mode.CHECK if only_check else Mode.WRITE
    run = Rewriting(options.where(paths), mode, keys, jobs)
    run.rewrite()
    run.sum_up(language)
    raise SystemExit(run.exit_code())
