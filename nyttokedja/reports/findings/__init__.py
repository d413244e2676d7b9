"""The findings of a run, ``Sequence[Outcome]`` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nyttokedja.reports.model import Report, ReportFormat, reporter_of

if TYPE_CHECKING:
    from nyttokedja.checking.outcome import Outcome

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
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Sequence[Outcome]]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
