"""Words of an order → types of nodes and ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from nyttokedja.editing.document import Document
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import ids
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import SECTIONS, NodeType
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.spelling import fold


@cache
def _types() -> Mapping[str, str]:
    """Any language's word for a type or section, or for a behaviour → the canonical type."""
    said = {fold(word): SECTIONS[name].value for word, name in root_form().keys.items() if name in SECTIONS}
    said |= {fold(kind.value): kind.value for kind in NodeType}
    return said | {fold(words(language).key("behaviour", "effect")): "behaviour" for language in LANGUAGES}


def node_type_named(word: str) -> tuple[NodeType, bool]:
    """The type that a word names in any language, and whether it says a behaviour, which is an effect.

    Raises:
        CannotEdit: it names none.
    """
    kind = _types().get(fold(word))
    if kind is None:
        raise CannotEdit("no-type", word=word, types=tuple(kind.value for kind in NodeType))
    return (NodeType.EFFECT, True) if kind == "behaviour" else (NodeType(kind), False)


def free_id(title: str, document: Document) -> str:
    """An id that reads like a title, and that no box of the file has."""
    taken = UniqueIds()
    for id in ids(document):
        taken.keep(id)
    return taken.make(title)


def exact_id(written: str) -> str:
    """An id as files are read: in Unicode's normal form C, without spaces around it.

    Raises:
        CannotEdit: it is empty.
    """
    return unicodedata.normalize("NFC", not_empty(written))


def not_empty(text: str) -> str:
    """A text without spaces around it.

    Raises:
        CannotEdit: nothing is left.
    """
    if not text.strip():
        raise CannotEdit("empty")
    return text.strip()
