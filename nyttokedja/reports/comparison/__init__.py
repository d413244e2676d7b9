"""Comparisons → what people and programs read of a change: one file a format, and their words in `words`.

``report(compared, setting) -> str`` is the whole of a report, with a line break at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from nyttokedja.reports.findings import Format, Setting

if TYPE_CHECKING:
    from nyttokedja.comparing import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """A chain of a run: its name, the one it had before, and what lies between."""

    name: str
    before_name: str
    comparison: Comparison

    @property
    def changed(self) -> bool:
        """Whether there is anything to say of it: a change, another name, or other findings."""
        found = self.comparison.findings
        told = (self.comparison.weight, found.new, found.gone, found.moved)
        return self.name != self.before_name or any(told)


Report = Callable[[Sequence[Compared], Setting], str]

FORMATS: Mapping[str, Format] = {
    "text": Format("for people"),
    "markdown": Format("one comment for a pull request, made to be updated in place"),
    "json": Format("for programs, see schemas/comparison.schema.json"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = import_module(f"{__name__}.{name}").report
    return report
