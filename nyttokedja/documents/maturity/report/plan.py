"""Where we want to be, and what is to be done: by whom, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nyttokedja.documents.maturity.parts import table_of
from nyttokedja.documents.maturity.report.told import Part, Told
from nyttokedja.documents.model import Block, Cell, Paragraph, Tone
from nyttokedja.model.chain import Action
from nyttokedja.model.handling import is_done, is_late
from nyttokedja.model.maturity import Tally
from nyttokedja.model.periods import Period


def wanted(told: Told) -> Part:
    """The levels aimed at, and what one sees there."""
    aimed = [tally for tally in told.compiled.tallies if tally.target]
    if not aimed:
        return [Paragraph(told.word("report", "no_targets"), Tone.MISSING)], []
    has_anchors = any(tally.statement.anchors for tally in aimed)
    names = ("statement", "now", "target", *(("sees",) if has_anchors else ()))
    rows: list[Sequence[Cell | str]] = []
    for tally in aimed:
        spread = told.spread(tally)
        sees = [tally.statement.anchor(tally.target)] if has_anchors else []
        now = told.median(spread.median if spread else None)
        rows.append([tally.statement.title, now, told.level(tally.target), *sees])
    columns = [told.column(name) for name in names]
    return [Paragraph(told.word("report", "targets")), table_of("", columns, rows)], []


def plan(told: Told) -> Part:
    """The actions by day, those without a day last; and what is aimed at with nothing to be done for it."""
    found = [(action, tally) for tally in told.compiled.tallies for action in tally.actions]
    blocks: list[Block] = []
    if found:
        names = ("what", "who", "due", "state", "statement")
        ordered = sorted(found, key=lambda pair: pair[0].due.last if pair[0].due else date.max)
        rows = [_row(told, action, tally) for action, tally in ordered]
        blocks.append(table_of("", [told.column(name) for name in names], rows))
    else:
        blocks.append(Paragraph(told.word("report", "no_actions"), Tone.MISSING))
    idle = tuple(
        tally.statement.title for tally in told.compiled.tallies if tally.target and not tally.actions
    )
    if found and idle:
        blocks.append(Paragraph(told.say("report", "without_actions", titles=idle), Tone.MISSING))
    return blocks, []


def _row(told: Told, action: Action, tally: Tally) -> Sequence[Cell | str]:
    due = Cell(action.due.written, action.due.last) if action.due else told.word("report", "no_day")
    who = action.who or told.word("report", "nobody_does")
    return action.what, who, due, state_of(told, action), tally.statement.title


def state_of(told: Told, action: Action) -> str:
    """Whether an action is done or late; "" where nothing says."""
    if is_done(action, told.today):
        if isinstance(action.done, Period):
            return told.say("report", "done_on", day=action.done.written)
        return told.word("report", "done")
    return told.word("report", "late") if is_late(action, told.today) else ""
