"""Nobody is shut out of a page: what axe-core finds in a real browser, and the contrast of every colour."""

import re
from pathlib import Path

import pytest

from nyttokedja.drawing.svg.theme import DARK, LIGHT, THEMES
from nyttokedja.pages.colours import in_the_dark, variables
from tests.browser import browser, needs_chromium
from tests.pages.pages import CHAINS, page_of

AXE = Path("nyttokedja/pages/scripts/node_modules/axe-core/axe.min.js")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core: npm ci in nyttokedja/pages/scripts")
LEFT_OUT = (
    "nyttokedja: 1\ntitel: Allt saknas\nskede: uppföljning\nnyttor:\n  a:\n  b:\nmål:\n  c:\nrisker:\n  d:\n"
)
FILES = {
    **{
        path.stem: path.read_bytes()
        for path in CHAINS
        if path.stem in ("lakemedelsautomat", "velferdsteknologi")
    },
    "nothing": b"nyttokedja: 1\ntitel: Tom\n",
    "everything missing": LEFT_OUT.encode(),
}


@pytest.fixture(scope="module")
def chromium():
    with browser() as started:
        yield started


@pytest.mark.program
@needs_chromium
@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 320])
@pytest.mark.parametrize("name", FILES)
def test_axe_finds_nothing(chromium, tmp_path, name, width, scheme):
    path = tmp_path / "page.html"
    path.write_text(page_of(FILES[name]), "utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.resolve().as_uri())
    page.evaluate(AXE.read_text("utf-8"))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    boxes = page.locator(".view [data-node]")
    if boxes.count():
        boxes.first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("s")
        assert page.locator(".aside").is_visible()
        assert violations(page) == []
    context.close()


def violations(page):
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(one["id"], [node["html"][:150] for node in one["nodes"]][:3]) for one in found]


# -- contrast: axe cannot tell what is behind a text in a picture ----------------------------------------

STYLE = Path("nyttokedja/pages/scripts/page.css").read_text("utf-8")


def light(colour):
    full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(full[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours():
    """The colours of each scheme by their names: light, dark, print."""
    blocks = re.findall(r":root \{([^}]*)\}", STYLE)
    found, first = [], {}
    for block in blocks:
        own = {**first, **dict(re.findall(r"--(\w+): (#\w+)", block))}
        first = first or own
        found.append(own)
    return found


@pytest.mark.parametrize("scheme", colours(), ids=["light", "dark", "print"])
def test_every_text_can_be_read(scheme):
    for text in ("ink", "soft", "link", "error", "warning", "info"):
        for ground in ("ground", "raised"):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_mark_can_be_seen_on_the_picture(theme):
    drawn = variables(theme)
    used = re.findall(
        r"^\.(?:ring|cross|arrows|sign|rest|node)[^{]*\{[^}]*?(?:stroke|fill): var\(--(\w+)\)",
        STYLE,
        re.MULTILINE,
    )
    assert set(used) == drawn.keys() - {"dim"}
    for mark in set(used) - {"paper"}:
        assert contrast(drawn[mark], theme.page) >= 3, mark


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_set_back_can_still_be_read(theme):
    for kind, own in theme.kinds.items():
        assert contrast(own.line, theme.page) >= 4.5, kind
    assert min(contrast(colour, theme.page) for colour in (theme.ink, theme.soft, theme.missing)) >= 4.5
    assert "opacity" not in STYLE


def test_each_colour_of_a_light_picture_is_another_in_the_dark():
    pairs = in_the_dark()
    held = set(re.findall("#[0-9A-F]{6}", repr(LIGHT)))
    assert pairs.keys() == held
    for light, dark in zip(LIGHT.kinds.values(), DARK.kinds.values(), strict=True):
        assert (pairs[light.fill], pairs[light.line]) == (dark.fill, dark.line)
    assert [pairs[light] for light in LIGHT.statuses.values()] == [*DARK.statuses.values()]
    assert (pairs[LIGHT.page], pairs[LIGHT.ink], pairs[LIGHT.soft]) == (DARK.page, DARK.ink, DARK.soft)
