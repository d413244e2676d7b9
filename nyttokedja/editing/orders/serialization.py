"""Order ↔ plain data, as JSON has it: ``{"do": "link", "source": "a", "target": "b", "facts": {}}``.

``do`` is the kind of order; the other keys are the names of its fields. Those that may be left out have the
values that the classes give them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from nyttokedja.editing.orders.model import KINDS, Order
from nyttokedja.errors import NyttokedjaError

_KIND = "do"


class MalformedOrder(NyttokedjaError):
    """Data that is no order: a mistake in the program that sent it, said in an English sentence."""


def to_data(order: Order) -> dict[str, Any]:
    """An order as plain data that `from_data` makes the same order of; what is left to its default too."""
    kind = next(name for name, kind in KINDS.items() if kind is type(order))
    return {_KIND: kind} | {field.name: _plain(getattr(order, field.name)) for field in fields(order)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    return list(value) if isinstance(value, tuple) else value


def from_data(data: object, kinds: Mapping[str, type] = KINDS) -> Any:
    """The order that plain data says.

    Args:
        data: a mapping, as JSON has it.
        kinds: the name of an order → its class; others than those of the commands may be among them.

    Raises:
        MalformedOrder: it is no mapping, of no kind, lacks a key, or has one that is unknown or holds
            something else than it should.
    """
    if not isinstance(data, Mapping):
        raise MalformedOrder("An order is a mapping of keys to values.")
    kind = data.get(_KIND)
    order = kinds.get(kind) if isinstance(kind, str) else None
    if order is None:
        raise MalformedOrder(f"The key “{_KIND}” of an order is one of: {', '.join(kinds)}.")
    known = {field.name: field for field in fields(order)}
    unknown = [key for key in data if key != _KIND and key not in known]
    if unknown:
        raise MalformedOrder(
            f"The order “{kind}” has no key {_quoted(unknown)}. Its keys are: {', '.join(known)}."
        )
    missing = [name for name, field in known.items() if name not in data and _is_required(field)]
    if missing:
        raise MalformedOrder(f"The order “{kind}” lacks {_quoted(missing)}.")
    return order(**{name: _read(field, data[name]) for name, field in known.items() if name in data})


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _quoted(keys: list[Any]) -> str:
    return ", ".join(f"“{key}”" for key in keys)


def _read(field: Field[Any], value: object) -> Any:
    """A value of a field, lists as tuples.

    Raises:
        MalformedOrder: it is none that the field may have.
    """
    fits, meant, made = _TYPES[str(field.type)]
    if not fits(value):
        raise MalformedOrder(f"The key “{field.name}” of an order holds {meant}.")
    return made(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_text, value))


def _maps(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, Mapping) and all(_is_text(key) and fits(held) for key, held in value.items())
    )


_TYPES: Mapping[str, tuple[Callable[[object], bool], str, Callable[[Any], Any]]] = {
    "str": (_is_text, "a text", str),
    "str | None": (lambda value: value is None or _is_text(value), "a text or null", lambda value: value),
    "bool": (lambda value: isinstance(value, bool), "true or false", bool),
    "tuple[str, ...]": (_are_texts, "a list of texts", tuple),
    "Mapping[str, str]": (_maps(_is_text), "a mapping of texts to texts", dict),
    "Mapping[str, tuple[str, ...]]": (
        _maps(_are_texts),
        "a mapping of texts to lists of texts",
        lambda value: {key: tuple(held) for key, held in value.items()},
    ),
}
"""A field's type as written in `model` → whether a value is one, what that is called, and how it is made."""
