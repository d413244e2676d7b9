"""Paths and ids → the chains that a command is to change."""

import pytest

from nyttokedja.cli.runs.targets import all_with, sheets, the_one
from nyttokedja.editing import CannotEdit
from nyttokedja.errors import CannotRead
from tests.cli.runs.conftest import BROKEN

ONE = "nyttokedja: 1\nrubrik: A\nnyttor:\n  tid: Tid\n  lugn: Lugn\n"
OTHER = "nyttokedja: 1\nrubrik: B\nnyttor:\n  tid: Tid\n  pengar: Pengar\n"


@pytest.fixture
def said(capsys):
    """What is said where the work ends instead, with its exit code."""

    def said(work, *arguments):
        with pytest.raises(SystemExit) as end:
            work(*arguments)
        out, err = capsys.readouterr()
        assert (end.value.code, out) == (2, "")
        return err

    return said


def test_the_chains_are_those_that_paths_name(write):
    write("chains/a.yaml", ONE)
    write("chains/b.yaml", "a: 1\n")
    write("c.yaml", OTHER)
    assert [sheet.source.name for sheet in sheets([])] == ["chains/a.yaml"]
    assert [sheet.source.name for sheet in sheets(["c.yaml", "chains"])] == ["c.yaml", "chains/a.yaml"]


def test_a_file_that_is_reached_by_two_names_is_one(write, tmp_path):
    write("a.yaml", ONE)
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert len(sheets(["a.yaml", "b.yaml"])) == 1


def test_a_link_out_of_the_folder_is_passed_by(write, tmp_path):
    write("a.yaml", ONE)
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside/b.yaml").symlink_to("../a.yaml")
    assert sheets(["inside"]) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.yaml", "Cannot open none.yaml: it does not exist."),
        ("other.yaml", "other.yaml is no effect chain: it has no key “nyttokedja”. Name a chain."),
    ],
)
def test_a_file_that_is_named_must_be_a_chain(write, name, why):
    write("other.yaml", "a: 1\n")
    with pytest.raises(CannotRead) as error:
        sheets([name])
    assert str(error.value) == why


def test_a_file_that_cannot_be_opened_is_passed_by_where_it_was_not_named(write, monkeypatch):
    write("a.yaml", ONE)

    def fail(file, limit):
        raise PermissionError(13, "no")

    monkeypatch.setattr("nyttokedja.cli.runs.targets.read_bytes", fail)
    assert sheets(["."]) == []


def test_the_only_chain_is_meant_whatever_it_has(write):
    write("a.yaml", ONE)
    assert the_one([]).source.name == "a.yaml"
    assert the_one([], ["nothing"]).source.name == "a.yaml"


def test_of_several_the_one_that_has_the_boxes_is_meant(write):
    write("a.yaml", ONE)
    write("b.yaml", OTHER)
    assert the_one([], ["tid", "lugn"]).source.name == "a.yaml"
    assert the_one([], ["pengar"]).source.name == "b.yaml"


def test_a_chain_that_can_be_read_goes_before_one_that_speaks_of_the_box(write):
    write("a.yaml", f"{BROKEN}tid:\n")
    write("b.yaml", OTHER)
    assert the_one([], ["tid"]).source.name == "b.yaml"
    assert [sheet.source.name for sheet in all_with([], "tid")] == ["a.yaml", "b.yaml"]
    assert the_one(["a.yaml"], ["tid"]).source.name == "a.yaml"


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("tid: 1", True),
        ("fritid: 1", False),
        ("tid-punkt: 1", False),
        ("x: [tid]", True),
        ("ti\u0308d: 1", False),
    ],
)
def test_a_file_that_cannot_be_read_has_a_box_where_it_speaks_of_it(write, text, has):
    write("a.yaml", f"{BROKEN}{text}\n")
    assert sheets([])[0].has(["tid"]) is has


def test_a_file_without_text_may_have_anything(write):
    write("a.yaml", b"\xff\xfe\x00\xd8")
    (sheet,) = sheets(["a.yaml"])
    assert (sheet.can_be_read, sheet.has(["tid"])) == (False, True)


def test_where_several_are_meant_they_are_named(write, said):
    for n in range(10):
        write(f"{n}.yaml", ONE)
    assert "0.yaml" in said(the_one, [])
    err = said(the_one, [], ["tid"])
    assert "7.yaml" in err
    assert "8.yaml" not in err
    assert "tid" in err


