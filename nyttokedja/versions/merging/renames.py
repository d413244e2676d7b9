"""Two versions of a chain → the boxes that have got another id: the same ones that a comparison finds."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.comparing import matching
from nyttokedja.editing import CannotEdit, RenameId
from nyttokedja.editing.apply import written_together
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.nodes import rename_id
from nyttokedja.model.graph import Graph
from nyttokedja.reading.building import build
from nyttokedja.reading.parsed import Parsed

_MOST_ONE_BY_ONE = 10
"""So many boxes are renamed where the file is read anew for each."""
_MOST_WORK = 20_000_000
"""Boxes times bytes: each is sought in the whole file."""


def renames(before: Parsed, after: Parsed) -> Mapping[str, str]:
    """Old id → new id."""
    return matching.renamed(_graph(before), _graph(after))


def with_new_ids(file: Parsed, ids: Mapping[str, str]) -> Parsed:
    """A file with boxes called something else: all at once, or the few that name each other one by one.

    Raises:
        CannotEdit: that cannot be done with certainty.
    """
    if len(ids) * len(file.data) > _MOST_WORK:
        raise CannotEdit("not-certain")
    edits = [RenameId(old, new) for old, new in ids.items()]
    if len(edits) > 1:
        found = document(file)
        steps = [step for edit in edits for step in rename_id(edit, found)]
        places = [step.path for step in steps]
        if len(set(places)) == len(places):
            return written_together(found.file, steps).parsed
    if len(edits) > _MOST_ONE_BY_ONE:
        raise CannotEdit("not-certain")
    return edit_parsed(file, edits).parsed


def _graph(file: Parsed) -> Graph:
    return Graph(build(file.validated.root, file.translated.keys))
