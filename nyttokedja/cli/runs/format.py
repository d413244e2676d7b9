"""A run that rewrites: files are replaced as they come, or what would change is shown, and summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import partial

import click

from nyttokedja.batch.format import FormatOutcome, format_outcome
from nyttokedja.batch.parallel import in_parallel
from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.failures import complain
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.runs.writing import write
from nyttokedja.cli.terminal import progress
from nyttokedja.errors import CannotWrite
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import STDIN, Candidate
from nyttokedja.reports.findings import text
from nyttokedja.reports.unified_diff import terminal_lines, unified_diff
from nyttokedja.writing.saving import Change

_KINDS = ("rewritten", "stale", "unchanged", "left")
"""What may come of a file, in the order in which it is summed up."""


class Mode(Enum):
    """What is done about a file that is not in its canonical form."""

    WRITE = "write"
    CHECK = "check"
    DIFF = "diff"


class Rewriting(Run):
    """One call of a command that puts files into their canonical form."""

    def __init__(self, paths: Sequence[str], mode: Mode, keys: str | None, jobs: int | None) -> None:
        super().__init__(paths, Lookup(Config(), search=False), jobs)
        self.mode = mode
        self.keys = keys
        self.tally: Counter[str] = Counter()

    def rewrite(self) -> None:
        """Rewrite the files, one after the other, or show what would change."""
        files = [task.file for task in self.tasks()]
        results = in_parallel(partial(format_outcome, keys=self.keys), files, self.jobs)
        for file, came in zip(files, progress(results, len(files)), strict=True):
            self.seen.append(came.outcome)
            if came.after is not None:
                self.tally[self._kind(file, came)] += 1
            elif came.outcome.is_chain:
                self._tell(came)

    def _kind(self, file: Candidate, came: FormatOutcome) -> str:
        """Do what the run is for with one file, and say what came of it."""
        assert came.after is not None
        if file.name == STDIN and self.mode is Mode.WRITE:
            click.echo(came.after, nl=False)
            return "unchanged"
        if not came.changes:
            return "unchanged"
        if self.mode is Mode.WRITE:
            return self._write(Change(file.path, came.before, came.after), came.outcome.language)
        if self.mode is Mode.CHECK:
            click.echo(text.safe_file_name(file.path.as_posix()))
        else:
            diff = unified_diff(_text(came.before), _text(came.after), clean(file.path.as_posix()))
            for line in terminal_lines(diff, self.look.paint):
                click.echo(line, color=True)
        return "stale"

    def _write(self, change: Change, language: str) -> str:
        try:
            write([change], language)
        except CannotWrite as error:
            complain(error)
            return "left"
        click.echo(text.safe_file_name(change.path.as_posix()))
        return "rewritten"

    def _tell(self, came: FormatOutcome) -> None:
        """Say why a file is left as it is."""
        self.show(came.outcome, err=True)
        if came.refusal:
            click.echo(f"{text.safe_file_name(came.outcome.name)}: {clean(came.refusal)}", err=True)
        self.tally["left"] += not came.outcome.trouble

    def sum_up(self, language: str | None) -> None:
        """Say in one line what came of the chains."""
        self.say_if_none(language)
        said = texts(self.addressed(language))
        for line in text.skipped_lines([outcome for outcome in self.seen if outcome.outside], said):
            click.echo(line, err=True)
        if list(self.paths) == [STDIN] and self.mode is Mode.WRITE:
            return
        counted = [said.count(kind, n, "formatting/run") for kind in _KINDS if (n := self.tally[kind])]
        if counted:
            click.echo(" ".join(counted), err=True)

    def exit_code(self) -> int:
        """0 all as it should be, 1 something would change, 2 something could not be done."""
        if self.troubled or not self.chains or self.tally["left"]:
            return CANNOT
        return FINDINGS if self.tally["stale"] else DONE


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig")
