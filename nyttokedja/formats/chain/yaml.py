"""Canonical data → the text of a chain file, in the words of one language.

Sections come in the schema's order, nodes and their keys in the data's own. What fits in a line of
100 characters and is no node stands in flow style.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from nyttokedja.chain import SECTIONS
from nyttokedja.formats.chain.quoting import number, scalar
from nyttokedja.formats.chain.short import shortened
from nyttokedja.vocabulary import Form, root_form, words

_WIDTH = 100
_LONG = 8
"""A section with a node of more lines than this has a blank line between its nodes."""

_ALWAYS_BLOCK = frozenset({kind.value for kind in SECTIONS.values()} | {"about", "indicator", "acceptance"})
_FLOW_LISTS = frozenset({"leads_to", "references", "tags", ""})


def to_yaml(data: Mapping[str, Any], language: str = "sv", heading: str = "") -> str:
    """The text of a chain file.

    Args:
        data: the whole chain as plain data with canonical keys, fit for the schema.
        language: that of the keys and listed values: sv, nb or en.
        heading: what the comment at the top says; nothing where empty.

    Returns:
        The text, with one line break at its end. It is read back as `short.shortened` of the data.
    """
    writer = _Writer(language)
    blocks = [[f"# {line}".rstrip() for line in heading.splitlines()]] if heading.strip() else []
    short, form = shortened(data), root_form()
    head: list[str] = []
    for key in _ordered(short, form):
        lines = writer.entry(key, short[key], form, "")
        if _is_head(key, short[key]):
            head += lines
        else:
            blocks.append(_spaced(lines) if key in SECTIONS else lines)
    blocks.insert(1 if heading.strip() else 0, head)
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _ordered(data: Mapping[str, Any], form: Form) -> Iterable[str]:
    known = [key for key in form.schema["properties"] if key in data]
    return [*known, *(key for key in data if key not in known)]


def _is_head(key: str, value: Any) -> bool:
    return key in root_form().schema["properties"] and key not in SECTIONS and isinstance(value, str | int)


def _spaced(lines: list[str]) -> list[str]:
    """A section's lines, with blank ones between the nodes if any of these is long."""
    starts = [n for n, line in enumerate(lines) if n and line[:2] == "  " and line[2:3] not in (" ", "-")]
    if max((end - start for start, end in pairwise([*starts, len(lines)])), default=0) <= _LONG:
        return lines
    between = frozenset(starts[1:])
    return [part for n, line in enumerate(lines) for part in (("", line) if n in between else (line,))]


def _may_flow(value: Mapping[str, Any] | list[Any], form: Form | None) -> bool:
    """Whether a mapping or list is of a kind that reads well on one line, and holds only scalars."""
    parts = value if isinstance(value, list) else value.values()
    if any(isinstance(part, dict | list) for part in parts):
        return False
    if form is None:
        return True
    if isinstance(value, list):
        return form.name in _FLOW_LISTS
    return form.name not in _ALWAYS_BLOCK and "properties" in form.schema


class _Writer:
    """Data by its place in the schema → lines, in one language's words."""

    def __init__(self, language: str) -> None:
        self._language = language

    def entry(self, key: str, value: Any, form: Form | None, pad: str) -> list[str]:
        """A key with what it holds; ``form`` is that of the mapping it stands in."""
        head = f"{pad}{scalar(self._key(key, form))}:"
        held = form.within(key) if form else None
        inline = self._inline(value, held, _WIDTH - len(head) - 1)
        if inline is not None:
            return [f"{head} {inline}".rstrip(" ") if value is None else f"{head} {inline}"]
        if isinstance(value, dict):
            return [head, *self._mapping(value, held, pad + "  ")]
        return [head, *self._list(value, held, pad + "  ")]

    def _mapping(self, data: Mapping[str, Any], form: Form | None, pad: str) -> list[str]:
        return [line for key, value in data.items() for line in self.entry(key, value, form, pad)]

    def _list(self, items: Sequence[Any], form: Form | None, pad: str) -> list[str]:
        held = form.item if form else None
        inlines = [self._inline(item, held, _WIDTH - len(pad) - 2) for item in items]
        alike = all(inline is not None for inline in inlines)
        lines: list[str] = []
        for item, inline in zip(items, inlines, strict=True):
            if inline is not None and (alike or not (item and isinstance(item, dict))):
                lines.append(f"{pad}- {inline or 'null'}")
                continue
            write = self._mapping if isinstance(item, dict) else self._list
            first, *rest = write(item, held, pad + "  ")
            lines += [f"{pad}- {first.lstrip(' ')}", *rest]
        return lines

    def _inline(self, value: Any, form: Form | None, room: int) -> str | None:
        """The value on the line of its key, or None where it takes lines of its own."""
        if value is None:
            return ""
        if not isinstance(value, dict | list):
            return self._scalar(value, form, flow=False)
        if not value:
            return "{}" if isinstance(value, dict) else "[]"
        flow = self._flow(value, form) if _may_flow(value, form) else None
        return flow if flow and len(flow) <= room else None

    def _flow(self, value: Mapping[str, Any] | list[Any], form: Form | None) -> str:
        if isinstance(value, list):
            held = form.item if form else None
            return f"[{', '.join(self._scalar(item, held, flow=True) for item in value)}]"
        entries = [
            f"{scalar(self._key(key, form), flow=True)}: "
            f"{self._scalar(item, form.within(key) if form else None, flow=True)}"
            for key, item in value.items()
        ]
        return f"{{{', '.join(entries)}}}"

    def _key(self, key: str, form: Form | None) -> str:
        if form is None or key not in form.schema.get("properties", {}):
            return key
        return words(self._language).key(key, form.name)

    def _scalar(self, value: Any, form: Form | None, flow: bool) -> str:
        if value is None:
            return "null"
        if isinstance(value, bool):
            said = form.truth(value, self._language) if form else value
            return str(said).lower()
        if isinstance(value, int | float):
            return number(value)
        return scalar(form.word(str(value), self._language) if form else str(value), flow)
