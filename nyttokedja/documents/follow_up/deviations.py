"""What deviates, why, and what is done about it; and what is in the way or has not been measured in time."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.outcome import summed_up
from nyttokedja.documents.blocks import listed, missing, table
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block, Paragraph
from nyttokedja.model.handling import is_done
from nyttokedja.model.standings import Verdict
from nyttokedja.reports.findings.groups import groups
from nyttokedja.reports.standings import Followed

BEHIND = frozenset({
    Verdict.MISSED, Verdict.OVERDUE, Verdict.NOT_REACHED, Verdict.CLOSELY, Verdict.BEHIND, Verdict.WORSE,
})  # fmt: skip
"""The verdicts that are deviations."""

_JUDGED = BEHIND | {Verdict.REACHED, Verdict.ON_COURSE}

_IN_THE_WAY = ("NK508", "NK512", "NK602", "NK605", "NK607", "NK608", "NK609")
"""Codes of what is said of measurements that are late, actions past due, and what is in the way."""

_COLUMNS = (("indicator", 2.0), ("box", 1.8), ("standing", 2.0), ("cause", 2.2), ("new_action", 2.6))


def is_behind(one: Followed) -> bool:
    """Whether an indicator deviates from its plan, or nobody has measured since its target was due."""
    return one.is_overdue or bool(one.stands and one.stands.verdict in BEHIND)


def is_late(one: Followed) -> bool:
    """Whether nobody has measured since the target was due, so that it is not known how it went."""
    return one.is_overdue or bool(one.stands and one.stands.verdict is Verdict.OVERDUE)


def deviations(told: Telling) -> Part:
    """A row an indicator that deviates; then what is late or in the way."""
    return Part(tuple(_deviations(told)))


def _deviations(told: Telling) -> Iterator[Block]:
    found = [one for one in told.followed if is_behind(one)]
    if not any(one.made for one in told.followed):
        yield missing(told.say("nothing_measured"))
    elif not any(one.stands and one.stands.verdict in _JUDGED for one in told.followed) and not found:
        yield missing(told.say("nothing_judged"))
    elif not found:
        yield Paragraph(told.say("no_deviations"))
    columns = [told.column(name, share) for name, share in _COLUMNS]
    rows = [
        (told.called(one), told.title(one.node), told.standing(one), _cause(one, told), actions_of(one, told))
        for one in found
    ]
    yield from table(told.say("deviations"), columns, rows)
    late = [
        group
        for group in groups(summed_up(told.source.checked), verbose=False)
        if group.first.code in _IN_THE_WAY and not group.first.accepted
    ]
    if late:
        yield Paragraph(told.say("in_the_way"))
        yield from listed(group.message for group in late)


def _cause(one: Followed, told: Telling) -> str:
    said = (one.made.judgement, one.made.comment) if one.made else ()
    return "\n".join(filter(None, said)) or told.say("no_cause")


def actions_of(one: Followed, told: Telling) -> str:
    """What is done about an indicator: what its measurement says, else what is left to do at its box."""
    if one.made and one.made.action:
        return one.made.action
    left = [action for action in one.node.actions if not is_done(action, told.source.today)]
    said = [
        ", ".join(filter(None, (action.what, action.who, action.due.written if action.due else "")))
        for action in left
    ]
    return "\n".join(said) or told.say("no_action")


def has_action(one: Followed, told: Telling) -> bool:
    """Whether something is said to be done about an indicator."""
    left = [action for action in one.node.actions if not is_done(action, told.source.today)]
    return bool(left or (one.made and one.made.action))
