"""Two chains, a reference and a workshop's → which boxes both have, and what they say otherwise of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning.matching import of_the_same_words
from nyttokedja.importing.returning.said import Box, boxes
from nyttokedja.model.chain import LEADS_TO, POINTERS
from nyttokedja.model.spelling import Vocabulary

_COMPARED = ("category", "perspective")


@dataclass(frozen=True, slots=True)
class Deviation:
    """Something that the workshop says otherwise of a box than the reference.

    ``key`` is ``section``, ``category``, ``perspective``, or ``missing`` and ``further`` for arrows;
    ``reference`` and ``workshop`` are the values, or the titles of boxes that only one of them points at.
    """

    key: str
    reference: tuple[str, ...] = ()
    workshop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adapted:
    """What a workshop says beside a reference.

    Attributes:
        same: boxes that both have and say the same of, each as the workshop has it.
        deviating: boxes of which they do not, with what it is.
        local: those that the workshop alone has, and ``missing`` those that it lacks.
        near: (workshop's title, reference's title) of boxes taken for the same though the words differ.
        ids: id in the workshop → id in the reference.
    """

    same: tuple[Box, ...]
    deviating: tuple[tuple[Box, tuple[Deviation, ...]], ...]
    local: tuple[Box, ...]
    missing: tuple[Box, ...]
    near: tuple[tuple[str, str], ...]
    ids: Mapping[str, str]


def adapted(reference: Mapping[str, Any], workshop: Mapping[str, Any]) -> Adapted:
    """What a workshop says beside a reference; both in their normal form, with every title."""
    theirs = {box.id: box for box in boxes(reference)}
    ours = {box.id: box for box in boxes(workshop)}
    ids, near = _pairs(list(ours.values()), list(theirs.values()))
    same, deviating = [], []
    for id, other in ids.items():
        found = tuple(_deviations(ours[id], theirs[other], ids, theirs, ours))
        if found:
            deviating.append((ours[id], found))
        else:
            same.append(ours[id])
    return Adapted(
        tuple(same),
        tuple(deviating),
        tuple(box for id, box in ours.items() if id not in ids),
        tuple(box for id, box in theirs.items() if id not in ids.values()),
        near,
        ids,
    )


def _pairs(
    ours: Sequence[Box], theirs: Sequence[Box]
) -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    """Id in the workshop → id in the reference: by words, by ids, and by words that are nearly the same."""
    found = of_the_same_words(ours, theirs)
    there = {box.id: box for box in theirs}
    taken = set(found.values())
    for box in ours:
        if box.id not in found and box.id in there and box.id not in taken:
            found[box.id] = box.id
    taken = set(found.values())
    near: dict[str, list[Box]] = {}
    vocabulary = Vocabulary(box.title for box in theirs if box.id not in taken)
    by_title = {box.title: box for box in theirs if box.id not in taken}
    for box in ours:
        title = vocabulary.nearest(box.title) if box.id not in found else None
        if title is not None:
            near.setdefault(title, []).append(box)
    for title, candidates in near.items():
        if len(candidates) == 1:
            found[candidates[0].id] = by_title[title].id
    order = [box.id for box in ours if box.id in found]
    said = ((box.title, there[found[box.id]].title) for box in ours if box.id in found)
    unlike = tuple((one, other) for one, other in said if identity(one) != identity(other))
    return {id: found[id] for id in order}, unlike


def _deviations(
    ours: Box,
    theirs: Box,
    ids: Mapping[str, str],
    reference: Mapping[str, Box],
    workshop: Mapping[str, Box],
) -> Iterator[Deviation]:
    if ours.section != theirs.section:
        yield Deviation("section", (theirs.section,), (ours.section,))
    for key in _COMPARED:
        both = theirs.fields.get(key), ours.fields.get(key)
        if all(both) and both[0] != both[1]:
            yield Deviation(key, (str(both[0]),), (str(both[1]),))
    back = {other: id for id, other in ids.items()}
    to_theirs, to_ours = _targets(theirs), _targets(ours)
    missing = [id for id in to_theirs if id in back and back[id] not in to_ours]
    further = [id for id in to_ours if id in ids and ids[id] not in to_theirs]
    if missing:
        yield Deviation("missing", reference=tuple(reference[id].title for id in missing))
    if further:
        yield Deviation("further", workshop=tuple(workshop[id].title for id in further))


def _targets(box: Box) -> tuple[str, ...]:
    """The boxes that a box leads to or points at."""
    links = [link["to"] for link in box.fields.get(LEADS_TO, ())]
    return (*links, *(spot for key in POINTERS for spot in box.fields.get(key, ())))
