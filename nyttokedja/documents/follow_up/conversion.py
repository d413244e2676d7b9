"""Where what is freed goes: cut from a budget, in place of hiring, invested, for something else, or kept."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import Said, missing, table
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.plan import Conversion

_COLUMNS = (("benefit", 2.2), ("kind", 1.6))


def conversion(told: Telling) -> Part:
    """What is decided for each benefit that frees money or time; and of which nothing is said."""
    return Part(tuple(_blocks(told)))


def undecided(told: Telling) -> tuple[Node, ...]:
    """The benefits that free resources without a budget being smaller, and do not say where these go."""
    found = told.nodes(NodeType.BENEFIT)
    return tuple(node for node in found if node.category == "redistribution" and not node.conversion)


def _blocks(told: Telling) -> Iterator[Block]:
    columns = (
        *(told.column(name, share) for name, share in _COLUMNS),
        told.column("amount", is_number=True),
        *(told.column(name, share) for name, share in (("from", 0.8), ("decided_by", 1.6), ("what", 2.4))),
    )
    found = [(node, one) for node in told.nodes(NodeType.BENEFIT) for one in node.conversion]
    yield from table(told.say("conversion"), columns, [_row(node, one, told) for node, one in found])
    if nothing := undecided(told):
        yield missing(told.say("undecided", n=len(nothing), boxes=told.titles(nothing)))
    elif not found:
        yield missing(told.say("nothing_to_convert"))


def _row(node: Node, one: Conversion, told: Telling) -> tuple[Said, ...]:
    amount = ""
    if one.amount is not None:
        number = told.figures.exact(one.amount)
        amount = told.say("hours", n=number) if one.unit == "hours" else number
        if one.unit == "money":
            amount = told.figures.whole(one.amount)
    return (
        told.title(node),
        told.value(one.kind, "kind"),
        amount,
        str(one.year) if one.year else "",
        one.decided_by,
        one.text.strip(),
    )
