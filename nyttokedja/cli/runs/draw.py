"""A run that draws: pictures are written as they come, and summed up at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from nyttokedja.batch.draw import pictures
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.batch.product import Product
from nyttokedja.cli.runs.making import MakingRun


class DrawRun(MakingRun):
    """One call of a command that draws."""

    formats = FORMATS
    default = "svg"
    made, not_made, unchanged = "drawn", "not_drawn", "unchanged"

    def work(self) -> Callable[[Sequence[Task]], list[Product]]:
        """Pictures of several files."""
        return partial(pictures, format=self.format, engine=self.engine)
