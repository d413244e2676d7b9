"""A lock of folders: between processes, and gone with the process that held it."""

import os
import subprocess
import sys
import time

import pytest

from nyttokedja.batch import locks
from nyttokedja.batch.locks import locked
from nyttokedja.errors import CannotWrite

HOLD = """
import sys, time
from pathlib import Path
from nyttokedja.batch.locks import locked
with locked([Path(sys.argv[1])]):
    print("held", flush=True)
    time.sleep(60)
"""
ADD = """
import sys
from pathlib import Path
from nyttokedja.batch.locks import locked
from nyttokedja.errors import CannotWrite
from nyttokedja.writing.saving import Change, replace_all
path, made = Path(sys.argv[1]), 0
for _ in range(40):
    before = path.read_bytes()
    try:
        replace_all([Change(path, before, str(int(before) + 1).encode())], locked)
        made += 1
    except CannotWrite:
        pass
print(made)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "a")], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_who_waits_too_long_says_so(holder, tmp_path, monkeypatch):
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)
    with pytest.raises(CannotWrite, match="Another program is writing in"), locked([tmp_path / "b"]):
        pytest.fail("held by two")
    with locked([tmp_path.parent / "b"]):
        pass


def test_a_process_that_dies_holds_nothing(holder, tmp_path):
    holder.kill()
    start = time.monotonic()
    with locked([tmp_path / "b"]):
        assert time.monotonic() - start < 5


def test_of_several_processes_that_change_a_file_each_change_is_made_or_refused(tmp_path):
    path = tmp_path / "a"
    path.write_text("0")
    all_ = [
        subprocess.Popen([sys.executable, "-c", ADD, str(path)], stdout=subprocess.PIPE) for _ in range(3)
    ]
    made = [int(process.communicate(timeout=60)[0]) for process in all_]
    assert int(path.read_text()) == sum(made) > 0
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_where_the_system_has_no_lock_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(OSError(38, "no")))
    with locked([tmp_path / "a"]):
        pass
