"""Edits of facts in boxes → the file after them, made in rounds: one edit a box, proved together.

Edits of different boxes do not see each other where each box stands on lines of its own: what an edit looks
at ends with the line after its box, and whether that is blank no edit of the next box changes. What they
have in common is how the whole file is laid out. So the votes for that (`file_style.votes`) are counted in
every state that a box is in, and the rounds are good only where no mixture of these states is laid out in
another way. Then the bytes are those of the edits made one after the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from typing import TypeGuard

from nyttokedja.editing.apply import written_together
from nyttokedja.editing.document import Document, document
from nyttokedja.editing.edits import AddItem, Edit, Lengthen, RemoveItem, Set, Shorten, Unset
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_style import DEFAULTS, Vote, votes
from nyttokedja.editing.items import ALONE, pointer_votes
from nyttokedja.editing.lookup import locate_node
from nyttokedja.editing.steps import Step
from nyttokedja.reading.parsed import Parsed

BoxEdit = Set | Unset | AddItem | RemoveItem | Lengthen | Shorten
"""The edits that change no more than what one box holds, by one step at most."""
_HABITS: Mapping[str, object] = {**DEFAULTS, **ALONE}
_BOX = 2
"""So many numbers lead to a box: that of its section, and its own."""


def windows(wanted: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Edits in their order: those that change one box each in runs, each other one alone."""
    for of_one_box, run in groupby(wanted, _is_of_one_box):
        if of_one_box:
            yield list(run)
        else:
            yield from ([one] for one in run)


def _is_of_one_box(edit: Edit) -> TypeGuard[BoxEdit]:
    return isinstance(edit, BoxEdit) and edit.node != ""


def in_rounds(
    parsed: Parsed, window: Sequence[Edit], steps_of: Callable[[Edit, Document], list[Step]]
) -> Parsed | None:
    """A file after the edits of a window, where that is certain to be as after one at a time; else None.

    Args:
        parsed: the file.
        window: edits that change one box each, in their order; or any single one.
        steps_of: what an edit means for a file.
    """
    rounds = _rounds(filter(_is_of_one_box, window))
    if len(rounds) in (0, len(window)):
        return None
    states = [parsed]
    with suppress(CannotEdit):
        for edits in rounds:
            states.append(_after(states[-1], edits, steps_of))
        if states[-1].is_sound and _are_within_limits(states) and _is_layout_settled(states, rounds[0]):
            return states[-1]
    return None


def _rounds(window: Iterable[BoxEdit]) -> list[dict[str, Edit]]:
    """The edits by their boxes, those of one box in their order in as many rounds."""
    rounds: list[dict[str, Edit]] = []
    count: Counter[str] = Counter()
    for edit in window:
        if count[edit.node] == len(rounds):
            rounds.append({})
        rounds[count[edit.node]][edit.node] = edit
        count[edit.node] += 1
    return rounds


def _after(
    parsed: Parsed, edits: Mapping[str, Edit], steps_of: Callable[[Edit, Document], list[Step]]
) -> Parsed:
    """The file after one round.

    Raises:
        CannotEdit: the edits cannot be made so.
    """
    if not parsed.is_sound:  # what is not valid in one box may hide another
        raise CannotEdit("not-certain")
    found = document(parsed)
    if not all(_has_own_lines(found, id) for id in edits):
        raise CannotEdit("not-certain")
    steps = [step for edit in edits.values() for step in steps_of(edit, found)]
    return written_together(found.file, steps).parsed


def _has_own_lines(document: Document, id: str) -> bool:
    """Whether a box stands in a block, its key first on its line."""
    child = document.file.outline.children[locate_node(document, id).path]
    in_block = not child.flow and document.file.starts_line(child)
    return in_block and child.key is not None and child.key.start == child.head


def _are_within_limits(states: Sequence[Parsed]) -> bool:
    """Whether no mixture of states can be too large to be read."""
    limits = states[0].limits
    parts = sum(1 + 2 * len(state.outline.children) for state in states)
    return sum(len(state.data) for state in states) <= limits.file and parts <= limits.parts


# -- layout ---------------------------------------------------------------------------------------


def _is_layout_settled(states: Sequence[Parsed], ids: Collection[str]) -> bool:
    """Whether every mixture of the states that boxes are in has the habits that the first state has."""
    if len({newline for state in states for newline in document(state).file.breaks}) > 1:
        return False
    first, *later = (_votes_by_box(document(state), ids) for state in states)
    cast: dict[str, Counter[object]] = defaultdict(Counter)
    for box in first.values():
        for habit, value in box:
            cast[habit][value] += 1
    return all(
        _is_settled(habit, cast[habit], [[_of(habit, state[id]) for state in (first, *later)] for id in ids])
        for habit in _HABITS
    )


def _votes_by_box(document: Document, ids: Collection[str]) -> Mapping[str, Sequence[Vote]]:
    """The votes for the layout of a file that its boxes have, and under "" those of all else."""
    boxes = {locate_node(document, id).path: id for id in ids}
    found: dict[str, list[Vote]] = defaultdict(list)
    for path, vote in (*votes(document.file.outline), *pointer_votes(document)):
        found[boxes.get(path[:_BOX], "")].append(vote)
    return found


def _of(habit: str, cast: Iterable[Vote]) -> tuple[object, ...]:
    return tuple(value for name, value in cast if name == habit)


def _is_settled(habit: str, cast: Counter[object], boxes: Sequence[Sequence[tuple[object, ...]]]) -> bool:
    """Whether one value has the most votes for a habit in every mixture of the states of boxes.

    Args:
        habit: its name.
        cast: the votes of the whole file in its first state.
        boxes: the votes of each box in each state, the first one first.
    """
    changing = [states for states in boxes if len(set(states)) > 1]
    if not changing:
        return True
    default = _HABITS[habit]
    winner = cast.most_common(1)[0][0] if cast else default
    least = cast[winner] - sum(s[0].count(winner) - min(v.count(winner) for v in s) for s in changing)
    others = {value for states in changing for one in states for value in one} | set(cast)
    most = max((_most(value, cast, changing) for value in others - {winner}), default=0)
    return least > most or (most == 0 and winner == default)


def _most(value: object, cast: Counter[object], boxes: Sequence[Sequence[tuple[object, ...]]]) -> int:
    """The most votes that a value has in any mixture."""
    return cast[value] + sum(max(v.count(value) for v in s) - s[0].count(value) for s in boxes)
