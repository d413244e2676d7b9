"""The app by axe-core, empty, with a chain and notes, in each window, dark, and narrow."""

import json
from pathlib import Path

import pytest

from tests.app.conftest import BUILT

AXE = Path("nyttokedja/pages/scripts/node_modules/axe-core/axe.min.js")
RUN = """
document.addEventListener("axe", async () => {
  const { violations } = await axe.run(document);
  const found = violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))]);
  document.documentElement.dataset.axe = JSON.stringify(
    { found, wide: document.documentElement.scrollWidth }
  );
});
document.addEventListener("forget-axe", () => delete document.documentElement.dataset.axe);
"""
SLOW = 180_000

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not AXE.exists(), reason="needs axe-core, as the page's scripts have it"),
]


@pytest.fixture(scope="module")
def page(browser):
    """Axe is there before the page is, since the page lets nothing in."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1500, "height": 1000})
    context.add_init_script(AXE.read_text("utf-8") + RUN)
    context.add_init_script("delete window.showOpenFilePicker")
    made = context.new_page()
    made.goto(BUILT.as_uri())
    made.locator("#status", has_text="Klart").wait_for(timeout=SLOW)
    yield made
    context.close()


def judged(page):
    page.locator("body").dispatch_event("forget-axe")
    page.locator("body").dispatch_event("axe")
    page.locator("html[data-axe]").wait_for()
    return json.loads(page.locator("html").get_attribute("data-axe"))


def test_axe_finds_nothing(page):
    assert judged(page)["found"] == []
    with page.expect_file_chooser() as chooser:
        page.click("#open")
    chooser.value.set_files("chains/lakemedelsautomat.yaml")
    page.locator("#picture svg").wait_for()
    page.fill("#entry", "Vad säger facket om nyckelhanteringsrutinerna?")
    page.press("#entry", "Enter")
    page.locator("#notes .words").wait_for()
    page.locator("#list button").nth(3).click()
    assert judged(page)["found"] == []
    for key in ("l", "t", "k", "a", "/", "?", "Delete"):
        page.focus("#picture .view")
        page.keyboard.press(key)
        page.locator("#question[open]").wait_for()
        assert judged(page)["found"] == [], key
        page.keyboard.press("Escape")
    page.focus("#picture .view")
    page.keyboard.press("v")
    page.locator("#worth input").first.fill("-5")
    page.locator("#worth_refused").wait_for()
    assert judged(page)["found"] == []
    page.locator("#worth input").first.fill("70,5")
    page.locator("#worth_result dd", has_text="→").wait_for()
    page.click("#worth summary")
    assert judged(page)["found"] == []
    page.click("[data-step=obstacles]")
    page.emulate_media(color_scheme="dark")
    assert judged(page)["found"] == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert judged(page) == {"found": [], "wide": 320}
