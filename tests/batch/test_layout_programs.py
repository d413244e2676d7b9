"""The programs that lay out: what they are given, what is read of them, and that none outlives its time."""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from nyttokedja.batch import layout_programs
from nyttokedja.batch.layout_programs import Unavailable, dot, graphviz_pure, packaged_program, pygraphviz
from nyttokedja.errors import CannotDraw

GRAPHS = ["digraph { rankdir=LR a -> b }", "digraph { rankdir=LR x -> y x -> z }"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="fakes are shell scripts")
NEEDED = {
    graphviz_pure: True,
    pygraphviz: importlib.util.find_spec("pygraphviz"),
    dot: shutil.which("dot"),
}


@pytest.mark.program
@pytest.mark.parametrize("run", NEEDED, ids=lambda run: run.__name__)
def test_the_answers_come_in_the_order_of_the_graphs(run):
    if not NEEDED[run]:
        pytest.skip("not installed")
    first, second = run(GRAPHS, 60)
    assert first.keys() == {"a", "b"}
    assert second.keys() == {"x", "y", "z"}
    assert first["a"] == first["b"]
    assert second["y"] != second["z"]


def test_y_counts_downwards():
    (answer,) = graphviz_pure(["digraph { rankdir=LR a -> {b c} }"], 60)
    assert abs(answer["b"] - answer["a"]) == abs(answer["c"] - answer["a"])
    assert max(answer.values()) <= 0


def test_the_program_of_the_package_is_there():
    assert os.access(packaged_program(), os.X_OK)


@POSIX
def test_a_program_that_is_gone_is_unavailable(monkeypatch):
    monkeypatch.setattr(layout_programs, "packaged_program", lambda: "/nowhere/graphviz-pure")
    with pytest.raises(Unavailable, match="not where it was installed"):
        graphviz_pure(GRAPHS, 5)


def is_running(process):
    shown = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(shown.stdout.strip()) and not shown.stdout.startswith("Z")


@POSIX
def test_what_a_program_has_started_ends_with_it(tmp_path, monkeypatch):
    program, noted = tmp_path / "graphviz-pure", tmp_path / "pid"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {noted}\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(layout_programs, "packaged_program", lambda: str(program))
    with pytest.raises(CannotDraw, match=r"took more than 1 seconds"):
        graphviz_pure(GRAPHS, 1)
    started = int(noted.read_text())
    for _ in range(50):
        if not is_running(started):
            return
        time.sleep(0.1)
    with suppress(ProcessLookupError):
        os.kill(started, 9)
    pytest.fail("it goes on")


@POSIX
def test_pygraphviz_runs_in_a_python_that_reads_no_module_from_here(tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$1 $2" > {tmp_path}/arguments\nexit 77\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(Unavailable, match="pygraphviz is not installed"):
        pygraphviz(GRAPHS, 5)
    assert (tmp_path / "arguments").read_text() == "-P -c\n"


@POSIX
def test_the_exit_code_77_means_nothing_elsewhere(tmp_path, monkeypatch):
    program = tmp_path / "graphviz-pure"
    program.write_text("#!/bin/sh\nexit 77\n")
    program.chmod(0o755)
    monkeypatch.setattr(layout_programs, "packaged_program", lambda: str(program))
    with pytest.raises(CannotDraw, match=r"failed with exit code 77\.$"):
        graphviz_pure(GRAPHS, 5)


def test_what_an_engine_prints_without_end_is_not_kept(monkeypatch):
    monkeypatch.setattr(layout_programs, "_MOST", 1_000_000)
    start = time.monotonic()
    command = [sys.executable, "-c", "while True: print('x' * 100_000)"]
    with pytest.raises(CannotDraw, match="printed more than 1 MB"):
        layout_programs._answers_of(command, "", "dot", 30.0, 1)
    assert time.monotonic() - start < 10
