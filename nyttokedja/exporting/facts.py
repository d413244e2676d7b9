"""A chain as plain data → how many facts of each kind it holds, so that what is left out can be counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTERS, SECTIONS

ARROWS = frozenset({LEADS_TO, *POINTERS})
"""The kinds that are arrows between boxes."""
WORDS = frozenset({"title", "box", "note"})
"""The kinds that every format holds, besides `ARROWS`."""
_ABOUT = ("organisation", "purpose")
"""Keys of ``about`` that are kinds of their own; the others are ``about``."""
_WHOLE = ("nyttokedja", "language")
_PLAIN = ("value", "date")
"""What a figure of an indicator is, besides what is said of it."""
_UNSAID = ("stage", "draft")
"""What every import is, whatever its format says."""
_CALLED = {"title": "chain-title"}
_IN_NOTE = {"origin": "note-origin", "tags": "note-tags"}


def facts(data: Mapping[str, Any], comments: int = 0) -> Counter[str]:
    """Kind of fact → how many of it a chain holds.

    A kind is the canonical key that says it, but for these: ``box`` and ``note``; ``arrow-pointer`` for an
    obstacle or risk at an arrow; ``unfit-arrow`` for what no importer takes for an arrow; ``none`` for a
    section that is said to be empty; ``own`` for keys of one's own; ``note-origin`` and ``note-tags``;
    ``of-level`` and ``of-measurement`` for what is said of a figure; ``chain-title``; ``about``; ``comment``.

    Args:
        data: the chain in its normal form.
        comments: how many its file has.
    """
    types = {
        id: kind.value
        for section, kind in SECTIONS.items()
        if isinstance(data.get(section), dict)
        for id in data[section]
    }
    found = Counter(dict.fromkeys(("comment",), comments))
    for kind, n in _of_chain(data, types):
        found[kind] += n
    return +found


def is_own(key: str) -> bool:
    """Whether a key is one of the writer's own, which the format lets stand everywhere."""
    return key.startswith("x-")


def _of_chain(data: Mapping[str, Any], types: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for key, value in data.items():
        if key in SECTIONS:
            yield from [("none", 1)] if value == "none" else _of_section(value or {}, types)
        elif key == "about":
            yield from _of_about(value or {})
        elif key == "notes":
            yield from _of_notes(value or ())
        elif key in ("accepted", "approved", "success_stories"):
            yield key, len(value or ())
        elif key not in _WHOLE and (key, value) != _UNSAID:
            yield _named(key), 1


def _named(key: str) -> str:
    return "own" if is_own(key) else _CALLED.get(key, key)


def _of_section(section: Mapping[str, Any], types: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for id, node in section.items():
        yield "box", 1
        for key, value in (node or {}).items():
            yield from _of_field(id, key, value, types)


def _of_about(about: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for key, held in about.items():
        kind = _named(key) if key in _ABOUT or is_own(key) else "about"
        yield kind, len(held) if isinstance(held, dict) else 1


def _of_notes(notes: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    for note in notes:
        yield "note", 1
        for key in note:
            if key != "text":
                yield _IN_NOTE.get(key, "own"), 1


def _of_field(id: str, key: str, value: Any, types: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    if key == LEADS_TO:
        yield from _of_arrows(id, value, types)
    elif key in POINTERS:
        for target in dict.fromkeys(value if isinstance(value, list) else [value]):
            yield _pointer(key, str(target), types), 1
    elif key == "indicators":
        for indicator in (value or {}).values():
            yield from _of_indicator(indicator or {})
    elif key in ("actions", "conversion"):
        yield key, len(value or ())
    elif key != "title" and (value is not False or key == "met"):
        yield _named(key), 1


def _of_indicator(indicator: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """An indicator, its measurements, and what is said of its figures beside the time of each."""
    measured = indicator.get("measurements") or {}
    yield "indicators", 1
    yield "measurements", len(measured)
    yield "own", sum(map(is_own, indicator))
    levels = [indicator[level] for level in ("baseline", "target") if level in indicator]
    for kind, figures in (("of-level", levels), ("of-measurement", measured.values())):
        said = [key for one in figures if isinstance(one, Mapping) for key in one if key not in _PLAIN]
        yield kind, sum(not is_own(key) for key in said)
        yield "own", sum(map(is_own, said))


def _of_arrows(id: str, arrows: Any, types: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The arrows of a box, each once, and what they say."""
    seen: set[str] = set()
    for arrow in arrows if isinstance(arrows, list) else [arrows]:
        target = arrow["to"]
        if target not in seen:
            fits = target != id and leads(types[id], types.get(target, ""))
            yield (LEADS_TO if fits else "unfit-arrow"), 1
        seen.add(target)
        for key in arrow:
            if key != "to":
                yield _named(key), 1


def leads(tail: str, head: str) -> bool:
    """Whether an arrow between two types is one that importers take for ``leads_to``."""
    if tail == "risk":
        return head == "drawback"
    return tail in IN_GRAPH and head in IN_GRAPH and (tail != "goal" or head == "goal")


def _pointer(key: str, target: str, types: Mapping[str, str]) -> str:
    if " -> " in target:
        return "arrow-pointer"
    return key if types.get(target, "") in IN_GRAPH else "unfit-arrow"
