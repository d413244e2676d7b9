"""How a page is seen: on a dark screen, at 400 %, by two fingers, and read out."""

import difflib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.comparing.excerpting import excerpted
from nyttokedja.drawing.svg.theme import DARK, LIGHT, THEMES
from nyttokedja.model.picture_settings import PictureSettings
from tests.browser import browser, needs_chromium
from tests.pages.opened import CHAIN, Opened
from tests.pages.pages import page_of
from tests.printing.pixels import rows

pytestmark = [pytest.mark.program, needs_chromium]

SNAPSHOT = Path("tests/data/page.aria.yaml")
COLOURS = """() => {
  const colour = (one, name) => getComputedStyle(one)[name];
  const two = (n) => Number(n).toString(16).padStart(2, "0").toUpperCase();
  const ground = document.querySelector(".view > svg > rect");
  const goal = document.querySelector("[data-node=bemanning] > [fill][stroke]");
  return [colour(ground, "fill"), colour(goal, "fill"), colour(goal, "stroke")]
    .map((said) => "#" + said.match(/\\d+/g).map(two).join(""));
}"""


@pytest.fixture(scope="module")
def chromium():
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "kedja.html"
    path.write_text(page_of(CHAIN), "utf-8")
    return path


def colours(theme):
    return [theme.page, theme.kinds["goal"].fill, theme.kinds["goal"].line]


def test_the_picture_is_dark_where_the_screen_is_and_light_on_paper(chromium, file):
    context = chromium.new_context(color_scheme="dark")
    opened = Opened(context, file)
    assert opened.page.evaluate(COLOURS) == colours(DARK)
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert opened.page.evaluate(COLOURS) == colours(LIGHT)
    opened.page.emulate_media(media="screen", color_scheme="light")
    assert opened.page.evaluate(COLOURS) == colours(LIGHT)
    assert opened.trouble == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_set_back_and_a_page_without_scripts_are_dark_too(chromium, file, scripts):
    context = chromium.new_context(color_scheme="dark", java_script_enabled=scripts)
    opened = Opened(context, file, "#sömn")
    if scripts:
        rest = "getComputedStyle(document.querySelector('[data-node=tid] > :first-child')).fill"
        assert opened.page.evaluate(rest) == "rgb({}, {}, {})".format(*bytes.fromhex(DARK.page[1:]))
    dark = opened.page.locator(".view").screenshot()
    drawn, channels = rows(dark)
    assert max(drawn[5][channels * 5 : channels * 5 + 3]) < 0x40
    context.close()


