"""The table of figures: its rows, and that every part of it can be found."""

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks import table
from benchmarks.__main__ import PARTS
from benchmarks.table import Row, markdown

AGAINST = Row("check 1 chain / a peer", 0.5, 2.0, "≤ 0.3")
ALONE = Row("check, most memory", 79.6, None, "≤ 80 MB", "MB")
MODULES = sorted(path.stem for path in Path("benchmarks").glob("*.py") if path.stem[0] != "_")


def test_a_row_says_the_ratio_and_the_goal():
    assert " ".join(str(AGAINST).split()) == "check 1 chain / a peer 0.500 s 2.000 s 0.250 × goal ≤ 0.3"
    assert " ".join(str(ALONE).split()) == "check, most memory 79.600 MB goal ≤ 80 MB"


def test_the_table_is_markdown():
    assert markdown([AGAINST, ALONE]).splitlines() == [
        "| what | ours | against | ratio | goal |",
        "| --- | --- | --- | --- | --- |",
        "| check 1 chain / a peer | 0.5 s | 2 s | 0.250 | ≤ 0.3 |",
        "| check, most memory | 79.6 MB |  |  | ≤ 80 MB |",
    ]


def test_a_hundredth_is_enough_to_see_that_it_runs(monkeypatch):
    assert table.of(1000) == 1000
    monkeypatch.setattr(table, "small", True)
    assert (table.of(1000), table.of(50)) == (10, 2)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_small_and_can_be_imported(module):
    assert import_module(f"benchmarks.{module}")
    assert len(Path("benchmarks", f"{module}.py").read_text("utf-8").splitlines()) <= 300


def test_every_part_has_a_name():
    assert {"start", "check", "unchanged", "memory", "draw", "change"} < set(PARTS)
