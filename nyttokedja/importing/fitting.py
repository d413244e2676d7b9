"""What a foreign file says → a chain as plain data, with ids of its own and every title written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.importing.arrows import ArrowEnd, FittedArrows, fit_arrows
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Collected, CollectedBox, CollectedNote, Imported
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.ids import UniqueIds

_BREAK = "\n"


def fitted(collected: Collected, *, title: str = "", language: str = "") -> Imported:
    """The chain that holds what a foreign file says.

    Args:
        collected: what its reader found; each key is that of one box or note.
        title: that of the chain; else the one that the file says.
        language: that of the chain where the file does not say: sv, nb or en; else sv.
    """
    language = next(one for one in (collected.language, language, "sv") if one in LANGUAGES)
    ids = _ids(collected.boxes)
    ends = {box.key: ArrowEnd(ids[box.key], box.type, box.title) for box in collected.boxes}
    ends |= {note.key: ArrowEnd("", "note", note.text) for note in collected.notes}
    arrows = fit_arrows(collected.arrows, ends)
    whole = {
        "nyttokedja": 1,
        "title": cleaned(title) or collected.title or texts(language).word("exchange/", "untitled"),
        "language": language,
        "stage": "draft",
        **collected.head,
        **_sections(collected.boxes, ids, arrows),
    }
    if notes := list(_notes(collected.notes, arrows)):
        whole["notes"] = notes
    refs = {ids[box.key]: box.ref for box in collected.boxes if box.ref}
    refs |= {note.text: note.ref for note in collected.notes if note.ref}
    remarks = (*collected.remarks, *arrows.remarks)
    return Imported(whole, remarks, refs, collected.comments, collected.looks, collected.read_as)


def _ids(boxes: tuple[CollectedBox, ...]) -> Mapping[str, str]:
    """Key of a box → its id: those that boxes bring along first, then one made of each title."""
    unique = UniqueIds()
    kept = {box.key: box.id for box in boxes if box.id and unique.keep(box.id)}
    return {box.key: kept.get(box.key) or unique.make(box.title) for box in boxes}


def _sections(
    boxes: tuple[CollectedBox, ...], ids: Mapping[str, str], arrows: FittedArrows
) -> dict[str, Any]:
    reasons: dict[str, list[str]] = {}
    for end, said in arrows.reasons:
        reasons.setdefault(end.id, []).append(said)
    by_type: dict[str, dict[str, Any]] = {}
    for box in boxes:
        id = ids[box.key]
        by_type.setdefault(box.type, {})[id] = _node(box, id, arrows, reasons.get(id))
    return {section: by_type[kind.value] for section, kind in SECTIONS.items() if kind.value in by_type}


def _node(box: CollectedBox, id: str, arrows: FittedArrows, reasons: list[str] | None) -> dict[str, Any]:
    node: dict[str, Any] = {"title": box.title, **box.fields}
    if reasons:
        node["text"] = _BREAK.join([*([node["text"]] if "text" in node else []), *reasons])
    for key, values in arrows.fields.get(id, {}).items():
        short = [value["to"] if isinstance(value, dict) and len(value) == 1 else value for value in values]
        node[key] = short[0] if len(short) == 1 else short
    return node


def _notes(notes: tuple[CollectedNote, ...], arrows: FittedArrows) -> Iterator[Any]:
    for note in notes:
        reasons = [said for end, said in arrows.reasons if not end.id and end.title == note.text]
        text = _BREAK.join([note.text, *reasons])
        yield {"text": text, **note.fields} if note.fields else text
