"""What is left when a tab is killed, of several chains, and where a browser forbids what the app needs."""

import contextlib
from pathlib import Path

import pytest

from tests.app.conftest import BUILT
from tests.browser import ARGUMENTS, CHROMIUM

SLOW = 180_000

pytestmark = pytest.mark.program


def opened(context):
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(BUILT.as_uri())
    return page


def noted(page, text):
    page.fill("#entry", text)
    page.press("#entry", "Enter")
    page.locator("#status", has_text=f"”{text}”").wait_for()


def killed(page):
    """Ends the process of the tab: nothing of the page gets to know."""
    from playwright.sync_api import Error

    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def test_a_killed_tab_loses_nothing_and_each_chain_has_its_draft(browser):
    from playwright.sync_api import expect

    context = browser.new_context(locale="sv-SE")
    context.add_init_script("delete window.showSaveFilePicker")
    page = opened(context)
    page.fill("#entry", "Skriven medan den startade")
    page.press("#entry", "Enter")
    page.locator("#notes .words", has_text="Skriven medan den startade").wait_for(timeout=SLOW)
    noted(page, "Den första kedjan")
    page.click("#new")
    page.keyboard.type("Larm på natten")
    page.keyboard.press("Enter")
    page.locator("#title", has_text="Larm på natten").wait_for()
    noted(page, "Den andra kedjan")
    killed(page)

    page = opened(context)
    page.locator("#notes .words", has_text="Den andra kedjan").wait_for(timeout=SLOW)
    page.locator("#status", has_text="Larm på natten. Fler utkast finns under Mer: 1.").wait_for()
    with page.expect_download():
        page.click("#save")
    page.locator("#status", has_text="Sparade").wait_for()
    page.click(".menu summary")
    page.click("#drafts")
    expect(page.locator("[role=option]")).to_have_count(1)  # the one that is saved is no draft
    page.keyboard.press("Enter")
    page.locator("#notes .words", has_text="Den första kedjan").wait_for()
    expect(page.locator("#notes .words")).to_have_count(2)
    context.close()


def test_notes_can_be_saved_as_text_where_the_engine_is_forbidden(browser):
    context = browser.new_context(locale="nb-NO", accept_downloads=True)
    context.add_init_script("delete window.WebAssembly")
    throwing = "{ get() { throw new DOMException('no', 'SecurityError'); } }"
    context.add_init_script(f"Object.defineProperty(window, 'indexedDB', {throwing})")
    page = opened(context)
    page.locator("#status", has_text="kan lagres som tekst").wait_for()
    page.fill("#entry", "Færre nøkler")
    page.press("#entry", "Enter")
    page.locator("#notes li", has_text="Færre nøkler").wait_for()
    with page.expect_download() as given:
        page.click("#save")
    assert given.value.suggested_filename == "Lapper.txt"
    assert Path(given.value.path()).read_text("utf-8") == "Færre nøkler\n"
    context.close()


def test_a_browser_that_is_started_without_webassembly_says_so_and_saves_notes(browser):
    arguments = [*ARGUMENTS, "--js-flags=--jitless"]
    forbidding = browser.browser_type.launch(executable_path=CHROMIUM, args=arguments)
    context = forbidding.new_context(locale="sv-SE", accept_downloads=True)
    context.add_init_script("delete window.showSaveFilePicker")
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.goto(BUILT.as_uri())
    page.locator("#status", has_text="kan inte köras i den här webbläsaren").wait_for()
    for text in ("Färre nycklar", "<b>Facket?</b>"):
        page.fill("#entry", text)
        page.press("#entry", "Enter")
        page.locator("#notes li", has_text=text).wait_for()
    with page.expect_download() as given:
        page.click("#save")
    assert Path(given.value.path()).read_text("utf-8") == "Färre nycklar\n<b>Facket?</b>\n"
    assert page.errors == []
    forbidding.close()
