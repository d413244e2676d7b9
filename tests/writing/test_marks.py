from pathlib import Path

import pytest

from nyttokedja.writing.marks import holds, mark_of
from nyttokedja.writing.saving import differs

CONTENTS = ["", "a", "a\nb\n", "å\r\nb\n", b"", b"a\nb\n", b"a\r\nb\n", b"\xff"]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("there", [*CONTENTS, "a\r\nb\r\n", "å\r\nb\r\n", "a\nc\n", "a\nb\nc\n"])
def test_a_file_holds_what_would_not_be_written_anew(tmp_path, content, there):
    path = tmp_path / "a.svg"
    path.write_bytes(there if isinstance(there, bytes) else there.encode())
    assert holds(path, mark_of(content)) is not differs(path, content)


def test_what_is_no_file_holds_nothing(tmp_path):
    assert not holds(tmp_path / "gone.svg", mark_of(""))
    assert not holds(tmp_path, mark_of(""))
    assert not holds(Path("/dev/null"), mark_of(""))
