"""A search over all chains: a list of all that stands in them, which a script shortens while one types."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.pages.site.frame import box_link, chain_link, framed, resource
from nyttokedja.pages.site.model import Site, SiteBox, Summary
from nyttokedja.writing.html import Node, tag


def search_page(site: Site) -> str:
    """The page. Without a script it is the list, in which the browser itself can search."""
    return framed(site, site.word("search"), _parts(site), here="search", script=resource("search.js"))


def _parts(site: Site) -> Iterator[Node]:
    field = tag("input", type="search", id="sought", autocomplete="off", spellcheck="false")
    asked = tag("p", tag("label", site.word("sought"), for_="sought"), " ", field)
    count = tag("p", id="count", role="status", data_one=site.word("hit"), data_many=site.word("hits"))
    yield tag("div", asked, count, id="search", hidden=True)
    yield tag("noscript", tag("p", site.word("by_browser")))
    for chain in site.chains:
        items = [tag("li", *_box(site, chain, box)) for box in chain.boxes]
        about = " · ".join(filter(None, (chain.organisation, chain.about)))
        lead = [tag("p", about, lang=chain.language)] if about else []
        yield tag("section", tag("h2", chain_link(site, chain)), *lead, tag("ul", *items), class_="sought")


def _box(site: Site, chain: Summary, box: SiteBox) -> Iterator[Node]:
    yield box_link(site, chain, box.id, box.title)
    rest = " · ".join(filter(None, (box.kind, box.owner)))
    yield tag("span", f" {rest}", class_="soft", lang=chain.language)
    named = [one.title for one in chain.indicators if one.box == box.id]
    if named:
        yield tag("span", f" {'; '.join(named)}", class_="soft", lang=chain.language)
