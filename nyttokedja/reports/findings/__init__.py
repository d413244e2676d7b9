"""Findings → what people and programs read: one file a format, each with the same ``report``.

``report(outcomes, setting) -> str`` is the whole of a report, with a line break at its end; "" says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nyttokedja.reports import model
from nyttokedja.reports.model import ReportContext, ReportFormat

if TYPE_CHECKING:
    from nyttokedja.checking.outcome import Outcome


Report = Callable[[Sequence["Outcome"], ReportContext], str]


FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people", lines=True),
    "concise": ReportFormat("a line a finding", lines=True),
    "json": ReportFormat("for programs, see schemas/findings.schema.json"),
    "sarif": ReportFormat("SARIF 2.1.0, for code scanning"),
    "github": ReportFormat("annotations in GitHub Actions", lines=True),
    "gitlab": ReportFormat("a Code Quality report for GitLab"),
    "azure": ReportFormat("issues in Azure Pipelines", lines=True),
    "junit": ReportFormat("JUnit XML, for test reports"),
    "rdjson": ReportFormat("for reviewdog"),
    "markdown": ReportFormat("for a step summary or a comment"),
}
"""Every format; each is the file of its name here, imported when it is asked for."""


def reporter(name: str) -> Report:
    """What makes the report of a format."""
    report: Report = model.reporter(__name__, name)
    return report
