"""``maturity report``: compiled answers, beside what the chains show, as a document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from nyttokedja import __version__
from nyttokedja.batch.maturity import EvidenceOutcome, evidence_outcome
from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.runs.maturity_forms import statements_of, tell_faults
from nyttokedja.cli.runs.measuring import table_bytes
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.unfit import Unfit
from nyttokedja.documents import FORMATS
from nyttokedja.documents.maturity.data import in_json
from nyttokedja.documents.maturity.report import report
from nyttokedja.documents.maturity.report.told import Told
from nyttokedja.errors import CannotWrite
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.language.texts import texts
from nyttokedja.maturity.compiled import is_compiled, read_compiled
from nyttokedja.maturity.evidence import Evidence, together
from nyttokedja.maturity.rounds import Rounds, SameTime, dated, in_order, same_answers, with_anchors
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.maturity import Compiled
from nyttokedja.printing.model import Printed
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.versions.blobs import held_over_time
from nyttokedja.writing.saving import save


class ReportRun(Run):
    """One call of the command.

    Raises:
        Unfit: no path is of compiled answers, or two are of the same time.
    """

    def __init__(
        self,
        paths: Sequence[str],
        lookup: Lookup,
        jobs: int | None,
        spoken: str,
        statements: str | None,
        *,
        history: bool,
    ) -> None:
        files = [path for path in paths if _is_compiled(Path(path))]
        super().__init__([path for path in paths if path not in files], lookup, jobs)
        self._spoken = spoken
        if not files:
            raise Unfit("name a file of compiled answers, as maturity compile writes it", "PATHS")
        self._files = [Path(file) for file in files]
        found = [self._read(file) for file in dict.fromkeys(files)]
        if history:
            found = [*self._earlier(found), *found]
        asked = statements_of(statements, found[-1].language)
        sets = [asked] if statements else [asked, *map(our_statements, LANGUAGES)]
        try:
            rounds = in_order([with_anchors(one, sets) for one in found])
        except SameTime as error:
            sentence = "two files have answers of the same time ({time}); compile them together"
            raise Unfit(sentence, "PATHS", time=str(error) or "–") from None
        self._rounds: Rounds = rounds
        self._levels = rounds.latest.levels or asked.levels
        self._made: tuple[EvidenceOutcome, ...] = ()

    def _read(self, file: str) -> Compiled:
        found = read_compiled(table_bytes(file), file, self._spoken)
        return found if isinstance(found, Compiled) else tell_faults(file, found, self._spoken)

    def _earlier(self, now: Sequence[Compiled]) -> list[Compiled]:
        """What git has of the files from other times than those of now: the last of each time."""
        known = {one.day.written for one in now if one.day}
        found: dict[str, Compiled] = {}
        for file in self._files:
            for held in held_over_time(file):
                read = read_compiled(held.data, file.name, self._spoken)
                if not isinstance(read, Compiled) or any(same_answers(read, one) for one in now):
                    continue
                one = read if read.day else dated(read, held.day)
                written = one.day.written if one.day else ""
                if written not in known:
                    found[written] = one
        return list(found.values())

    def see(self) -> Evidence | None:
        """What the chains show, where any are asked for; those that cannot be read are told of."""
        if not self.paths:
            return None
        tasks = self.tasks()
        work = partial(run_task, work=evidence_outcome)
        self._made = tuple(progress(in_parallel(work, tasks, self.jobs), len(tasks)))
        self.seen += [each.outcome for each in self._made]
        for each in self._made:
            if each.evidence and each.evidence.unread:
                self.show(each.outcome, err=True)
        self.say_if_none(self._spoken)
        return together(each.evidence for each in self._made if each.evidence)

    def content(self, ending: str, today: date | None) -> str | bytes:
        """The report in the format that an ending says.

        Raises:
            CannotWrite: there is none with such an ending.
            CannotDraw: what writes it is not installed.
        """
        told = Told(self._rounds, self._levels, self.see(), today)
        if ending == "json":
            return in_json(told, __version__)
        format = next(one for one in FORMATS.values() if ending in one.endings)
        made = format(report(told))
        return made.content if isinstance(made, Printed) else made

    def write(self, output: str, today: date | None) -> None:
        """Write the report.

        Raises:
            CannotWrite: the ending is another, or the file is one that is read.
        """
        path = Path(output)
        ending = path.suffix.lower().removeprefix(".")
        known = [*(end for one in FORMATS.values() for end in one.endings), "json"]
        if ending not in known:
            raise CannotWrite(
                "{path} ends as nothing that is made here. Use one of {endings}.",
                path=path,
                endings=", ".join(f".{end}" for end in known),
            )
        if path.resolve() in {file.resolve() for file in self._files}:
            raise CannotWrite(
                "{path} is one of the chains that are read, and is not overwritten. Choose another name.",
                path=path,
            )
        said = texts(self._spoken)
        wrote = "wrote" if save(path, self.content(ending, today)) else "same"
        told = said.say("maturity/told", wrote, file=safe_file_name(path.as_posix()))
        click.echo(clean_line(clean(told)), err=True)

    def exit_code(self) -> int:
        """0 made, 1 a chain could not be read, 2 something failed."""
        if self.troubled:
            return CANNOT
        unread = any(each.evidence and each.evidence.unread for each in self._made)
        return FINDINGS if unread else DONE


def _is_compiled(path: Path) -> bool:
    return path.is_file() and is_compiled(table_bytes(str(path)))
