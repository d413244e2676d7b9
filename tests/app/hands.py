"""What a person's hands do to the app: keys pressed, things dragged, files opened and saved."""

import re
import time
from pathlib import Path

from tests.app.conftest import BUILT

SLOW = 180_000
"""The engine wakes in a few seconds where nothing else runs."""


def awake(browser, language="sv-SE", width=1500, height=1000, scripts=(), **more):
    """A page of the app where the engine is awake; what goes wrong in it is kept in `errors`."""
    more.setdefault("reduced_motion", "reduce")
    context = browser.new_context(locale=language, viewport={"width": width, "height": height}, **more)
    for script in (*scripts, "delete window.showSaveFilePicker; delete window.showOpenFilePicker"):
        context.add_init_script(script)
    made = context.new_page()
    made.errors = []
    made.on("pageerror", lambda error: made.errors.append(str(error)))
    made.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
    made.goto(BUILT.as_uri())
    made.locator("#new:enabled").wait_for(timeout=SLOW)
    made.set_default_timeout(10_000)
    return made


def opened(page, path):
    with page.expect_file_chooser() as chooser:
        page.click("#open")
    chooser.value.set_files(path)
    told_so = re.compile(rf"^(Öppnade|Åpnet|Opened) {re.escape(Path(path).name)}")
    page.locator("#status", has_text=told_so).wait_for()


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


def told(page, text):
    page.locator("#status", has_text=text).wait_for()


def save(page, title=None):
    """A chain without a title is asked for one when it is saved; the one that is proposed will do."""
    page.click("#save")
    if page.locator("#question[open] #written").is_visible():
        if title is not None:
            page.keyboard.type(title)
        page.keyboard.press("Enter")


def file_of(page):
    with page.expect_download() as given:
        save(page)
    return Path(given.value.path()).read_text("utf-8")


def typed(page, text):
    page.fill("#entry", text)
    page.press("#entry", "Enter")
    page.locator("#notes li, #list li", has_text=text).first.wait_for()


def middle(locator):
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def dragged(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 9, start[1] + 9)
    page.mouse.move(*(end() if callable(end) else end), steps=4)
    page.mouse.up()


def drawn(page, id):
    return page.locator(f"#picture [data-node='{id}']").first


def arrow_drawn(page, id, end):
    """From the round handle of a box to a place."""
    page.mouse.move(*middle(drawn(page, id)))
    dragged(page, middle(page.locator("#handle")), end)


def focused(page, pane, id):
    """The picture or the list has the focus, and a box is chosen there."""
    page.locator(f"#list button[data-id='{id}']").click()
    page.locator(f"#list button[data-id='{id}'][aria-current]").wait_for()
    if pane == "picture":
        page.focus("#picture .view")


def until(measured, seconds=10):
    """What is measured, as soon as there is anything of it: boxes glide, and a picture is drawn anew."""
    end = time.monotonic() + seconds
    while not (found := measured()) and time.monotonic() < end:
        time.sleep(0.05)
    return found
