"""Changed chains → their files, one run at a time; what a person should know of it is said."""

from __future__ import annotations

from collections.abc import Iterable

import click

from nyttokedja.batch.locks import locked
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import Change, replace_all


def write(changes: Iterable[Change], language: str) -> None:
    """Replace the files, all of them or none.

    Raises:
        CannotWrite: one cannot be written, or no longer holds what was read.
    """
    said = texts(language)
    replaced = replace_all(changes, locked)
    for name, paths in (("interrupted", replaced.interrupted), ("other_name", replaced.linked)):
        for path in paths:
            click.echo(clean(said.say("run", name, file=safe_file_name(path.name))), err=True)
