"""PNG: as large as was asked for, the same bytes each time, with everything that the picture has."""

from hashlib import sha256

import pytest

from nyttokedja.errors import CannotDraw
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.printing import png
from nyttokedja.printing.png import png_of
from tests.printing.pixels import dark_share, size

CHAIN = """\
nyttokedja: 1
rubrik: {}
skede: utkast
förändringar: {{a: {{rubrik: Egenmonitorering, leder_till: b}}}}
nyttor: {{b: Minskad administration}}
"""


def test_it_is_as_wide_as_was_asked_for_and_as_high_as_the_picture(picture):
    drawn = picture(CHAIN.format("Kedja"))
    for width in (16, 333, 1000, 2001):
        made = size(png_of(drawn, PictureSettings(width=width)).content)
        assert made[0] == width
        assert made[1] == pytest.approx(width * drawn.height / drawn.width, abs=1)


def test_its_pixels_are_counted_by_the_inch(picture):
    drawn = picture(CHAIN.format("Kedja"))
    for dpi, scale in ((96, 1), (192, 2), (None, 2)):
        width, height = size(png_of(drawn, PictureSettings(dpi=dpi)).content)
        assert (width, height) == (scale * drawn.width, pytest.approx(scale * drawn.height, abs=1))


def test_the_same_chain_gives_the_same_bytes(picture):
    one, other = (png_of(picture(CHAIN.format("Kedja")), PictureSettings()).content for _ in "ab")
    assert sha256(one).digest() == sha256(other).digest()


def test_its_texts_are_drawn(picture):
    """A picture without words is paler: without fonts nothing else would be told."""
    drawn = picture(CHAIN.format("W" * 30))
    pale = picture(
        CHAIN.format("'.'").replace("Egenmonitorering", "'.'").replace("Minskad administration", "'.'")
    )
    dark, light = (dark_share(png_of(one, PictureSettings(width=700)).content) for one in (drawn, pale))
    assert dark > light + 0.004


def test_one_that_no_program_could_open_is_refused_with_what_is_possible(picture):
    drawn = picture(CHAIN.format("Kedja"))
    for settings in (PictureSettings(width=50_000), PictureSettings(dpi=1200 * 8)):
        with pytest.raises(CannotDraw, match="pixels, which is more than programs can open") as refused:
            png_of(drawn, settings)
    most = int(str(refused.value).split("at most ")[1].split()[0])
    assert most * most * drawn.height / drawn.width <= png.MOST_PIXELS


def test_a_large_picture_is_less_sharp_where_nobody_asks(picture, monkeypatch):
    monkeypatch.setattr(png, "MOST_PIXELS", 200_000)
    width, height = size(png_of(picture(CHAIN.format("Kedja")), PictureSettings()).content)
    assert 180_000 < width * height <= 202_000


def test_characters_that_no_font_has_are_said(picture):
    made = png_of(picture(CHAIN.format("Plan 😀 ก klar ✓")), PictureSettings(width=700))
    assert [(one.name, one.particulars) for one in made.remarks] == [
        ("missing-glyphs", {"n": 2, "chars": ("ก", "😀")})
    ]
    assert png_of(picture(CHAIN.format("Åäö – ”ja” → 5 ≥ 3 é ł Ж")), PictureSettings(width=700)).remarks == ()
