"""What has changed since the site was last made anew: chains that came and went, and what changes mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.pages.site.frame import chain_link, framed
from nyttokedja.pages.site.manifest import Change
from nyttokedja.pages.site.model import Site
from nyttokedja.reports.comparison.text import parts_of
from nyttokedja.writing.html import Node, tag


def change_of(file: str, title: str, comparison: Comparison) -> Change:
    """What a comparison says, in the language of the chain."""
    words = ComparisonWords(comparison.language)
    parts = tuple((words.heading(name), tuple(lines)) for name, lines in parts_of(comparison, words) if lines)
    return Change(file, title, comparison.language, "changed", words.verdict(comparison), parts)


def changes_page(site: Site, changes: Sequence[Change] | None) -> str:
    """The page."""
    return framed(site, site.word("changes"), _parts(site, changes), here="changes")


def _parts(site: Site, changes: Sequence[Change] | None) -> Iterator[Node]:
    if not changes:
        yield tag("p", site.word("no_changes"))
        return
    yield tag("p", site.word("changes_lead"))
    for state in ("added", "removed", "changed"):
        those = [change for change in changes if change.state == state]
        if those:
            yield tag("h2", site.word(state))
            yield from (node for change in those for node in _change(site, change))


def _change(site: Site, change: Change) -> Iterator[Node]:
    known = next((chain for chain in site.chains if chain.file == change.file), None)
    name: Node = chain_link(site, known) if known else tag("span", change.title, lang=change.language)
    yield tag("h3", name)
    said = [tag("p", change.verdict)] if change.verdict else []
    for heading, lines in change.parts:
        said += [tag("h4", heading), tag("ul", *(_line(*line) for line in lines), class_="remarks")]
    if said:
        yield tag("div", *said, lang=change.language)


def _line(sign: str, text: str) -> Node:
    inner = "inner" if sign.startswith(" ") else None
    return tag("li", tag("span", sign.strip(), class_="sign"), f" {text}", class_=inner)
