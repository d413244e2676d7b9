"""A file as it is meant."""

import pytest

from nyttokedja.editing import CannotEdit
from tests.editing.opened import document_of


def test_its_parts_are_in_canonical_words_and_its_keys_in_a_language():
    document = document_of("mål:\n  m: {ägare: A}\n")
    assert [key.value for key, _ in document.root.entries] == ["nyttokedja", "title", "goals"]
    assert (document.keys, document.complete) == ("sv", True)


def test_it_is_not_complete_where_nodes_may_be_missing():
    document = document_of("mål:\n  m: 3\n")
    assert not document.complete


def test_an_entry_has_a_place():
    place = document_of("mål:\n  m: M\n  n: N\n").place((2, 1))
    assert (place.line, place.column) == (5, 3)


@pytest.mark.parametrize(
    ("text", "reason", "line"), [("a: b: c\n", "unreadable", 3), ("<<<<<<< HEAD\n", "conflict", 3)]
)
def test_a_file_that_cannot_be_read_has_none(text, reason, line):
    with pytest.raises(CannotEdit) as refused:
        document_of(text)
    assert refused.value.reason == reason
    assert refused.value.span.start == len("nyttokedja: 1\nrubrik: T\n") or line
