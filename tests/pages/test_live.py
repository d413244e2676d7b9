"""The page that follows a workshop."""

import pytest

from nyttokedja.pages.live import SIGN, live_page

SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>Rutan</text></svg>'


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_page_has_the_picture_and_what_is_to_be_known(language):
    page = live_page("Titel <b>", SVG, ["En pil & en till"], language)
    assert SIGN in page
    assert f'<html lang="{language}">' in page
    assert '<div class="picture"><svg xmlns' in page
    assert "<?xml" not in page
    assert "<li>En pil &amp; en till</li>" in page
    assert "<title>Titel &lt;b&gt;</title>" in page


def test_a_page_without_a_picture_has_the_title():
    page = live_page("A & B", "", [], "sv")
    assert "<h1>A &amp; B</h1>" in page
    assert "<li>" not in page


def test_a_page_has_a_new_version_only_where_it_shows_something_else():
    def version(*shown):
        return live_page(*shown, "sv").partition('data-version="')[2][:16]

    assert version("A", SVG, []) == version("A", SVG, [])
    assert len({version("A", SVG, []), version("A", SVG, ["x"]), version("A", "", [])}) == 3


def test_a_page_asks_nothing_of_a_network():
    page = live_page("A", SVG, [], "sv")
    assert [
        word for word in ("src=", "href=", "@import", "url(") if word in page.replace("copy.src", "")
    ] == []
