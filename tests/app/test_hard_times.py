"""What goes wrong around the app: a worker that dies, a full disk, a tab that is killed, hostile files."""

import contextlib
from pathlib import Path

import pytest

from tests.app.conftest import BUILT
from tests.app.hands import save

SLOW = 180_000

NO_PICKER = "delete window.showSaveFilePicker; delete window.showOpenFilePicker"
MORTAL = """
const Real = Worker;
window.Worker = class extends Real {
  constructor(...given) {
    super(...given);
    document.addEventListener("end-worker", () => this.terminate());
  }
};
"""
FULL = """
document.addEventListener("fill-disk", () => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
});
document.addEventListener("fill-disk-late", () => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    setTimeout(() => { try { this.transaction.abort(); } catch { /* done twice */ } });
    return put.apply(this, given);
  };
});
"""
FULL_FILE = """
window.showSaveFilePicker = async () => ({
  getFile: async () => new File([], "k.yaml"),
  createWritable: async () => ({
    write: async () => { throw new DOMException("full", "QuotaExceededError"); },
  }),
});
"""
THROWING = "{ get() { throw new DOMException('no', 'SecurityError'); } }"
FORBIDDEN = "".join(
    f"Object.defineProperty(window, '{name}', {THROWING});"
    for name in ("indexedDB", "localStorage", "sessionStorage")
)
HIT = "document.documentElement.dataset.hit=1"
HOSTILE = f"""nyttokedja: 1
rubrik: "<img src=x onerror={HIT}>"
effekter:
  a: "</script><script>{HIT}</script>"
  b: {{rubrik: "<svg onload={HIT}>", text: "<a href='javascript:{HIT}'>x</a>", leder_till: c}}
nyttor: {{c: "javascript:{HIT}"}}
lappar: ["<img src=x onerror={HIT}>", "]]><script>{HIT}</script>"]
"""

pytestmark = pytest.mark.program


@pytest.fixture
def opened(browser):
    """Opens the app where a script has been before it, and sees that nothing it does goes wrong unseen."""
    with contextlib.ExitStack() as closing:

        def opened(*scripts, context=None, locale="sv-SE"):
            if context is None:
                context = browser.new_context(locale=locale, reduced_motion="reduce")
                closing.callback(context.close)
                for script in (NO_PICKER, *scripts):
                    context.add_init_script(script)
            page = context.new_page()
            page.set_default_timeout(60_000)
            page.errors = []
            page.on("pageerror", lambda error: page.errors.append(str(error)))
            page.on("dialog", lambda dialog: page.errors.append(dialog.message))
            page.goto(BUILT.as_uri())
            return page

        yield opened


def noted(page, text):
    page.fill("#entry", text)
    page.press("#entry", "Enter")
    page.locator("#notes .words", has_text=text).wait_for(timeout=SLOW)


def told(page, text):
    page.locator("#status", has_text=text).wait_for()


def test_a_worker_that_dies_is_replaced_and_the_chain_is_there(opened):
    page = opened(MORTAL)
    page.fill("#entry", "F: Digitala lås -> E: Färre nyckelhämtningar")
    page.press("#entry", "Enter")
    page.locator("#picture svg").wait_for(timeout=SLOW)
    for text in ("Efter den första", "Efter den andra"):
        page.locator("body").dispatch_event("end-worker")
        told(page, "Motorn stannade")
        noted(page, text)
    assert page.locator("#notes .words").all_inner_texts() == ["Efter den första", "Efter den andra"]
    assert page.locator("#picture [data-node='färre_nyckelhämtningar']").count()
    page.click("#undo")
    page.locator("#notes .words", has_text="Efter den andra").wait_for(state="detached")
    assert page.errors == []


@pytest.mark.parametrize("event", ["fill-disk", "fill-disk-late"])
def test_a_full_disk_is_said_once_and_all_else_works(opened, event):
    page = opened(FULL)
    noted(page, "Före")
    page.locator("body").dispatch_event(event)
    noted(page, "Den första som inte får plats")
    told(page, "disken är kanske full")
    noted(page, "Den andra")
    told(page, "”Den andra”")
    page.locator("#status", has_text="disken").wait_for(state="detached")
    with page.expect_download() as given:
        save(page)
    assert "Den andra" in Path(given.value.path()).read_text("utf-8")
    assert page.errors == []


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(opened):
    page = opened(FULL_FILE)
    noted(page, "En lapp")
    save(page)
    told(page, "Det gick inte att spara i filen")
    page.reload()
    page.locator("#notes .words", has_text="En lapp").wait_for(timeout=SLOW)


def test_a_tab_that_is_killed_after_each_order_loses_none(opened):
    page = opened()
    context = page.context
    texts = ["Den första", "Den andra", "Den tredje"]
    for text in texts:
        noted(page, text)
        told(page, f"”{text}”")
        with page.expect_event("crash"), contextlib.suppress(Exception):
            page.goto("chrome://crash")
        page.close()
        page = opened(context=context)
        page.locator("#notes .words", has_text=text).wait_for(timeout=SLOW)
    assert page.locator("#notes .words").all_inner_texts() == texts


def test_what_is_forgotten_is_gone(opened):
    page = opened()
    noted(page, "Hemligt")
    page.locator("#picture, #notes").first.wait_for()
    page.locator("#entry").press_sequentially("Halvskrivet")
    page.click(".menu summary")
    page.click("#forget")
    told(page, "Inget finns kvar")
    page.reload()
    told(page, "Klart")
    assert page.input_value("#entry") == ""
    assert page.locator("#notes .words").count() == 0


def test_a_board_works_where_nothing_may_be_kept(opened):
    page = opened(FORBIDDEN)
    told(page, "får inte behålla något")
    noted(page, "En lapp")
    assert page.errors == []


def test_hostile_files_and_walls_run_nothing(opened, tmp_path):
    page = opened()
    told(page, "Klart")
    path = tmp_path / f"x onerror={HIT.replace('/', '')} .yaml"
    path.write_text(HOSTILE, "utf-8")
    with page.expect_file_chooser() as chooser:
        page.click("#open")
    chooser.value.set_files(path)
    page.locator("#picture svg").wait_for()
    page.locator("#list button").first.click()
    page.fill("#entry", f"E: <img src=x onerror={HIT}> -> N: <script>{HIT}</script>")
    page.press("#entry", "Enter")
    page.locator("#list button", has_text="<script>").nth(1).wait_for()
    page.locator("#picture [data-node='c']").first.wait_for(state="attached")
    assert page.locator("html[data-hit]").count() == 0
    assert page.locator("img[src=x], #picture script").count() == 0
    assert page.errors == []
