"""A box, an arrow or a chain → its facts, flat: the path of each → its value, and how much it weighs.

What lists hold is known by what it is about: an action by what is done, a measurement by its date. Order
and layout are no facts, nor are white space and characters that nobody sees.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from nyttokedja.comparing.model import FieldChange, Scalar, Weight
from nyttokedja.model.about import Comparison, Uncertainty
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import (
    LEADS_TO,
    NAMING,
    POINTERS,
    SECTIONS,
    Acceptance,
    Action,
    Chain,
    Link,
    Node,
    NodeType,
    Note,
)
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import Period
from nyttokedja.model.plan import Approval, Conversion, Rating, SuccessStory
from nyttokedja.model.pointers import Reference
from nyttokedja.reading.hidden_characters import INVISIBLE, unseen

Path = tuple[str, ...]
Facts = Mapping[Path, Scalar]

_NO_FACTS = frozenset(
    {"span", "title_span", "spans", "faulty", "links", "id", "nodes", "doubled", "notes", "accepted", "none"}
)
"""What says where something stands, or is compared by itself."""
_NOTHING = (None, "", ())
_NO_IS_SAID = frozenset({"met", "done"})
"""Keys under which `false` is another thing than nothing."""
NAMED = frozenset(
    {
        *("indicators", "factors", "measurements", "actions", "notes", "accepted", "tags", *POINTERS),
        *("conversion", "approved", "followed_up", "success_stories", "behaviours", "technology"),
        "prioritising",
        LEADS_TO,  # of boxes of other chains
    }
)
"""Keys of lists, under which each item stands by what it is known by."""
_KNOWN_BY = {
    Indicator: "id",
    Link: "target",
    Factor: "id",
    Action: "what",
    Measurement: "date",
    Note: "text",
    Approval: "role",
    SuccessStory: "text",
    Comparison: "what",
    Rating: "criterion",
}
"""Kind of item → its field that it is known by, which is no further fact."""
_KEYS = {
    "receiver": "for",
    "said_stage": "stage",
    "profile_from": "profile",
    "word": "value",
    "elsewhere": LEADS_TO,
}
"""Names in the model that are other words in a file; a word of a scale comes in the place of its step."""
_WORDING = (
    *("title", "text", "tags", "origin", "uncertain", "because", "comment", "judgement", "consequence"),
    *("about", "notes", "language", "id", "success_stories", "consent"),
)
_DETAIL = (
    *(
        "owner",
        "when",
        "actions",
        "what",
        "who",
        "due",
        "met",
        "done",
        "indicators",
        "baseline",
        "measurements",
    ),
    *("beside", "for", "size", "size_because", "use", "timing"),
    *("value", "date", "source", "every", "measured_by", "judged_by", "action"),
    *("rule", "why", "decided_by", "until"),
    *(
        "of",
        "share",
        "measures",
        "calculation",
        "start",
        "horizon",
        "rate",
        "first_year",
        "price_year",
        "currency",
    ),
    *("work_year", "factors", "likely", "lowest", "highest", "formula", "kind", "as_of", "yearly", "hours"),
    *("before", "after", "profile", "pool"),
    *("conversion", "reports_to", "amount", "year"),
    *("prioritising", "level"),
    *("decision", "by", "approved", "role", "handover", "to", "followed_up", "ready"),
)
_REASONING = (
    *("type", "target", "effect_goal", "adopted_in", "category", "perspective", "behaviour"),
    *("requires", "strength", "evidence", "needs_all", *NAMING),
    *("better", "scale", "unit", "accepted", "reference", "stage"),
)
_WEIGHTS: Mapping[str, Weight] = {
    **dict.fromkeys(_WORDING, Weight.WORDING),
    **dict.fromkeys(_DETAIL, Weight.DETAIL),
    **dict.fromkeys(_REASONING, Weight.REASONING),
}
"""Key → how much a fact under it weighs; the keys of `about` weigh what it does itself."""


_AS_A_WHOLE = frozenset({"conversion", "prioritising", "decision", "approved", "handover", "success_stories"})
"""Keys of plans under which all weighs what the key does: nothing there is reasoning of the chain."""


def weight_of(path: Path) -> Weight:
    """How much a fact weighs, by the keys on the way to it."""
    keys = [step for step, is_name in steps(path) if not is_name]
    if whole := _AS_A_WHOLE.intersection(keys):
        return _WEIGHTS[min(whole)]
    weights = [_WEIGHTS.get(key, Weight.DETAIL) for key in keys]
    if Weight.REASONING in weights or keys[0] in SECTIONS:
        return Weight.REASONING
    return Weight.WORDING if Weight.WORDING in (weights[0], weights[-1]) else Weight.DETAIL


def steps(path: Path) -> Iterator[tuple[str, bool]]:
    """The steps of a path, each with whether it is the name of an item, which somebody chose, and no key."""
    is_name = False
    for step in path:
        yield step, is_name
        is_name = not is_name and step in NAMED


def of_node(node: Node, renamed: Mapping[str, str]) -> Facts:
    """All that a box says, but for its id and its arrows; what it points at by its id of now."""
    return dict(_of(node, (), renamed))


def of_nodes(graph: Graph) -> Mapping[str, Facts]:
    """Id → all that the box says, kept with the graph: a version is compared with what was and what came."""
    if graph not in _KEPT:
        _KEPT[graph] = {id: of_node(node, {}) for id, node in graph.nodes.items()}
    return _KEPT[graph]


_KEPT: WeakKeyDictionary[Graph, Mapping[str, Facts]] = WeakKeyDictionary()


def of_indicator(indicator: Indicator) -> Facts:
    """What is said of an indicator besides its name, its title and what has been measured."""
    said = replace(indicator, title="", measurements=())
    return dict(_of(said, (), {}))


def besides_title(node: Node) -> Facts:
    """What is told of a box that comes or goes, besides its title and type."""
    return {path: value for path, value in of_node(node, {}).items() if path[0] not in ("title", "type")}


def of_link(link: Link) -> Facts:
    """What is said of an arrow."""
    facts = {"because": link.because, "evidence": link.evidence, "strength": link.strength}
    return {(key,): value for key, value in facts.items() if seen(value)}


def seen(text: str) -> str:
    """A text as people see it: spaces and line breaks are one space, and nothing in it is invisible."""
    if text.isascii():
        return " ".join(text.split())
    if INVISIBLE.search(text):
        hidden = set(unseen(text))
        text = "".join(character for at, character in enumerate(text) if at not in hidden)
    return " ".join(unicodedata.normalize("NFC", text).split())


def comparable(facts: Facts) -> frozenset[tuple[Path, Scalar]]:
    """The facts, equal where people see the same."""
    return frozenset((path, _seen(value)) for path, value in facts.items())


def _seen(value: Scalar) -> Scalar:
    return seen(value) if isinstance(value, str) else value


def of_chain(chain: Chain, renamed: Mapping[str, str]) -> Facts:
    """What a chain says besides its boxes and their arrows."""
    facts = dict(_of(chain, (), renamed))
    facts |= {(kind.section,): "none" for kind in NodeType if kind in chain.none}
    facts |= dict(_listed(chain.notes, ("notes",), renamed))
    return facts | dict(_listed(chain.accepted, ("accepted",), renamed))


def changes(before: Facts, after: Facts) -> tuple[FieldChange, ...]:
    """The facts that differ, in the order of the later ones, then those that are gone."""
    if before == after:
        return ()
    paths = [*after, *(path for path in before if path not in after)]
    return tuple(
        FieldChange(path, before.get(path), after.get(path), weight_of(path))
        for path in paths
        if _seen(before.get(path)) != _seen(after.get(path))
    )


def _of(value: Any, path: Path, renamed: Mapping[str, str]) -> Iterator[tuple[Path, Scalar]]:
    """The facts of a value of the model."""
    for name, key in _said(value.__class__):
        held = getattr(value, name)
        if held not in _NOTHING:
            yield from _fact(held, (*path, key) if key else path, renamed)


@cache
def _said(model: type) -> tuple[tuple[str, str], ...]:
    """The fields of a class of the model that are facts, each with its key; "" for what stands for all."""
    keys = {**_KEYS, "text": ""} if model is Uncertainty else _KEYS
    left = {*_NO_FACTS, "source"} if model is Link else _NO_FACTS  # the box that it stands at
    return tuple((f.name, keys.get(f.name, f.name)) for f in fields(model) if f.name not in left)


def _fact(value: Any, path: Path, renamed: Mapping[str, str]) -> Iterator[tuple[Path, Scalar]]:
    if value in _NOTHING or (value is False and path[-1] not in _NO_IS_SAID):
        return
    if isinstance(value, tuple):
        yield from _listed(value, path, renamed)
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _fact(held, (*path, str(key)), renamed)
    elif isinstance(value, Enum):
        yield path, str(value.value)
    elif isinstance(value, Period):
        yield path, value.written
    elif isinstance(value, str):
        yield from ([(path, value)] if seen(value) else [])
    elif isinstance(value, int | float | Decimal):
        yield path, float(value) if isinstance(value, Decimal) else value
    else:
        yield from _of(value, path, renamed)


def _listed(items: tuple[Any, ...], path: Path, renamed: Mapping[str, str]) -> Iterator[tuple[Path, Scalar]]:
    """The facts of a list, each item under what it is known by; several known by the same are counted."""
    if items and (isinstance(items[0], Decimal) or path[-1] == "scale"):  # they mean something by their order
        yield path, ", ".join(one if isinstance(one, str) else f"{one:f}" for one in items)
        return
    counts: Counter[str] = Counter()
    for item in items:
        name = _known_by(item, renamed)
        counts[name] += 1
        here = (*path, name if counts[name] == 1 else f"{name} ({counts[name]})")
        yield here, True
        if is_dataclass(item) and not isinstance(item, Reference):
            own = (*here, _KNOWN_BY.get(type(item), ""))
            yield from ((path, value) for path, value in _of(item, here, renamed) if path != own)


def _known_by(item: Any, renamed: Mapping[str, str]) -> str:
    if isinstance(item, Reference):
        return _written(item, renamed)
    if isinstance(item, Acceptance):
        return f"{item.rule} {', '.join(_written(reference, renamed) for reference in item.at)}"
    if isinstance(item, Conversion):
        return seen(" ".join(str(one) for one in (item.kind, item.year) if one) or item.text)
    known = getattr(item, _KNOWN_BY[type(item)]) if type(item) in _KNOWN_BY else item
    return known.written if isinstance(known, Period) else seen(str(known))


def _written(reference: Reference, renamed: Mapping[str, str]) -> str:
    """A pointer with the ids of now."""
    ends = [renamed.get(id, id) for id in (reference.source, reference.target) if id is not None]
    return " -> ".join(ends)
