"""What all pages of a site have: their head, the way to the others, and their looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from nyttokedja.pages.site.model import Role, Site, Summary
from nyttokedja.writing.html import Node, Tag, tag
from nyttokedja.writing.html_page import built, page

PAGES = ("index", "portfolio", "goals", "indicators", "obstacles", "roles", "search", "changes")
"""The pages that every page of a site leads to."""


def framed(
    site: Site, title: str, parts: Iterable[Node], *, here: str = "", up: str = "", script: str = ""
) -> str:
    """A page of a site.

    Args:
        site: the site.
        title: its heading.
        parts: what it says.
        here: which of `PAGES` it is.
        up: the way to the start of the site: "" or ``../``.
        script: what runs in it.
    """
    heading = tag("header", tag("h1", title))
    skip = tag("a", site.said.word("page/page", "skip"), href="#.content", class_="skip")
    body = [skip, *above(site, here=here, up=up), heading, tag("main", *parts, id=".content", tabindex="-1")]
    style = built("page.css") + resource("site.css") + resource("lists.css")
    return page(title, site.language, body, style=style, script=script)


def above(site: Site, *, here: str = "", up: str = "") -> Iterator[Node]:
    """What stands first on a page: the ways to the others."""
    links = [
        tag(
            "li",
            tag("a", site.word(name), href=f"{up}{name}.html", aria_current="page" if name == here else None),
        )
        for name in PAGES
    ]
    yield tag("nav", tag("ul", *links), class_="site", aria_label=site.word("ways"), lang=site.language)


def chain_link(site: Site, chain: Summary, up: str = "") -> Tag:
    """The way to a chain."""
    return tag(
        "a", site.called(chain), href=up + quote(site.chain_place(chain.file)), lang=_other(site, chain)
    )


def box_link(site: Site, chain: Summary, id: str, title: str, up: str = "") -> Tag:
    """The way to a box on the page of its chain."""
    return tag(
        "a", title, href=f"{up}{quote(site.chain_place(chain.file))}#{quote(id)}", lang=_other(site, chain)
    )


def text(site: Site, chain: Summary, said: str) -> Sequence[Node]:
    """What a chain says, in its language."""
    return (tag("span", said, lang=_other(site, chain)),) if said else ()


def role_link(site: Site, name: str, up: str = "") -> Node:
    """The way to what a role has in hand; its name alone where it has nothing."""
    role: Role | None = site.find_role(name)
    return name if role is None else tag("a", name, href=up + quote(site.role_place(role)))


def found(site: Site, chain: Summary) -> str:
    """How many findings there are, as words."""
    counts = (("error", chain.errors), ("warning", chain.warnings))
    listed = [site.said.count(word, n) for word, n in counts if n]
    return chain.problem or (site.said.listed(listed) if listed else site.word("fine"))


def _other(site: Site, chain: Summary) -> str | None:
    return chain.language if chain.language != site.language else None


@cache
def resource(name: str) -> str:
    """A style or a script of sites."""
    return files("nyttokedja.pages.site").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
