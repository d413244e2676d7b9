"""Words for types and ids."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.orders.words import exact_id, free_id, node_type_named, not_empty
from nyttokedja.model.chain import NodeType
from tests.editing.opened import document_of


@pytest.mark.parametrize(
    ("word", "node_type", "behaviour"),
    [
        ("nytta", NodeType.BENEFIT, False),
        ("Gevinster", NodeType.BENEFIT, False),
        ("benefits", NodeType.BENEFIT, False),
        ("mal", NodeType.GOAL, False),
        ("FÖRÄNDRING", NodeType.CHANGE, False),
        ("beteende", NodeType.EFFECT, True),
        ("behaviour", NodeType.EFFECT, True),
        ("effekt", NodeType.EFFECT, False),
    ],
)
def test_a_word_names_a_type_in_any_language(word, node_type, behaviour):
    assert node_type_named(word) == (node_type, behaviour)


def test_the_types_are_listed_where_a_word_names_none():
    with pytest.raises(CannotEdit) as refused:
        node_type_named("sak")
    assert (refused.value.reason, refused.value.particulars["word"]) == ("no-type", "sak")
    assert refused.value.particulars["types"] == tuple(kind.value for kind in NodeType)


def test_an_id_made_of_a_title_is_free():
    document = document_of("mål:\n  ny_ruta: X\n  ny_ruta_2:\n")
    assert free_id("Ny ruta!", document) == "ny_ruta_3"
    assert free_id("Annan", document) == "annan"


def test_an_id_is_composed_and_stripped():
    assert exact_id(" fa\u0308rre ") == "färre"
    assert not_empty(" fa\u0308rre x ") == "fa\u0308rre x"
    for text in ("", " \t"):
        for read in (exact_id, not_empty):
            with pytest.raises(CannotEdit, match="The text is empty"):
                read(text)
