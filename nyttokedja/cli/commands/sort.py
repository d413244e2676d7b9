"""``nyttokedja sort``: unsorted notes find their place, one at a time."""

from __future__ import annotations

import sys

import click

from nyttokedja.cli import options


@click.command("sort")
@click.argument("file", type=click.Path())
@options.spoken
def command(file: str) -> None:
    """Go through the unsorted notes of FILE, one at a time.

    What is each, and where do its arrows go? A note becomes a box, is merged with one, is thrown away, or is
    left for later. Every answer is written at once and can be taken back. What has been sorted stays so when
    the notes are imported again.

    \b
    Examples:
      nyttokedja sort chains/digital_nattillsyn.yaml
    """
    from nyttokedja.cli.runs.sorting import Session
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.errors import CannotRead

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CannotRead("The notes are asked about one at a time, and there is no terminal to answer in.")
    sheet = the_one((file,))
    with sheet.speaking():
        Session(sheet, input).run()
