"""The page of all chains together: its tables, its ways to each chain, and what is said where nothing is."""

import re

import pytest

from nyttokedja.batch.parallel import Task
from nyttokedja.batch.site import Order, made
from nyttokedja.checking.config import Config
from nyttokedja.cli.runs.site import summed
from nyttokedja.model.pool import Pool
from nyttokedja.pages.site.model import Site
from nyttokedja.pages.site.portfolio import portfolio_page
from nyttokedja.reading.discovery import Candidate, candidates
from tests.pages.test_site import read

POOL = Config(pools=(Pool("hemtjanst_tid", 9000),))
pytestmark = pytest.mark.program  # each chain is drawn


def page(*files, language="sv", config=POOL):
    results = made([Order(Task(file, config)) for file in files], "auto", language)
    known = [one.summary for one in results]
    places = {one.file: f"p{n}" for n, one in enumerate(known)}
    return portfolio_page(Site(known, places, language, None, summed([one.rows for one in results])))


@pytest.fixture(scope="module")
def norrsalvik():
    files = list(candidates(["docs/examples/norrsalvik"]))
    return {language: page(*files, language=language) for language in ("sv", "nb", "en")}


def test_every_table_has_a_caption_and_every_chain_its_way(norrsalvik):
    said = norrsalvik["sv"]
    assert said.count("<table") == said.count("<caption>") > 6
    assert "<script" not in said
    for n in range(12):
        assert f'href="chains/p{n}.html"' in said


def test_it_says_what_is_claimed_too_much_and_what_is_in_no_sum(norrsalvik):
    said = read(norrsalvik["sv"])
    assert re.search(r"hemtjanst_tid 2028 10.900 9.000 1.900 Bemanning", said)
    assert "3 kedjor har ingenting värderat" in said
    assert "3 nyttor har ingen ägare" in said
    assert "olika valutor eller prisnivåer" in said
    assert "SEK, prisnivå 2025, per kalenderår" in said
    assert "Frigjord tid för undersköterskor nytta Bemanning" in said


@pytest.mark.parametrize(("language", "words"), [("nb", "prisnivå 2026"), ("en", "prices of 2026")])
def test_it_speaks_the_language_of_the_site(norrsalvik, language, words):
    said = norrsalvik[language]
    assert words in read(said)
    assert f'<html lang="{language}"' in said
    assert not re.search(r"[{}]\w*:", read(said)), "no name of a text is left over"


def test_what_cannot_be_read_is_a_row_and_hostile_titles_are_text(tmp_path):
    texts = {
        "a": "nyttokedja: 1\nrubrik: [",
        "b": 'nyttokedja: 1\nrubrik: "<script>x</script>"\nnyttor: {n: {rubrik: "<img src=x>", ägare: "=x"}}',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    files = [Candidate(tmp_path / f"{name}.yaml", f"{name}.yaml", named=True) for name in texts]
    said = page(*files)
    assert "a.yaml gick inte att läsa" in read(said)
    assert "1 fil gick inte att läsa" in read(said)
    assert "<script>x" not in said
    assert "<img" not in said


def test_of_one_chain_without_values_it_says_that_there_is_nothing(tmp_path):
    (tmp_path / "a.yaml").write_text("nyttokedja: 1\nrubrik: Larm\neffekter: {n: {rubrik: Ro}}\n", "utf-8")
    said = read(page(Candidate(tmp_path / "a.yaml", "a.yaml", named=True)))
    word = Site((), {}, "sv").said.word
    for name in ("goals", "owners", "years", "hours", "pools", "indicators", "same"):
        assert word("site/sums", f"no_{name}") in said
    assert word("site/", "nothing") in read(portfolio_page(Site((), {}, "sv")))
