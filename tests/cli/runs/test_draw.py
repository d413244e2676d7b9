"""A run that draws: where its pictures go, and what is said of them."""

import time

import pytest

from nyttokedja.batch import engines
from nyttokedja.batch.product import Product
from nyttokedja.checking.outcome import Outcome
from nyttokedja.cli.runs.draw import DrawRun
from nyttokedja.errors import CannotDraw, CannotWrite
from tests.cli.runs.conftest import BROKEN, SOUND


@pytest.fixture
def drawing(lookup, monkeypatch):
    """A run over paths, in which each chain has a picture that is its name, or none, for a reason."""

    def drawing(*paths, format="svg", failure="", batches=None):
        def pictures(tasks, format, engine):
            if batches is not None:
                batches.append([task.file.name for task in tasks])
            return [
                Product(Outcome(task.file.name), None if failure else f"{task.file.name}\n", failure)
                for task in tasks
            ]

        monkeypatch.setattr("nyttokedja.cli.runs.draw.pictures", pictures)
        return DrawRun(list(paths), lookup(), 1, format, "auto")

    return drawing


def test_pictures_are_written_into_a_folder_and_again_only_where_they_differ(
    drawing, write, tmp_path, capsys
):
    for name in ("a", "b"):
        write(f"{name}.yaml", SOUND)
    for tally in ({"drawn": 2}, {"unchanged": 2}):
        run = drawing(".")
        run.write("out", only_check=False)
        assert (dict(run.tally), run.exit_code()) == (tally, 0)
    assert (tmp_path / "out/b.svg").read_text() == "b.yaml\n"
    run.sum_up(None)
    assert capsys.readouterr() == ("", "2 bilder var redan aktuella.\n")


def test_a_picture_that_is_out_of_date_is_named_and_not_written(drawing, write, tmp_path, capsys):
    write("a.yaml", SOUND)
    write("out/a.svg", "old")
    run = drawing("a.yaml")
    run.write("out", only_check=True)
    assert capsys.readouterr() == ("out/a.svg\n", "")
    assert ((tmp_path / "out/a.svg").read_text(), run.exit_code()) == ("old", 1)
    write("out/a.svg", "a.yaml\n")
    run = drawing("a.yaml")
    run.write("out", only_check=True)
    assert (capsys.readouterr().out, dict(run.tally), run.exit_code()) == ("", {"unchanged": 1}, 0)


@pytest.mark.parametrize(
    ("output", "format", "path"),
    [
        ("x.svg", "svg", "x.svg"),
        ("x.SVG", "svg", "x.SVG"),
        ("x.dot", None, "x.dot"),
        ("x.dot", "dot", "x.dot"),
        ("folder.svg", "svg", "folder.svg/a.svg"),
    ],
)
def test_a_name_with_the_ending_of_the_format_is_a_file(drawing, write, tmp_path, output, format, path):
    write("a.yaml", SOUND)
    (tmp_path / "folder.svg").mkdir()
    drawing("a.yaml", format=format).write(output, only_check=False)
    assert (tmp_path / path).is_file()


def test_several_chains_are_not_drawn_into_one_file(drawing, write):
    write("a.yaml", SOUND)
    write("b.yaml", SOUND)
    write("other.yaml", "a: 1\n")
    with pytest.raises(CannotWrite, match=r"x\.svg is one file, but there are 2 chains\."):
        drawing(".").write("x.svg", only_check=False)


def test_pictures_are_printed_one_after_the_other(drawing, write, capsys):
    write("a.yaml", SOUND)
    write("b.yaml", SOUND)
    drawing(".").print()
    assert capsys.readouterr() == ("a.yaml\nb.yaml\n", "")


def test_pictures_are_made_ten_at_a_time(drawing, write):
    for n in range(21):
        write(f"{n:02}.yaml", SOUND)
    batches = []
    drawing(".", batches=batches).print()
    assert [len(batch) for batch in batches] == [10, 10, 1]


