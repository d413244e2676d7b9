"""``nyttokedja schema``: the JSON Schemas, for editors that help while one writes."""

from __future__ import annotations

import os
from pathlib import Path

import click

from nyttokedja.cli import options, speech
from nyttokedja.cli.translation import told


@click.command("schema")
@click.argument("folder", default="schemas", type=click.Path(file_okay=False))
@options.spoken
@click.pass_context
def command(ctx: click.Context, folder: str) -> None:
    """Write the JSON Schemas into FOLDER (schemas, if not said), and show how a file names its schema.

    An editor with a YAML language server (VS Code with the YAML extension, for one) then completes the
    keys, explains them and marks what does not fit, without any network.

    \b
    Examples:
      nyttokedja schema
      nyttokedja schema .vscode/schemas
    """
    from nyttokedja.checking.settings.schema import FILE, schema_text
    from nyttokedja.language.codes import LANGUAGES
    from nyttokedja.language.editor_schemas import modeline, schema_files
    from nyttokedja.writing.saving import save

    for name, text in {**schema_files(), FILE: schema_text()}.items():
        path = Path(folder, name)
        written = "wrote: {file}" if save(path, text) else "as it should be: {file}"
        click.echo(told(written, speech.spoken(ctx), file=path.as_posix()))
    chains = Path("chains") if Path("chains").is_dir() else Path()
    seen = Path(os.path.relpath(folder, chains)).as_posix()
    first = "The first line of a chain in {folder}/ that uses it, by the language of its keys:"
    click.echo(f"\n{told(first, speech.spoken(ctx), folder=chains.as_posix())}")
    for language in LANGUAGES:
        click.echo(f"  {modeline(language, seen)}")
