"""A page in a real browser: the system's Chromium, driven by playwright."""

import shutil
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

CHROMIUM = (shutil.which("chromium") or shutil.which("chromium-browser")) if find_spec("playwright") else None
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium and playwright")


@contextmanager
def browser(*arguments):
    """A browser that is closed afterwards."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *arguments])
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(path: Path | None = None, **context):
    """A page of its own context, with a file open in it."""
    with browser() as started:
        page = started.new_context(**context).new_page()
        if path is not None:
            page.goto(path.resolve().as_uri())
        yield page
