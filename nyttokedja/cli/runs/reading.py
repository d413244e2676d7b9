"""A run that reads one chain aloud."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import FINDINGS
from nyttokedja.cli.runs.targets import the_one
from nyttokedja.cli.terminal import look
from nyttokedja.language.refusals import Refusal, unknown_node
from nyttokedja.reports.findings.text import outcome_lines
from nyttokedja.reports.model import Content, ReportContext
from nyttokedja.reports.twin import reporter
from nyttokedja.reports.twin.model import Telling
from nyttokedja.reports.twin.text import text_lines


class AloudRun:
    """One call of the command that reads: the chain is checked, and told as far as it could be read.

    Raises:
        Refusal: there is no box of the id that is asked for.
    """

    def __init__(self, path: str, node: str | None, lookup: Lookup) -> None:
        sheet = the_one([path], [])
        checked = check_parsed(sheet.parsed, lookup.config(sheet.path))
        graph = checked.graph
        if graph is None:
            _refuse(checked)
        found = None
        if node is not None:
            with sheet.speaking():
                found = graph.find(node).node
                if found is None:
                    raise unknown_node(Refusal, node, graph.titles)
        self._telling = Telling(checked, found, table=False)
        self.language = checked.language

    def tell(self) -> None:
        """Print the text, in lines as wide as a terminal is."""
        width = look().width if sys.stdout.isatty() else 0
        for line in text_lines(self._telling, width):
            click.echo(line)

    def report(self, format: str, setting: ReportContext) -> Content:
        """The chain in a format."""
        return reporter(format)(self._telling, setting)


def _refuse(checked: Checked) -> NoReturn:
    for line in outcome_lines(summed_up(checked), look()):
        click.echo(line, err=True, color=True)
    raise SystemExit(FINDINGS)
