"""The seven questions → what people and programs read: one file a format, each with the same ``report``.

``report(asked, setting) -> str`` is the whole of a report, with a line break at its end; "" says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from nyttokedja.reports.findings import Format, Setting

if TYPE_CHECKING:
    from nyttokedja.batch.questions import Asked

Report = Callable[[Sequence["Asked"], Setting], str]

FORMATS: Mapping[str, Format] = {
    "text": Format("for people"),
    "markdown": Format("tables for a step summary or a comment"),
    "json": Format("for programs, see schemas/questions.schema.json"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = import_module(f"{__name__}.{name}").report
    return report
