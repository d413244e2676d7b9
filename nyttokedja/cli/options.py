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
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.codes import CANONICAL, LANGUAGES

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
            raise Unfit("it is empty; name a box", None, ctx, param)
        return id

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The ids of nodes that begin with ``incomplete``; see `completion.boxes`."""
        return completion.boxes(ctx, param, incomplete)


paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
"""The argument ``paths``: files, folders or ``-`` for standard input; see `where` for its default."""


def changing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a command that changes chains with ``paths`` and the options that they share."""
    for decorator in (
        paths,
        spoken,
        click.option("--dry-run", is_flag=True, help="Write nothing; show the change as a diff."),
        click.option("--force", is_flag=True, help="Make the change even if it adds an error."),
    ):
        command = decorator(command)
    return command


jobs: Decorator = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; else one a core, where that pays."
)
"""``--jobs``: how many processes, at least one; None where it is not given."""


no_cache: Decorator = click.option(
    "--no-cache", is_flag=True, help="Do all anew: use nothing that earlier runs have kept, and keep nothing."
)
"""``--no-cache``: whether what earlier runs have kept is left aside."""


spoken: Decorator = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="The language of help and errors.",
)
"""``--language`` of a command whose work speaks the language of the chain, or none."""


def language(help: str) -> Decorator:
    """``--language``: one of `LANGUAGES`, or None; ``help`` says what it is the language of."""
    return click.option("--language", type=click.Choice(LANGUAGES), help=help)


def today(help: str) -> Decorator:
    """``--today``: a `datetime` at midnight, or None; ``help`` says what it is used for."""
    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=help)


shown_day: Decorator = today(
    "The day that measurements are judged on; else pictures say nothing of what is late or reached."
)
"""``--today`` of a command that shows pictures."""


port: Decorator = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="NUMBER",
    help="The port to listen on; else one that is free.",
)
"""``--port`` of a command that listens: 0 for one that is free."""


def where(given: Sequence[str]) -> Sequence[str]:
    """The paths given; where there are none, the folder ``chains`` if it exists, else the current folder.

    Raises:
        Unfit: a path is empty.
    """
    if "" in given:  # an unset variable in a script, which must not come to mean the current folder
        raise Unfit("a path is empty; name a file or a folder", "PATH")
    return given or (("chains",) if Path("chains").is_dir() else (".",))


def speaker(said: str | None, languages: Iterable[str]) -> str:
    """The language of a run's reports.

    Args:
        said: the one asked for with ``--language``; it takes precedence.
        languages: those of the run's chains; where they are all the same, it is that one, else that of the
            person at the command line, else Swedish.
    """
    return said or _common(languages) or person() or "sv"


def addressed(said: str | None, languages: Iterable[str]) -> str:
    """The language of what a run says of itself to the person at the command line.

    Args:
        said: the one asked for with ``--language``; it goes first, and then what `speech.personal` says.
        languages: those of the run's chains. Where they are all the same, and nothing says what the person
            speaks, as in a build, it is that one; else English.
    """
    return said or person() or _common(languages) or CANONICAL


def person() -> str | None:
    """The language of the person at the command line, where something says it."""
    return person_of(click.get_current_context(silent=True))


def _common(languages: Iterable[str]) -> str | None:
    common = Counter(languages)
    return next(iter(common)) if len(common) == 1 else None
