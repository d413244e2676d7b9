"""The board as people meet it: a page that is usable, an engine awake, an order and its picture, and memory.

All in Chromium, by the clock of whoever sits there; against the same done cold on the command line.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import environment, seconds
from benchmarks.pictures.realistic import recipe
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of
from nyttokedja.app.file import NAME

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_BUILT = Path("nyttokedja/app/built", NAME).resolve()
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_PATIENCE = 120_000
_TIMES = 7
_SIZES = {50: "≤ 0.35", 100: "≤ 1 s in the app"}
_ORDERS = 600
"""An hour of a busy group: one every six seconds."""


def rows(folder: Path) -> Iterator[Row | str]:
    """A row for each of them."""
    chromium = shutil.which("chromium")
    if chromium is None or find_spec("playwright") is None or not _BUILT.exists():
        yield "Chromium or playwright is not installed, or the app is not built: no board is opened"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield from _started(browser, folder)
        for size, goal in _SIZES.items():
            yield from _ordered(browser, folder, size, goal)
        yield _held(browser, folder)
        browser.close()


def _started(browser: Browser, folder: Path) -> Iterator[Row]:
    path = _chain(folder, 50)
    usable, awake = [], []
    for _ in range(3):
        page = _page(browser)
        start = time.perf_counter()
        page.goto(_BUILT.as_uri())
        page.locator("#entry:enabled").wait_for(timeout=_PATIENCE)
        usable.append(time.perf_counter() - start)
        page.locator("#new:enabled").wait_for(timeout=_PATIENCE)
        awake.append(time.perf_counter() - start)
        page.context.close()
    check = seconds({"check": [[NYTTOKEDJA, "check", str(path)]]}, 5, folder)["check"]
    yield Row("app: the entry line is usable", median(usable), None, "≤ 1 s")
    yield Row("app: the engine is awake / check of 50 boxes, cold", median(awake), check, "≤ 6, and ≤ 10 s")


def _ordered(browser: Browser, folder: Path, size: int, goal: str) -> Iterator[Row]:
    path = _chain(folder, size)
    cold = _cold(path, folder)
    page = _page(browser)
    page.goto(_BUILT.as_uri())
    page.locator("#new:enabled").wait_for(timeout=_PATIENCE)
    _open(page, path)
    yield Row(f"order → picture of {size} boxes in the app / set + draw, cold", _order(page), cold, goal)
    page.context.close()
    with _served(path) as address:
        page = _page(browser)
        page.goto(address)
        page.locator("#picture [data-node]").first.wait_for(timeout=_PATIENCE)
        yield Row(f"the same on the local server, {size} boxes", _order(page), cold, "≤ 0.15")
        page.context.close()


def _held(browser: Browser, folder: Path) -> Row:
    """The memory of the tab after an hour's orders, each undone, so that the chain stays as large."""
    page = _page(browser)
    page.goto(_BUILT.as_uri())
    page.locator("#new:enabled").wait_for(timeout=_PATIENCE)
    _open(page, _chain(folder, 50))
    for n in range(of(_ORDERS) // 2):
        _entered(page, f"Minne {n}")
        page.locator("#undo:enabled").click()
        page.locator("#picture svg", has_text=f"Minne {n}").wait_for(state="detached", timeout=_PATIENCE)
    running = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    held = max(_own(process["id"]) for process in running if process["type"] == "renderer")
    page.context.close()
    return Row("app: memory of the tab after an hour's orders", held, None, "≤ 400", "MB")


def _order(page: Page) -> float:
    """Median seconds from a typed box to the picture that has it."""
    took = []
    for n in range(_TIMES):
        start = time.perf_counter()
        _entered(page, f"Mätning {n}")
        took.append(time.perf_counter() - start)
        page.locator("#undo:enabled").click()
        page.locator("#picture svg", has_text=f"Mätning {n}").wait_for(state="detached", timeout=_PATIENCE)
    return median(took)


def _entered(page: Page, title: str) -> None:
    page.fill("#entry", f"E: {title}")
    page.press("#entry", "Enter")
    page.locator("#picture svg", has_text=title).wait_for(timeout=_PATIENCE)


def _open(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.click("#open")
    chooser.value.set_files(path)
    page.locator("#picture [data-node]").first.wait_for(timeout=_PATIENCE)


def _page(browser: Browser) -> Page:
    context = browser.new_context(
        locale="sv-SE", viewport={"width": 1500, "height": 1000}, reduced_motion="reduce"
    )
    context.add_init_script("delete window.showSaveFilePicker; delete window.showOpenFilePicker")
    return context.new_page()


def _cold(path: Path, folder: Path) -> float:
    """One order on the command line, and the picture."""
    copy = folder / "cold.yaml"
    steps = [
        ["cp", str(path), str(copy)],
        [NYTTOKEDJA, "add", "effect", "Mätning", str(copy)],
        [NYTTOKEDJA, "draw", str(copy), "-o", str(folder / "cold.svg")],
    ]
    return seconds({"we": steps}, 5, folder)["we"]


@contextmanager
def _served(path: Path) -> Iterator[str]:
    """The address of a board."""
    command = [NYTTOKEDJA, "board", "--no-browser", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as server:
        assert server.stdout is not None
        try:
            yield next(
                word for line in server.stdout for word in line.split() if word.startswith("http://127.")
            )
        finally:
            server.terminate()


def _chain(folder: Path, size: int) -> Path:
    path = folder / f"board-{size}.yaml"
    path.write_bytes(recipe(size).yaml)
    return path


def _own(process: int) -> float:
    """The memory that a process has for itself, in MB, as the browser's own list of tasks counts it."""
    lines = Path("/proc", str(process), "status").read_text("utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("RssAnon", "VmSwap"))) / 1024