@pytest.mark.parametrize("work", [lambda wanted: the_one([], [wanted]), lambda wanted: all_with([], wanted)])
def test_where_no_chain_has_a_box_that_is_said_with_what_was_meant(write, said, work):
    write("a.yaml", ONE)
    write("b.yaml", OTHER)
    assert "pengar" in said(work, "pengr")
    assert "pengar" not in said(work, "något_annat")


def test_of_several_boxes_only_the_unknown_is_named(write, said):
    write("a.yaml", ONE)
    write("b.yaml", OTHER)
    err = said(the_one, [], ["lugn", "zzz"])
    assert "zzz" in err
    assert "lugn" not in err
    both = said(the_one, [], ["lugn", "pengar"])
    assert "lugn" in both
    assert "pengar" in both


@pytest.mark.parametrize("work", [lambda: the_one([]), lambda: all_with([], "tid")])
def test_where_there_is_no_chain_that_is_said(said, work):
    lines = said(work).splitlines()
    assert lines[0] == "There is no effect chain in this folder."
    assert lines[1].startswith("An effect chain is a YAML file")


def test_all_chains_with_a_box_are_meant(write):
    write("a.yaml", ONE)
    write("b.yaml", OTHER)
    assert [sheet.source.name for sheet in all_with([], "tid")] == ["a.yaml", "b.yaml"]
    assert [sheet.source.name for sheet in all_with([], "lugn")] == ["a.yaml"]
    assert [sheet.source.name for sheet in all_with(["a.yaml"], "zzz")] == ["a.yaml"]


def test_why_an_edit_cannot_be_made_is_said_and_the_work_ends(write, said):
    write("a.yaml", ONE)

    def work():
        with the_one([]).speaking():
            raise CannotEdit("no-arrow-between", source="tid", target="lugn")

    assert said(work).startswith("a.yaml: ")


def test_what_goes_well_says_nothing(write, capsys):
    write("a.yaml", ONE)
    with the_one([]).speaking():
        pass
    assert capsys.readouterr() == ("", "")


def test_where_a_file_cannot_be_read_no_box_of_it_is_meant(write, said):
    write("a.yaml", ONE)
    write("b.yaml", BROKEN)
    assert "tid" in said(the_one, [], ["tiid"])


def test_a_file_of_nearly_that_name_is_named(run, write, monkeypatch):
    write("chains/digital_ansokan.yaml", "nyttokedja: 1\nrubrik: x\nnyttor: {a: A}\n")
    write("chains/kedja.yaml.txt", "nyttokedja: 1\n")
    for arguments in (["check"], ["check", "--diff"], ["set", "a", "rubrik", "B"], ["draw"]):
        ran = run(*arguments, "chains/digitala_ansökan.yaml")
        assert ran.code == 2
        assert "chains/digital_ansokan.yaml" in ran.err, arguments
        assert "chains/kedja.yaml.txt" in run(*arguments, "chains/kedja.yaml").err
        assert "chains/digital_ansokan.yaml" in run(*arguments, "chains/digital_ansokan").err
        assert "?" not in run(*arguments, "chains/annat.yaml").err
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    said = "chains/kedja.yaml går inte att öppna: den finns inte. Menas chains/kedja.yaml.txt?"
    assert said in run("check", "chains/kedja.yaml").err
    assert said in run("set", "a", "rubrik", "B", "chains/kedja.yaml").err


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("nb_NO.UTF-8", "borta.yaml kan ikke åpnes: den finnes ikke."),
        ("sv_SE.UTF-8", "borta.yaml går inte att öppna: den finns inte."),
        ("en_GB.UTF-8", "borta.yaml cannot be opened: it does not exist."),
    ],
)
def test_where_no_chain_says_a_language_that_of_the_person_is_spoken(run, monkeypatch, locale, said):
    monkeypatch.setenv("LC_ALL", locale)
    assert said in run("check", "borta.yaml").err


def test_a_chain_that_an_editor_has_called_a_text_is_named_where_there_is_no_other(run, write):
    write("chains/kedja.yaml.txt", "nyttokedja: 1\n")
    assert "chains/kedja.yaml.txt may be one" in run("check").err
