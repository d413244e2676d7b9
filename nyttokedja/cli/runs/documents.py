"""A run that makes documents: they are written as they come, and summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.product import Product
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.runs.making import MakingRun
from nyttokedja.documents import FORMATS


class DocumentRun(MakingRun):
    """One call of a command that makes a document of each chain."""

    formats = FORMATS
    default = "markdown"
    made, unchanged, not_made = "reported", "reported_before", "not_reported"

    def __init__(
        self,
        name: str,
        paths: Sequence[str],
        lookup: Lookup,
        jobs: int | None,
        format: str | None,
        engine: str,
    ) -> None:
        super().__init__(paths, lookup, jobs, format, engine)
        self.name = name

    def work(self) -> Callable[[Sequence[Task]], list[Product]]:
        """Documents of several files."""
        return partial(documents, name=self.name, format=self.format, engine=self.engine)

    @property
    def ending(self) -> str:
        """That of the format after the name of the document, so that all of a chain can share a folder."""
        return f"-{self.name}{super().ending}"
