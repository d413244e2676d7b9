"""The first page of a site: every chain, what it is, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.pages.parts.tables import Cell, table
from nyttokedja.pages.site.frame import box_link, chain_link, found, framed, role_link, text
from nyttokedja.pages.site.model import Site, Summary
from nyttokedja.writing.html import Node, joined, tag

_COLUMNS = ("chain", "stage", "found", "owners", "goals_of")


def index_page(site: Site) -> str:
    """The page."""
    return framed(site, site.word("index"), _parts(site), here="index")


def _parts(site: Site) -> Iterator[Node]:
    whole = [site.said.count("chain", len(site.chains))]
    errors = sum(chain.errors for chain in site.chains)
    warnings = sum(chain.warnings for chain in site.chains)
    whole += [site.said.count(word, n) for word, n in (("error", errors), ("warning", warnings)) if n]
    yield tag("p", f"{site.said.listed(whole)}.")
    yield table([site.word(name) for name in _COLUMNS], [_row(site, chain) for chain in site.chains])


def _row(site: Site, chain: Summary) -> Sequence[Cell]:
    about = [
        tag("span", part, class_="about", lang=chain.language)
        for part in (chain.organisation, chain.about)
        if part
    ]
    graver = "error" if chain.problem or chain.errors else "warning" if chain.warnings else None
    goals = (box_link(site, chain, box.id, box.title) for box in chain.goals)
    return (
        (chain_link(site, chain), *about),
        text(site, chain, chain.stage),
        (tag("span", found(site, chain), class_=graver, lang=chain.language if chain.problem else None),),
        tuple(joined(role_link(site, owner) for owner in chain.owners)),
        tuple(joined(goals)),
    )
