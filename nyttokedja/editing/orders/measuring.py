"""Orders about what was measured → plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Edit, Keys, Set
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import ids, locate
from nyttokedja.editing.orders.model import MeasureOrder
from nyttokedja.editing.orders.plan import BoxAfter, Plan, Statement
from nyttokedja.editing.orders.values import date_said, figure_said
from nyttokedja.editing.orders.words import not_empty
from nyttokedja.model.chain import title_from
from nyttokedja.model.spelling import fold, nearest
from nyttokedja.reading.parts import MappingPart, plain


class Spot(NamedTuple):
    """An indicator of a file: its box, its own id, and its title."""

    node: str
    id: str
    title: str
    unit: str
    scale: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called where several boxes have one of its id."""
        return f"{self.node}.{self.id}"


def measure(order: MeasureOrder, document: Document) -> Plan:
    """The plan of a `MeasureOrder`."""
    spot, day = indicator_named(order.indicator, document), date_said(order.date)
    at: Keys = ("indicators", spot.id, "measurements", day)
    value = _value(order.value, spot)
    said = {"comment": order.comment.strip(), "action": order.action.strip()}
    more = {key: text for key, text in said.items() if text}
    here, rest = locate(document, spot.node, at)
    known = None if rest else plain(here.part)
    if known is not None and not order.replace:
        raise CannotEdit("measured", indicator=spot.title, date=day, value=_shown(known), said=known)
    edits: tuple[Edit, ...] = (Set(spot.node, at, {"value": value, **more} if more else value),)
    if isinstance(here.part, MappingPart) and not rest:  # what else is said of it stays
        edits = tuple(Set(spot.node, (*at, key), text) for key, text in {"value": value, **more}.items())
    elif known is not None and more:
        edits = (Set(spot.node, at, value), *(Set(spot.node, (*at, key), more[key]) for key in more))
    about = {"node": BoxAfter(spot.node), "indicator": spot.title, "value": _shown(value), "date": day}
    return Plan(edits, (Statement("measure", about),))


def indicator_named(written: str, document: Document) -> Spot:
    """The indicator that a person means by its id, ``box.indicator`` or its title, whatever the case.

    Raises:
        CannotEdit: there is none, or there are several.
    """
    name, every = not_empty(written), tuple(_spots(document))
    for called in (_by_exact_name, _by_id, _by_title):
        found = [spot for spot in every if called(spot, name)]
        if len(found) == 1:
            return found[0]
        if found:
            names = tuple(spot.name for spot in found)
            raise CannotEdit("several-indicators", indicator=name, names=names)
    if not document.complete:
        raise CannotEdit("not-certain", id=name)
    if not every:
        raise CannotEdit("no-indicators")
    known = dict.fromkeys(word for spot in every for word in (spot.id, spot.name, spot.title))
    meant = nearest(name, known)
    if meant:
        raise CannotEdit("no-indicator-but", indicator=name, meant=meant)
    raise CannotEdit("no-indicator", indicator=name, known=tuple(dict.fromkeys(spot.name for spot in every)))


def _by_exact_name(spot: Spot, name: str) -> bool:
    return name == spot.name


def _by_id(spot: Spot, name: str) -> bool:
    return name == spot.id


def _by_title(spot: Spot, name: str) -> bool:
    said = fold(name)
    return bool(said) and said in (fold(spot.title), fold(spot.id), fold(spot.name))


def _spots(document: Document) -> Iterator[Spot]:
    for node in dict.fromkeys(ids(document)):
        if len(document.nodes[node]) > 1:
            continue  # nobody knows which of them is meant
        here, rest = locate(document, node, ("indicators",))
        if rest or not isinstance(here.part, MappingPart):
            continue
        for entry in here.part.entries:
            held = plain(entry.value)
            facts = held if isinstance(held, dict) else {"title": held}
            title = str(facts.get("title") or title_from(entry.key.value))
            scale = tuple(map(str, facts.get("scale") or ()))
            yield Spot(node, entry.key.value, title, str(facts.get("unit") or ""), scale)


def _value(written: str, spot: Spot) -> Any:
    """A measured value: a number, which the indicator's own unit may stand after, or a word of its scale."""
    text = not_empty(written)
    if spot.unit and not spot.scale and text.casefold().endswith(spot.unit.casefold()):
        text = text[: -len(spot.unit)].strip() or text
    return figure_said(text, spot.scale)


def _shown(known: Any) -> float | str:
    value = known.get("value") if isinstance(known, dict) else known
    return float(value) if isinstance(value, int | float) else str(value)
