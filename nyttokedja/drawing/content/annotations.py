"""Findings → what stands about them in the boxes and in the title block, and what is counted there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity

SLOTS: Mapping[str, str] = {
    "NK301": "head", "NK302": "head", "NK303": "head", "NK309": "head", "NK310": "head",
    "NK305": "adopted",
    "NK401": "owner", "NK402": "owner", "NK403": "owner",
    "NK405": "action", "NK407": "action", "NK602": "action",
    "NK501": "indicator", "NK502": "indicator", "NK503": "indicator", "NK504": "indicator",
    "NK505": "indicator", "NK506": "indicator", "NK507": "indicator", "NK508": "indicator",
    "NK509": "indicator", "NK510": "indicator",
    "NK603": "requires", "NK606": "consequence", "NK607": "who",
    **dict.fromkeys(("NK001", "NK002", "NK003", "NK004", "NK005", "NK006", "NK007"), "rest"),
    **dict.fromkeys(("NK101", "NK102", "NK103", "NK104", "NK105"), "rest"),
    **dict.fromkeys(("NK201", "NK202", "NK203", "NK204", "NK205", "NK206", "NK207", "NK208"), "rest"),
    **dict.fromkeys(("NK209", "NK210", "NK211", "NK212", "NK213", "NK214", "NK215", "NK216"), "rest"),
    **dict.fromkeys(("NK304", "NK306", "NK307", "NK308", "NK404", "NK406"), "rest"),
    **dict.fromkeys(("NK601", "NK604", "NK605"), "rest"),
    **dict.fromkeys(("NK701", "NK702", "NK703", "NK704", "NK705", "NK706", "NK801"), "rest"),
    **dict.fromkeys(("NK901", "NK902", "NK903"), "rest"),
}  # fmt: skip
"""Rule → the row of the box where its words stand: where the value would have stood, or below them all."""

_WHOLE = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words about a finding, in the box where it is or in the title block.

    ``kind`` is how they are drawn: ``missing`` and ``fault`` with a filled diamond, ``soft`` (missing,
    but not expected yet) with a hollow one, ``accepted`` with a tick in a ring.
    """

    kind: str
    text: str
    slot: str = "rest"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of boxes by node id, those of the whole chain, and how many there are of each kind."""

    at: Mapping[str, tuple[Mark, ...]]
    whole: tuple[Mark, ...] = ()
    missing: int = 0
    faults: int = 0
    accepted: int = 0


def marks_of(findings: Iterable[Finding], nodes: Container[str], words: PictureWords) -> Marks:
    """Each mark stands once at a node; what is found at none of ``nodes`` is of the chain as a whole."""
    at: dict[str, dict[str, Mark]] = {}
    counts: Counter[str] = Counter()
    for finding in findings:
        mark = _mark(finding, words)
        if mark is None:
            continue
        here = at.setdefault(finding.node if finding.node in nodes else _WHOLE, {})
        if mark.text not in here:
            here[mark.text] = mark
            counts[mark.kind] += 1
    whole = tuple(at.pop(_WHOLE, {}).values())
    by_node = {id: tuple(marks.values()) for id, marks in at.items()}
    return Marks(by_node, whole, counts["missing"], counts["fault"], counts["accepted"])


def _mark(finding: Finding, words: PictureWords) -> Mark | None:
    mark = _open_mark(finding, words)
    if mark is None or not finding.accepted:
        return mark
    return Mark("accepted", words.say("accepted", "mark", text=mark.text), mark.slot)


def _open_mark(finding: Finding, words: PictureWords) -> Mark | None:
    slot, varied = SLOTS.get(finding.code, "rest"), f"{finding.code}_{finding.variant}"
    lacks = words.has("missing", finding.code)
    if finding.severity is Severity.INFO and (not lacks or finding.code[2] not in "345"):
        return None
    section = "missing" if lacks else "faults"
    key = varied if words.has(section, varied) else finding.code
    if not words.has(section, key):
        return Mark("fault", words.say("faults", "other", code=finding.code), slot)
    kind = "soft" if finding.severity is Severity.INFO else "missing" if lacks else "fault"
    return Mark(kind, words.word(section, key), slot)
