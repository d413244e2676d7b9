"""A run that compares: which chains, what is said, and where pictures go."""

from pathlib import Path

import pytest

from nyttokedja.cli.runs.diff import Comparing
from nyttokedja.comparing.model import Weight
from nyttokedja.errors import CannotDraw, CannotWrite
from nyttokedja.reports.model import ReportContext
from nyttokedja.versions.pairs import of_paths

CHAIN = """\
nyttokedja: 1
rubrik: Prov
skede: plan
förändringar: {kamera: {rubrik: Kamera, leder_till: tid}}
nyttor: {tid: {rubrik: Frigjord tid, ägare: Chef, leder_till: mål}}
mål: {mål: {rubrik: Hållbar bemanning, beslutat_i: Planen}}
"""
CUT = CHAIN.replace(", leder_till: mål}", "}")
WORDS = CHAIN.replace("rubrik: Prov", "rubrik: Ett prov")


@pytest.fixture
def compared(lookup, write):
    """The run over two folders of chains, by the names of the chains."""

    def compared(**chains):
        for name, (before, after) in chains.items():
            write(f"old/{name}.yaml", before)
            write(f"new/{name}.yaml", after)
        run = Comparing(of_paths("old", "new"), lookup())
        run.run()
        return run

    return compared


def test_only_chains_that_have_changed_are_kept(compared):
    run = compared(a=(CHAIN, CUT), b=(CHAIN, CHAIN), c=(CHAIN, CHAIN.replace("\n", "\n\n")))
    assert [one.name for one in run.compared] == ["a.yaml"]
    assert run.compared[0].before_name == "a.yaml"


@pytest.mark.parametrize(
    ("chains", "weight"),
    [
        ({"a": (CHAIN, CHAIN)}, Weight.NONE),
        ({"a": (CHAIN, WORDS)}, Weight.WORDING),
        ({"a": (CHAIN, WORDS), "b": (CHAIN, CUT)}, Weight.REASONING),
    ],
)
def test_the_weight_is_that_of_the_gravest_change(compared, chains, weight):
    assert compared(**chains).weight == weight


def test_it_is_told_in_the_language_asked_for_or_that_of_the_chains(compared, capsys):
    run = compared(a=(CHAIN, CUT))
    assert (run.language(None), run.language("nb")) == ("sv", "nb")
    run.tell("en")
    out, err = capsys.readouterr()
    assert (out.splitlines()[0], err) == ("old → new", "")
    assert "mål" in out


def test_a_report_is_of_what_has_changed(compared):
    assert '"a.yaml"' in compared(a=(CHAIN, CUT)).report("json", ReportContext())


@pytest.fixture
def drawn(monkeypatch):
    """How the pictures of changes were asked for."""
    asked = []

    def draw(comparison, **options):
        asked.append(options)
        return "picture"

    monkeypatch.setattr("nyttokedja.cli.runs.diff.draw_change", draw)
    return asked


@pytest.mark.parametrize("everything", [True, False])
def test_a_change_is_drawn_into_a_file_or_a_folder(compared, drawn, tmp_path, everything):
    run = compared(a=(CHAIN, CUT))
    assert run.draw(Path("x.SVG"), everything=everything)
    assert run.draw(Path("folder"), everything=everything)
    (tmp_path / "f.svg").mkdir()
    assert run.draw(Path("f.svg"), everything=everything)
    for path in ("x.SVG", "folder/a.svg", "f.svg/a.svg"):
        assert (tmp_path / path).read_text() == "picture"
    assert {options["everything"] for options in drawn} == {everything}
    assert {options["names"] for options in drawn} == {("old", "new")}


def test_several_changes_are_drawn_into_a_folder_alone(compared, drawn, tmp_path, write):
    write("old/deep/b.yaml", CHAIN)
    write("new/deep/b.yaml", CUT)
    run = compared(a=(CHAIN, CUT))
    with pytest.raises(CannotWrite, match=r"x\.svg is one file, but 2 chains have changed"):
        run.draw(Path("x.svg"), everything=False)
    assert run.draw(Path("out"), everything=False)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.svg", "deep-b.svg"]


@pytest.mark.parametrize("name", ["x.png", "x.svgz"])
def test_another_name_is_no_picture(compared, drawn, name, tmp_path):
    run = compared(a=(CHAIN, CUT))
    with pytest.raises(CannotWrite, match="is no name of a picture"):
        run.draw(Path(name), everything=False)
    (tmp_path / name).mkdir()
    assert run.draw(Path(name), everything=False)


def test_what_cannot_be_drawn_is_said_and_the_others_are(compared, monkeypatch, tmp_path, capsys):
    run = compared(a=(CHAIN, CUT), b=(CHAIN, CUT))
    pictures = iter((CannotDraw("No \x1b engine."), "picture"))

    def draw(comparison, **options):
        picture = next(pictures)
        if isinstance(picture, CannotDraw):
            raise picture
        return picture

    monkeypatch.setattr("nyttokedja.cli.runs.diff.draw_change", draw)
    assert run.draw(Path("out"), everything=False) is False
    assert capsys.readouterr().err == "nyttokedja: No \\u001b engine.\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.svg"]


def _fails_on(monkeypatch, place, name, word):
    """Let one function of ours fail wherever a word is in what it is given."""
    real = getattr(__import__(place, fromlist=[name]), name)

    def fails(*args, **named):
        if word in repr(args):
            raise ZeroDivisionError("oops")
        return real(*args, **named)

    monkeypatch.setattr(f"{place}.{name}", fails)


@pytest.mark.parametrize(
    ("place", "name"),
    [("nyttokedja.checking.check", "build"), ("nyttokedja.cli.runs.diff", "compare_judged")],
)
def test_a_fault_of_ours_in_one_file_is_told_there_and_the_others_are_compared(
    lookup, write, monkeypatch, capsys, place, name
):
    for file, title in {"a": "Ond", "b": "God"}.items():
        for folder, text in (("old", CHAIN), ("new", CUT)):
            write(f"{folder}/{file}.yaml", text.replace("Prov", title))
    _fails_on(monkeypatch, place, name, "Ond")
    run = Comparing(of_paths("old", "new"), lookup())
    run.run()
    assert [(one.name, bool(one.comparison.unread)) for one in run.compared] == [
        ("a.yaml", True),
        ("b.yaml", False),
    ]
    assert run.failed
    for format in ("text", "markdown", "json"):
        report = run.report(format, ReportContext())
        assert "ZeroDivisionError: oops" in report
        assert "b.yaml" in report
    run.draw(Path("out"), everything=False)
    assert Path("out/b.svg").exists()


def test_a_fault_of_ours_in_a_picture_is_that_picture_s(compared, monkeypatch, capsys):
    run = compared(a=(CHAIN, CUT))
    _fails_on(monkeypatch, "nyttokedja.cli.runs.diff", "draw_change", "Comparison")
    assert run.draw(Path("out"), everything=False) is False
    assert "a.yaml: A bug in nyttokedja (ZeroDivisionError: oops)" in capsys.readouterr().err
