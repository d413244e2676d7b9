"""The remedies by the findings that they mend, and what fixes take away."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.remedies import (
    calculation,
    facts,
    follow_up,
    hindrances,
    keys_and_values,
    reach,
    realisation,
    references,
    settings,
    unreadable,
    whole,
    wording,
)
from nyttokedja.editing.remedies.model import Way

FAMILIES = (
    *(unreadable, keys_and_values, settings, references),
    *(reach, whole, facts, realisation, follow_up, hindrances, wording, calculation),
)

FindingKind = tuple[str, str]
"""The code and the variant of a finding."""

REMEDIES: Mapping[FindingKind, tuple[Way, ...]] = {
    kind: ways for family in FAMILIES for kind, ways in family.REMEDIES.items()
}
"""Kind of finding → the ways to do what it asks, where it has no fix."""

LOST_BY_FIX: Mapping[FindingKind, str] = {
    ("NK003", "meant"): "{key}",
    ("NK101", "meant"): "{written}",
    ("NK101", "several"): "{written}",
    ("NK101", "end"): "{written}",
    ("NK101", "id"): "{meant}",
    ("NK104", ""): "{entry}",
    **{
        ("NK004", one): "{text}"
        for one in ("meant", "boolean", "truth-or-date", "id", "date-form", "off-scale-meant")
    },
    **{("NK811", one): "{wrong}" for one in ("comma", "space", "sign", "hyphen")},
    **{("NK004", one): "{written}" for one in ("decimal-comma", "thousands", "unit", "unit-in-sum", "minus")},
}
"""Kind of finding → the words that its fix takes away; without one here, a fix takes none."""
