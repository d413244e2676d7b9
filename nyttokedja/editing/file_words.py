"""Plain canonical data, or a part that is there already → a draft in the file's words and habits."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.language.forms import Form
from nyttokedja.reading.decoding import forbidden
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import ListPart, Part, ScalarPart
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text
from nyttokedja.writing.from_data import drafted, spoken

_OF_BRACKETS = re.compile(r"[,\[\]{}:?#]")
"""What a bare text may have in a block, but not inside brackets."""
_DATE = re.compile(r"[0-9]{4}(?:-[0-9Q]{2}(?:-[0-9]{2})?)?")


def draft_of(data: Any, form: Form | None, document: Document) -> Draft:
    """Data as the file would say it; a draft is returned as it is."""
    if isinstance(data, Text | DraftGroup):
        return data
    draft = spoken(drafted(_composed(data), form), form, document.keys)
    return _as_habits(draft, form, document)


def _composed(data: Any) -> Any:
    """The data with each letter and its accents as one character, as everything is read.

    Raises:
        CannotEdit: a text has a character that no file may have.
    """
    if isinstance(data, str):
        if character := forbidden(data):
            raise CannotEdit("forbidden", character=character)
        return unicodedata.normalize("NFC", data)
    if isinstance(data, dict):
        return {_composed(key): _composed(value) for key, value in data.items()}
    return [_composed(item) for item in data] if isinstance(data, list | tuple) else data


def _as_habits(draft: Draft, form: Form | None, document: Document) -> Draft:
    """Dates bare, and lists in blocks, where the file has them so."""
    if isinstance(draft, Text):
        said = str(draft.value)
        if form and form.takes_date and document.file.habits.bare_dates and _DATE.fullmatch(said):
            return Text(int(said) if said.isdecimal() else said, said)
        return draft
    forms = (
        (form.item if draft.listing else form.within(form.keys.get(p.key, p.key))) if form else None
        for p in draft.pieces
    )
    held = tuple(
        piece._replace(value=_as_habits(piece.value, held, document), written=bare_day(piece.key, document))
        for piece, held in zip(draft.pieces, forms, strict=True)
    )
    flow = draft.flow and not (draft.listing and document.file.habits.block_lists)
    return draft._replace(pieces=held, flow=flow)


def bare_day(key: str, document: Document) -> str:
    """How the day of a measurement stands; "" for any other key."""
    return key if document.file.habits.bare_dates and _DATE.fullmatch(key) else ""


def copied(part: Part, text: str) -> Draft:
    """A part of a file, to stand elsewhere in it: as it is written, if it can be."""
    if isinstance(part, ScalarPart):
        written = text[part.start : part.end]
        keep = part.style in ("'", '"') or (not part.style and not _OF_BRACKETS.search(written))
        return Text(part.value, written if keep and "\n" not in written and "\r" not in written else "")
    if isinstance(part, ListPart):
        items = tuple(Piece("", copied(item, text)) for item in part.items)
        return DraftGroup(items, listing=True, flow=part.flow)
    return DraftGroup(
        tuple(Piece(key.value, copied(value, text)) for key, value in part.entries), flow=part.flow
    )


def at(document: Document, path: Path) -> Draft:
    """What stands at a path, to stand elsewhere."""
    return copied(document.file.outline.container(path), document.file.text)
