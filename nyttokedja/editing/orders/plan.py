"""Plan: the edits that carry out an order, and what is to be said once they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nyttokedja.editing.edits import Edit


class BoxBefore(NamedTuple):
    """A particular of a statement: the box as it is before the edits."""

    id: str


class BoxAfter(NamedTuple):
    """A particular of a statement: the box as it is after the edits."""

    id: str


class Statement(NamedTuple):
    """A sentence of the texts' ``done``, by its name, with its particulars."""

    name: str
    particulars: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an order comes to in a file; without edits, the file is so already.

    ``renamed`` is old id → new id, for those who compare findings before and after.
    """

    edits: tuple[Edit, ...]
    statements: tuple[Statement, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
