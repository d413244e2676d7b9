"""Adapted → the lines that show it: what is the same, what is other, what is local, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.importing.adapting.adapted import Adapted, Deviation
from nyttokedja.importing.returning.said import Box
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import SECTIONS


def lines(found: Adapted, reference: str, workshop: str, language: str) -> Iterator[str]:
    """All of it; ``reference`` and ``workshop`` are the titles of the two."""
    said = texts(language)
    yield said.say("adapting/told", "heading", workshop=workshop, reference=reference)
    for name, some in (("same", found.same), ("deviating", found.deviating)):
        yield from _headed(said, name, len(some))
        if name == "same":
            yield from _titles(said, found.same)
    for box, deviations in found.deviating:
        yield f"  {_shown(said, box)}"
        yield from (f"    {_deviation(said, one)}" for one in deviations)
    for name, some in (("local", found.local), ("missing", found.missing)):
        yield from _headed(said, name, len(some))
        yield from _titles(said, some)
    if found.near:
        yield ""
        yield said.say("adapting/told", "near")
        yield from (f"  {said.quoted(one)} – {said.quoted(other)}" for one, other in found.near)


def _headed(said: Texts, name: str, n: int) -> Iterator[str]:
    yield ""
    yield said.say("adapting/told", name, n=n)


def _titles(said: Texts, some: Iterable[Box]) -> Iterator[str]:
    yield from (f"  {_shown(said, box)}" for box in some)


def _shown(said: Texts, box: Box) -> str:
    return f"{box.title} ({said.word('type', SECTIONS[box.section].value)})"


def _deviation(said: Texts, one: Deviation) -> str:
    if one.key in ("missing", "further"):
        return said.say("adapting/told", f"arrow-{one.key}", others=one.reference or one.workshop)
    sides = (_value(said, one.key, side[0]) for side in (one.workshop, one.reference))
    ours, theirs = sides
    return said.say("adapting/told", "otherwise", ours=ours, theirs=theirs)


def _value(said: Texts, key: str, value: str) -> str:
    if key == "section":
        return said.word("a", SECTIONS[value].value)
    return f"{words(said.language).key(key)} {words(said.language).value(value, key)}"
