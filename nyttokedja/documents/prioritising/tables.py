"""The tables: order and levels, money and time, sizes, goals, and how well the chains are described."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.documents.blocks import Said, cell
from nyttokedja.documents.model import Block, Cell, Paragraph, Tone
from nyttokedja.documents.prioritising.told import Told, rounded
from nyttokedja.prioritising.model import Row, Sized


def tables(told: Told) -> Iterator[Block]:
    """One row a chain, in tables that have room on a page."""
    yield from _order(told)
    yield from _money(told)
    yield from _sizes(told)
    yield from _goals(told)
    yield from _basis(told)


def _order(told: Told) -> Iterator[Block]:
    found = told.found
    places = {place.row: place for place in found.order.places} if found.order else {}
    criteria = found.criteria
    rows: list[list[Said]] = []
    for n in told.rows:
        place = places.get(n)
        levels = (found.levels[n][one.id].level for one in criteria)
        rows.append(
            [
                *told.named(n),
                _place(told, place.place, tied=place.tied) if place else _none(told) if places else "",
                told.score(place.score) if place else "",
                *(_none(told) if level is None else cell(str(level), Decimal(level)) for level in levels),
            ]
        )
    names = ("chain", "number", "place", "score", *(f"={one.title}" for one in criteria))
    yield from told.tabled(told.word("headings", "order"), names, rows)


def _place(told: Told, place: int, *, tied: bool) -> Cell:
    return cell(told.say("order", "tied", place=place) if tied else str(place), Decimal(place))


def _none(told: Told) -> Cell:
    return cell(told.word("order", "out"))


def _money(told: Told) -> Iterator[Block]:
    names = ("net_financial", "hours", "yearly_hours", "net_redistribution", "per_krona", "year", "costs")
    rows = [[*told.named(n), *(_figure(told, n, name) for name in names)] for n in told.rows]
    yield from told.tabled(told.word("headings", "money"), ("chain", "number", *names), rows)
    marks = {
        name
        for row in rows
        for one in row
        for name in ("not_valued", "unlike", "faulty")
        if _has(told, one, name)
    }
    if notes := [
        told.word("marks", f"{name}_note") for name in ("not_valued", "unlike", "faulty") if name in marks
    ]:
        yield Paragraph(" ".join(notes), Tone.ASIDE)
    yield from not_in_it(told)


def _has(told: Told, one: Cell, name: str) -> bool:
    """Whether a cell has a mark."""
    mark = told.say("marks", name, figure="")
    return one.text == mark if name == "not_valued" else one.text.endswith(mark)


def _figure(told: Told, n: int, name: str) -> Cell:
    row = told.found.rows[n]
    if name == "yearly_hours":
        hours = row.yearly_hours
        said = told.word("marks", "not_valued") if hours is None else told.written("hours", hours, "")
        return cell(said, None if hours is None else rounded(hours))
    return told.figure(n, name, "marks")


def not_in_it(told: Told) -> Iterator[Block]:
    """How many chains have nothing in money or hours, which no figure can then be of."""
    rows = told.found.rows
    left = [told.title(n) for n in told.rows if not rows[n].money]
    if left and len(left) < len(rows):
        shown = told.said.listed(left[:12]) + (" …" if len(left) > 12 else "")
        text = told.say("order", "sum", n=len(rows) - len(left), total=len(rows), left=shown)
        yield Paragraph(text, Tone.ASIDE)


def _sizes(told: Told) -> Iterator[Block]:
    rows: list[list[Said]] = [
        [*told.named(n), *_sized(told, told.found.rows[n])] for n in told.rows if told.found.rows[n].sizes
    ]
    names = ("chain", "number", "benefits_sized", "drawbacks_sized")
    yield from told.tabled(told.word("headings", "sizes"), names, rows)


def _sized(told: Told, row: Row) -> Iterator[Said]:
    def of(party: str, points: int, n: int) -> str:
        return told.say("cells", "party", party=told.party(party), points=points, n=n)

    sizes: list[tuple[str, Sized]] = sorted(row.sizes.items())
    yield ", ".join(of(party, one.benefits, one.n_benefits) for party, one in sizes if one.n_benefits)
    yield ", ".join(of(party, one.drawbacks, one.n_drawbacks) for party, one in sizes if one.n_drawbacks)


def _goals(told: Told) -> Iterator[Block]:
    strengths = {"direct": "direct", "indirect": "indirect", "limited": "limited", "unsaid": ""}
    rows: list[list[Said]] = [
        [*told.named(n), *("\n".join(told.found.rows[n].goals.get(one, ())) for one in strengths.values())]
        for n in told.rows
        if told.found.rows[n].goals
    ]
    yield from told.tabled(told.word("headings", "goals"), ("chain", "number", *strengths), rows)


def _basis(told: Told) -> Iterator[Block]:
    names = ("chain", "number", "stage", "completeness", "errors", "exposed", "owned")
    rows = [[*told.named(n), *_described(told, n)] for n in told.rows]
    yield from told.tabled(told.word("headings", "basis"), names, rows)


def _described(told: Told, n: int) -> Iterator[Said]:
    row = told.found.rows[n]
    yield told.said.word("stage", row.stage)
    if row.benefits:
        yield told.figure(n, "completeness") if row.completeness is not None else _none(told)
    else:
        yield told.word("cells", "not_asked")
    yield cell(str(row.errors), Decimal(row.errors))
    yield "\n".join(row.exposed)
    yield told.say("cells", "owned", owned=row.owned, n=row.benefits)
