"""Runs as commands make them: in an empty folder, by no settings but the defaults."""

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup

SOUND = "nyttokedja: 1\nrubrik: Bra\nskede: utkast\n"
NO_OWNER = "nyttokedja: 1\nrubrik: Dålig\nskede: plan\nnyttor:\n  trygghet: Ökad trygghet\n"
BROKEN = "nyttokedja: 1\nrubrik: x: y\n"


@pytest.fixture(autouse=True)
def _quiet_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NYTTOKEDJA_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def lookup():
    """The settings of chains, where no file has any."""
    return lambda **chosen: Lookup(Config(**chosen), search=False)
