"""Finding → fingerprint: what makes two findings the same one, as strictly as the caller needs.

No fingerprint looks at the file's name, at lines and columns, or at the message's language.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

from nyttokedja.model.findings import Finding, Mention, Place, Span

Fingerprint = tuple[Any, ...]
"""Texts, truth values and tuples of these: hashable, and the same JSON in every run."""

F = TypeVar("F", bound=Hashable)

_NOTHING_RENAMED: Mapping[str, str] = {}


class Strictness(Enum):
    """How much two findings must have in common to be the same one: the aspects that are compared.

    ================  ====================================================  =================================
    level             compared, besides code and variant                    used by
    ================  ====================================================  =================================
    NODE              the node it stands at                                 the gate of edits and merges
    GRAVITY           node and severity                                     the gate of automatic fixes
    STATUS            node, severity, accepted or not                       ``fmt`` into another language
    CONTENT           that, and all particulars but places                  ``fmt`` within a language
    SUBJECTS          the ids and texts it speaks of, in no order           comparison; SARIF and the like
    GRAVE_SUBJECTS    these, and severity                                   the baseline
    ================  ====================================================  =================================
    """

    NODE = ("code", "variant", "node")
    GRAVITY = (*NODE, "severity")
    STATUS = (*GRAVITY, "accepted")
    CONTENT = (*STATUS, "particulars")
    SUBJECTS = ("code", "variant", "subjects")
    GRAVE_SUBJECTS = (*SUBJECTS, "severity")


def fingerprint(
    finding: Finding, strictness: Strictness, renamed: Mapping[str, str] = _NOTHING_RENAMED
) -> Fingerprint:
    """What a finding is known by; equal for two that are the same one.

    Args:
        finding: one that was found.
        strictness: what is compared.
        renamed: old id → new id, of nodes that have got another since; ids in ``particulars`` stay.
    """
    return tuple(_ASPECTS[aspect](finding, renamed) for aspect in strictness.value)


def _subjects(finding: Finding, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """The ids and texts that a finding speaks of, sorted, none twice; its numbers are left out."""
    texts = {finding.node, *_texts(tuple(finding.particulars.values()))}
    return tuple(sorted({renamed.get(text, text) for text in texts}))


def _texts(value: Any) -> Iterator[str]:
    """The ids and texts in a particular."""
    if isinstance(value, Mention):
        yield value.id
    elif isinstance(value, tuple) and not isinstance(value, Place):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


def without_places(value: Any) -> Any:
    """A value of the model as nested tuples, without spans and places; equal for two that say the same."""
    if isinstance(value, Place | Span):
        return None
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    if isinstance(value, Mapping):
        return tuple(sorted((key, without_places(held)) for key, held in value.items()))
    if is_dataclass(value):
        names = [field.name for field in fields(value) if "span" not in field.name]
        return tuple(without_places(getattr(value, name)) for name in names)
    return value


_ASPECTS: Mapping[str, Callable[[Finding, Mapping[str, str]], Any]] = {
    "code": lambda finding, _: finding.code,
    "variant": lambda finding, _: finding.variant,
    "node": lambda finding, renamed: renamed.get(finding.node, finding.node),
    "severity": lambda finding, _: finding.severity.word,
    "accepted": lambda finding, _: finding.accepted,
    "particulars": lambda finding, _: without_places(finding.particulars),
    "subjects": _subjects,
}


def unmatched(
    findings: Iterable[Finding], known: Counter[F], fingerprinted: Callable[[Finding], F]
) -> list[Finding]:
    """The findings beyond those that are known, in their order.

    Args:
        findings: those that were found.
        known: fingerprint → how many of it are known; each finding that has one is crossed off here.
        fingerprinted: a finding → its fingerprint.
    """
    new = []
    for finding in findings:
        mark = fingerprinted(finding)
        if known[mark] > 0:
            known[mark] -= 1
        else:
            new.append(finding)
    return new


def new_findings(
    before: Iterable[Finding],
    after: Iterable[Finding],
    strictness: Strictness,
    renamed: Mapping[str, str] = _NOTHING_RENAMED,
) -> list[Finding]:
    """The findings after a change that were not there before it, in their order; of alike ones the last.

    Args:
        before: the findings before the change.
        after: the findings after it.
        strictness: what is compared.
        renamed: id before → id after.
    """
    known = Counter(fingerprint(finding, strictness, renamed) for finding in before)
    return unmatched(after, known, lambda finding: fingerprint(finding, strictness))


def digest(parts: Any) -> str:
    """A fingerprint, or any JSON value, as forty hexadecimal digits."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:40]
