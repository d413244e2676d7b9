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
from nyttokedja.errors import CannotWrite


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
        *,
        has_template: bool = False,
    ) -> None:
        super().__init__(paths, lookup, jobs, format, engine)
        self.name = name
        self.has_template = has_template

    def work(self) -> Callable[[Sequence[Task]], list[Product]]:
        """Documents of several files.

        Raises:
            CannotWrite: a template has been asked for, and what is made has no use for one.
        """
        if self.has_template and not FORMATS[self.format].templated:
            raise CannotWrite("--template is for Word files alone. Name one with -o, such as plan.docx.")
        return partial(documents, name=self.name, format=self.format, engine=self.engine)

    @property
    def ending(self) -> str:
        """That of the format after the name of the document, so that all of a chain can share a folder."""
        return f"-{self.name}{super().ending}"
