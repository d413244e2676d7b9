"""What is followed up when the project is over: who takes over, what they measure, and when next."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import Said, cell, facts_of, missing, table
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block
from nyttokedja.model.chain import Node
from nyttokedja.model.targets import next_measurement
from nyttokedja.reports.standings import Followed

_COLUMNS = (
    ("indicator", 2.4),
    ("box", 2.0),
    ("measured_by", 1.6),
    ("judged_by", 1.6),
    ("every", 1.2),
    ("next", 1.2),
)


def afterwards(told: Telling) -> Part:
    """The handover, and what is measured from then on."""
    return Part(tuple(_blocks(told)))


def _blocks(told: Telling) -> Iterator[Block]:
    source, handover = told.source, told.source.chain.handover
    kept = told.followed
    if handover:
        spots = source.graph.resolve_all(handover.followed_up)
        nodes = [spot for spot in spots if isinstance(spot, Node)]
        facts = (
            ("handed_to", handover.to),
            ("handed_on", handover.date.written if handover.date else ""),
            ("ready", handover.ready.strip()),
            ("followed_up", "; ".join(told.titles(nodes))),
        )
        yield from facts_of((source.word("follow-up-columns", name), text) for name, text in facts)
        if not handover.ready.strip():
            yield missing(told.say("not_ready"))
        ids = {node.id for node in nodes}
        kept = tuple(one for one in told.followed if one.node.id in ids) or kept
    else:
        yield missing(told.say("no_handover"))
    columns = [told.column(name, share) for name, share in _COLUMNS]
    yield from table(told.say("afterwards"), columns, [_row(one, told) for one in kept])
    if not kept:
        yield missing(told.say("nothing_followed"))


def _row(one: Followed, told: Telling) -> tuple[Said, ...]:
    indicator, today = one.indicator, told.source.today
    following = next_measurement(one.node, indicator, told.source.graph, today) if today else None
    every = told.source.said.word("questions/every", indicator.every) if indicator.every else ""
    return (
        told.called(one),
        told.title(one.node),
        indicator.measured_by,
        indicator.judged_by,
        every,
        cell(following.isoformat(), following) if following else "",
    )
