"""The chains of a municipality that exists nowhere: twelve people's, and good plans."""

from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.editing.formatting import formatted
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage

CHAINS = sorted(Path("docs/examples/norrsalvik").glob("*.yaml"))
DAY = date(2026, 12, 1)
"""The day of which they are told: what is followed up grows old."""


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_each_is_a_good_plan_by_itself(path):
    found = check(path.read_bytes(), path.name, Config(today=DAY)).findings
    assert [finding for finding in found if finding.severity > Severity.INFO] == []


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_each_is_small(path):
    assert 8 <= len(check(path.read_bytes()).chain.nodes) <= 16


def test_they_are_different():
    chains = [check(path.read_bytes()).chain for path in CHAINS]
    assert len(chains) == 12
    assert {chain.stage for chain in chains} == set(Stage)
    assert len({chain.title for chain in chains}) == 12
    assert sum(chain.calculation is not None for chain in chains) >= 8


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_each_is_written_as_fmt_writes(path):
    assert not formatted(path.read_bytes(), path.name).changed