def test_why_there_is_no_picture_is_said_once_for_each_reason(drawing, write, capsys):
    for name in ("a", "b"):
        write(f"{name}.yaml", SOUND)
    run = drawing(".", failure="No \x1b engine.")
    run.print()
    assert capsys.readouterr() == ("", "nyttokedja: a.yaml: No \\u001b engine.\n")
    assert (run.failures, dict(run.tally), run.exit_code()) == ({"No \x1b engine."}, {"not_drawn": 2}, 2)


def test_a_chain_that_cannot_be_read_is_shown_with_its_findings(lookup, write, capsys):
    write("a.yaml", BROKEN)
    run = DrawRun(["a.yaml"], lookup(), 1, "svg", "auto")
    run.write("out", only_check=False)
    assert capsys.readouterr().err.startswith("a.yaml:2:")
    assert (run.exit_code(), dict(run.tally)) == (1, {"not_drawn": 1})
    run.sum_up("en")
    assert capsys.readouterr().err == "1 chain could not be drawn.\n"


def test_a_chain_without_a_picture_does_not_stop_the_next(lookup, write, tmp_path, monkeypatch):
    write("a.yaml", BROKEN)
    write("b.yaml", SOUND)
    run = DrawRun(["."], lookup(), 1, "dot", "auto")
    run.write("out", only_check=False)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.dot"]


def test_a_batch_pays_for_a_process(drawing, write, monkeypatch):
    worths = []

    def in_parallel(work, batches, jobs, worth, start):
        worths.append((worth, jobs))
        return map(work, batches)

    run = drawing("a.yaml")
    monkeypatch.setattr("nyttokedja.cli.runs.making.in_parallel", in_parallel)
    run.print()
    assert worths == [(1, 1)]


def test_what_is_no_chain_is_not_counted(lookup, write, capsys):
    write("a.yaml", "a: 1\n")
    run = DrawRun(["."], lookup(), 1, "svg", "auto")
    run.print()
    assert (dict(run.tally), capsys.readouterr().err, run.exit_code()) == ({}, "", 2)
    run.sum_up(None)
    assert capsys.readouterr().err.startswith("There is no effect chain in this folder.\n")


def test_the_sum_names_the_folder_and_says_what_came_of_each(drawing, capsys):
    run = drawing()
    run.seen = [Outcome("a"), Outcome("l.yaml", is_chain=False, outside=True), Outcome("x", is_chain=False)]
    run.output = "ut"
    run.tally.update(drawn=2, stale=1, not_drawn=1)
    run.sum_up(None)
    lines = capsys.readouterr().err.splitlines()
    assert "l.yaml" in lines[0]
    assert "x" not in lines[0].split()
    assert lines[1:] == [
        "2 bilder ritade i ut.",
        "1 bild stämmer inte med sin kedja: kör nyttokedja draw.",
        "1 kedja gick inte att rita.",
    ]
    assert run.exit_code() == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_engine_that_hangs_takes_the_time_of_one_layout_from_the_whole_run(
    lookup, write, tmp_path, monkeypatch, jobs
):
    """Ten chains that make it hang took twenty minutes."""
    for n in range(25):
        write(f"k{n:02}.yaml", "nyttokedja: 1\nrubrik: X\nnyttor: {a: A}\nmål: {b: B}\n")
    asked = tmp_path / "asked"

    def hangs(dots, seconds):
        with asked.open("a") as file:
            file.write(f"{seconds}\n")
        time.sleep(seconds)
        raise CannotDraw("The layout engine x took more than 0.2 seconds.")

    monkeypatch.setattr(engines, "SECONDS", 0.2)
    monkeypatch.setattr(engines, "ENGINES", {"graphviz-pure": hangs})
    run = DrawRun(["."], lookup(), jobs, "svg", "auto")
    run.write("out", only_check=False)
    given = [float(line) for line in asked.read_text().splitlines()]
    assert run.tally["not_drawn"] == 25
    assert sum(given) <= 0.2 * jobs + 0.05
    assert given[0] == pytest.approx(0.1, abs=0.01)  # of a batch, so that each can be tried by itself
    assert engines.layout_of("auto", 0.01)  # and afterwards there is time again
    with pytest.raises(CannotDraw):
        engines.layout_of("auto", 0.01)(["digraph {}"])
    assert len(asked.read_text().splitlines()) == len(given) + 1
