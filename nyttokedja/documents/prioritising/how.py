"""How it was counted: criteria and weights, what is compared on which terms, and what is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from nyttokedja.documents.blocks import Said, cell, listed
from nyttokedja.documents.model import Block, Paragraph, Tone
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.prioritising.order import shares


def how(told: Told) -> Iterator[Block]:
    """The blocks of the section."""
    yield from unread(told)
    yield from why_unordered(told)
    yield from _criteria(told)
    if told.found.order:
        yield Paragraph(told.word("order", "score"))
    yield Paragraph(told.word("order", "whose"))
    yield Paragraph(told.word("order", "financial"))
    if any(row.money for row in told.found.rows):
        terms = told.terms(told.found.comparable.terms)
        if not told.found.comparable.differing:
            yield Paragraph(told.say("compare", "terms", terms=terms))
    else:
        yield Paragraph(told.word("compare", "nothing"), Tone.MISSING)


def unread(told: Told) -> Iterator[Block]:
    """That some chains could not be read, and which."""
    if names := told.found.unread:
        yield Paragraph(told.say("order", "unread", n=len(names)), Tone.FAULT)
        yield from listed(names)


def why_unordered(told: Told) -> Iterator[Block]:
    """Why there is no order, where there is none; and which chains have no place in it."""
    found = told.found
    if not found.criteria and not found.disagree:
        yield Paragraph(told.word("order", "no_criteria"), Tone.LEAD)
        yield Paragraph(told.word("order", "how_to"), Tone.ASIDE)
    elif found.disagree:
        yield Paragraph(told.word("order", "disagree"), Tone.FAULT)
    elif found.order is None:
        yield Paragraph(told.word("order", "no_weights"), Tone.FAULT)
    elif not found.order.places:
        yield Paragraph(told.word("order", "nobody"), Tone.MISSING)
    elif left := found.order.left:
        yield Paragraph(told.say("order", "left", n=len(left)), Tone.MISSING)
        yield from listed(_left(told, row) for row in left)


def _left(told: Told, row: int) -> str:
    order = told.found.order
    assert order is not None
    lacking = (
        told.criterion(id)
        for id, level in told.found.levels[row].items()
        if level.level is None and order.weights[id]
    )
    return told.say("order", "left_one", chain=told.title(row), criteria=told.said.listed(lacking))


def _criteria(told: Told) -> Iterator[Block]:
    orders = told.found.orders
    of_each = [shares(one.weights) for one in orders]
    heads = [f"={one.title or told.word('order', 'own_weights')}" for one in orders]
    if not orders:
        heads = []
    rows: list[tuple[Said, ...]] = [
        (
            one.title,
            *(cell(told.share(share[one.id]), _number(share[one.id])) for share in of_each),
            told.source(one),
        )
        for one in told.found.criteria
    ]
    yield from told.tabled(told.word("headings", "criteria"), ("criterion", *heads, "source"), rows)


def _number(share: Fraction) -> Decimal:
    return Decimal(str(round(float(share), 6)))
