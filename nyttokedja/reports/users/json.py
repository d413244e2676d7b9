"""Sums of users' registrations → JSON, as schemas/users.schema.json describes it."""

from __future__ import annotations

from typing import Any

from nyttokedja.model.user_sums import Sum
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.users.document import UserReport

SCHEMA = "users.schema.json"


def report(made: UserReport, context: ReportContext) -> str:
    """How many are in the sums, and the sums by group; null where they would say something of a few."""
    sums = made.sums
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "file": made.file,
            "until": made.until or None,
            "unit": made.unit or None,
            "users": {
                "registered": sums.registered,
                "counted": sums.counted,
                "not_begun": sums.not_begun,
                "without_latest": sums.without_latest,
                "without_baseline": sums.without_baseline,
            },
            "everyone": _sum(sums.everyone),
            "groups": [
                {"name": group.name, "hidden": group.is_hidden, "sum": _sum(group.sum)}
                for group in sums.groups
            ],
        }
    )


def _sum(made: Sum | None) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "users": made.users,
        "baseline": _number(made.baseline),
        "latest": _number(made.latest),
        "change": _number(made.change),
        "mean_change": round(float(made.mean_change), 6),
    }


def _number(value: Any) -> float | int:
    return int(value) if value == value.to_integral_value() else float(value)
