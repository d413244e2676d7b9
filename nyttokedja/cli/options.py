"""Arguments and options that several commands share: decorators for click, and the types of values."""

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
"""The id that stands for the chain itself, in commands that change a node."""


class Box(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """The type of an argument that is a node id: in Unicode NFC, without surrounding spaces, not empty."""

    name = "id"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """A node id as it was typed → as it is compared; fails where it is empty."""
        id = unicodedata.normalize("NFC", value).strip()
        if not id:
            self.fail("it is empty; name a box", param, ctx)
        return id

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The ids of nodes that begin with ``incomplete``; see `completion.boxes`."""
        return completion.boxes(ctx, param, incomplete)


paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
"""The argument ``paths``: files, folders or ``-`` for standard input; see `where` for its default."""


def changing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a command that changes chains with ``paths``, ``--dry-run`` and ``--force``."""
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
"""``--jobs``: how many processes, at least one; None where it is not given."""


def language(help: str) -> Decorator:
    """``--language``: one of `LANGUAGES`, or None; ``help`` says what it is the language of."""
    return click.option("--language", type=click.Choice(LANGUAGES), help=help)


def today(help: str) -> Decorator:
    """``--today``: a `datetime` at midnight, or None; ``help`` says what it is used for."""
    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=help)


def where(given: Sequence[str]) -> Sequence[str]:
    """The paths given; where there are none, the folder ``chains`` if it exists, else the current folder.

    Raises:
        click.BadParameter: a path is empty.
    """
    if "" in given:  # an unset variable in a script, which must not come to mean the current folder
        raise click.BadParameter("a path is empty; name a file or a folder", param_hint="PATH")
    return given or (("chains",) if Path("chains").is_dir() else (".",))


def speaker(said: str | None, languages: Iterable[str]) -> str:
    """The language of a run's summary.

    Args:
        said: the one asked for with ``--language``; it takes precedence.
        languages: those of the run's chains; where they are all the same, it is that one, else Swedish.
    """
    common = Counter(languages)
    return said or (next(iter(common)) if len(common) == 1 else "sv")
