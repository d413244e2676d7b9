"""Three files → one as git merges their lines, or with conflict markers."""

from pathlib import Path

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.versions.line_merge import by_lines
from nyttokedja.versions.merging import Labels
from tests.repositories import program

pytestmark = program
BASE = b"1\n2\n3\n4\n5\n"
OURS = BASE.replace(b"1", b"ett")
CASES = {
    "apart": (OURS, BASE.replace(b"5", b"fem"), b"ett\n2\n3\n4\nfem\n", True),
    "one side": (BASE, OURS, OURS, True),
    "both alike": (OURS, OURS, OURS, True),
    "no text": (b"\0a", b"\0b", b"\0a", False),
    "no text, alike": (b"\0a", b"\0a", b"\0a", True),
}


@pytest.mark.parametrize("name", CASES)
def test_lines_are_merged(name):
    ours, theirs, data, clean = CASES[name]
    assert by_lines(BASE, ours, theirs, Labels(), Path("/")) == (data, clean)


def test_what_collides_is_marked_with_the_labels():
    labels = Labels("vår", "bas", "deras", size=9)
    data, clean = by_lines(BASE, OURS, BASE.replace(b"1", b"uno"), labels, Path("/"))
    assert not clean
    head, *_, end, _, _, _, _, last = data.decode().split("\n")
    assert (head, end, last) == ("<<<<<<<<< vår", ">>>>>>>>> deras", "")


def test_more_conflicts_than_an_exit_code_tells_are_all_marked():
    rows = [(n, "\n".join(f"{n}.{m}" for m in range(4))) for n in range(200)]
    sides = ["".join(f"{n}{side}\n{between}\n" for n, between in rows).encode() for side in ("", "a", "b")]
    data, clean = by_lines(*sides, Labels(), Path("/"))
    assert (data.count(b"<<<<<<<"), clean) == (200, False)


def test_a_folder_that_is_not_there_is_said():
    with pytest.raises(CannotRead, match="no folder"):
        by_lines(BASE, OURS, BASE, Labels(), Path("/finns/inte"))
