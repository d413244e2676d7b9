"""Why an edit was not made: a sentence that knows its file once it has been told."""

import pytest

from nyttokedja.editing import CannotEdit, Set, edit
from nyttokedja.language.refusals import Refusal


def test_an_edit_that_cannot_be_made_is_a_refusal():
    error = CannotEdit("no-node", id="x")
    assert isinstance(error, Refusal)
    assert not error.spoken
    assert str(error) == "There is no box called “x”."


def test_the_engine_says_which_file_it_is_about():
    with pytest.raises(CannotEdit) as refused:
        edit("nyttokedja: 1\nrubrik: T\nmål:\n  m:\n".encode(), Set("x", ("title",), "y"))
    assert (refused.value.spoken, refused.value.language, refused.value.keys) == (True, "sv", "sv")
    assert refused.value.place is None
