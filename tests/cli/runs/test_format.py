"""A run that rewrites: what is done with a file, and what is said of it."""

import pytest

from nyttokedja.batch.format import FormatOutcome
from nyttokedja.checking.outcome import Outcome
from nyttokedja.cli.runs.format import Mode, Rewriting
from nyttokedja.errors import CannotWrite

CANONICAL = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"
OTHER = "nyttokedja:   1\nskede: utkast\nrubrik: A\n"
BROKEN = "nyttokedja: 1\nrubrik: x: y\n"


@pytest.fixture
def rewritten(capsys):
    """A run that is over, and what it said while it went on."""

    def rewritten(*paths, mode=Mode.WRITE, keys=None):
        run = Rewriting(list(paths), mode, keys, 1)
        run.rewrite()
        return run, *capsys.readouterr()

    return rewritten


def test_a_file_is_rewritten_and_named(rewritten, write, capsys):
    path = write("a.yaml", OTHER)
    run, out, err = rewritten("a.yaml")
    assert (path.read_text(), out, err) == (CANONICAL, "a.yaml\n", "")
    assert (dict(run.tally), run.exit_code()) == ({"rewritten": 1}, 0)
    run, out, err = rewritten("a.yaml")
    assert (dict(run.tally), run.exit_code(), out) == ({"unchanged": 1}, 0, "")


@pytest.mark.parametrize(
    ("mode", "said"), [(Mode.CHECK, "a.yaml\n"), (Mode.DIFF, "--- a/a.yaml\n+++ b/a.yaml\n")]
)
def test_what_would_change_is_said_and_nothing_written(rewritten, write, mode, said):
    path = write("a.yaml", OTHER)
    run, out, err = rewritten("a.yaml", mode=mode)
    assert (path.read_text(), out.startswith(said), err) == (OTHER, True, "")
    assert (dict(run.tally), run.exit_code()) == ({"stale": 1}, 1)


def test_a_byte_order_mark_is_no_change_of_the_text(rewritten, write):
    write("a.yaml", b"\xef\xbb\xbf" + OTHER.encode())
    _, out, _ = rewritten("a.yaml", mode=Mode.DIFF)
    assert "\ufeff" not in out


def test_a_file_that_cannot_be_written_is_left(rewritten, write, monkeypatch):
    def refuse(changes, language):
        raise CannotWrite("Cannot write \x1b.")

    monkeypatch.setattr("nyttokedja.cli.runs.format.write", refuse)
    write("a.yaml", OTHER)
    run, out, err = rewritten("a.yaml")
    assert (out, err) == ("", "nyttokedja: Cannot write \\u001b.\n")
    assert (dict(run.tally), run.exit_code()) == ({"left": 1}, 2)


def test_a_file_that_cannot_be_read_is_left_with_its_findings(rewritten, write):
    write("a.yaml", BROKEN)
    run, out, err = rewritten("a.yaml")
    assert (out, err[:9], dict(run.tally), run.exit_code()) == ("", "a.yaml:2:", {"left": 1}, 2)


def test_a_file_that_is_not_there_is_a_trouble_and_not_left(rewritten):
    run, _, err = rewritten("a.yaml")
    assert err == "a.yaml går inte att öppna: den finns inte.\n"
    assert (run.tally["left"], run.exit_code()) == (0, 2)


def test_what_is_refused_is_said_with_its_reason(rewritten, write, monkeypatch):
    refused = FormatOutcome(Outcome("a.yaml"), refusal="It cannot \x1b be.")
    monkeypatch.setattr("nyttokedja.cli.runs.format.format_outcome", lambda file, keys: refused)
    write("a.yaml", OTHER)
    run, out, err = rewritten("a.yaml")
    assert (out, err) == ("", "a.yaml: It cannot \\u001b be.\n")
    assert (dict(run.tally), run.exit_code()) == ({"left": 1}, 2)


def test_other_yaml_is_passed_by(rewritten, write):
    write("a.yaml", "a: 1\n")
    run, out, err = rewritten(".")
    assert (out, err, dict(run.tally), run.exit_code()) == ("", "", {}, 2)


def test_keys_are_put_into_another_language(rewritten, write):
    path = write("a.yaml", CANONICAL)
    rewritten("a.yaml", keys="en")
    assert path.read_text().splitlines()[1] == "title: A"


def test_the_sum_is_in_one_line(capsys):
    run = Rewriting(["."], Mode.WRITE, None, 1)
    run.seen = []
    run.tally.update(rewritten=2, unchanged=1, left=1)
    run.sum_up("en")
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.count(".") == 3
    assert last.index("2 ") < last.index("1 ")


@pytest.mark.parametrize(
    ("paths", "mode", "silent"),
    [(["-"], Mode.WRITE, True), (["-"], Mode.CHECK, False), (["-", "a"], Mode.WRITE, False)],
)
def test_of_standard_input_alone_nothing_is_summed_up(capsys, paths, mode, silent):
    run = Rewriting(paths, mode, None, 1)
    run.tally.update(unchanged=1)
    run.seen = [
        type(
            "Seen",
            (),
            {"is_chain": True, "trouble": "", "settings": False, "outside": False, "language": "sv"},
        )()
    ]
    run.sum_up(None)
    assert (capsys.readouterr().err == "") is silent


@pytest.fixture
def given(monkeypatch):
    """Put a text into standard input."""

    def given(text):
        monkeypatch.setattr("nyttokedja.batch.format.read_bytes", lambda file, limit: text.encode())
        monkeypatch.setattr("nyttokedja.batch.check.read_bytes", lambda file, limit: text.encode())

    return given


def test_standard_input_goes_to_standard_output(rewritten, given):
    given(OTHER)
    run, out, err = rewritten("-")
    assert (out, err, dict(run.tally), run.exit_code()) == (CANONICAL, "", {"unchanged": 1}, 0)


def test_of_standard_input_it_can_be_said_that_it_would_change(rewritten, given):
    given(OTHER)
    run, out, err = rewritten("-", mode=Mode.CHECK)
    assert (out, err, dict(run.tally), run.exit_code()) == ("-\n", "", {"stale": 1}, 1)


def test_no_settings_file_is_read(rewritten, write):
    write("nyttokedja.toml", "no settings")
    write("a.yaml", OTHER)
    run, _, err = rewritten("a.yaml")
    assert (err, run.exit_code()) == ("", 0)


def test_a_link_out_of_the_folder_is_said_on_standard_error_and_other_yaml_is_not(
    rewritten, write, tmp_path, capsys
):
    write("a.yaml", CANONICAL)
    write("in/b.yaml", CANONICAL)
    write("in/other.yaml", "a: 1\n")
    (tmp_path / "in/c.yaml").symlink_to("../a.yaml")
    run, _, _ = rewritten("in")
    run.sum_up(None)
    out, err = capsys.readouterr()
    assert out == ""
    assert "c.yaml" in err
    assert "other.yaml" not in err


def test_the_colours_of_a_diff_go_into_a_pipe_too(rewritten, write, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    write("a.yaml", OTHER)
    assert "\x1b[" in rewritten("a.yaml", mode=Mode.DIFF)[1]


def test_one_and_several_are_said_in_their_own_way(capsys):
    said = []
    for n in (1, 2):
        run = Rewriting(["."], Mode.CHECK, None, 1)
        run.tally.update(stale=n)
        run.sum_up("en")
        said.append(capsys.readouterr().err.splitlines()[-1])
    assert said[0].replace("1", "2") != said[1]
