"""The formats of pictures: each gives a picture for each chain, in their order."""

import pytest

from nyttokedja.batch.engines import AUTO
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.drawing.content import size
from nyttokedja.errors import CannotDraw
from nyttokedja.language.failures import retold
from nyttokedja.printing import typst

CHAIN = "nyttokedja: 1\nrubrik: {}\nskede: utkast\nnyttor: {{b: B}}\n"


BEGINNINGS = {
    "svg": "<svg",
    "dot": "digraph",
    "text": "{}\n",
    "markdown": "# {}\n",
    "json": "{{\n",
    "html": "<!DOCTYPE html>",
    "mermaid": "flowchart LR",
}


@pytest.mark.parametrize(("format", "start"), BEGINNINGS.items())
def test_a_picture_for_each_chain_in_their_order(format, start):
    results = [check(CHAIN.format(title).encode()) for title in ("Ett", "Två")]
    drawn = FORMATS[format](results, AUTO)
    assert [
        one.lstrip().startswith(start.format(t)) for t, one in zip(("Ett", "Två"), drawn, strict=True)
    ] == [True, True]
    assert ["Ett" in drawn[0], "Två" in drawn[1]] == [True, True]


def test_every_format_is_tried_here():
    assert set(FORMATS) == {*BEGINNINGS, "png", "pdf"}


@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_a_printed_picture_for_each_chain_in_their_order(format, start):
    results = [check(CHAIN.format(title).encode()) for title in ("Ett", "En längre titel " * 8)]
    small, large = FORMATS[format](results, AUTO)
    assert small.content.startswith(start)
    assert large.content.startswith(start)
    assert len(large.content) > len(small.content)


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_what_prints_is_looked_for_before_anything_is_laid_out(format, monkeypatch):
    def missing():
        raise CannotDraw("Not there.")

    monkeypatch.setattr(typst, "check_installed", missing)
    monkeypatch.setattr("nyttokedja.drawing.compose_many", None)
    drawn = FORMATS[format]([check(CHAIN.format("Ett").encode())], AUTO)
    assert [str(reason) for reason in drawn] == ["Not there."]


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("html", "mermaid")])
def test_a_chain_too_large_for_a_picture_is_refused_in_every_format_and_stops_no_other(format, monkeypatch):
    monkeypatch.setattr(size, "MOST", 2)
    large = "nyttokedja: 1\nrubrik: Ett\nskede: utkast\nnyttor: {b: B, c: C}\nlappar: [Mer]\n"
    first, second = FORMATS[format]([check(large.encode()), check(CHAIN.format("Två").encode())], AUTO)
    assert isinstance(first, CannotDraw)
    assert "3 boxes and arrows" in str(first)
    assert "Två" in second if isinstance(second, str) else len(second.content) > 1_000
    for language, words in (("sv", "Dela upp den"), ("nb", "Del det opp"), ("en", "Split it")):
        assert words in retold(str(first), language)


def test_the_page_of_a_chain_too_large_for_a_picture_has_the_rest(monkeypatch):
    monkeypatch.setattr(size, "MOST", 2)
    large = "nyttokedja: 1\nrubrik: Ett\nskede: utkast\nnyttor: {b: Bo, c: Ce}\nlappar: [Mer]\n"
    first, second = FORMATS["html"]([check(large.encode()), check(CHAIN.format("Två").encode())], "auto")
    assert "<svg" not in first
    assert "Bo" in first
    assert "<svg" in second


def test_arrows_count_as_boxes_do(monkeypatch):
    chain = CHAIN.format("Ett") + "effekter: {a: {rubrik: A, leder_till: b}}\n"
    checked = check(chain.encode())
    assert len(checked.graph.arrows) == 1
    monkeypatch.setattr(size, "MOST", 3)
    size.check_size(checked.chain, checked.graph)
    monkeypatch.setattr(size, "MOST", 2)
    with pytest.raises(CannotDraw):
        size.check_size(checked.chain, checked.graph)


def test_a_picture_holds_many_more_boxes_than_anybody_can_read():
    assert 1_000 < size.MOST <= 10_000
