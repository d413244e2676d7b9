"""A checked chain → the part of it that is asked for, as a chain of its own that anything can be made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from nyttokedja.checking.check import Checked
from nyttokedja.comparing.what_if import without
from nyttokedja.errors import CannotDraw
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.picture_settings import ONLY, PictureSettings
from nyttokedja.model.spelling import fold, nearest_box

_BESIDE = (NodeType.PRECONDITION, NodeType.OBSTACLE, NodeType.RISK, NodeType.COST)
_MOST = 12
"""So many values are named at most where one is not there."""


def excerpted(checked: Checked, settings: PictureSettings) -> Checked:
    """The part of a chain that some settings ask for, with what was found at its boxes; all, if none do.

    It has the boxes near the focus that fit, the arrows between them, and what stands in the way of those.
    Where boxes in between are left out there is no arrow in their place.

    Raises:
        CannotDraw: the box or a value that is asked for is not there.
    """
    graph = checked.graph
    if graph is None or not (settings.focus or settings.only):
        return checked
    focus = _focus(settings.focus, graph) if settings.focus else None
    wanted = _wanted(settings.only, graph)
    near = set(graph.nodes) if focus is None else _near(focus, settings.hops, graph)
    kept = _with_beside({id for id in near if _fits(graph.nodes[id], wanted)}, wanted, graph)
    part = without(graph, frozenset(graph.nodes.keys() - kept))
    chain = replace(part.chain, notes=(), doubled=())
    excerpt = Excerpt(graph, len(kept), len(part.arrows), focus, settings.hops, wanted)
    return replace(
        checked,
        chain=chain,
        graph=Graph(chain, graph.today, graph.tolerance),
        findings=tuple(finding for finding in checked.findings if finding.node in kept),
        excerpt=excerpt,
    )


# -- near a box -----------------------------------------------------------------------------------------


def _focus(written: str, graph: Graph) -> Node:
    found = graph.find(written).node
    if found is not None:
        return found
    if meant := nearest_box(written, graph.titles):
        raise CannotDraw("There is no box called {id}. Is {meant} meant?", id=written, meant=meant)
    raise CannotDraw("There is no box called {id}.", id=written)


def _near(focus: Node, hops: int, graph: Graph) -> set[str]:
    """What leads to a box and what follows from it, so many arrows away, and it itself.

    What stands beside the chain is where it stands.
    """
    if focus.type in IN_GRAPH:
        starts = {focus.id}
    else:
        spots = graph.resolve_all(focus.references)
        starts = {id for spot in spots for id in (spot.ends if isinstance(spot, Arrow) else (spot.id,))}
    before = _reached(starts, hops, lambda here: (arrow.source.id for arrow in graph.entering[here]))
    after = _reached(starts, hops, graph.heads)
    return {focus.id} | before | after


def _reached(starts: Iterable[str], hops: int, onward: Callable[[str], Iterable[str]]) -> set[str]:
    reached = set(starts)
    edge = set(starts)
    for _ in range(hops):
        edge = {head for id in edge for head in onward(id)} - reached
        reached |= edge
    return reached


# -- with a value ---------------------------------------------------------------------------------------


def _wanted(only: Iterable[str], graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Key → the values asked for, as the chain has them."""
    wanted: dict[str, list[str]] = {}
    for written in only:
        key, _, value = (part.strip() for part in written.partition("="))
        if key not in ONLY or not value:
            raise CannotDraw(
                "{written} is not KEY=VALUE, where KEY is one of {keys}.",
                written=written,
                keys=", ".join(ONLY),
            )
        wanted.setdefault(key, []).append(_meant(key, value, graph))
    return {key: tuple(dict.fromkeys(values)) for key, values in wanted.items()}


def _meant(key: str, value: str, graph: Graph) -> str:
    sought = _canonical(key).get(fold(value), value)
    known = dict.fromkeys(one for node in graph.nodes.values() for one in _values(node, key))
    for one in known:
        if fold(one) == fold(sought):
            return one
    names = ", ".join(list(known)[:_MOST]) + (" …" if len(known) > _MOST else "")
    if not known:
        raise CannotDraw("No box has {key}={value}, or any other {key}.", key=key, value=value)
    raise CannotDraw("No box has {key}={value}. There are: {names}.", key=key, value=value, names=names)


def _values(node: Node, key: str) -> tuple[str, ...]:
    """What a box has of a key, canonical where the format lists the values."""
    if key == "tag":
        return node.tags
    if key == "type":
        return tuple(dict.fromkeys((node.type.value, node.kind)))
    return (value,) if (value := getattr(node, key)) else ()


@cache
def _canonical(key: str) -> Mapping[str, str]:
    """A word for a listed value in any language → the value."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        if key == "type":
            for group in ("picture/boxes", "types"):
                found |= {fold(word): kind for kind, word in texts(language).group(group).items()}
        elif key in ("category", "perspective"):
            said = texts(language).group(f"picture/{key}")
            found |= {fold(word): value for value, word in said.items()}
            found |= {fold(words(language).value(value, key)): value for value in said}
    return found


def _fits(node: Node, wanted: Mapping[str, tuple[str, ...]]) -> bool:
    return all(set(map(fold, values)) & set(map(fold, _values(node, key))) for key, values in wanted.items())


def _with_beside(kept: set[str], wanted: Mapping[str, tuple[str, ...]], graph: Graph) -> set[str]:
    """With what stands in the way of what is kept, unless types are asked for; what itself is kept brings the
    boxes that it is about.
    """
    found = set(kept)
    for node in graph.chain.of(*_BESIDE):
        spots = graph.resolve_all(node.references)
        places = [set(spot.ends if isinstance(spot, Arrow) else (spot.id,)) for spot in spots]
        if node.id in kept and wanted:
            found |= {id for place in places for id in place}
        elif "type" not in wanted and any(place <= kept for place in places):
            found.add(node.id)
    return found
