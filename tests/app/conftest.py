"""The app in Chromium, as it was built."""

from pathlib import Path

import pytest

from nyttokedja.app.file import NAME
from tests.browser import CHROMIUM
from tests.browser import browser as started

BUILT = Path("nyttokedja/app/built", NAME).resolve()


@pytest.fixture(scope="module")
def browser():
    """A browser, where there is one and the app is built."""
    if CHROMIUM is None or not BUILT.exists():
        pytest.skip("needs Chromium and the app that is built")
    with started() as opened:
        yield opened