@pytest.mark.parametrize("theme", ["dark", "print", "high-contrast"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_theme_that_was_chosen_is_kept_on_every_screen(chromium, tmp_path, theme, scheme):
    path = tmp_path / "kedja.html"
    (page,) = FORMATS["html"]([check(CHAIN.encode())], "auto", PictureSettings(theme=theme))
    path.write_text(page, "utf-8")
    context = chromium.new_context(color_scheme=scheme)
    opened = Opened(context, path)
    assert opened.page.evaluate(COLOURS) == colours(THEMES[theme])
    opened.page.locator("[data-node=tid]").click()
    ring = "getComputedStyle(document.querySelector('.ring.chosen')).stroke"
    assert opened.page.evaluate(ring) == "rgb({}, {}, {})".format(*bytes.fromhex(THEMES[theme].ink[1:]))
    context.close()


def test_the_picture_is_copied_as_it_was_drawn(chromium, file):
    context = chromium.new_context(color_scheme="dark", permissions=["clipboard-read", "clipboard-write"])
    opened = Opened(context, file)
    opened.page.get_by_role("button", name="Kopiera bild").click()
    opened.page.wait_for_timeout(1000)
    corner = opened.page.evaluate("""async () => {
      const [one] = await navigator.clipboard.read();
      const made = await createImageBitmap(await one.getType("image/png"));
      const paper = new OffscreenCanvas(made.width, made.height).getContext("2d");
      paper.drawImage(made, 0, 0);
      return [...paper.getImageData(2, 2, 1, 1).data].slice(0, 3);
    }""")
    assert bytes(corner) == bytes.fromhex(LIGHT.page[1:])
    context.close()


def test_at_400_percent_nothing_is_cut_off_and_the_picture_can_be_read(chromium, file):
    context = chromium.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    opened = Opened(context, file)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
    wide = opened.page.locator(".view > svg").bounding_box()["width"]
    assert wide / opened.view_box()[2] >= 0.49  # CSS px for each px of the picture
    opened.page.locator(".view > svg").scroll_into_view_if_needed()
    assert opened.page.locator(".view > svg").bounding_box()["height"] <= 256
    opened.page.locator("[data-do=larger]").click()
    assert wide / opened.view_box()[2] >= 0.69
    opened.page.locator("[data-node=bemanning]").focus()
    x, y, w, h = opened.view_box()
    box = opened.page.evaluate(
        "(({x, y, width}) => [x, y, width])(document.querySelector('[data-node=bemanning]').getBBox())"
    )
    assert x <= box[0] <= x + w
    assert y <= box[1] <= y + h
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
    assert opened.trouble == []
    context.close()


def test_two_fingers_change_the_size_of_the_picture_and_not_of_the_page(chromium, file):
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    opened = Opened(context, file)
    opened.page.locator(".view > svg").scroll_into_view_if_needed()
    box = opened.page.locator(".view > svg").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = opened.view_box()
    devices = context.new_cdp_session(opened.page)

    def fingers(kind, apart):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        devices.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if apart else []})

    for step in ("touchStart", 30), ("touchMove", 50), ("touchMove", 60), ("touchEnd", 0):
        fingers(*step)
    after = opened.view_box()
    assert after[2] == pytest.approx(before[2] / 2, rel=0.05)
    middle = [seen[0] + seen[2] / 2 for seen in (before, after)]
    assert middle[1] == pytest.approx(middle[0], rel=0.1)  # what is between the fingers stays there
    assert opened.page.evaluate("visualViewport.scale") == 1
    assert opened.address() == ""  # and nothing was chosen
    assert opened.trouble == []
    context.close()


def test_in_a_part_of_a_chain_it_is_the_whole_that_decides_what_falls(chromium, tmp_path):
    settings = PictureSettings(focus="besök", hops=2)
    checked = excerpted(check(CHAIN.encode()), settings)
    (page,) = FORMATS["html"]([checked], "auto", settings)
    path = tmp_path / "del.html"
    path.write_text(page, "utf-8")
    context = chromium.new_context()
    opened = Opened(context, path)
    assert "Visar 5 av 7 rutor" in opened.page.locator("header").inner_text()
    opened.page.locator("[data-node=besök]").focus()
    opened.press("s")
    told = opened.page.locator(".aside").inner_text()
    assert "”Frigjord tid”" in told
    assert "Ingen annan väg leder till målet" not in told  # there is one, by what is not shown
    opened.page.get_by_role("searchbox").fill("e")
    assert "av 5" in opened.status()
    assert opened.trouble == []
    context.close()


def read_out(chromium, file):
    """What assistive technology has of a page in which a box is chosen and struck out."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    opened = Opened(context, file)
    opened.page.locator("[data-node=kamera]").click()
    opened.press("s")
    read = opened.page.locator("body").aria_snapshot() + "\n"
    context.close()
    return read


def test_it_is_read_out_as_it_was(chromium, file):
    """Where it is to be read out otherwise: ``python -m tests.pages.test_seen_in_browser``."""
    read, told = read_out(chromium, file).splitlines(), SNAPSHOT.read_text("utf-8").splitlines()
    assert read == told, "\n".join(difflib.unified_diff(told, read, lineterm=""))


if __name__ == "__main__":
    with TemporaryDirectory() as folder, browser() as started:
        made = Path(folder) / "kedja.html"
        made.write_text(page_of(CHAIN), "utf-8")
        SNAPSHOT.write_text(read_out(started, made), "utf-8")
