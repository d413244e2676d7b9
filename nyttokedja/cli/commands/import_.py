"""``nyttokedja import``: an old drawing becomes a chain."""

from __future__ import annotations

from pathlib import Path

import click

from nyttokedja.cli import options


@click.command("import")
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to; - is standard output. Else named after FILE, in chains if there is such a folder.",
)
@click.option(
    "--map",
    "entries",
    multiple=True,
    metavar="ATTRIBUTE=VALUE:TYPE",
    help="What a shape, colour, group or node is, as fillcolor=gold:benefit; may be repeated.",
)
@click.option("--title", help="The title of the chain; else that of the drawing.")
@options.language("The language of the chain: sv (the default), nb or en.")
def command(
    file: str, output: str | None, entries: tuple[str, ...], title: str | None, language: str | None
) -> None:
    """Make a chain of a Graphviz drawing. Never overwrites a file.

    The type of a box comes from --map, or from its label, the group it stands in, or its looks. What has
    no type becomes a note. What was guessed or left out is said.

    \b
    Examples:
      nyttokedja import nyttokarta.dot
      nyttokedja import karta.dot --map shape=box:effect --map cluster=Gevinster:benefit --language nb
    """
    from nyttokedja.importing import format_of, read_import
    from nyttokedja.importing.drawings.node_types import parse_mapping
    from nyttokedja.importing.model import ImportOptions, remark_sentences
    from nyttokedja.language.safe_text import clean
    from nyttokedja.reports.findings.text import safe_file_name
    from nyttokedja.writing.chain_file import to_yaml
    from nyttokedja.writing.saving import create

    spoken = language or "sv"
    format = format_of(file)
    data = _read(Path(file), format.about)
    options = ImportOptions(Path(file).name, spoken, parse_mapping(entries))
    made = read_import(data, format, options, title or "")
    text = to_yaml(made.data, spoken, titles=True)
    if output == "-":
        click.echo(text, nl=False)
    else:
        folder = Path("chains") if Path("chains").is_dir() else Path()
        path = Path(output) if output else folder / f"{Path(file).stem}.yaml"
        create(path, text)
        click.echo(safe_file_name(path.as_posix()))
    for sentence in remark_sentences(made.remarks, spoken):
        click.echo(clean(sentence), err=True)


def _read(path: Path, about: str) -> bytes:
    """The bytes of a file to import, which is ``about`` such as ``a Graphviz drawing``.

    Raises:
        CannotRead: it cannot be opened, or is too large.
    """
    from nyttokedja.errors import CannotRead
    from nyttokedja.reading.discovery import Candidate, read_bytes
    from nyttokedja.reading.limits import LIMITS

    try:
        data = read_bytes(Candidate(path, path.as_posix(), named=True), LIMITS.file)
    except OSError as error:
        reason = error.strerror or error
        raise CannotRead(f"Cannot open {path}: {reason}. Give the path of {about}.") from error
    if len(data) > LIMITS.file:
        raise CannotRead(f"{path} is larger than {LIMITS.file // 10**6} MB. Give a smaller drawing.")
    return data
