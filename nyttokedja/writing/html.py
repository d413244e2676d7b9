"""The elements of a page, and their HTML: the only place where text becomes markup.

A child that is a text is escaped, whatever it is; only what is wrapped as `Raw` stands as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from nyttokedja.language.safe_text import BIDI, NOT_XML

_VOID = frozenset({"meta", "link", "input", "br", "hr"})
"""Elements that have no end."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Markup of our own: a picture, a script, a style."""

    markup: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One element: its name, its attributes in order, and what is in it."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...] = ()


Node = Tag | Raw | str


def tag(name: str, /, *children: Node, **attributes: str | bool | None) -> Tag:
    """An element; ``data_node`` is written ``data-node``, and ``class_`` ``class``.

    Of attributes, True is written without a value; False and None are left out.
    """
    written = {
        _name(key): "" if value is True else value
        for key, value in attributes.items()
        if value is not None and value is not False
    }
    return Tag(name, written, children)


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def joined(nodes: Iterable[Node], between: str = ", ") -> tuple[Node, ...]:
    """The nodes with a text between each two."""
    parts: list[Node] = []
    for node in nodes:
        parts += [between, node] if parts else [node]
    return tuple(parts)


def html(node: Node) -> str:
    """The HTML of an element and all that is in it."""
    pieces: list[str] = []
    _write(node, pieces.append)
    return "".join(pieces)


def _write(node: Node, put: Callable[[str], None]) -> None:
    if isinstance(node, Tag):
        put(f"<{node.name}")
        for name, value in node.attributes.items():
            put(f' {name}="{_escaped(value)}"' if value else f" {name}")
        put(">")
        if node.name not in _VOID:
            for child in node.children:
                _write(child, put)
            put(f"</{node.name}>")
    else:
        put(_escaped(node) if isinstance(node, str) else node.markup)


@lru_cache(4096)  # a title stands in a page ten times
def _escaped(text: str) -> str:
    return escape(NOT_XML.sub("\ufffd", BIDI.sub("", text)))
