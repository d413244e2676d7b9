"""The notation on a page for people: what it shows is read as it says."""

import re
from pathlib import Path

import pytest

from nyttokedja.importing.notation.marks import mark_of
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.model.chain import SECTIONS
from tests.importing.notation.short_form import imported

PAGES = {"sv": Path("docs/lappar.md"), "nb": Path("docs/lapper.nb.md")}


@pytest.mark.parametrize("language", PAGES)
def test_the_example_is_read_with_nothing_lost_and_nothing_guessed(language):
    example = re.search(r"```\n(.*?)```", PAGES[language].read_text("utf-8"), re.DOTALL)
    made = imported(example[1])
    assert made.data["language"] == language
    assert {remark.key for remark in made.remarks} == {"receiver"}
    assert len(made.data["benefits"]) == 3
    assert len(made.data["notes"]) == 1


@pytest.mark.parametrize("language", PAGES)
def test_every_kind_is_shown_with_a_letter_that_surely_means_it(language):
    cells = re.findall(r"\| `([^`|]{1,3}:)` \|", PAGES[language].read_text("utf-8"))
    marks = [mark_of(f"{cell} x", vocabulary(language)) for cell in cells]
    assert not [mark.shared for mark in marks if mark.shared]
    assert {mark.kind for mark in marks} == {kind.value for kind in SECTIONS.values()} | {"behaviour"}
