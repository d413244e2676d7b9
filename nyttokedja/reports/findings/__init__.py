"""Findings → what people and programs read: one file a format, each with the same ``report``.

``report(outcomes, setting) -> str`` is the whole of a report, with a line break at its end; "" says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nyttokedja.batch.check import Outcome


class Setting(NamedTuple):
    """What a report says besides what was found.

    `language` is that of the run as a whole, `version` that of nyttokedja. Files below `folder` are named
    from there, in reports that want relative paths. `rule_pages` is the address of the pages about rules,
    with ``{code}`` for the rule's code; see `links`.
    """

    language: str = "sv"
    version: str = ""
    folder: PurePath | None = None
    rule_pages: str = ""


Report = Callable[[Sequence["Outcome"], Setting], str]


class Format(NamedTuple):
    """A format as the command line speaks of it; one made of ``lines`` can share a place with others."""

    about: str
    lines: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format("for people", lines=True),
    "concise": Format("a line a finding", lines=True),
    "json": Format("for programs, see schemas/findings.schema.json"),
    "sarif": Format("SARIF 2.1.0, for code scanning"),
    "github": Format("annotations in GitHub Actions", lines=True),
    "gitlab": Format("a Code Quality report for GitLab"),
    "azure": Format("issues in Azure Pipelines", lines=True),
    "junit": Format("JUnit XML, for test reports"),
    "rdjson": Format("for reviewdog"),
    "markdown": Format("for a step summary or a comment"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = import_module(f"{__name__}.{name}").report
    return report
