import sys

import pytest

from nyttokedja.cli import terminal


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


@pytest.mark.parametrize(
    ("role", "painted"),
    [
        ("error", "\x1b[31m\x1b[1mx\x1b[0m"),
        ("warning", "\x1b[33m\x1b[1mx\x1b[0m"),
        ("info", "\x1b[36mx\x1b[0m"),
        ("place", "\x1b[1mx\x1b[0m"),
        ("good", "\x1b[32mx\x1b[0m"),
        ("soft", "\x1b[2mx\x1b[0m"),
        ("other", "x\x1b[0m"),
    ],
)
def test_each_role_has_its_style(monkeypatch, role, painted):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert terminal.look().paint("x", role) == painted


def test_the_width_is_that_of_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "57")
    assert terminal.look().width == 57


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on by so much at each look."""

    def clock(*times):
        monkeypatch.setattr(terminal.time, "monotonic", iter(times).__next__)

    return clock


@pytest.mark.parametrize(
    ("is_terminal", "times", "shown"),
    [
        (True, (9, 9.5, 10, 10), ""),
        (True, (9, 9.5, 10.1, 10.2), "\r2/3\r3/3\r   \r"),
        (True, (9, 10.1, 10.2, 10.3), "\r1/3\r2/3\r3/3\r   \r"),
        (False, (9, 15, 16, 17), ""),
    ],
)
def test_long_work_says_how_far_it_has_come(monkeypatch, capsys, clock, is_terminal, times, shown):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal, raising=False)
    clock(*times)
    assert list(terminal.progress("abc", 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", shown)


def test_the_line_is_as_long_as_its_numbers(monkeypatch, capsys, clock):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    clock(9, 11)
    assert list(terminal.progress("a", 100)) == ["a"]
    assert capsys.readouterr().err == "\r1/100\r       \r"


def test_an_item_is_passed_on_before_the_next_is_made():
    made = []
    items = terminal.progress((made.append(n) or n for n in range(3)), 3)
    assert (next(items), made) == (0, [0])
