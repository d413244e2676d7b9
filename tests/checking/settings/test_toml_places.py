"""What a settings file says, and where."""

import time

import pytest

from nyttokedja.checking.settings.toml_places import Unreadable, parse
from nyttokedja.checking.settings.validation import findings

TEXT = """\
# settings
ignore = [  # some
  "NK999",
  'NK2', "NK1"]
stage="utkst"
severity = {NK401 = "x", b.c = 2}
"fail-on" = "="
[tool.nyttokedja]
a.b = 2
[[files]]
paths = ["a"]
stage = '''
=
'''
[[files]]
"paths" = ["b", "c d"]
  [files.severity]
  NK4 = "z"
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("ignore",), (2, 1)),
        (("ignore", 0), (3, 3)),
        (("ignore", 1), (4, 3)),
        (("stage",), (5, 1)),
        (("severity", "NK401"), (6, 21)),
        (("severity", "b", "c"), (6, 28)),
        (("fail-on",), (7, 1)),
        (("tool", "nyttokedja"), (8, 1)),
        (("tool", "nyttokedja", "a", "b"), (9, 1)),
        (("files", 0), (10, 1)),
        (("files", 0, "paths", 0), (11, 10)),
        (("files", 0, "stage"), (12, 1)),
        (("files", 1, "paths", 1), (16, 17)),
        (("files", 1, "severity", "NK4"), (18, 3)),
        (("files", 1, "limits"), (15, 1)),
        (("nothing",), (1, 1)),
    ],
)
def test_every_part_has_its_place(path, place):
    assert parse(TEXT.encode()).place(path)[:2] == place


def test_a_file_of_other_line_ends_has_the_same_places():
    assert parse(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()).place(("stage",)) == (5, 1, 5, 14)


def test_a_table_of_our_own_is_found_among_others():
    written = parse(TEXT.encode(), ("tool", "nyttokedja"))
    assert (written.values, written.place(("a", "b"))[:2]) == ({"a": {"b": 2}}, (9, 1))
    assert parse(b"[tool.other]\n", ("tool", "nyttokedja")) is None
    assert parse(b"tool = 1\n", ("tool", "nyttokedja")) is None


@pytest.mark.parametrize(
    ("data", "variant", "line"),
    [
        (b"a = 1\na = 2\n", "repeated", 2),
        (b"[a]\nb = 1\n[a]\n", "repeated", 3),
        (b"a = plan\n", "not-toml", 1),
        (b"x = 1\n\na = [1,\n2\n\n", "not-toml", 4),
        (b"a\n", "not-toml", 1),
        ("stage = ”plan”\n".encode(), "not-toml", 1),
        (b"a = '\xff'\n", "not-utf-8", 1),
        (b"\xff\xfea\x00", "not-utf-8", 1),
        (b"#" * 100_001, "too-large", 1),
        (b"a = " + b"[" * 5000, "not-toml", 1),
    ],
)
def test_what_is_no_settings_file_says_where_and_why(data, variant, line):
    fault = parse(data)
    assert isinstance(fault, Unreadable)
    assert (fault.variant, fault.place.line) == (variant, line)


def test_a_file_made_to_take_long_loses_only_its_places():
    text = "a = [\n" + "1,\n" * 20_000 + "]\nb = 1\n"
    assert parse(text.encode()).place(("b",)).line == 1


@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("most-nodes = " + "9" * 5000, (), dict),
        ("most-nodes = 0x" + "f" * 50_000, (), dict),
        ("ignore = [" + "9_9" * 5000 + ", 3]", (), dict),
        ("[tool.x]\na = " + "9" * 5000 + "\n[tool.nyttokedja]\n", ("tool", "nyttokedja"), dict),
        (".".join(["a"] * 20_000) + " = 1", (), "not-toml"),
        ("b = 1\n[" + ".".join(['"a"'] * 20_000) + "]", (), "not-toml"),
        ("x = {" + " . ".join(["a"] * 20_000) + " = 1}", (), "not-toml"),
        ("x = '" + ".".join(["a"] * 20_000) + "'", (), dict),
        (".".join(["a"] * 60) + " = 1", (), dict),
    ],
)
def test_what_is_monstrous_takes_no_time_and_is_no_bug(text, inside, expected):
    start = time.monotonic()
    written = parse(text.encode(), inside)
    if expected is dict:
        assert findings(written, "a.toml", "sv") is not None
    else:
        assert written.variant == expected
        assert written.place.line == text.count("\n") + 1
    assert time.monotonic() - start < 2


def test_many_errors_are_told_in_no_time():
    start = time.monotonic()
    written = parse(b"ignore = [\n" + b"'NK999',\n" * 10_000 + b"]\n")
    assert 100 < len(findings(written, "a.toml", "sv")) < 1000
    assert time.monotonic() - start < 4
