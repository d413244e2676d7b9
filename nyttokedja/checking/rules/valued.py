"""What the rules of the calculation ask in common: valued boxes, their factors, and what is at fault."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.checking.rules.model import Review
from nyttokedja.language.schema import canonical
from nyttokedja.model.calculation import Calculation, Value
from nyttokedja.model.chain import Node

MONEY_KINDS = frozenset({"financial", "redistribution"})
"""The categories that money is put on."""

_MOST_DIGITS = 20

FREEING = ("hours", "before", "after")
"""The formulas of hours."""


def valued(review: Review, *types: str) -> Iterator[tuple[Node, Value]]:
    """The boxes with a value, of some types or any, where no part of it was lost to a fault."""
    for node in review.chain.nodes:
        if node.value is not None and not node.faulty and (not types or node.type in types):
            yield node, node.value


def holders(review: Review) -> Iterator[tuple[str, Calculation | Value]]:
    """What holds factors: the chain's own calculation, and each box with a value, with the box's id or ""."""
    if review.chain.calculation is not None and not lost_parts(review):
        yield "", review.chain.calculation
    for node, value in valued(review):
        yield node.id, value


def lost_parts(review: Review) -> bool:
    """Whether some part of the chain's own calculation did not fit the format and was left out."""
    return any(fault.path[:1] == ("calculation",) for fault in review.faults)


def boxes_that_lost_value(review: Review) -> frozenset[str]:
    """The boxes that may have lost a part of what they are worth to a fault: not one of another field."""
    defs = canonical()["$defs"]
    known = {*defs["benefit"]["properties"], *defs["drawback"]["properties"], *defs["cost"]["properties"]}
    return frozenset(
        str(fault.path[1])
        for fault in review.faults
        if len(fault.path) > 1
        and (len(fault.path) == 2 or fault.path[2] not in known or fault.path[2] == "value")
    )


def plain(number: Decimal) -> str:
    """A number as a file has it, without what adds nothing: 0.5, 12, 1500."""
    if abs(number.adjusted()) > _MOST_DIGITS:
        return str(number)
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
