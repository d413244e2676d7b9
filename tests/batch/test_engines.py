"""The engines: each gives a picture, and each way to fail is one sentence."""

import importlib.util
import os
import shutil
import stat
import sys
import time

import pytest

from nyttokedja.batch import engines, layout_programs
from nyttokedja.errors import CannotDraw
from tests.drawing.chains import FULL, ONE
from tests.drawing.laid import drawn, labels

POSIX = pytest.mark.skipif(os.name != "posix", reason="fakes are shell scripts")
NEEDED = {
    "graphviz-pure": True,
    "pygraphviz": importlib.util.find_spec("pygraphviz"),
    "dot": shutil.which("dot"),
}


@pytest.mark.program
@pytest.mark.parametrize("engine", engines.ENGINES)
def test_each_engine_gives_a_picture(engine):
    if not NEEDED[engine]:
        pytest.skip(f"{engine} is not installed")
    assert sorted(labels(drawn(FULL, engine=engine))) == sorted(labels(drawn(FULL)))


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """A program that stands in for graphviz-pure."""

    def install(script):
        path = tmp_path / "graphviz-pure"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setattr(layout_programs, "packaged_program", lambda: str(path))
        return path

    return install


@POSIX
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo oops >&2; echo 'Error: bad luck' >&2; exit 3", "failed with exit code 3: Error: bad luck."),
        ("kill -SEGV $$", "failed with exit code -11."),
        ("exec sleep 60", "took more than 0.3 seconds."),
        ("sleep 60 & sleep 60", "took more than 0.3 seconds."),
        ("echo nonsense", "gave an answer that is not a layout."),
        ('echo \'{"objects": [{"name": 1, "pos": "x"}]}\'', "gave an answer that is not a layout."),
        ("true", "gave 0 layouts where 1 were asked for."),
        ("echo '{\"objects\": []}'", "left boxes without a place."),
        ("printf '\\033[31mred' >&2; exit 1", "failed with exit code 1: ?[31mred."),
    ],
)
@pytest.mark.parametrize("engine", ["auto", "graphviz-pure"])
def test_failures_are_one_sentence(fake, script, sentence, engine):
    fake(script)
    started = time.monotonic()
    with pytest.raises(CannotDraw) as failure:
        drawn(ONE, engine=engine, timeout=0.3)
    assert str(failure.value).endswith(sentence)
    assert str(failure.value).startswith("The layout engine ")
    assert time.monotonic() - started < 10


@POSIX
def test_a_forbidden_engine_is_replaced_only_in_auto(fake, monkeypatch):
    fake("true").chmod(0o644)
    spare = []
    monkeypatch.setattr(
        engines,
        "ENGINES",
        {**engines.ENGINES, "pygraphviz": lambda dots, timeout: spare.append(dots) or [{"n0": 0.0}]},
    )
    assert "Frigjord tid" in drawn(ONE)
    assert len(spare) == 1
    with pytest.raises(CannotDraw, match=r"not allowed to run here: permission is missing\.$"):
        drawn(ONE, engine="graphviz-pure")


def test_no_engine_at_all(monkeypatch):
    def missing(dots, timeout):
        raise layout_programs.Unavailable("The layout engine x is not installed.")

    monkeypatch.setattr(engines, "ENGINES", {"x": missing, "y": missing})
    with pytest.raises(CannotDraw, match="x is not installed"):
        drawn(ONE)


def test_an_engine_that_is_not_known():
    with pytest.raises(CannotDraw, match="There is no layout engine 'neato'"):
        drawn(ONE, engine="neato")


def test_missing_programs(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(CannotDraw, match="dot is not on the PATH"):
        drawn(ONE, engine="dot")
    monkeypatch.setattr("importlib.metadata.files", lambda name: [])
    with pytest.raises(CannotDraw, match="graphviz-pure is not installed"):
        drawn(ONE, engine="graphviz-pure")


@POSIX
def test_pygraphviz_that_is_missing(tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 77\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(CannotDraw, match="pygraphviz is not installed"):
        drawn(ONE, engine="pygraphviz")


def test_an_engine_that_hangs_does_so_once(monkeypatch):
    """All calls of one layout share its seconds, and none is tried again by itself."""
    asked = []

    def hangs(dots, seconds):
        asked.append(len(dots))
        time.sleep(seconds)
        raise CannotDraw("took more")

    monkeypatch.setattr(engines, "ENGINES", {"dot": hangs})
    layout = engines.layout_of("dot", 0.2)
    start = time.monotonic()
    for dots in (["a", "b"], ["a"], ["b"]):
        with pytest.raises(CannotDraw, match="took more"):
            layout(dots)
    assert time.monotonic() - start < 2
    assert asked == [2, 1]  # half of the time for both, and what is left for the first by itself
