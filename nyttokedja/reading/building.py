"""Parts that fit the schema → Chain. Whatever was left out for its faults is simply not there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from nyttokedja.model import periods as dates
from nyttokedja.model.chain import (
    LEADS_TO,
    POINTERS,
    SECTIONS,
    Acceptance,
    Action,
    Chain,
    Link,
    Node,
    NodeType,
    Note,
    title_from,
)
from nyttokedja.model.elsewhere import names_other_chain
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.scales import step_of
from nyttokedja.model.stage import Stage
from nyttokedja.reading.fields import (
    items_of,
    key_spans,
    parts_of,
    period_at,
    references_at,
    strings_of,
    text_at,
    value_at,
)
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart, span_of
from nyttokedja.reading.planning import (
    about_of,
    approvals_of,
    conversion_of,
    decision_of,
    handover_of,
    ratings_of,
    stories_of,
)
from nyttokedja.reading.valuing import calculation_of, value_of_box


def build(root: MappingPart, language: str, faulty: Collection[tuple[Any, ...]] = ()) -> Chain:
    """The chain in a file's canonical parts.

    Args:
        root: the whole file, as `nyttokedja.language.validators.fit` leaves it.
        language: that of the texts, where the file does not say it.
        faulty: (section, id) of the nodes that lost a part to a fault.
    """
    parts = parts_of(root)
    nodes, doubled = _nodes(parts, frozenset(faulty))
    stage = text_at(parts, "stage")
    spans = key_spans(root)
    return Chain(
        title=text_at(parts, "title"),
        language=text_at(parts, "language") or language,
        said_stage=Stage(stage) if stage else None,
        reference=bool(value_at(parts, "reference")),
        about=about_of(parts.get("about")),
        nodes=tuple(nodes),
        doubled=tuple(doubled),
        calculation=calculation_of(parts.get("calculation"), spans.get("calculation", NOWHERE)),
        prioritising=ratings_of(parts.get("prioritising")),
        decision=decision_of(parts.get("decision"), spans.get("decision", NOWHERE)),
        approved=approvals_of(parts.get("approved")),
        handover=handover_of(parts.get("handover"), spans.get("handover", NOWHERE)),
        success_stories=stories_of(parts.get("success_stories")),
        notes=tuple(_note(part) for part in items_of(parts.get("notes"))),
        accepted=tuple(_acceptance(part) for part in items_of(parts.get("accepted"))),
        none=frozenset(kind for key, kind in SECTIONS.items() if value_at(parts, key) == "none"),
        span=span_of(parts["title"]) if "title" in parts else NOWHERE,
        spans=spans,
    )


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
    parts = parts_of(part)
    titled = parts.get("title") if parts else part
    title, title_span = title_from(key.value), span_of(key)
    if isinstance(titled, ScalarPart) and isinstance(titled.value, str):
        title, title_span = titled.value, span_of(titled)
    links, elsewhere = _links(key.value, parts.get(LEADS_TO))
    fields = {_FIELDS.get(name, name): read(parts, name) for name in parts if (read := _READERS.get(name))}
    return Node(
        id=key.value,
        type=kind,
        title=title,
        span=span_of(key),
        title_span=title_span,
        links=tuple(links),
        elsewhere=tuple(elsewhere),
        spans=key_spans(part),
        faulty=faulty,
        **fields,
    )


def _links(source: str, part: Part | None) -> tuple[list[Link], list[Link]]:
    """The arrows out of a node: those within the chain, and those to boxes of other chains."""
    links: list[Link] = []
    elsewhere: list[Link] = []
    for item in items_of(part):
        link = _link(source, item)
        (elsewhere if names_other_chain(link.target) else links).append(link)
    return links, elsewhere


def _link(source: str, part: Part) -> Link:
    if isinstance(part, ScalarPart):
        return Link(source, str(part.value), span_of(part))
    parts = parts_of(part)
    return Link(
        source,
        text_at(parts, "to"),
        span_of(parts["to"]),
        because=text_at(parts, "because"),
        evidence=text_at(parts, "evidence"),
        strength=text_at(parts, "link"),
    )


def _actions(parts: Mapping[str, Part], key: str) -> tuple[Action, ...]:
    return tuple(_action(part) for part in items_of(parts[key]))


def _action(part: Part) -> Action:
    if isinstance(part, ScalarPart):
        return Action(str(part.value), span_of(part))
    parts = parts_of(part)
    who, due = text_at(parts, "who"), period_at(parts, "due")
    return Action(text_at(parts, "what"), span_of(part), who, due, _done(parts))


def _done(parts: Mapping[str, Part]) -> dates.Period | bool | None:
    said = value_at(parts, "done")
    return said if isinstance(said, bool) else period_at(parts, "done")


def _indicators(parts: Mapping[str, Part], key: str) -> tuple[Indicator, ...]:
    part = parts[key]
    entries = part.entries if isinstance(part, MappingPart) else ()
    return tuple(_indicator(key, value) for key, value in entries)


def _indicator(key: ScalarPart, part: Part) -> Indicator:
    parts = parts_of(part)
    scale = strings_of(parts.get("scale"))
    title = part.value if isinstance(part, ScalarPart) and part.value else text_at(parts, "title")
    return Indicator(
        id=key.value,
        title=title or title_from(key.value),
        span=span_of(key),
        text=text_at(parts, "text"),
        unit=text_at(parts, "unit"),
        better=text_at(parts, "better"),
        scale=scale,
        baseline=_level(parts.get("baseline"), scale),
        target=_level(parts.get("target"), scale),
        source=text_at(parts, "source"),
        every=text_at(parts, "every"),
        measured_by=text_at(parts, "measured_by"),
        judged_by=text_at(parts, "judged_by"),
        measures=text_at(parts, "measures"),
        measurements=tuple(_measurements(parts.get("measurements"), scale)),
    )


def _level(part: Part | None, scale: tuple[str, ...]) -> Level | None:
    if part is None:
        return None
    parts = parts_of(part)
    value, word = _measured(parts.get("value", part), scale)
    when = period_at(parts, "date")
    source, comment, of = (text_at(parts, key) for key in ("source", "comment", "of"))
    return Level(value, span_of(part), when, source, comment, of, word)


def _measurements(part: Part | None, scale: tuple[str, ...]) -> Iterator[Measurement]:
    for key, held in part.entries if isinstance(part, MappingPart) else ():
        parts = parts_of(held)
        value, word = _measured(parts.get("value", held), scale)
        comment, judgement, action = (text_at(parts, name) for name in ("comment", "judgement", "action"))
        when = dates.parse(key.value)
        yield Measurement(when, value, span_of(key), comment, judgement, action, word)


def _measured(part: Part, scale: tuple[str, ...]) -> tuple[float, str]:
    """A number; where there is a scale, a step of it and the word for it."""
    assert isinstance(part, ScalarPart)
    if not scale:
        return float(part.value), ""
    step = step_of(part.value if isinstance(part.value, str) else part.written, scale)
    assert step is not None  # any other word has been left out for the fault that it is
    return float(step), scale[step]


def _note(part: Part) -> Note:
    if isinstance(part, ScalarPart):
        return Note(str(part.value), span_of(part))
    parts = parts_of(part)
    return Note(
        text_at(parts, "text"), span_of(part), text_at(parts, "origin"), strings_of(parts.get("tags"))
    )


def _acceptance(part: Part) -> Acceptance:
    parts = parts_of(part)
    return Acceptance(
        rule=text_at(parts, "rule"),
        at=references_at(parts, "at"),
        span=span_of(part),
        why=text_at(parts, "why"),
        decided_by=text_at(parts, "decided_by"),
        until=period_at(parts, "until"),
    )


_FIELDS = {"for": "receiver"}
"""Keys whose field in `Node` has another name."""

_TEXTS = (
    *("text", "origin", "uncertain", "owner", "category", "perspective", "for", "size", "size_because"),
    *("use", "adopted_in", "timing", "who", "consequence", "requires", "reports_to"),
)
_READERS: Mapping[str, Callable[[Mapping[str, Part], str], Any]] = {
    **dict.fromkeys(_TEXTS, text_at),
    **dict.fromkeys(("behaviour", "effect_goal", "beside", "needs_all", "met"), value_at),
    **dict.fromkeys(("when", "due"), period_at),
    **dict.fromkeys(POINTERS, references_at),
    "tags": lambda parts, key: strings_of(parts.get(key)),
    "actions": _actions,
    "conversion": conversion_of,
    "share": value_at,
    "value": value_of_box,
    "indicators": _indicators,
}
"""Canonical key of a node → how its field is read."""
