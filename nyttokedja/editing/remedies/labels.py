"""Remedy → what a button or a menu says that does it: a few words, put together from its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.orders.model import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RemoveOrder,
    RetitleOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import BLANK, Drop, Fill, ForEach, Remedy, Rewrite, Step
from nyttokedja.editing.remedies.step_labels import Speaker, facts, of_step
from nyttokedja.language.codes import guessed
from nyttokedja.language.texts import texts

_TOGETHER: Mapping[tuple[type, ...], str] = {
    (UnlinkOrder, LinkOrder): "turn",
    (Drop, LinkOrder): "turn",
    (UnlinkOrder, AddOrder): "between",
    (RemoveOrder, AddItem): "as-note",
    (Rewrite, AddItem): "as-note",
    (UnsetOrder, AddOrder): "notes-as-box",
    (UnsetOrder, SetOrder): "notes-as-assumptions",
    (SetOrder, SetOrder): "change-places",
    (Drop, Rewrite): "merge",
}
"""Kinds of steps that are told as one, where all that is said is there already, or is said of one box."""

_OF_SEVERAL: Mapping[type, str] = {
    RemoveOrder: "remove-boxes",
    RetitleOrder: "retitle-boxes",
    UnsetOrder: "unset-several",
}
"""What is not told as done "at each"."""


def label(remedy: Remedy, language: str = "") -> str:
    """What a button says that does a remedy: "Lägg till en ägare", "Ta bort pilen".

    Args:
        remedy: one of `remedies_of`.
        language: which language; without one, that of the chain.
    """
    speaker = Speaker(remedy, texts(language or guessed(remedy.here.text)))
    first, *rest = dict.fromkeys(filter(None, _parts(remedy.way.steps, speaker)))
    return speaker.texts.listed([first, *(text[:1].lower() + text[1:] for text in rest)])


def _parts(steps: tuple[Step, ...], speaker: Speaker) -> Iterator[str]:
    """What the steps are called."""
    asked = [step for step in steps if isinstance(step, SetOrder | Fill) and BLANK in step.value]
    if asked and len(asked) == len(steps):
        yield facts(asked, speaker)
    elif name := _TOGETHER.get(tuple(map(type, steps))):
        yield _of_two(name, steps, speaker)
    else:
        untold = _untold(steps)
        yield from (text for step in steps if not isinstance(step, untold) for text in _of_one(step, speaker))


def _of_two(name: str, steps: tuple[Step, ...], speaker: Speaker) -> str:
    """What two steps are called that are told as one."""
    first, second = steps
    if isinstance(first, Drop) and first.of:
        return speaker.say("keep-this", **speaker.remedy.finding.particulars, line=speaker.line(""))
    if isinstance(second, AddOrder):
        return speaker.say(name, type=speaker.type(second.type))
    return speaker.say(name)


def _untold(steps: tuple[Step, ...]) -> tuple[type, ...]:
    """What is taken away only to be written elsewhere, or since another type of box cannot have it."""
    if any(isinstance(step, MoveOrder) for step in steps):
        return (UnsetOrder,)
    moved = any("{held_text}" in (getattr(step, "value", ""), getattr(step, "title", "")) for step in steps)
    return (Drop,) if moved else ()


def _of_one(step: Step, speaker: Speaker) -> Iterator[str]:
    """What a step is called, or one that is done for each of several."""
    if not isinstance(step, ForEach):
        yield of_step(step, speaker)
        return
    found = speaker.remedy.finding.particulars[step.of]
    found = [one for one in found if not step.types or one.type in step.types]
    name = _OF_SEVERAL.get(type(step.step), "each")
    if isinstance(step.step, LinkOrder):
        name = "link-to-each" if step.step.source == BLANK else "link-from-each"
    if len(found) == 1 or isinstance(step.step, AddOrder):
        yield of_step(step.step, speaker)
    elif found and step.of == "sections":
        yield speaker.say("none", types=speaker.texts.listed(map(speaker.types, found)))
    elif found:
        yield speaker.say(name, text=of_step(step.step, speaker))
