"""Changes of chains: made, judged, and then written, or shown, or refused, all of them together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import click

from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.regressions import new_errors
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import FINDINGS
from nyttokedja.cli.options import CHAIN
from nyttokedja.cli.runs.targets import Sheet, the_one
from nyttokedja.cli.runs.writing import write
from nyttokedja.cli.terminal import look
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.orders import Order, Plan, plan_order, sentences
from nyttokedja.editing.orders.sentences import sentence
from nyttokedja.language.safe_text import clean
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings import text
from nyttokedja.reports.unified_diff import terminal_lines, unified_diff
from nyttokedja.writing.saving import Change


class Changes:
    """The changes of one call: none of them is written if one is refused."""

    def __init__(self, *, dry_run: bool, force: bool) -> None:
        self._dry_run = dry_run
        self._force = force
        self._made: list[tuple[Sheet, bytes]] = []
        self._told: list[str] = []
        self._errors = 0
        self._language = "sv"
        self._lookup = Lookup(Config())
        self.tolerance = Config().tolerance  # that of the last chain that was changed

    def make(self, sheet: Sheet, order: Order, also: Collection[str] = ()) -> Checked:
        """Carry out an order in one chain, if that adds no error; findings of ``also`` count as such."""
        with sheet.speaking():
            plan = plan_order(order, sheet.document())
        return self.carry_out(sheet, plan, also)

    def carry_out(self, sheet: Sheet, plan: Plan, also: Collection[str] = ()) -> Checked:
        """Carry out a plan in one chain as `make` does; the check of what it becomes."""
        name = sheet.source.name
        self._language = sheet.language
        with sheet.speaking():
            edited = edit_parsed(sheet.parsed, plan.edits)
        config = self._lookup.config(None if name == STDIN else sheet.path)
        self.tolerance = config.tolerance
        config = config if also else replace(config, least=Severity.ERROR)  # all that is asked for
        before, after = check_parsed(sheet.parsed, config), check_parsed(edited.parsed, config)
        errors = new_errors(before, after, plan.renamed, also)
        if errors and not self._force:
            self._errors += len(errors)
            self._show(after, errors)
        self._made.append((sheet, edited.after))
        same = edited.after == sheet.data
        self._told += [sentence(sheet.language, "same")] if same else sentences(plan, before, after)
        return after

    def tell(self, lines: Iterable[str]) -> None:
        """Say something more once all is done."""
        self._told += lines

    def finish(self) -> None:
        """Write what was made, or show it, or say why it is refused; and end with the exit code."""
        if self._dry_run:
            self._diff()
        if self._errors:
            self._say("adds-errors", n=self._errors)
            raise SystemExit(FINDINGS)
        if not self._dry_run:
            self._write()
        beside = self._dry_run or any(sheet.source.name == STDIN for sheet, _ in self._made)
        for line in self._told:
            click.echo(clean(line), err=beside)
        if self._dry_run and any(after != sheet.data for sheet, after in self._made):
            self._say("dry-run")

    def _diff(self) -> None:
        for sheet, after in self._made:
            diff = unified_diff(sheet.source.text, after.decode("utf-8-sig"), sheet.source.name)
            for line in terminal_lines(diff, look().paint):
                click.echo(line, color=True)

    def _write(self) -> None:
        files = [(sheet, after) for sheet, after in self._made if sheet.source.name != STDIN]
        write((Change(sheet.path, sheet.data, after) for sheet, after in files), self._language)
        for sheet, after in self._made:
            if sheet.source.name == STDIN:
                click.echo(after, nl=False)

    def _show(self, after: Checked, errors: tuple[Finding, ...]) -> None:
        outcome = summed_up(after)._replace(findings=errors)
        for line in text.outcome_lines(outcome, look()):
            click.echo(line, err=True, color=True)

    def _say(self, name: str, **particulars: object) -> None:
        click.echo(sentence(self._language, name, **particulars), err=True)


def change(sheet: Sheet, order: Order, *, dry_run: bool, force: bool, also: Collection[str] = ()) -> None:
    """Carry out an order in one chain, and write or show the result, or say why it is refused."""
    changes = Changes(dry_run=dry_run, force=force)
    changes.make(sheet, order, also)
    changes.finish()


def owner(id: str, paths: Sequence[str]) -> tuple[Sheet, str]:
    """The chain that is meant with the box whose field is changed; "" stands for the chain itself."""
    node = "" if id == CHAIN else id
    return the_one(paths, (node,) if node else ()), node
