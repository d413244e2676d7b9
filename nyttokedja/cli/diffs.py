"""Two versions of a text → the difference between them, on the screen."""

from __future__ import annotations

import click

from nyttokedja.cli.terminal import look
from nyttokedja.formats.diff import unified
from nyttokedja.formats.findings.text import clean

_ROLES = {"+": "good", "-": "error", "@": "info"}


def show(before: str, after: str, name: str) -> None:
    """Print the unified diff of a file, in colour on a terminal."""
    paint = look().paint
    for line in unified(before, after, name).splitlines():
        role = "place" if line.startswith(("+++", "---")) else _ROLES.get(line[:1], "")
        click.echo(paint(clean(line), role) if role else clean(line), color=True)
