"""What a site has of each file: its page where that is not there yet, and what is new in it."""

import pytest

from nyttokedja.batch import site
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate

TEXT = "nyttokedja: 1\nrubrik: Larm\nnyttor: {n: {rubrik: Ro, ägare: Chef}}\n"


def made(tmp_path, text, kept=None, *, is_there=False):
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    task = Task(Candidate(path, "a.yaml", named=True), Config())
    return site.made([site.Order(task, kept, is_there)], "auto", "sv")[0]


@pytest.mark.program
def test_a_page_is_made_once_and_again_where_it_is_gone_or_the_chain_is_another(tmp_path):
    first = made(tmp_path, TEXT)
    assert "Larm" in first.page
    assert first.change is None
    again = made(tmp_path, TEXT, first.kept, is_there=True)
    assert (again.page, again.kept.key) == (None, first.kept.key)
    assert made(tmp_path, TEXT, first.kept).page == first.page
    other = made(tmp_path, TEXT.replace("Chef", "Rektor"), first.kept, is_there=True)
    assert "Rektor" in other.page
    assert other.change is not None


@pytest.mark.program
def test_a_chain_that_cannot_be_read_has_a_page_that_says_so_and_is_compared_once_it_can(tmp_path):
    new = made(tmp_path, "nyttokedja: 1\nrubrik: [\n")
    assert "a.yaml" in new.page
    assert (new.kept, new.outcome.findings != ()) == (None, True)
    first = made(tmp_path, TEXT)
    broken = made(tmp_path, "nyttokedja: 1\nrubrik: [\n", first.kept, is_there=True)
    assert (broken.kept.key, broken.kept.said) == ("", first.kept.said)
    mended = made(tmp_path, TEXT.replace("Chef", "Rektor"), broken.kept, is_there=True)
    assert mended.change is not None
