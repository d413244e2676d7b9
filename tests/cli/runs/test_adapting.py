"""The two sides of a comparison with a reference: a chain, or what is imported."""

import pytest

from nyttokedja.cli.runs.adapting import read_side
from nyttokedja.errors import CannotRead


def test_a_chain_says_its_own_language(write):
    write("a.yaml", "nyttokedja: 1\ntitle: A\nlanguage: en\n")
    side = read_side("a.yaml", "sv")
    assert (side.said["title"], side.language, side.imported, side.origin.name) == ("A", "en", None, "")


def test_what_is_imported_is_in_its_own_words_and_knows_where_it_came_from(write):
    write("notes.txt", "Nyttor:\nFrigjord tid\n")
    side = read_side("notes.txt", "sv")
    assert side.language == "sv"
    assert side.imported is not None
    assert (side.origin.name, side.origin.format) == ("notes.txt", "notes")


def test_a_chain_with_faults_is_refused_with_what_to_do(write):
    write("a.yaml", "nyttokedja: 1\nrubrik: [\n")
    with pytest.raises(CannotRead, match=r"nyttokedja check a\.yaml"):
        read_side("a.yaml", "sv")


def test_what_is_not_there_is_refused(write):
    with pytest.raises(CannotRead):
        read_side("gone.txt", "sv")
