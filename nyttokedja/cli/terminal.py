"""What the terminal can show: colour, width, source lines, and how far long work has come."""

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
"""Seconds before work that goes on says how far it has come."""


def look() -> TextStyle:
    """How findings are shown here: in colour and with their lines on a terminal, plain in a pipe."""
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
    """Pass items on; on a terminal, and past a second, with a line that counts them."""
    begun, shown = time.monotonic(), False
    for count, item in enumerate(items, 1):
        if sys.stderr.isatty() and time.monotonic() - begun > _PATIENCE:
            click.echo(f"\r{count}/{total}", nl=False, err=True)
            shown = True
        yield item
    if shown:
        click.echo("\r" + " " * (2 * len(str(total)) + 1) + "\r", nl=False, err=True)
