"""The app in a browser, from the disk, as it was built; nothing is asked of a network."""

from pathlib import Path

import pytest

from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import check
from nyttokedja.drawing import Job, draw_many
from tests.app.conftest import BUILT
from tests.app.hands import save

SLOW = 180_000
"""The engine wakes in a few seconds where nothing else runs."""

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def page(browser):
    """The app awake, in Swedish, with a list of what it has asked for."""
    context = browser.new_context(locale="sv-SE", accept_downloads=True)
    context.add_init_script("delete window.showSaveFilePicker")  # it cannot be answered by a program
    made = context.new_page()
    made.asked, made.errors = [], []
    made.on("request", lambda request: made.asked.append(request.url))
    made.on("pageerror", lambda error: made.errors.append(str(error)))
    made.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
    made.goto(BUILT.as_uri())
    made.fill("#entry", "F: Digitala lås -> E: Färre nyckelhämtningar -> N: Frigjord tid")
    made.press("#entry", "Enter")  # before the engine is awake
    made.wait_for_selector("#picture svg", timeout=SLOW)
    yield made
    context.close()


def typed(page, text):
    page.fill("#entry", text)
    page.press("#entry", "Enter")


def test_a_workshop_from_an_empty_page_to_a_saved_file(page):
    waking(page)
    sorting(page)
    saving(page)
    coming_back(page)
    outside = [url for url in page.asked if not url.startswith(("blob:", "data:")) and url != BUILT.as_uri()]
    assert outside == []
    assert page.errors == []


def waking(page):
    """What is typed while it wakes is not lost."""
    page.get_by_role("button", name="Frigjord tid").first.wait_for(timeout=SLOW)
    assert page.inner_text("#title") == "Namnlös kedja"
    page.locator("#picture [data-node]").nth(2).wait_for()


def sorting(page):
    """A note is sorted, connected, renamed, and the new name is taken back."""
    typed(page, "Vad säger facket?")
    note = page.locator("#notes li", has_text="Vad säger facket?")
    note.wait_for()
    note.locator("select").select_option("obstacle")
    page.locator("#box_title").wait_for()
    page.get_by_label("Koppla till …").select_option("färre_nyckelhämtningar")
    page.get_by_role("button", name="Ta bort pilen: Färre nyckelhämtningar").wait_for()
    page.fill("#box_title", "Facket säger nej")
    page.press("#box_title", "Tab")
    page.locator("#status", has_text="Facket säger nej").wait_for()
    page.click("#undo")
    page.locator("#status", has_text="Ångrade:").wait_for()
    page.locator("#list button", has_text="Vad säger facket?").wait_for()


def saving(page):
    """What is saved is what the commands read, and it is drawn with the same bytes."""
    with page.expect_download() as given:
        save(page)
    assert given.value.suggested_filename == "namnlös_kedja.yaml"
    data = Path(given.value.path()).read_bytes()
    page.locator(".menu summary").click()
    with page.expect_download() as given:
        page.locator("[data-out=svg]").click()
    svg = Path(given.value.path()).read_text("utf-8")
    with page.expect_download() as given:
        page.locator("[data-out=notes]").click()
    assert "F: Digitala lås" in Path(given.value.path()).read_text("utf-8")
    page.locator(".menu summary").click()
    checked = check(data, "namnlös_kedja.yaml")
    job = Job(checked.chain, checked.graph, checked.findings)
    assert draw_many([job], layout_of(), data_attributes=True) == [svg]


def coming_back(page):
    """A tab that is closed loses nothing; what is saved is no draft."""
    typed(page, "Vem bestämmer?")
    page.locator("#notes .words", has_text="Vem bestämmer?").wait_for()
    page.fill("#entry", "En lapp till som")
    page.reload()
    page.locator("#notes .words", has_text="Vem bestämmer?").wait_for(timeout=SLOW)
    assert page.input_value("#entry") == "En lapp till som"
    page.locator("#list button", has_text="Vad säger facket?").wait_for(timeout=SLOW)
    page.locator("#status", has_text="det du höll på med").wait_for()
