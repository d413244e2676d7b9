import sys

import pytest

from nyttokedja.cli import options, terminal


class Stream:
    def __init__(self, terminal):
        self.isatty = lambda: terminal


@pytest.mark.parametrize(
    ("terminal_", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(monkeypatch, terminal_, environment, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Stream(terminal_))
    look = terminal.look()
    assert ("\x1b[" in look.paint("x", "error")) is coloured
    assert look.source is terminal_


@pytest.mark.parametrize(("patience", "counted"), [(-1, True), (1000, False)])
def test_long_work_says_how_far_it_has_come(monkeypatch, capsys, patience, counted):
    monkeypatch.setattr(terminal, "_PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(terminal.progress("abc", 3)) == ["a", "b", "c"]
    assert ("2/3" in capsys.readouterr().err) is counted


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
