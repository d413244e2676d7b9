"""A chain as plain data → the arrows that a drawing of it has, which importers read as the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.exporting.facts import leads
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTERS, SECTIONS


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two boxes: ``leads_to`` or a pointer.

    ``turned`` is one that is drawn from its head to its tail: a risk at a drawback, which drawn the other
    way would lead there.
    """

    kind: str
    tail: str
    head: str
    because: str = ""
    strength: str = ""
    turned: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the boxes that it is drawn from and to."""
        return (self.head, self.tail) if self.turned else (self.tail, self.head)

    @property
    def key(self) -> str:
        """What it is known by in a file."""
        return f"a-{self.kind}-{self.tail}→{self.head}"


def links_of(data: Mapping[str, Any]) -> Iterator[Link]:
    """The arrows between boxes that a chain may have, each once, in its order."""
    types = {
        id: kind.value
        for section, kind in SECTIONS.items()
        if isinstance(data.get(section), dict)
        for id in data[section]
    }
    for section in SECTIONS:
        for id, node in data[section].items() if isinstance(data.get(section), dict) else ():
            yield from _of_node(id, node or {}, types)


def _of_node(id: str, node: Mapping[str, Any], types: Mapping[str, str]) -> Iterator[Link]:
    seen: set[str] = set()
    for arrow in _listed(node.get(LEADS_TO)):
        target = arrow["to"]
        if target not in seen and target != id and leads(types[id], types.get(target, "")):
            yield Link(LEADS_TO, id, target, cleaned(arrow.get("because", "")), arrow.get("link", ""))
        seen.add(target)
    for key in POINTERS:
        for target in dict.fromkeys(map(str, _listed(node.get(key)))):
            if types.get(target, "") in IN_GRAPH:
                turned = key == "at" and types[target] == "drawback"
                yield Link(key, id, target, turned=turned)


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
