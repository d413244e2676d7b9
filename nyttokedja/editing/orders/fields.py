"""Orders about a field of a box, and about decisions → plans."""

from __future__ import annotations

from typing import Any

from nyttokedja.checking.rules import BY_NAME, Rule, can_be_ignored
from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import AddItem, Edit, Keys, RemoveItem, Set, Unset
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import locate
from nyttokedja.editing.orders.field_paths import aimed, field_named, key_shown
from nyttokedja.editing.orders.model import AcceptOrder, SetOrder, UnsetOrder
from nyttokedja.editing.orders.plan import BoxAfter, Plan, Statement
from nyttokedja.editing.orders.values import date_said, figure_said, value_said
from nyttokedja.editing.orders.words import exact_id, not_empty
from nyttokedja.language.forms import Form, root_form
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.fields import parts_of, strings_of

_FIGURES = frozenset({"level", "measurement"})
"""The `$defs` of the values of an indicator."""
_INDICATOR = 2
"""So many steps lead from a box to an indicator of it."""


def set_field(order: SetOrder, document: Document) -> Plan:
    """The plan of a `SetOrder`."""
    value = not_empty(order.value)
    id, field, form = _place(order.id, order.key, document)
    field, form = aimed(document, id, field, form, force=order.replace)
    edit = Set(id, field, _said(value, document, id, field, form))
    return Plan((edit,), (_about_field("set", document, id, field, value=value),))


def _said(value: str, document: Document, id: str, field: Keys, form: Form) -> Any:
    """The value that a text means in a place; of an indicator, one that it can have."""
    if form.name in _FIGURES or (form.holder in _FIGURES and form.key == "value"):
        here, rest = locate(document, id, field[:_INDICATOR])
        words = parts_of(here.part).get("scale") if not rest else None
        return figure_said(value, strings_of(words))
    return value_said(form, value, document.keys)


def unset_field(order: UnsetOrder, document: Document) -> Plan:
    """The plan of an `UnsetOrder`."""
    id, field, _ = _place(order.id, order.key, document)
    last = field[-1]
    edit: Edit = RemoveItem(id, field[:-1], last) if isinstance(last, int) else Unset(id, field)
    return Plan((edit,), (_about_field("unset", document, id, field),))


def _place(id: str, key: str, document: Document) -> tuple[str, Keys, Form]:
    """The id of a box, "" for the chain, with the keys and the form of a field of it."""
    id = exact_id(id) if id else ""
    return id, *field_named(locate(document, id, ())[0].form or root_form(), key, document.keys)


def _about_field(name: str, document: Document, id: str, field: Keys, **more: str) -> Statement:
    shown = {"node": BoxAfter(id), "key": key_shown(document, id, field), **more}
    return Statement(name if id else f"{name}-chain", shown)


def accept(order: AcceptOrder, document: Document) -> Plan:
    """The plan of an `AcceptOrder`."""
    rule = rule_named(order.rule)
    if rule is None:
        raise CannotEdit("no-rule", rule=order.rule)
    if not can_be_ignored(rule):
        raise CannotEdit("not-acceptable", rule=rule.code)
    at = exact_id(order.at)
    decision = {"rule": rule.code, "at": at, "why": not_empty(order.why)}
    decision["decided_by"] = not_empty(order.decided_by)
    if order.until is not None:
        decision["until"] = date_said(order.until)
    about = {"rule": rule.code, "node": BoxAfter(ARROW.split(at)[0])}
    return Plan((AddItem("", ("accepted",), decision),), (Statement("accept", about),))


def rule_named(name: str) -> Rule | None:
    """The rule of a code or a name, in any case."""
    return BY_NAME.get(name.upper()) or BY_NAME.get(name.lower())
