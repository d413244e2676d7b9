"""Arguments and options that several commands share."""

import click
import pytest
from click.testing import CliRunner

from nyttokedja.cli import options


@pytest.fixture
def asked():
    """What a command with an option gets for some arguments, or the message of its refusal."""

    def asked(decorator, *arguments):
        got = {}
        command = click.command()(decorator(lambda **values: got.update(values)))
        ran = CliRunner().invoke(command, list(arguments))
        return got if ran.exit_code == 0 else ran.output.splitlines()[-1]

    return asked


@pytest.mark.parametrize(
    ("typed", "read"), [("mål", "mål"), ("ma\u030al", "mål"), ("  a b \n", "a b"), (".", options.CHAIN)]
)
def test_an_id_is_read_as_it_is_compared(typed, read):
    assert options.Box()(typed) == read


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0"])
def test_an_id_is_never_empty(typed):
    with pytest.raises(click.BadParameter, match="it is empty; name a box"):
        options.Box()(typed)


def test_a_chain_that_changes_may_be_shown_or_forced(asked):
    assert asked(options.changing) == {"paths": (), "dry_run": False, "force": False}
    assert asked(options.changing, "a", "--force", "-", "--dry-run") == {
        "paths": ("a", "-"),
        "dry_run": True,
        "force": True,
    }


def test_the_options_of_a_command_that_changes_are_listed_after_its_own():
    command = click.command()(options.changing(click.option("--own")(lambda: None)))
    assert [param.name for param in command.params] == ["force", "dry_run", "language", "paths", "own"]


def test_there_is_at_least_one_process(asked):
    assert asked(options.jobs) == {"jobs": None}
    assert asked(options.jobs, "--jobs", "1") == {"jobs": 1}
    assert "0 is not in the range x>=1" in asked(options.jobs, "--jobs", "0")


def test_a_language_is_one_that_there_is(asked):
    assert asked(options.language("x")) == {"language": None}
    assert asked(options.language("x"), "--language", "nb") == {"language": "nb"}
    assert "'de' is not one of 'sv', 'nb', 'en'" in asked(options.language("x"), "--language", "de")


def test_a_day_is_a_date(asked):
    assert asked(options.today("x")) == {"today": None}
    assert asked(options.today("x"), "--today", "2027-02-28")["today"].isoformat() == "2027-02-28T00:00:00"
    assert "'2027-02-29' does not match the format '%Y-%m-%d'" in asked(
        options.today("x"), "--today", "2027-02-29"
    )


def test_without_paths_it_is_the_folder_chains_or_the_current_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert options.where(("a", "-")) == ("a", "-")
    assert options.where(()) == (".",)
    (tmp_path / "chains").write_text("")
    assert options.where(()) == (".",)
    (tmp_path / "chains").unlink()
    (tmp_path / "chains").mkdir()
    assert options.where(()) == ("chains",)


@pytest.mark.parametrize("paths", [("",), ("a", "")])
def test_an_empty_path_is_refused(paths):
    with pytest.raises(click.BadParameter, match="a path is empty"):
        options.where(paths)


@pytest.mark.parametrize(
    ("said", "languages", "language"),
    [
        ("en", ["sv"], "en"),
        (None, ["nb", "nb"], "nb"),
        (None, ["nb", "sv"], "sv"),
        (None, ["nb", "en"], "sv"),
        (None, [], "sv"),
    ],
)
def test_a_run_speaks_the_common_language_or_swedish(said, languages, language):
    assert options.speaker(said, languages) == language
