"""Files checked and drawn, and what their pictures are called."""

from pathlib import Path

import pytest

from nyttokedja.batch import picture_formats
from nyttokedja.batch.draw import draw, pictures
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.picture_formats import PictureFormat
from nyttokedja.batch.product import names
from nyttokedja.checking.config import Config
from nyttokedja.errors import CannotDraw, CannotWrite
from nyttokedja.model.graph import Graph
from nyttokedja.reading.discovery import STDIN, Candidate
from tests.drawing.chains import TINY

CHAIN = "nyttokedja: 1\nrubrik: {}\nskede: utkast\nnyttor: {{b: B}}\n"


@pytest.fixture
def task(tmp_path):
    """A file in the folder of the test, as it is handed to a run."""

    def task(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return Task(Candidate(path, name, named=True), Config())

    return task


def test_a_picture_for_python_has_the_looks_of_draw():
    graph = Graph(TINY)
    plain, dark = draw(TINY, graph), draw(TINY, graph, theme="dark")
    assert "#12161B" in dark
    assert "#12161B" not in plain
    bare = draw(TINY, graph, bare=True)
    assert bare.count("<text") < plain.count("<text")
    assert len({plain, draw(TINY, graph, direction="left"), draw(TINY, graph, direction="down")}) == 3


@pytest.mark.parametrize("looks", [{"theme": "mauve"}, {"direction": "up"}])
def test_a_look_that_there_is_not_is_refused(looks):
    with pytest.raises(ValueError, match="has to be one of"):
        draw(TINY, Graph(TINY), **looks)


def test_each_file_has_its_picture(task):
    tasks = [
        task("a.yaml", CHAIN.format("A")),
        task("b.yaml", "rubrik: x: y\n"),
        task("c.yaml", CHAIN.format("C")),
    ]
    first, second, third = pictures(tasks, "svg", "auto")
    assert [made.outcome.name for made in (first, second, third)] == ["a.yaml", "b.yaml", "c.yaml"]
    assert ">A<" in first.content
    assert ">C<" in third.content
    assert (second.content, second.failure) == (None, "")
    assert second.outcome.findings


def test_a_file_that_cannot_be_opened_has_no_picture(tmp_path):
    (made,) = pictures([Task(Candidate(tmp_path / "a.yaml", "a.yaml", named=True), Config())], "svg", "auto")
    assert made.content is None
    assert made.outcome.trouble


def test_the_reason_why_there_is_no_picture_is_kept(task):
    (made,) = pictures([task("a.yaml", CHAIN.format("A"))], "svg", "neato")
    assert made.content is None
    assert made.failure.startswith("There is no layout engine 'neato'")


def test_a_format_may_be_of_bytes(task, monkeypatch):
    content = b"\x89PNG\r\n\x00\xff"
    monkeypatch.setitem(
        picture_formats.FORMATS,
        "png",
        PictureFormat(lambda results, engine, settings: [content] * len(results), ("png",), binary=True),
    )
    (made,) = pictures([task("a.yaml", CHAIN.format("A"))], "png", "auto")
    assert made.content == content


def test_one_that_fails_as_it_never_should_stops_no_other(task, monkeypatch):
    def moody(results, engine, settings):
        if any(result.source.name == "a.yaml" for result in results):
            raise ZeroDivisionError("oops")
        return ["drawn"] * len(results)

    monkeypatch.setitem(picture_formats.FORMATS, "dot", PictureFormat(moody, ("dot",)))
    bad, good = pictures([task(f"{name}.yaml", CHAIN.format(name)) for name in "ab"], "dot", "auto")
    assert "A bug in nyttokedja (ZeroDivisionError: oops)" in bad.failure
    assert good.content == "drawn"


@pytest.mark.parametrize(
    ("name", "named"),
    [("a/b.yaml", "b.svg"), (STDIN, "chain.svg"), ("b.v2.yaml", "b.v2.svg")],
)
def test_a_picture_is_named_after_its_file(name, named):
    assert names([Task(Candidate(Path(name), name, named=True), Config())], ".svg") == {name: named}


def test_two_chains_never_share_a_picture(task):
    tasks = [task("x/a.yaml", CHAIN.format("A")), task("y/A.yaml", CHAIN.format("B"))]
    with pytest.raises(CannotWrite, match=r"x/a\.yaml and y/A\.yaml would both be written as A\.svg"):
        names(tasks, ".svg")
    other = task("y/A.yaml", "services: {}\n")
    found = [Task(file._replace(named=False), config) for file, config in (tasks[0], other)]
    assert names(found, ".svg") == {"x/a.yaml": "a.svg", "y/A.yaml": "A.svg"}


def test_a_chain_is_drawn_from_python():
    assert "Digital läkemedelslista" in draw(TINY, Graph(TINY))
    assert 'data-node="c"' in draw(TINY, Graph(TINY), data_attributes=True)
    with pytest.raises(CannotDraw, match="no layout engine 'neato'"):
        draw(TINY, Graph(TINY), engine="neato")
