"""Edits in the bytes of a file: all of them, or none."""

import typing

import pytest

from nyttokedja.editing import CannotEdit, Edit, Set, Unset, edit
from nyttokedja.editing.engine import STEPS, edit_parsed
from nyttokedja.reading.parsed import Parsed

DATA = "nyttokedja: 1\nrubrik: T\nmål:\n  m: {ägare: A}\n".encode()
SET = Set("m", ("owner",), "B")


def test_every_kind_of_edit_has_its_steps():
    assert set(STEPS) == set(typing.get_args(Edit))


def test_edits_are_made_one_after_the_other():
    edited = edit(DATA, SET, Set("m", ("title",), "M"), Unset("m", ("owner",)))
    assert edited.before == DATA
    assert edited.after == DATA.replace("ägare: A".encode(), b"rubrik: M")
    assert edited.text == edited.source.text == edited.after.decode()


def test_a_mark_at_the_beginning_stays_and_is_no_text():
    edited = edit(b"\xef\xbb\xbf" + DATA, SET)
    assert edited.after.startswith(b"\xef\xbb\xbfnyttokedja")
    assert edited.text.startswith("nyttokedja")


def test_no_edits_are_no_change():
    assert edit(DATA).after == DATA


def test_places_are_in_the_file_by_its_name():
    with pytest.raises(CannotEdit) as refused:
        edit(DATA + b"effekter:\n  m:\n", SET, name="k.yaml")
    assert (refused.value.place.line, refused.value.language) == (6, "sv")
    assert edit(DATA, SET, name="k.yaml").source.name == "k.yaml"


def test_edits_one_by_one_read_so_much_again_and_no_more():
    data = b"nyttokedja: 1\nrubrik: A\nnyttor: {a: {title: A}, b: B}\n"
    wanted = [Set("", ("title",), "B"), Set("a", ("owner",), "C")]
    done = edit_parsed(Parsed(data), wanted, 2 * len(data) + 20)
    assert done.after == edit(data, *wanted).after
    with pytest.raises(CannotEdit):
        edit_parsed(Parsed(data), wanted, 2 * len(data) - 1)
