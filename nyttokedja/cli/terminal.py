"""What depends on the terminal: colours, width, source lines in findings, and the progress of long work."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from nyttokedja.reports.text_style import TextStyle, plain

T = TypeVar("T")

_STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan"},
    "place": {"bold": True},
    "good": {"fg": "green"},
    "soft": {"dim": True},
}
_PATIENCE = 1.0
"""Seconds after which progress is shown."""


def look() -> TextStyle:
    """How findings are printed: with source lines on a terminal, without in a pipe.

    Colours are for a terminal too, but ``NO_COLOR``, ``FORCE_COLOR`` and ``TERM=dumb`` override that.
    """
    terminal = sys.stdout.isatty()
    return TextStyle(
        _paint if _wants_colour(terminal) else plain, terminal, shutil.get_terminal_size().columns
    )


def _wants_colour(terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _paint(text: str, role: str) -> str:
    return click.style(text, **_STYLES.get(role, {}))  # type: ignore[arg-type]


def progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Yield the items; after `_PATIENCE` seconds with ``count/total`` on standard error, if a terminal.

    Args:
        items: made one by one, which is the long work.
        total: how many there will be.
    """
    begun, shown = time.monotonic(), False
    for count, item in enumerate(items, 1):
        if sys.stderr.isatty() and time.monotonic() - begun > _PATIENCE:
            click.echo(f"\r{count}/{total}", nl=False, err=True)
            shown = True
        yield item
    if shown:
        click.echo("\r" + " " * (2 * len(str(total)) + 1) + "\r", nl=False, err=True)
