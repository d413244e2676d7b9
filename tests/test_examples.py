"""The chains of a municipality that exists nowhere: twelve people's, and good plans."""

from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.across import found_across
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.gathering import facts_of
from nyttokedja.checking.rules.together import Where
from nyttokedja.checking.settings.files import opened
from nyttokedja.checking.settings.resolve import resolve
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


def test_together_only_the_pool_that_is_meant_to_be_overclaimed_is_found():
    known = opened(Path("docs/examples/norrsalvik/nyttokedja.toml"), needed=True)
    config = resolve(known.layers(()), Config(today=DAY)).config
    facts = [facts_of(check(path.read_bytes(), path.name)) for path in CHAINS]
    where = Where(("/r",), lambda _path, _target: True)
    found = found_across([(each, f"/r/{each.name}", config) for each in facts], where)
    told = [(one.file, one.code, one.severity) for here in found.values() for one in here]
    assert told == [
        ("bemanning_hemtjanst.yaml", "NK709", Severity.INFO),
        ("bemanning_hemtjanst.yaml", "NK823", Severity.ERROR),
    ]
    (pool,) = (one for here in found.values() for one in here if one.code == "NK823")
    assert (pool.particulars["year"], pool.particulars["claimed"], pool.particulars["n"]) == (2028, 10900, 3)
    assert sum(len(each.pointing) for each in facts) == 1
