"""What every family of reports shares: its table of formats, what a report is given, and what it returns.

A family is a package: its ``FORMATS`` is the table, each format is the module of its name, and the
``report`` of that module is the whole of it, ``(value, context) -> Content``. Text ends with a line
break, or is "" where there is nothing to report; it is written as UTF-8, and bytes as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple, TypeVar

CANNOT_OPEN, CRASHED = "cannot-open", "crashed"
"""The codes of a file that could not be opened, and of a bug in nyttokedja: in place of a rule's."""


class ReportContext(NamedTuple):
    """What a report is given besides the values that it is about.

    `language` is that of the run as a whole, `version` that of nyttokedja. Paths of files below `folder` are
    written relative to it, in reports that want relative paths. `rule_pages` is the address of the pages
    about rules, with ``{code}`` for the rule's code; see `rule_links`. Where it is ``verbose``, reports
    for people tell each finding alone, and do not sum equal ones up.
    """

    language: str = "sv"
    version: str = ""
    folder: PurePath | None = None
    rule_pages: str = ""
    verbose: bool = False


class ReportFormat(NamedTuple):
    """A format: its help, and whether its report is independent ``lines`` that can share an output."""

    about: str
    lines: bool = False


Value = TypeVar("Value")
Content = str | bytes | Iterator[str]
"""A whole report: text, the bytes of a file, or a long text piece by piece."""
Report = Callable[[Value, ReportContext], Content]
"""What makes a report of a value: the ``report`` of a format's module."""


def reporter_of(family: str) -> Callable[[str], Report[Any]]:
    """The name of a format → its ``report``, from its module in the package, which is imported then."""
    return lambda name: import_module(f"{family}.{name}").report
