"""The pages around the chains of a site, from what is known of each."""

import re
from html import unescape

from nyttokedja.checking.check import check
from nyttokedja.pages.site import files_around
from nyttokedja.pages.site.frame import framed
from nyttokedja.pages.site.model import Site
from nyttokedja.pages.site.summary import summary
from tests.pages.pages import CHAINS

BARE = "nyttokedja: 1\nrubrik: Liten\nspråk: sv\nskede: utkast\neffekter: {a: {rubrik: A, leder_till: b}}\n"
FAULTY = "nyttokedja: 1\nrubrik: Fel\nspråk: sv\neffekter: {a: {rubrik: A, leder_till: borta}}\n"


def site(*texts):
    files = {f"{n}.yaml": text for n, text in enumerate(texts)}
    known = [summary(check(text.encode(), name), name) for name, text in files.items()]
    return Site(known, {name: name[0] for name in files}, "sv")


def around(*texts):
    return {
        name: page if isinstance(page, str) else "" for name, page in files_around(site(*texts), ()).items()
    }


def read(page):
    return unescape(re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page.partition("<main")[2])))


def test_a_list_says_what_it_is_of_and_where_there_is_nothing_that_there_is_nothing():
    word = site().word
    full = around(*(path.read_text("utf-8") for path in CHAINS[:2]))
    empty = around(BARE)
    for name in ("goals", "indicators", "obstacles"):
        assert word(f"{name}_lead") in read(full[f"{name}.html"])
        assert word("nothing") not in read(full[f"{name}.html"])
        assert word("nothing") in read(empty[f"{name}.html"])
        assert "<table" not in empty[f"{name}.html"]


def test_the_start_says_how_many_findings_a_chain_has_or_that_it_is_fine():
    assert "1 fel" in read(around(FAULTY)["index.html"])
    assert site().word("fine") not in read(around(FAULTY)["index.html"])
    sound = CHAINS[0].read_text("utf-8")
    assert site().word("fine") in read(around(sound)["index.html"])


def test_a_page_has_the_styles_of_pages_and_of_lists():
    page = framed(site(), "Rubrik", [])
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert "forced-colors" in style
    assert "nav.site" in style
