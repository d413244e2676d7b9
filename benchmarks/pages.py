"""How long the page of a chain takes in a browser, by the browser's own clock: from navigation to ready."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.pictures.realistic import recipe

_SIZES = {25: "≤ 0.2", 60: "≤ 0.3", 200: "≤ 0.5"}
_TIMES = 7
_STRIKE = """() => {
  const box = document.querySelector("[data-node]"), before = performance.now();
  box.dispatchEvent(new KeyboardEvent("keydown", {key: "s", bubbles: true}));
  return (performance.now() - before) / 1000;
}"""


def rows(folder: Path) -> Iterator[str]:
    """A row for each size: the size of the page, the time to ready, the time to strike a box out; medians."""
    chromium = shutil.which("chromium")
    if chromium is None or find_spec("playwright") is None:
        yield "Chromium or playwright is not installed: no page is opened"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size, goal in _SIZES.items():
            path = _page(folder, size)
            ready, struck = [], []
            for _ in range(_TIMES):
                page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
                page.goto(path.as_uri())
                ready.append(page.evaluate("Number(document.documentElement.dataset.ready)") / 1000)
                struck.append(page.evaluate(_STRIKE))
                page.context.close()
            what = f"page of {size} boxes, {path.stat().st_size // 1000} kB, to ready"
            row = f"{what:<44}{median(ready):>9.3f} s{'':>22}   goal {goal} s"
            yield f"{row}; a box struck out in {median(struck):.3f} s"
        browser.close()


def _page(folder: Path, size: int) -> Path:
    """The page of a realistic chain, as the command makes it."""
    chain, page = folder / f"page-{size}.yaml", folder / f"page-{size}.html"
    chain.write_bytes(recipe(size).yaml)
    subprocess.run(
        [sys.executable, "-m", "nyttokedja", "draw", str(chain), "-o", str(page)],
        check=True,
        capture_output=True,
    )
    return page
