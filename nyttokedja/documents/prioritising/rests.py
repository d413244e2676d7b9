"""What the order rests on: where it turns, other weightings, levels with their reasons, what is compared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.documents.blocks import Said, cell, listed, section
from nyttokedja.documents.model import Block, Paragraph, Section, Tone
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.model.priorities import Criterion
from nyttokedja.prioritising.levels import UNLIKE
from nyttokedja.prioritising.model import Row
from nyttokedja.prioritising.order import Hold, Turn

_KINDS = ("local", "estimate", "experience", "standard", "")


def sections(told: Told) -> Iterator[Section]:
    """The parts of the section."""
    parts = (
        ("turns", turning(told)),
        ("weightings", _weightings(told)),
        ("levels", _levels(told)),
        ("compared", compared(told)),
        ("shaky", _shaky(told)),
    )
    for name, blocks in parts:
        yield from section(name, told.word("headings", name), blocks)


def turning(told: Told) -> Iterator[Block]:
    """Where the order turns, and between which weights the first stays first."""
    order = told.found.order
    if order is None or not order.places:
        return
    if len(order.places) == 1:
        yield Paragraph(told.word("turns", "alone"))
        return
    yield Paragraph(told.word("turns", "intro"))
    if order.places[0].tied:
        yield Paragraph(told.word("turns", "first_tied"))
    yield from listed(hold_line(told, order.places[0].row, hold) for hold in told.found.holds(order))
    turns = told.found.turns(order)
    if not turns:
        yield Paragraph(told.word("turns", "none"))
    rows = [
        (
            told.title(turn.over),
            told.title(turn.under),
            told.criterion(turn.criterion),
            cell(told.share(turn.at), _decimal(turn)),
            told.share(turn.now) + (f" ({told.word('turns', 'tie')})" if turn.is_here else ""),
        )
        for turn in turns
    ]
    names = ("over", "under", "criterion", "at", "now")
    yield from told.tabled("", names, rows)


def hold_line(told: Told, first: int, hold: Hold) -> str:
    """Between which shares of one criterion the first stays first."""
    if hold.least is None and hold.most is None:
        shown = told.word("turns", "always")
    elif hold.least is None:
        assert hold.most is not None
        shown = told.say("turns", "to", most=told.share(hold.most))
    elif hold.most is None:
        shown = told.say("turns", "from", least=told.share(hold.least))
    else:
        shown = told.say("turns", "between", least=told.share(hold.least), most=told.share(hold.most))
    particulars = {"chain": told.title(first), "criterion": told.criterion(hold.criterion)}
    return told.say("turns", "holds", **particulars, range=shown, now=told.share(hold.now))


def _decimal(turn: Turn) -> Decimal:
    return Decimal(str(round(float(turn.at), 6)))


def _weightings(told: Told) -> Iterator[Block]:
    orders = told.found.orders
    if len(orders) < 2:
        return
    places = [{place.row: place for place in one.places} for one in orders]
    heads = [f"={one.title or told.word('order', 'own_weights')}" for one in orders]
    rows: list[list[Said]] = []
    for n in told.rows:
        held = (one.get(n) for one in places)
        cells = (
            cell(told.word("order", "out"))
            if place is None
            else cell(
                told.say("order", "tied", place=place.place) if place.tied else str(place.place),
                Decimal(place.place),
            )
            for place in held
        )
        rows.append([*told.named(n), *cells])
    yield from told.tabled("", ("chain", "number", *heads), rows)


def _levels(told: Told) -> Iterator[Block]:
    found = told.found
    rows: list[tuple[Said, ...]] = []
    for n in told.rows:
        if found.criteria:
            rows += [_level(told, n, one) for one in found.criteria]
        else:
            rows += [
                (
                    told.title(n),
                    one.criterion,
                    cell(str(one.level), Decimal(one.level)),
                    one.because,
                    one.decided_by,
                )
                for one in found.rows[n].ratings.values()
            ]
    names = ("chain", "criterion", "level", "because", "decided_by")
    yield from told.tabled("", names, rows)


def _level(told: Told, n: int, criterion: Criterion) -> tuple[Said, ...]:
    level = told.found.levels[n][criterion.id]
    shown: Said = (
        told.word("order", "out") if level.level is None else cell(str(level.level), Decimal(level.level))
    )
    because, by = "", ""
    if level.rating:
        because, by = level.rating.because, level.rating.decided_by
    elif criterion.figure:
        value = told.figure(n, criterion.figure).text
        because = told.say("cells", "figure", figure=told.word("figures", criterion.figure), value=value)
        if level.why == UNLIKE and level.figure is None:
            because = told.word("cells", "not_valued")
    return told.title(n), criterion.title, shown, because, by


def compared(told: Told) -> Iterator[Block]:
    """What keeps some chains from being compared, and what has been recalculated."""
    within = told.found.comparable
    for term, values in within.differing.items():
        shown = told.said.listed(told.term(term, value) for value in values)
        yield Paragraph(told.say("compare", f"differ_{term}", values=shown), Tone.FAULT)
    points = []
    for n in told.rows:
        other = [term for term in within.unlike[n] if term not in within.differing]
        if other:
            points.append(told.say("compare", "unlike", chain=told.title(n), terms=_other(told, n, other)))
    yield from listed((*points, *_recalculated(told)))


def _recalculated(told: Told) -> Iterator[str]:
    """Which chains are recalculated, those on the same terms together."""
    alike: dict[str, list[str]] = {}
    for n in told.rows:
        money = told.found.rows[n].money
        if money and money.changed:
            alike.setdefault(told.terms(money.terms, money.changed), []).append(told.title(n))
    for terms, titles in alike.items():
        yield told.say("compare", "changed", n=len(titles), chains=told.said.listed(titles), terms=terms)


def _other(told: Told, n: int, terms: list[str]) -> str:
    row = told.found.rows[n]
    held = row.money.terms if row.money else None
    values = {term: getattr(held, term) if held else row.horizon for term in terms}
    return told.said.listed(
        told.say("compare", f"term_{term}", value=told.term(term, value)) for term, value in values.items()
    )


def _shaky(told: Told) -> Iterator[Block]:
    points = [point for n in told.rows for point in remarks(told, n)]
    yield from listed(points)
    rows = []
    for n in told.rows:
        row = told.found.rows[n]
        kinds = (
            told.say("factors", kind or "unsaid", n=row.factors[kind])
            for kind in _KINDS
            if row.factors.get(kind)
        )
        counted, uncertain = ", ".join(kinds), "\n".join(row.uncertain)
        if counted or uncertain or row.pools:
            rows.append((*told.named(n), counted, _claims(told, row), uncertain))
    names = ("chain", "number", "factors", "claims", "uncertain")
    yield from told.tabled("", names, rows)


def _claims(told: Told, row: Row) -> str:
    """The most hours that a chain takes of each pool in a year."""
    number = told.figures().number
    said = []
    for pool, by_year in row.pools.items():
        year = max(by_year, key=lambda one: (by_year[one], -one))
        when = str(year) if year else told.word("pools", "full_year")
        said.append(told.say("pools", "claim", pool=pool, hours=number(by_year[year]), year=when))
    return "\n".join(said)


def remarks(told: Told, n: int) -> Iterator[str]:
    """What a reader of the money of a chain must know."""
    row, title = told.found.rows[n], told.title(n)
    if row.at_fault:
        yield told.say("compare", "at_fault", chain=title)
    if row.valued and not row.costed:
        yield told.say("compare", "no_costs", chain=title)
    if row.costed and not row.valued:
        yield told.say("compare", "no_benefits", chain=title)
    if row.waiting:
        yield told.say("compare", "waiting", chain=title, titles=told.said.listed(row.waiting))
