"""Telling → JSON, as schemas/twin.schema.json says: the chain as it is drawn, verdicts, and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath
from typing import Any

from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import summed_up
from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.model.about import Uncertainty
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTERS, Chain, Node, NodeType
from nyttokedja.model.elsewhere import parted
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.findings import Span
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.periods import Period
from nyttokedja.model.pointers import Reference
from nyttokedja.reports.findings.diagnostics import diagnostics
from nyttokedja.reports.findings.json import finding_fields
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.twin.hindrances import Hindrances
from nyttokedja.reports.twin.model import Telling, subject_of
from nyttokedja.reports.twin.passages import Reading, backwards, forwards
from nyttokedja.reports.twin.read import Reader
from nyttokedja.reports.twin.wording import twin_words

SCHEMA = "twin.schema.json"

_APART = frozenset({"id", "type", "title", "links", "faulty", *POINTERS})
"""Fields of a node that stand elsewhere."""
_OURS = frozenset({"span", "spans", "title_span", "profile_from"})
"""Fields that no key of a chain gives."""
_KEYS: Mapping[str, str] = {"receiver": "for"}


def report(telling: Telling, context: ReportContext) -> str:
    """The whole chain, or what of it is drawn; nothing of where it lies or what made it, as in a picture."""
    checked = telling.checked
    subject = subject_of(checked)
    chain, graph = subject.chain, subject.graph
    judged = checked.excerpt.whole if checked.excerpt else graph
    back = {arrow.ends for arrow in group_arrows(graph).backward}
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja"},
            "file": PurePath(checked.source.name).name,
            "language": chain.language,
            "complete": checked.complete,
            "excerpt": _excerpt(checked.excerpt),
            "chain": _chain(chain),
            "nodes": [_node(node, checked, judged) for node in chain.nodes],
            "arrows": [_arrow(arrow, checked, backward=arrow.ends in back) for arrow in graph.arrows],
            "pointers": list(_pointers(graph)),
            "elsewhere": list(_elsewhere(chain)),
            "notes": [
                {"text": note.text, "origin": note.origin, "tags": list(note.tags)} for note in chain.notes
            ],
            "sentences": list(_sentences(telling, graph, chain.language)),
            "findings": _findings(checked, context),
        }
    )


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "title": chain.title,
        "stage": chain.stage.value,
        "stage_said": chain.said_stage is not None,
        "reference": chain.reference,
        "about": _plain(chain.about),
        "prioritising": _plain(chain.prioritising),
        "decision": _plain(chain.decision),
        "approved": _plain(chain.approved),
        "handover": _plain(chain.handover),
        "success_stories": _plain(tuple(story for story in chain.success_stories if story.consent)),
        "none": [kind.value for kind in NodeType if kind in chain.none],
    }


def _excerpt(excerpt: Excerpt | None) -> dict[str, Any] | None:
    if excerpt is None:
        return None
    return {
        "focus": excerpt.focus.id if excerpt.focus else None,
        "hops": excerpt.hops if excerpt.focus else None,
        "only": {key: list(values) for key, values in excerpt.only.items()},
        "boxes": {"shown": excerpt.boxes, "total": len(excerpt.whole.nodes)},
        "arrows": {"shown": excerpt.arrows, "total": len(excerpt.whole.arrows)},
    }


def _node(node: Node, checked: Checked, graph: Graph) -> dict[str, Any]:
    facts = {
        _KEYS.get(one.name, one.name): _plain(getattr(node, one.name))
        for one in fields(node)
        if one.name not in _APART | _OURS and getattr(node, one.name) != one.default
    }
    return {
        "id": node.id,
        "type": node.type.value,
        "kind": node.kind,
        "title": node.title,
        "place": checked.source.place(node.span)._asdict(),
        "facts": facts,
        "verdict": _verdict(node, graph) if node.type in IN_GRAPH else None,
    }


def _verdict(node: Node, graph: Graph) -> dict[str, bool]:
    return {
        "possible": node.id in graph.possible,
        "expected": node.id in graph.expected,
        "hindered": node.id in graph.hindered,
        "weakened": node.id in graph.weakened,
    }


def _arrow(arrow: Arrow, checked: Checked, *, backward: bool) -> dict[str, Any]:
    return {
        "source": arrow.source.id,
        "target": arrow.target.id,
        "place": checked.source.place(arrow.link.span)._asdict(),
        "because": arrow.link.because,
        "evidence": arrow.link.evidence,
        "link": arrow.link.strength or None,
        "backward": backward,
    }


def _pointers(graph: Graph) -> Iterator[dict[str, Any]]:
    for node in graph.chain.nodes:
        for key in POINTERS:
            for spot in graph.resolve_all(getattr(node, key)):
                source, target = spot.ends if isinstance(spot, Arrow) else (None, spot.id)
                yield {"node": node.id, "key": key, "source": source, "target": target}
        for link in node.links if node.type not in IN_GRAPH else ():
            if found := graph.find(link.target).node:
                yield {"node": node.id, "key": LEADS_TO, "source": None, "target": found.id}


def _elsewhere(chain: Chain) -> Iterator[dict[str, Any]]:
    for node in chain.nodes:
        for link in node.elsewhere:
            file, id = parted(link.target)
            why = {"because": link.because, "evidence": link.evidence, "link": link.strength or None}
            yield {"node": node.id, "file": file, "id": id, **why}


def _sentences(telling: Telling, graph: Graph, language: str) -> Iterator[dict[str, Any]]:
    words = twin_words(language)
    there = forwards(graph, telling.node)
    back = backwards(graph, telling.node, len(there.passages) + 1)
    yield from _of_reading(there, Reader(there, words, Hindrances(graph, words)))
    yield from _of_reading(back, Reader(back, words))


def _of_reading(reading: Reading, reader: Reader) -> Iterator[dict[str, Any]]:
    for passage in reading.passages:
        said = reader.sentence(passage)
        yield {
            "number": passage.number,
            "direction": "backwards" if reading.backwards else "forwards",
            "text": said.text,
            "items": list(said.items),
            "arrows": [list(arrow.ends) for arrow in passage.arrows],
        }


def _findings(checked: Checked, context: ReportContext) -> list[dict[str, Any]]:
    """As other reports have them, but for the file, which is the same for all."""
    found = []
    for diagnostic in diagnostics([summed_up(checked)], accepted=True):
        if diagnostic.finding is not None:
            data = finding_fields(diagnostic, diagnostic.finding, context)
            del data["file"]
            found.append(data | {"accepted": diagnostic.finding.accepted})
    return found


def _plain(value: Any) -> Any:
    """A value of the model as data, without what is empty."""
    if isinstance(value, Period):
        return value.written
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Reference):
        return value.written
    if isinstance(value, Uncertainty) and value.text:
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        held = ((one, getattr(value, one.name)) for one in fields(value) if one.name not in _OURS)
        return {one.name: _plain(said) for one, said in held if said != one.default and said != {}}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple) and not isinstance(value, Span):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
