"""Lists over all chains: what is to be reached, what is measured, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from nyttokedja.pages.parts.tables import Cell, table
from nyttokedja.pages.site.frame import box_link, chain_link, framed, role_link, text
from nyttokedja.pages.site.model import Site, SiteBox, SiteIndicator, Summary
from nyttokedja.portfolio.across import Kind, Said, gist_of, same_words, spellings
from nyttokedja.writing.html import Node, tag

T = TypeVar("T")

_IN_THE_WAY = ("obstacle", "risk")


def goals_page(site: Site) -> str:
    """All goals, by title: those that several chains serve stand together, however they write them."""
    held = [(chain, box) for chain in site.chains for box in chain.goals]
    said = [Said(Kind.GOAL, chain.file, chain.language, box.title) for chain, box in held]
    rows = (_goal(site, *one) for one in _alike_together(held, said))
    return _page(site, "goals", ("goal", "kind", "owner", "chain"), list(rows))


def _goal(site: Site, chain: Summary, box: SiteBox) -> Sequence[Cell]:
    return (
        (box_link(site, chain, box.id, box.title),),
        text(site, chain, box.kind),
        (role_link(site, box.owner),) if box.owner else (),
        (chain_link(site, chain),),
    )


def indicators_page(site: Site) -> str:
    """All that is measured, by title; what several chains measure stands together, however they write it."""
    held = [(chain, one) for chain in site.chains for one in chain.indicators]
    said = [Said(Kind.INDICATOR, chain.file, chain.language, one.title) for chain, one in held]
    rows = (_indicator(site, *one) for one in _alike_together(held, said))
    columns = ("indicator", "baseline", "latest", "target", "standing", "measured_by", "box", "chain")
    return _page(site, "indicators", columns, list(rows))


def _indicator(site: Site, chain: Summary, one: SiteIndicator) -> Sequence[Cell]:
    return (
        text(site, chain, one.title),
        text(site, chain, one.baseline),
        text(site, chain, one.latest),
        text(site, chain, one.target),
        text(site, chain, one.standing),
        (role_link(site, one.measured_by),) if one.measured_by else (),
        (box_link(site, chain, one.box, one.box_title),),
        (chain_link(site, chain),),
    )


def obstacles_page(site: Site) -> str:
    """All that is in the way or may come to be: what nobody handles first."""
    held = [(chain, box) for chain in site.chains for box in chain.boxes if box.type in _IN_THE_WAY]
    rows = (
        _obstacle(site, *one) for one in sorted(held, key=lambda one: (one[1].done, one[1].title.casefold()))
    )
    return _page(site, "obstacles", ("obstacle", "kind", "handled", "hinders", "owner", "chain"), list(rows))


def _obstacle(site: Site, chain: Summary, box: SiteBox) -> Sequence[Cell]:
    return (
        (box_link(site, chain, box.id, box.title),),
        text(site, chain, box.kind),
        (
            tag(
                "span",
                site.word("is_handled" if box.done else "not_handled"),
                class_=None if box.done else "warning",
            ),
        ),
        text(site, chain, "; ".join(box.about)),
        (role_link(site, box.owner),) if box.owner else (),
        (chain_link(site, chain),),
    )


def _alike_together(held: Sequence[T], said: Sequence[Said]) -> Iterator[T]:
    """What is said, by title; what says the same stands where the title that most have would stand."""
    groups = same_words(said)
    titles = {key: spellings(each)[0].casefold() for key, each in groups.items()}
    keys = [(one.kind, gist_of(one)) for one in said]
    order = sorted(range(len(held)), key=lambda n: (titles[keys[n]], keys[n][1], said[n].words.casefold()))
    yield from (held[n] for n in order)


def _page(site: Site, name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    return framed(site, site.word(name), _parts(site, name, columns, rows), here=name)


def _parts(site: Site, name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Node]:
    yield tag("p", site.word(f"{name}_lead") if rows else site.word("nothing"))
    if rows:
        yield table([site.word(column) for column in columns], rows)
