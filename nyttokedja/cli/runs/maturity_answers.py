"""``maturity compile``: files with answers are read, counted, and written as how many chose each level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.maturity_forms import statements_of
from nyttokedja.cli.runs.measuring import table_bytes
from nyttokedja.errors import CannotRead, CannotWrite
from nyttokedja.importing.packages.archive import ZIP
from nyttokedja.importing.tables.answers import AnswerFault, Answers, AnswerTable, read_answers
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.language.texts import Texts, texts
from nyttokedja.maturity.compiled import json_text, read_compiled, yaml_text
from nyttokedja.maturity.figures import compile_answers, tells_of_a_few
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.maturity import Compiled, StatementSet
from nyttokedja.model.periods import Period
from nyttokedja.model.user_sums import LEAST
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.versions.git import root
from nyttokedja.writing.saving import save

_ENDINGS = frozenset({".xlsx", ".xlsm", ".ods", ".csv", ".tsv"})
_LOCK = ("~$", ".")
"""How files begin that an office program leaves beside those that are open, and hidden ones."""
_MOST = 20
_WRITTEN = frozenset({".yaml", ".yml", ".json"})


class CompileRun:
    """One call of the command: the answers of all files; one that has faults stops the run, and is told."""

    def __init__(
        self, paths: Sequence[str], language: str, statements: str | None, day: Period | None
    ) -> None:
        self._said = texts(language)
        asked = statements_of(statements, language)
        sets = [asked] if statements else [asked, *map(our_statements, LANGUAGES)]
        files = tuple(_files(paths))
        held = {file: table_bytes(str(file)) for file in files}
        tables = {file: read_answers(data, file.name, sets) for file, data in held.items()}
        self._refuse(tables)
        self._tell_of(tables)
        self._tell_of_copies(held)
        persons = [answers for table in tables.values() for answers in table.persons]
        if not persons:
            raise CannotRead("There are no answers in the files, so nothing is written.")
        self.compiled = _compiled(asked, persons, day)

    def _refuse(self, tables: Mapping[Path, AnswerTable]) -> None:
        lines = [line for file, table in tables.items() for line in _faults(file, table, self._said)]
        if not lines:
            return
        for line in islice(lines, _MOST):
            click.echo(clean_line(clean(line)), err=True)
        if (more := len(lines) - _MOST) > 0:
            click.echo(self._said.say("maturity/faults", "more", n=more), err=True)
        click.echo(self._said.word("maturity/faults", "nothing_written"), err=True)
        raise SystemExit(CANNOT)

    def _tell_of(self, tables: Mapping[Path, AnswerTable]) -> None:
        """What a person should know of files without faults."""
        for file, table in tables.items():
            name = safe_file_name(file.as_posix())
            if not table.persons:
                self._tell(f"{name}: {self._said.word('maturity/told', 'empty')}")
            if table.unread:
                told = self._said.say("maturity/told", "unread", columns=table.unread)
                self._tell(f"{name}: {told}")
            with suppress(CannotRead):
                root(file)
                self._tell(self._said.say("maturity/told", "answers_kept", file=name))

    def _tell_of_copies(self, held: Mapping[Path, bytes]) -> None:
        """Say which workbooks are the same to the last byte: two people never save just the same one."""
        first: dict[bytes, Path] = {}
        for file, data in held.items():
            if data.startswith(ZIP) and first.setdefault(data, file) != file:
                names = [safe_file_name(one.as_posix()) for one in (first[data], file)]
                self._tell(self._said.say("maturity/told", "copies", file=names[0], other=names[1]))

    def _tell(self, line: str) -> None:
        click.echo(clean_line(clean(line)), err=True)

    def text(self, path: Path | None) -> str:
        """The compiled file, as JSON where its ending says so."""
        return (json_text if path and path.suffix.lower() == ".json" else yaml_text)(self.compiled)

    def write(self, output: str) -> None:
        """Write the compiled file; targets and actions that stand in it already are kept.

        Raises:
            CannotWrite: the ending is another, what stands there is no compiled file, or what one person
                answered could be had by taking the counts there from the new ones.
        """
        path = Path(output)
        if path.suffix.lower() not in _WRITTEN:
            raise CannotWrite(
                "{path} ends as nothing that is made here. Use one of {endings}.",
                path=path,
                endings=".yaml, .json",
            )
        if path.exists():
            self._go_on_from(path)
        name = safe_file_name(path.as_posix())
        wrote = "wrote" if save(path, self.text(path)) else "same"
        self._tell(self._said.say("maturity/told", wrote, file=name))

    def _go_on_from(self, path: Path) -> None:
        there = read_compiled(table_bytes(str(path)), path.name, self.compiled.language)
        if not isinstance(there, Compiled):
            raise CannotWrite(
                "{path} is there already, and is not compiled answers. Choose another name.", path=path
            )
        if tells_of_a_few(there, self.compiled):
            raise CannotWrite(
                "{path} holds counts of the same time, which differ from the new ones by a few answers: what "
                "those people answered could be had by taking one from the other. Wait for at least five "
                "more, or choose another name and delete that file.",
                path=path,
            )
        kept = {tally.statement.id: tally for tally in there.tallies}
        tallies = tuple(
            replace(tally, target=kept[id].target, actions=kept[id].actions) if id in kept else tally
            for tally in self.compiled.tallies
            for id in (tally.statement.id,)
        )
        if tallies != self.compiled.tallies:
            self.compiled = replace(self.compiled, tallies=tallies)
            self._tell(self._said.word("maturity/told", "kept"))

    def sum_up(self) -> None:
        """Say how many are counted, and what is hidden."""
        said, n = self._said, self.compiled.answers
        self._tell(said.say("maturity/told", "compiled", n=n))
        hidden = sum(tally.counts is None for tally in self.compiled.tallies)
        if n < LEAST:
            self._tell(said.say("maturity/told", "few", least=LEAST))
        elif hidden:
            self._tell(said.say("maturity/told", "hidden", n=hidden, least=LEAST))


def _files(paths: Iterable[str]) -> Iterator[Path]:
    """The files meant, each once; of a folder the tables that lie in it."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in inside:
            listed = file.suffix.lower() in _ENDINGS and not file.name.startswith(_LOCK)
            if (file == path or (listed and file.is_file())) and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _compiled(asked: StatementSet, persons: Sequence[Answers], day: Period | None) -> Compiled:
    made = compile_answers(asked.statements, persons, asked.language, day)
    ours = our_statements(asked.language).levels
    return made if asked.levels == ours else replace(made, levels=asked.levels)


def _faults(file: Path, table: AnswerTable, said: Texts) -> Iterator[str]:
    """What is wrong with a file, a line each; what tells who somebody is in one line."""
    name = safe_file_name(file.as_posix())
    if table.telling:
        places = list(dict.fromkeys(_place(fault, said) for fault in table.telling))
        shown = "; ".join(places[:3]) + (f" {said.word('maturity/where', 'rest')}" if places[3:] else "")
        yield f"{name}: {said.say('maturity/faults', 'telling', places=shown)}"
    for fault in table.faults:
        yield f"{name}: {said.say('maturity/faults', fault.reason, where=_place(fault, said))}"


def _place(fault: AnswerFault, said: Texts) -> str:
    """Where a fault stands, in words."""
    if fault.reason == "beside":
        return said.word("maturity/where", "beside")
    kind = "column" if fault.reason == "column" else "named" if fault.heading else "cell"
    if not fault.column:
        kind = "row"
    place = said.say("maturity/where", kind, row=fault.row, column=fault.column, heading=fault.heading)
    return said.say("maturity/where", "sheet", sheet=fault.sheet, place=place) if fault.sheet else place
