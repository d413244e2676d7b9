"""``nyttokedja report``: the documents that people decide on."""

from __future__ import annotations

from datetime import datetime

import click
from click.shell_completion import CompletionItem

from nyttokedja.cli import options, picture_options, setting_options
from nyttokedja.documents import DOCUMENTS, FORMATS
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.translations import translations


class DocumentName(click.Choice):  # type: ignore[type-arg]  # generic from click 8.2 on
    """The type of an argument that names a document, also by what it is called in Swedish and Norwegian."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a document; fails where there is none that is called so."""
        named = {
            word: name
            for language in LANGUAGES
            for word, name in translations(language, "command_names", "documents").items()
        }
        return str(super().convert(named.get(value.casefold(), value), param, ctx))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The documents that begin with ``incomplete``, and what is told in each."""
        return [
            CompletionItem(name, help=kind.about)
            for name, kind in DOCUMENTS.items()
            if name.startswith(incomplete)
        ]


@click.command("report")
@click.argument("document", type=DocumentName(tuple(DOCUMENTS)), metavar="DOCUMENT")
@options.paths
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="PATH",
    type=click.Path(),
    help="Where to: for one chain a file, whose ending says the format, or a folder; else standard output.",
)
@click.option(
    "--format",
    type=click.Choice(tuple(FORMATS)),
    help="The format, where the ending of --output says none; markdown, if not said.",
)
@click.option(
    "--template", metavar="FILE", type=click.Path(), help="A Word file whose styles, head and foot are used."
)
@picture_options.engine
@setting_options.file
@options.today("The day that it is made for; else nothing is said to be late.")
@options.language("The language to sum up in; a document speaks that of its chain.")
@options.jobs
def command(
    document: str,
    paths: tuple[str, ...],
    output: str,
    format: str | None,
    template: str | None,
    engine: str,
    chosen: setting_options.Chosen,
    today: datetime | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Make documents of chains to edit, print and archive.

    DOCUMENT is overview, calculation, plan, follow-up or summary. All that the chain says finds its place
    under the headings of such a document, and what is missing is said. A chain with errors has its document
    too, with what is wrong on its first page. PATH is as for check.

    \b
    Examples:
      nyttokedja report overview chains/digital_nattillsyn.yaml
      nyttokedja report plan chains/digital_nattillsyn.yaml -o plan.html
      nyttokedja report plan --format html chains -o documents

    Exit codes: 0 made, 1 a chain could not be read, 2 something could not be done.
    """
    from nyttokedja.cli.runs.documents import DocumentRun

    if template is not None:
        chosen = chosen.with_file("template", template)
    lookup = chosen.lookup(today=today.date() if today else None)
    run = DocumentRun(
        document, options.where(paths), lookup, jobs, format, engine, has_template=template is not None
    )
    if output == "-":
        run.print()
    else:
        run.write(output)
    run.sum_up(language)
    raise SystemExit(run.exit_code())
