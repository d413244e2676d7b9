"""The arguments and options that several commands share."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from nyttokedja.cli import completion
from nyttokedja.language.codes import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CHAIN = "."
"""What stands for the chain itself, where a command wants the id of a box."""


class Box(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """The id of a box as it is read: a letter and its accents are one, and it is never empty."""

    name = "id"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read one id."""
        id = unicodedata.normalize("NFC", value).strip()
        if not id:
            self.fail("it is empty; name a box", param, ctx)
        return id

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The boxes of the chains here whose ids begin so."""
        return completion.boxes(ctx, param, incomplete)


paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
"""Files, folders or ``-``; `where` says what none means."""


def changing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The paths and options that all commands that change chains share."""
    for decorator in (
        paths,
        click.option("--dry-run", is_flag=True, help="Write nothing; show the change as a diff."),
        click.option("--force", is_flag=True, help="Make the change even if it adds an error."),
    ):
        command = decorator(command)
    return command


jobs: Decorator = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; else one a core, where that pays."
)
"""``--jobs``."""


def language(help: str) -> Decorator:
    """``--language``."""
    return click.option("--language", type=click.Choice(LANGUAGES), help=help)


def today(help: str) -> Decorator:
    """``--today``, as a `datetime`."""
    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=help)


def where(given: Sequence[str]) -> Sequence[str]:
    """The paths given, or else ``chains`` where there is such a folder, or else the current one."""
    if "" in given:  # an unset variable in a script, which must not come to mean the current folder
        raise click.BadParameter("a path is empty; name a file or a folder", param_hint="PATH")
    return given or (("chains",) if Path("chains").is_dir() else (".",))


def speaker(said: str | None, languages: Iterable[str]) -> str:
    """The language that a run sums up in: the one asked for, or the chains' common one, or Swedish."""
    common = Counter(languages)
    return said or (next(iter(common)) if len(common) == 1 else "sv")
