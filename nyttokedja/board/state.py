"""Room → the state that a screen shows of it: boxes, notes, findings, steps; and the picture, apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from nyttokedja.board.room import OUTSIDE, Room, Step
from nyttokedja.board.ways import ways_of
from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.rules import BY_NAME, can_be_ignored
from nyttokedja.checking.steps import LACKING, STEPS
from nyttokedja.drawing import Job, draw_many
from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.errors import CannotDraw
from nyttokedja.language.texts import texts
from nyttokedja.reports.findings.groups import groups
from nyttokedja.reports.island import island

_MOST_STEPS = 20


def state_of(room: Room, who: str) -> Mapping[str, Any]:
    """What is to be shown to a person.

    Args:
        room: the chain.
        who: the person, whose own steps are told from those of others.
    """
    checked = room.checked
    return {
        "revision": room.revision,
        "digest": hashlib.sha256(room.data).hexdigest(),
        "file": room.parsed.name,
        "language": room.language,
        "readable": room.is_readable,
        "chain": _chain(checked) if room.is_readable else None,
        "findings": list(_findings(room)),
        "undo": [_step(step, who) for step in room.undoable()[:_MOST_STEPS]],
        "redo": [_step(step, who) for step in room.redoable(who)[:_MOST_STEPS]],
    }


def picture_of(checked: Checked, layout: Layout, *, calm: bool = False) -> str:
    """A chain that could be read, as SVG, whose boxes and arrows have the names of their nodes.

    Args:
        checked: the check of the chain.
        layout: what lays it out.
        calm: whether it is drawn for people who still write and sort notes: nothing is annotated, and the
            notes are left to the board, where they stand beside it.

    Raises:
        CannotDraw: it cannot be laid out.
    """
    assert checked.chain is not None
    assert checked.graph is not None
    job = Job(checked.chain, checked.graph, checked.findings, checked.today)
    if calm:
        job = job._replace(chain=replace(checked.chain, notes=()), findings=())
    (made,) = draw_many([job], layout, data_attributes=True)
    if isinstance(made, CannotDraw):
        raise made
    return made


def _chain(checked: Checked) -> Mapping[str, Any]:
    assert checked.chain is not None
    assert checked.graph is not None
    subject = Subject(checked.chain, checked.graph, picture_words(checked.chain.language), Annotations({}))
    data = island(checked.graph, subject)
    return {
        "title": checked.chain.title,
        "stage": checked.chain.stage.value,
        "nodes": data["nodes"],
        "arrows": data["arrows"],
        "beside": data["beside"],
        "notes": [note.text for note in checked.chain.notes],
    }


def _findings(room: Room) -> Iterator[Mapping[str, Any]]:
    """What has been found, alike findings told once."""
    for group in groups(summed_up(room.checked)):
        first = group.first
        rule = BY_NAME[first.code]
        ways = list(ways_of(group, room.parsed)) if room.is_readable else []
        yield {
            "code": first.code,
            "step": STEPS[rule.name].value,
            "lacks": rule.name in LACKING,
            "acceptable": can_be_ignored(rule) and not first.accepted,
            "severity": first.severity.word,
            "word": texts(first.language).word("severity", first.severity.word),
            "message": group.message,
            "remedy": "" if ways else group.remedy,
            "ways": ways,
            "nodes": list(dict.fromkeys(one.node for one in group.findings if one.node)),
            "line": first.place.line,
        }


def _step(step: Step, who: str) -> Mapping[str, Any]:
    said: Sequence[str] = step.said
    return {
        "number": step.number,
        "said": said[0] if said else "",
        "mine": step.who == who,
        "outside": step.who == OUTSIDE,
    }
