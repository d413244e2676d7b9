"""The fixes by the findings that they mend, and what mending those lets be seen."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.checking.fixes import (
    arrows,
    boxes,
    commas,
    formulas,
    ids,
    indentation,
    keys,
    numbers,
    texts,
    unreadable,
    values,
)
from nyttokedja.checking.fixes.target import FixFunction

FAMILIES = (unreadable, indentation, keys, boxes, commas, values, numbers, ids, texts, arrows, formulas)

FindingKind = tuple[str, str]
"""The code and the variant of a finding."""

FIXES: Mapping[FindingKind, FixFunction] = {
    kind: fix for family in FAMILIES for kind, fix in family.FIXES.items()
}
"""FindingKind of finding → what makes its fix."""

UNDERSTOOD: frozenset[FindingKind] = frozenset(
    {
        *(("NK003", "meant"), ("NK003", "case"), ("NK004", "meant"), ("NK004", "case")),
        *(("NK006", "space"), ("NK006", "quoted-space"), ("NK006", "spaces")),
        *(("NK101", "meant"), ("NK101", "id"), ("NK101", "space"), ("NK104", ""), ("NK004", "id")),
    }
)
"""What the check has read as it was meant, so that nothing more is seen of the chain when it is mended."""

READ_FIRST: frozenset[FindingKind] = frozenset(
    {
        *(("NK003", "no-space"), ("NK003", "no-colon"), ("NK004", "not-keys-but-list")),
        ("NK004", "date-form"),  # also of a measurement
        *(("NK811", one) for one in ("comma", "space", "sign", "equals", "hyphen")),  # one at a time
        *(("NK003", "no-name"), ("NK001", "flat"), ("NK004", "section")),
        *(("NK004", "not-list-but-section"), ("NK004", "groups"), ("NK004", "titles")),
        *(("NK004", "dashed-entries"), ("NK004", "tight-dashes")),
    }
)
"""Where mending lets keys and values be read for the first time; they may have faults of their own."""
