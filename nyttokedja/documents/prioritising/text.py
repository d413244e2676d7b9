"""Chains side by side → lines for a terminal: the order, where it turns, and what keeps it from more."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.model import Listed, Paragraph
from nyttokedja.documents.prioritising.how import unread, why_unordered
from nyttokedja.documents.prioritising.lacks import missing, stray_line
from nyttokedja.documents.prioritising.rests import compared, hold_line
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.prioritising.comparable import figure_of

_FIGURES = ("net_financial", "hours", "per_krona", "year")
_MOST_TURNS = 12


def lines(told: Told) -> Iterator[str]:
    """The lines."""
    yield told.say("text", "heading", n=len(told.found.rows))
    yield ""
    yield from _rows(told)
    strays = (Paragraph(stray_line(told, one)) for one in told.found.strays)
    for blocks in (strays, why_unordered(told), unread(told), compared(told)):
        said = [line for block in blocks for line in _lines(block)]
        yield from ["", *said] if said else []
    yield from _turns(told)


def _rows(told: Told) -> Iterator[str]:
    order = told.found.order
    places = {place.row: place for place in order.places} if order else {}
    for n in told.rows:
        place, row = places.get(n), told.found.rows[n]
        if place:
            shown = {
                "place": f"{place.place}{'=' if place.tied else ''}",
                "score": told.score(place.score).text,
            }
        else:
            shown = {"place": told.word("order", "out"), "score": ""}
        levels = (
            f"{told.criterion(id)} {told.word('order', 'out') if level.level is None else level.level}"
            for id, level in told.found.levels[n].items()
        )
        yield f"{shown['place']:>3}  {shown['score']:<4}  {told.title(n)}"
        if said := ", ".join(levels):
            yield f"           {said}"
        figures = (
            told.say("cells", "figure", figure=told.word("figures", name), value=told.figure(n, name).text)
            for name in _FIGURES
            if figure_of(row, name) is not None or (name == "year" and row.money)
        )
        if said := "; ".join(figures):
            yield f"           {said}"
        if lacking := list(missing(told, n)):
            yield f"           {told.word('columns', 'missing')}: {'; '.join(lacking)}"


def _turns(told: Told) -> Iterator[str]:
    order = told.found.order
    if order is None or len(order.places) < 2:
        return
    yield ""
    yield f"{told.word('headings', 'turns')}:"
    if order.places[0].tied:
        yield f"  {told.word('turns', 'first_tied')}"
    for hold in told.found.holds(order):
        yield f"  {hold_line(told, order.places[0].row, hold)}"
    turns = told.found.turns(order)
    for turn in turns[:_MOST_TURNS]:
        shown = {"over": told.title(turn.over), "under": told.title(turn.under)}
        criterion, at = told.criterion(turn.criterion), told.share(turn.at)
        yield "  " + told.say("text", "turn", **shown, criterion=criterion, at=at, now=told.share(turn.now))
    if len(turns) > _MOST_TURNS:
        yield "  " + told.say("text", "more_turns", n=len(turns) - _MOST_TURNS)
    if not turns:
        yield f"  {told.word('turns', 'none')}"


def _lines(block: object) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Listed):
        yield from (f"  {point}" for point in block.points)
