"""A run that draws: pictures are written as they come, and summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from nyttokedja.batch.cache_file import cache_folder
from nyttokedja.batch.draw import pictures
from nyttokedja.batch.known_pictures import KnownPictures, drawn_files
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.batch.product import Product
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.making import MakingRun


class DrawRun(MakingRun):
    """One call of a command that draws; what is there as it would be drawn may be remembered."""

    formats = FORMATS
    default = "svg"
    made, not_made, unchanged = "drawn", "not_drawn", "unchanged"

    def __init__(
        self,
        paths: Sequence[str],
        lookup: Lookup,
        jobs: int | None,
        format: str | None,
        engine: str,
        *,
        remembers: bool = False,
    ) -> None:
        super().__init__(paths, lookup, jobs, format, engine)
        self.remembers = remembers and cache_folder() is not None
        self._memory: KnownPictures | None = None

    def work(self) -> Callable[[Sequence[Task]], list[Product]]:
        """Pictures of several files."""
        return partial(pictures, format=self.format, engine=self.engine)

    def write(self, output: str, only_check: bool = False) -> None:
        """Write the pictures that are not there as they should be, or only say which; and remember them."""
        super().write(output, only_check)
        if self._memory is not None:
            self._memory.save()

    def recalled(self, tasks: Sequence[Task], paths: Mapping[str, Path]) -> Sequence[Product | None]:
        """What came of each file in an earlier run, where its picture is there as it would be drawn now."""
        if not self.remembers:
            return super().recalled(tasks, paths)
        self._memory = memory = KnownPictures(tasks, paths, self.format, self.engine)
        return [memory.recalled(task) for task in tasks]

    def anew(self, tasks: Sequence[Task]) -> Iterator[Product]:
        """The pictures that are drawn now."""
        if self._memory is None:
            yield from super().anew(tasks)
            return
        work = partial(drawn_files, format=self.format, engine=self.engine)
        for task, drawn in zip(tasks, self.in_batches(work, tasks), strict=True):
            self._memory.keep(task, drawn)
            yield drawn.product
