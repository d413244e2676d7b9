"""The comparisons of a run, ``Sequence[Compared]`` → text and data: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nyttokedja.comparing.model import Compared
from nyttokedja.reports.model import Report, ReportFormat, reporter_of

FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("for people"),
    "markdown": ReportFormat("one comment for a pull request, made to be updated in place"),
    "json": ReportFormat("for programs, see schemas/comparison.schema.json"),
}
"""Every format; its module is imported when it is asked for."""

reporter: Callable[[str], Report[Sequence[Compared]]] = reporter_of(__name__)
"""The name of a format → what makes its report."""
