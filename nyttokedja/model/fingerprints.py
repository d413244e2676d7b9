"""Finding → what it is known by in the next run, wherever it then stands and whatever its file is called.

Lines, numbers, the order of things and the name of the file may change: what is said of which boxes may not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.model.findings import Finding, Named, Place

Identity = tuple[str, str, tuple[str, ...]]
"""Code, variant, and in one order the ids and texts that a finding speaks of."""

_NOTHING_RENAMED: Mapping[str, str] = {}


def identity(finding: Finding, renamed: Mapping[str, str] = _NOTHING_RENAMED) -> Identity:
    """What a finding is known by; equal for two that say the same.

    Args:
        finding: one that was found.
        renamed: old id → new id, of boxes that have got another since.
    """
    spoken = {finding.node, *_spoken(tuple(finding.particulars.values()))}
    return finding.code, finding.variant, tuple(sorted({renamed.get(text, text) for text in spoken}))


def _spoken(value: Any) -> Iterator[str]:
    """The ids and texts in a particular."""
    if isinstance(value, Named):
        yield value.id
    elif isinstance(value, tuple) and not isinstance(value, Place):
        for item in value:
            yield from _spoken(item)
    elif isinstance(value, str):
        yield value


def digest(parts: Any) -> str:
    """An identity as forty hexadecimal digits."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:40]
