"""Chains side by side → the basis for prioritising them, as a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.model import Document, Section
from nyttokedja.documents.prioritising.how import how
from nyttokedja.documents.prioritising.lacks import lacks, pools
from nyttokedja.documents.prioritising.picture import figure
from nyttokedja.documents.prioritising.rests import sections
from nyttokedja.documents.prioritising.tables import tables
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.prioritising.prioritised import Prioritised


def document(found: Prioritised, language: str, day: date | None = None) -> Document:
    """The document, in a language; one organisation is its author."""
    told = Told(found, language)
    who = dict.fromkeys(row.organisation for row in found.rows if row.organisation)
    facts = [(told.word("head", "chains"), str(len(found.rows) + len(found.unread)))]
    if day:
        facts.append((told.word("head", "day"), day.isoformat()))
    return Document(
        told.word("head", "kind"),
        told.say("head", "title", n=len(found.rows)),
        told.said.language,
        next(iter(who)) if len(who) == 1 else "",
        tuple(facts_of(facts)),
        tuple(_sections(told)),
        day,
    )


def _sections(told: Told) -> Iterator[Section]:
    made = {"how": how, "picture": figure, "table": tables, "rests_on": None, "pools": pools, "lacks": lacks}
    for name, blocks in made.items():
        heading = told.word("headings", name)
        if blocks is None:
            if inner := tuple(sections(told)):
                yield Section(name, heading, (), inner)
        elif own := tuple(blocks(told)):
            yield Section(name, heading, own)
