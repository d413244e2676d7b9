"""What every family of reports shares: a report's context, and a format as the command line speaks of it."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple


class ReportContext(NamedTuple):
    """What a report says besides what was found.

    `language` is that of the run as a whole, `version` that of nyttokedja. Files below `folder` are named
    from there, in reports that want relative paths. `rule_pages` is the address of the pages about rules,
    with ``{code}`` for the rule's code; see `links`.
    """

    language: str = "sv"
    version: str = ""
    folder: PurePath | None = None
    rule_pages: str = ""


class ReportFormat(NamedTuple):
    """A format as the command line speaks of it; one made of ``lines`` can share a place with others."""

    about: str
    lines: bool = False


def reporter(family: str, name: str) -> Any:
    """The ``report`` function of a format: the module ``name`` in the package ``family``, imported now."""
    return import_module(f"{family}.{name}").report
