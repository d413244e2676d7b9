"""What all tests share: examples that are the same each run in CI, and the working folder."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

ROOT = Path(__file__).parent.parent

os.environ.pop("LC_MESSAGES", None)
os.environ["LC_ALL"] = "C.UTF-8"
"""The command line speaks English in tests, whatever the person who runs them speaks."""


os.environ["NYTTOKEDJA_CACHE"] = ""
"""Nothing is remembered from one test to the next, nor of what the person who runs them has."""


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch):
    """Tests read chains/ and schemas/ from the root of the checkout, wherever pytest was started."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def later(monkeypatch):
    """Let an hour pass, in the eyes of what is remembered of files: clocks are believed then."""

    def pass_on():
        then = time.time_ns() + 3_600 * 10**9
        monkeypatch.setattr(time, "time_ns", lambda: then)

    return pass_on
