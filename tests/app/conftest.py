"""The app in Chromium, as it was built."""

import shutil
from pathlib import Path

import pytest

from nyttokedja.app.file import NAME

BUILT = Path("nyttokedja/app/built", NAME).resolve()
CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser():
    """A browser, where there is one and the app is built."""
    if CHROMIUM is None or not BUILT.exists():
        pytest.skip("needs Chromium and the app that is built")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()
