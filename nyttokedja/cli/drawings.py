"""A run that draws: pictures are written as they come, and summed up at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import click

from nyttokedja.cli import CANNOT
from nyttokedja.cli.checks import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.config import Config
from nyttokedja.pictures import Picture, names, pictures
from nyttokedja.runs import in_parallel
from nyttokedja.saving import differs, save
from nyttokedja.search import Candidate, candidates, contains_chain
from nyttokedja.texts import texts

_BATCH = 10
"""So many pictures share the starts of the layout engine."""


class Drawing(Run):
    """One call of a command that draws."""

    def __init__(
        self, paths: Sequence[str], config: Config, jobs: int | None, format: str, engine: str
    ) -> None:
        super().__init__(paths, config, jobs)
        self.format = format
        self.engine = engine
        self.folder = ""
        self.tally: Counter[str] = Counter()

    def write(self, folder: str, only_check: bool) -> None:
        """Write the pictures into a folder, or only say which of them are not what they should be."""
        files = [file for file in candidates(self.paths) if contains_chain(file)]
        named = names(files, self.format)
        self.folder = folder
        for made in self._pictures(files):
            if made.content is None:
                self.tally["not_drawn"] += 1
                continue
            path = Path(folder, named[made.outcome.name])
            if only_check:
                stale = differs(path, made.content)
                self.tally["stale" if stale else "unchanged"] += 1
                if stale:
                    click.echo(path.as_posix())
            else:
                self.tally["drawn" if save(path, made.content) else "unchanged"] += 1

    def print(self) -> None:
        """Print the pictures, one after the other."""
        for made in self._pictures(list(candidates(self.paths))):
            if made.content is None:
                self.tally["not_drawn"] += 1
            else:
                click.echo(made.content, nl=False)

    def _pictures(self, files: list[Candidate]) -> Iterator[Picture]:
        work = partial(pictures, config=self.config, format=self.format, engine=self.engine)
        batches = [files[n : n + _BATCH] for n in range(0, len(files), _BATCH)]
        made_of_all = chain.from_iterable(in_parallel(work, batches, self.jobs, worth=1))
        for made in progress(made_of_all, len(files)):
            self.seen.append(made.outcome)
            if made.failure:
                click.echo(f"nyttokedja: {made.failure}", err=True)
                self.tally["failed"] += 1
            elif made.content is None and made.outcome.is_chain:
                self.show(made.outcome, err=True)
            yield made

    def sum_up(self, language: str | None) -> None:
        """Say how many pictures there are now."""
        self.say_if_none(language)
        said = texts(self.language(language))
        for name in ("drawn", "stale", "unchanged", "not_drawn"):
            if n := self.tally[name]:
                click.echo(said.say("run", name, n=n, folder=self.folder), err=True)

    def exit_code(self, fail_on: str = "error") -> int:
        """0 all drawn, 1 a chain could not be read or a picture is out of date, 2 the work failed."""
        if self.troubled or not self.chains or self.tally["failed"]:
            return CANNOT
        return int(self.tally["not_drawn"] > 0 or self.tally["stale"] > 0)
