"""The arguments and options that several commands share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from nyttokedja.languages import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
"""Files, folders or ``-``; `where` says what none means."""


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
