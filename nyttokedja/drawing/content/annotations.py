"""Findings → the annotations of boxes and of the whole chain, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity

SLOTS: Mapping[str, str] = {
    "NK301": "head", "NK302": "head", "NK303": "head", "NK309": "head", "NK310": "head", "NK413": "owner",
    "NK305": "adopted",
    "NK401": "owner", "NK402": "owner", "NK403": "owner",
    "NK405": "action", "NK407": "action", "NK602": "action",
    "NK501": "indicator", "NK502": "indicator", "NK503": "indicator", "NK504": "indicator",
    "NK505": "indicator", "NK506": "indicator", "NK507": "indicator", "NK508": "indicator",
    "NK509": "indicator", "NK510": "indicator", "NK513": "indicator",
    "NK511": "indicator", "NK512": "indicator",
    "NK603": "requires", "NK606": "consequence", "NK607": "who",
    **dict.fromkeys(("NK001", "NK002", "NK003", "NK004", "NK005", "NK006", "NK007"), "rest"),
    **dict.fromkeys(("NK101", "NK102", "NK103", "NK104", "NK105", "NK106"), "rest"),
    **dict.fromkeys(("NK201", "NK202", "NK203", "NK204", "NK205", "NK206", "NK207", "NK208"), "rest"),
    **dict.fromkeys(("NK209", "NK210", "NK211", "NK212", "NK213", "NK214", "NK215", "NK216"), "rest"),
    "NK217": "rest",
    **dict.fromkeys(("NK304", "NK306", "NK307", "NK308", "NK404", "NK406"), "rest"),
    **dict.fromkeys(("NK220", "NK408", "NK409", "NK410", "NK411", "NK412", "NK414", "NK415"), "rest"),
    **dict.fromkeys(("NK601", "NK604", "NK605", "NK609", "NK610"), "rest"),
    "NK608": "action",
    **dict.fromkeys(("NK701", "NK702", "NK703", "NK704", "NK705", "NK706", "NK801"), "rest"),
    **dict.fromkeys(("NK218", "NK219", "NK311", "NK312", "NK707", "NK708"), "rest"),
    **dict.fromkeys(("NK810", "NK811", "NK812", "NK813", "NK814", "NK815", "NK816", "NK817"), "rest"),
    **dict.fromkeys(("NK818", "NK819", "NK821", "NK822", "NK824"), "rest"),
    **dict.fromkeys(("NK107", "NK709", "NK823"), "rest"),  # of several files: in no picture of one
    **dict.fromkeys(("NK901", "NK902", "NK903"), "rest"),
}  # fmt: skip
"""Code of a rule → the row of the box that its annotation is in: that of what it is about, or the last."""

_REMARKS = frozenset({
    "NK001", "NK002", "NK003", "NK004", "NK005", "NK006", "NK007", "NK214", "NK219", "NK303",
    "NK220", "NK309", "NK402", "NK403", "NK409", "NK413", "NK415", "NK506", "NK508", "NK509", "NK511",
    "NK512", "NK608",
    "NK701", "NK702", "NK703", "NK704", "NK705", "NK706", "NK707", "NK708", "NK709", "NK801", "NK901",
    "NK902", "NK903",
})  # fmt: skip
"""Codes of faults that are none of the reasoning: of the file, of who and when, of measuring and wording."""

_OF_STANDING = frozenset({"NK509", "NK511", "NK512"})
"""Codes of what the line of an indicator says at follow-up too: how it stands."""

_WHOLE = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A few words for a finding, in the box of its node or in the title block.

    ``kind`` decides their sign: ``fault`` (of the reasoning), ``remark`` (another one), ``missing``, ``soft``
    (missing, but not expected yet), ``accepted``. What is missing is also a ``noun``, for a line with all of
    them. ``of_standing``: it says how an indicator stands to its target.
    """

    kind: str
    text: str
    slot: str = "rest"
    noun: str = ""
    of_standing: bool = False


@dataclass(frozen=True, slots=True)
class Annotations:
    """Annotations by node id, those of the whole chain, and the number of each kind that is counted."""

    at: Mapping[str, tuple[Annotation, ...]]
    whole: tuple[Annotation, ...] = ()
    missing: int = 0
    faults: int = 0
    accepted: int = 0
    remarks: int = 0  # of the faults, those that are none of the reasoning


def annotations_of(findings: Iterable[Finding], nodes: Container[str], words: PictureWords) -> Annotations:
    """The annotations of findings, each once at a node; at none of ``nodes``, it is of the whole chain."""
    at: dict[str, dict[str, Annotation]] = {}
    counts: Counter[str] = Counter()
    for finding in findings:
        annotation = _annotation(finding, words)
        if annotation is None:
            continue
        here = at.setdefault(finding.node if finding.node in nodes else _WHOLE, {})
        if annotation.text not in here:
            here[annotation.text] = annotation
            counts[annotation.kind] += 1
    whole = tuple(at.pop(_WHOLE, {}).values())
    by_node = {id: tuple(found.values()) for id, found in at.items()}
    faults, remarks = counts["fault"], counts["remark"]
    return Annotations(by_node, whole, counts["missing"], faults + remarks, counts["accepted"], remarks)


def _annotation(finding: Finding, words: PictureWords) -> Annotation | None:
    annotation = _unaccepted(finding, words)
    if annotation is None or not finding.accepted:
        return annotation
    return Annotation("accepted", words.say("accepted", "mark", text=annotation.text), annotation.slot)


def _unaccepted(finding: Finding, words: PictureWords) -> Annotation | None:
    """The annotation of a finding as if nobody had accepted it."""
    slot, with_variant = SLOTS.get(finding.code, "rest"), f"{finding.code}_{finding.variant}"
    lacks = words.has("missing", finding.code)
    if finding.severity is Severity.INFO and (not lacks or finding.code[2] not in "345"):
        return None
    section = "missing" if lacks else "faults"
    key = with_variant if words.has(section, with_variant) else finding.code
    if not words.has(section, key):
        return Annotation("fault", words.say("faults", "other", code=finding.code), slot)
    if not lacks:
        kind = "remark" if finding.code in _REMARKS else "fault"
        return Annotation(kind, words.word(section, key), slot, of_standing=finding.code in _OF_STANDING)
    kind = "soft" if finding.severity is Severity.INFO else "missing"
    noun = words.word("lacked", key) if words.has("lacked", key) else ""
    return Annotation(kind, words.word(section, key), slot, noun)


def missing_of(annotations: Iterable[Annotation], kind: str, words: PictureWords) -> str:
    """All that is missing in one line; of the ``kind`` missing or soft."""
    nouns = [one.noun for one in annotations if one.kind == kind and one.noun]
    return words.say("lines", "lacks", what=", ".join(nouns)) if nouns else ""
