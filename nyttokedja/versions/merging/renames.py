"""Two versions of a chain → the boxes that have got another id: the same ones that a comparison finds."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.comparing import matching
from nyttokedja.model.graph import Graph
from nyttokedja.reading.building import build
from nyttokedja.reading.parsed import Parsed


def renames(before: Parsed, after: Parsed) -> Mapping[str, str]:
    """Old id → new id."""
    return matching.renamed(_graph(before), _graph(after))


def _graph(file: Parsed) -> Graph:
    return Graph(build(file.validated.root, file.translated.keys))
