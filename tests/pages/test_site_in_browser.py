"""A site as people open it: from a folder, in Chromium, with and without scripts."""

import json
import shutil
from pathlib import Path

import pytest

from nyttokedja.cli import main
from tests.browser import browser as started
from tests.browser import needs_chromium
from tests.pages.test_accessibility import AXE, needs_axe, violations

pytestmark = [
    pytest.mark.program,
    needs_chromium,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
HOSTILE = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def browser():
    with started() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    chains = folder / "chains"
    shutil.copytree(Path(__file__).parents[2] / "chains", chains)
    hostile = f"nyttokedja: 1\nrubrik: {json.dumps(HOSTILE)}\neffekter:\n  a: {json.dumps(HOSTILE)}\n"
    (chains / "hostile.yaml").write_text(hostile, "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["site", str(chains), "-o", str(folder / "out")])
    assert ended.value.code == 0
    return folder / "out"


@pytest.fixture
def opened(browser):
    contexts = []

    def opened(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: (page.said.append("dialog"), dialog.dismiss()))
        page.on("request", lambda asked: asked.url.startswith("file:") or page.said.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_search_shortens_the_list_and_leads_to_the_box(site, opened):
    page = opened(site / "search.html")
    everything = page.locator("section.sought li:visible").count()
    page.fill("#sought", "LÄKEMEDEL  effekt")
    page.wait_for_timeout(300)
    left = page.locator("section.sought li:visible")
    assert 0 < left.count() < everything / 2
    assert page.inner_text("#count") == f"{left.count()} rutor"
    link = left.locator("a").first
    title = link.inner_text()
    link.click()
    page.wait_for_load_state()
    assert "/chains/" in page.url
    target = page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent")
    assert title in target
    page.go_back()
    assert page.input_value("#sought") == "LÄKEMEDEL  effekt", "the way back leads to what was found"
    assert page.said == []


def test_a_search_can_be_sent_and_a_broken_one_does_nothing(site, opened):
    page = opened(site / "search.html")
    for address, sought in (
        ("#q=h%C3%A4lsa", "hälsa"),
        ("#q=%E0%A4%A", ""),
        ("#q=%3Cimg%20src%3Dx%3E", "<img src=x>"),
    ):
        page.goto((site / "search.html").as_uri() + address)
        page.reload()
        assert page.input_value("#sought") == sought
    assert page.said == []


def test_without_scripts_the_list_is_there_and_no_field(site, opened):
    page = opened(site / "search.html", java_script_enabled=False)
    assert page.locator("#sought:visible").count() == 0
    assert page.locator("section.sought li:visible").count() > 100
    assert page.locator("noscript p").count() == 1


@pytest.mark.parametrize(
    "name",
    ["index", "portfolio", "roles", "search", "indicators", "chains/hostile", "roles/systemforvaltare"],
)
def test_pages_are_narrow_enough_and_run_nothing_foreign(site, opened, name):
    page = opened(site / f"{name}.html", viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.said == []


def test_the_ways_by_keyboard(site, opened):
    page = opened(site / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.get_attribute("nav [aria-current=page]", "href") == "index.html"


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["index", "portfolio", "goals", "roles", "search", "changes", "roles/systemforvaltare"]
)
def test_axe_finds_nothing(site, opened, name, scheme):
    page = opened(site / f"{name}.html", color_scheme=scheme)
    page.evaluate((Path(__file__).parents[2] / AXE).read_text("utf-8"))
    assert violations(page) == []
