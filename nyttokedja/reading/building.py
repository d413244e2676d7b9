"""Parts that fit the schema → Chain. Whatever was left out for its faults is simply not there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from nyttokedja.model import periods as dates
from nyttokedja.model.chain import (
    LEADS_TO,
    POINTERS,
    SECTIONS,
    About,
    Acceptance,
    Action,
    Chain,
    Link,
    Node,
    NodeType,
    Note,
    Reference,
    title_from,
)
from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.ids import ARROW
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.stage import Stage
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart, span_of


def build(root: MappingPart, language: str, faulty: Collection[tuple[Any, ...]] = ()) -> Chain:
    """The chain in a file's canonical parts.

    Args:
        root: the whole file, as `nyttokedja.language.validators.fit` leaves it.
        language: that of the texts, where the file does not say it.
        faulty: (section, id) of the nodes that lost a part to a fault.
    """
    parts = _parts(root)
    nodes, doubled = _nodes(parts, frozenset(faulty))
    stage = _text(parts, "stage")
    return Chain(
        title=_text(parts, "title"),
        language=_text(parts, "language") or language,
        said_stage=Stage(stage) if stage else None,
        reference=bool(_value(parts, "reference")),
        about=_about(_parts(parts.get("about"))),
        nodes=tuple(nodes),
        doubled=tuple(doubled),
        notes=tuple(_note(part) for part in _items(parts.get("notes"))),
        accepted=tuple(_acceptance(part) for part in _items(parts.get("accepted"))),
        none=frozenset(kind for key, kind in SECTIONS.items() if _value(parts, key) == "none"),
        span=span_of(parts["title"]) if "title" in parts else NOWHERE,
        spans=_key_spans(root),
    )


def _parts(part: Part | None) -> dict[str, Part]:
    return {key.value: value for key, value in part.entries} if isinstance(part, MappingPart) else {}


def _key_spans(part: Part) -> Mapping[str, Span]:
    if not isinstance(part, MappingPart):
        return {}
    return {key.value: Span(key.start, key.end) for key, _ in part.entries}


def _value(parts: Mapping[str, Part], key: str) -> Any:
    part = parts.get(key)
    return part.value if isinstance(part, ScalarPart) else None


def _text(parts: Mapping[str, Part], key: str) -> str:
    value = _value(parts, key)
    return value if isinstance(value, str) else ""


def _period(parts: Mapping[str, Part], key: str) -> dates.Period | None:
    value = _value(parts, key)
    return None if value is None else dates.parse(value)


def _items(part: Part | None) -> tuple[Part, ...]:
    """The items of a list; one part alone is a list of one; nothing is none."""
    if isinstance(part, ListPart):
        return part.items
    if part is None or (isinstance(part, ScalarPart) and part.value is None):
        return ()
    return (part,)


def _strings(part: Part | None) -> tuple[str, ...]:
    return tuple(str(item.value) for item in _items(part) if isinstance(item, ScalarPart))


def _nodes(parts: Mapping[str, Part], faulty: Collection[Any]) -> tuple[list[Node], list[Node]]:
    nodes: dict[str, Node] = {}
    doubled = []
    for section, part in parts.items():
        kind = SECTIONS.get(section)
        if kind is None or not isinstance(part, MappingPart):
            continue
        for key, value in part.entries:
            node = _node(kind, key, value, (section, key.value) in faulty)
            if node.id in nodes:
                doubled.append(node)
            else:
                nodes[node.id] = node
    return list(nodes.values()), doubled


def _node(kind: NodeType, key: ScalarPart, part: Part, faulty: bool) -> Node:
    """A node from its mapping, from the string that is its title, or from its key alone."""
    parts = _parts(part)
    titled = parts.get("title") if parts else part
    title, title_span = title_from(key.value), span_of(key)
    if isinstance(titled, ScalarPart) and isinstance(titled.value, str):
        title, title_span = titled.value, span_of(titled)
    fields = {_FIELDS.get(name, name): read(parts, name) for name, read in _READERS.items() if name in parts}
    return Node(
        id=key.value,
        type=kind,
        title=title,
        span=span_of(key),
        title_span=title_span,
        links=tuple(_link(key.value, item) for item in _items(parts.get(LEADS_TO))),
        spans=_key_spans(part),
        faulty=faulty,
        **fields,
    )


def _link(source: str, part: Part) -> Link:
    if isinstance(part, ScalarPart):
        return Link(source, str(part.value), span_of(part))
    parts = _parts(part)
    return Link(
        source,
        _text(parts, "to"),
        span_of(parts["to"]),
        because=_text(parts, "because"),
        evidence=_text(parts, "evidence"),
        strength=_text(parts, "link"),
    )


def _references(parts: Mapping[str, Part], key: str) -> tuple[Reference, ...]:
    return tuple(_reference(item) for item in _items(parts.get(key)) if isinstance(item, ScalarPart))


def _reference(part: ScalarPart) -> Reference:
    ends = ARROW.split(str(part.value).strip())
    if len(ends) == 2:
        return Reference(ends[1], span_of(part), source=ends[0])
    return Reference(str(part.value), span_of(part))


def _actions(parts: Mapping[str, Part], key: str) -> tuple[Action, ...]:
    return tuple(_action(part) for part in _items(parts[key]))


def _action(part: Part) -> Action:
    if isinstance(part, ScalarPart):
        return Action(str(part.value), span_of(part))
    parts = _parts(part)
    who, due = _text(parts, "who"), _period(parts, "due")
    return Action(_text(parts, "what"), span_of(part), who, due, _done(parts))


def _done(parts: Mapping[str, Part]) -> dates.Period | bool | None:
    said = _value(parts, "done")
    return said if isinstance(said, bool) else _period(parts, "done")


def _indicators(parts: Mapping[str, Part], key: str) -> tuple[Indicator, ...]:
    part = parts[key]
    entries = part.entries if isinstance(part, MappingPart) else ()
    return tuple(_indicator(key, value) for key, value in entries)


def _indicator(key: ScalarPart, part: Part) -> Indicator:
    parts = _parts(part)
    title = part.value if isinstance(part, ScalarPart) and part.value else _text(parts, "title")
    return Indicator(
        id=key.value,
        title=title or title_from(key.value),
        span=span_of(key),
        text=_text(parts, "text"),
        unit=_text(parts, "unit"),
        better=_text(parts, "better"),
        baseline=_level(parts.get("baseline")),
        target=_level(parts.get("target")),
        source=_text(parts, "source"),
        every=_text(parts, "every"),
        measured_by=_text(parts, "measured_by"),
        judged_by=_text(parts, "judged_by"),
        measurements=tuple(_measurements(parts.get("measurements"))),
    )


def _level(part: Part | None) -> Level | None:
    if part is None:
        return None
    if isinstance(part, ScalarPart):
        return Level(float(part.value), span_of(part))
    parts = _parts(part)
    value = float(_value(parts, "value"))
    when = _period(parts, "date")
    return Level(value, span_of(part), when, _text(parts, "source"), _text(parts, "comment"))


def _measurements(part: Part | None) -> Iterator[Measurement]:
    for key, value in part.entries if isinstance(part, MappingPart) else ():
        parts = _parts(value)
        number = value.value if isinstance(value, ScalarPart) else _value(parts, "value")
        said = (_text(parts, name) for name in ("comment", "judgement", "action"))
        yield Measurement(dates.parse(key.value), float(number), span_of(key), *said)


def _note(part: Part) -> Note:
    if isinstance(part, ScalarPart):
        return Note(str(part.value), span_of(part))
    parts = _parts(part)
    return Note(_text(parts, "text"), span_of(part), _text(parts, "origin"), _strings(parts.get("tags")))


def _acceptance(part: Part) -> Acceptance:
    parts = _parts(part)
    return Acceptance(
        rule=_text(parts, "rule"),
        at=_references(parts, "at"),
        span=span_of(part),
        why=_text(parts, "why"),
        decided_by=_text(parts, "decided_by"),
        until=_period(parts, "until"),
    )


def _about(parts: Mapping[str, Part]) -> About:
    alternatives = _parts(parts.get("alternatives"))
    perspectives = _parts(parts.get("perspectives"))
    horizon = _value(parts, "horizon")
    return About(
        organisation=_text(parts, "organisation"),
        contact=_text(parts, "contact"),
        purpose=_text(parts, "purpose"),
        now=_text(alternatives, "now"),
        new=_text(alternatives, "new"),
        perspectives={name: _text(perspectives, name) for name in perspectives},
        not_included=_text(parts, "not_included"),
        horizon=None if horizon is None else float(horizon),
        assumptions=_text(parts, "assumptions"),
        uncertainty=_text(parts, "uncertainty"),
        summary=_text(parts, "summary"),
    )


_FIELDS = {"for": "receiver"}
"""Keys whose field in `Node` has another name."""

_TEXTS = (
    *("text", "origin", "uncertain", "owner", "category", "perspective", "for", "size", "size_because"),
    *("use", "adopted_in", "timing", "who", "consequence", "requires"),
)
_READERS: Mapping[str, Callable[[Mapping[str, Part], str], Any]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(("behaviour", "effect_goal", "beside", "met"), _value),
    **dict.fromkeys(("when", "due"), _period),
    **dict.fromkeys(POINTERS, _references),
    "tags": lambda parts, key: _strings(parts.get(key)),
    "actions": _actions,
    "indicators": _indicators,
}
"""Canonical key of a node → how its field is read."""
