"""Order + document → Plan: the edits that carry it out, and what is to be said of them.

For all who change chains on somebody's behalf: the commands, a board, an editor's server. From Python::

    from nyttokedja.editing.document import document
    from nyttokedja.editing.engine import edit_parsed
    from nyttokedja.editing.orders import LinkOrder, plan_order
    from nyttokedja.reading.parsed import Parsed

    parsed = Parsed(data, "kedja.yaml")
    plan = plan_order(LinkOrder("färre_besök", "frigjord_tid"), document(parsed))
    edited = edit_parsed(parsed, plan.edits)

Whether the chain is the worse for it is not judged here: callers compare the checks before and after
(`nyttokedja.checking.regressions`), and say what was done by `sentences`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.orders import arrows, boxes, fields, measuring
from nyttokedja.editing.orders.model import (
    AcceptOrder,
    AddOrder,
    LinkOrder,
    MeasureOrder,
    MoveOrder,
    Order,
    RemoveOrder,
    RenameOrder,
    RetitleOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
)
from nyttokedja.editing.orders.plan import Plan
from nyttokedja.editing.orders.sentences import sentences
from nyttokedja.editing.orders.serialization import MalformedOrder, from_data, to_data
from nyttokedja.language.codes import guessed

__all__ = [
    "AcceptOrder",
    "AddOrder",
    "LinkOrder",
    "MalformedOrder",
    "MeasureOrder",
    "MoveOrder",
    "Order",
    "Plan",
    "RemoveOrder",
    "RenameOrder",
    "RetitleOrder",
    "SetOrder",
    "UnlinkOrder",
    "UnsetOrder",
    "from_data",
    "plan_order",
    "sentences",
    "to_data",
]

PLANNERS: Mapping[type, Callable[[Any, Document], Plan]] = {
    AddOrder: boxes.add,
    LinkOrder: arrows.link,
    UnlinkOrder: arrows.unlink,
    SetOrder: fields.set_field,
    UnsetOrder: fields.unset_field,
    RetitleOrder: boxes.retitle,
    MoveOrder: boxes.move,
    RenameOrder: boxes.rename,
    RemoveOrder: boxes.remove,
    AcceptOrder: fields.accept,
    MeasureOrder: measuring.measure,
}
"""Kind of order → what it comes to in a file."""


def plan_order(order: Order, document: Document) -> Plan:
    """The edits that carry out an order in a file, with what is to be said of them.

    Some refusals come only when the edits are made, by `nyttokedja.editing.edit`: an id that is taken, say.

    Raises:
        CannotEdit: the order cannot be carried out; it says why, in the chain's language.
    """
    try:
        return PLANNERS[type(order)](order, document)
    except CannotEdit as error:
        source = document.file.source
        error.at(source.place, guessed(source.text), document.keys)
        raise
