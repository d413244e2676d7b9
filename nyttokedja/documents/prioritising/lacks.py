"""The same hours in several chains, and what is missing before a decision, chain by chain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.documents.blocks import Said, cell
from nyttokedja.documents.model import Block, Paragraph, Tone
from nyttokedja.documents.prioritising.told import Told, rounded
from nyttokedja.prioritising.levels import Stray
from nyttokedja.prioritising.prioritised import Claimed


def pools(told: Told) -> Iterator[Block]:
    """The pools that several chains take hours from."""
    if not told.found.pools:
        yield Paragraph(told.word("pools", "none"))
        return
    yield Paragraph(told.word("pools", "intro"))
    for one in told.found.pools:
        yield Paragraph(_claimed(told, one), Tone.FAULT if one.over else Tone.PLAIN)
    number = told.figures().number
    rows: list[tuple[Said, ...]] = []
    for one in told.found.pools:
        rows += [
            (one.name, told.title(n), str(one.year), cell(number(h), rounded(h)))
            for n, h in one.of_rows.items()
        ]
        full = told.word("pools", "full_year")
        rows += [(one.name, told.title(n), full, cell(number(h), rounded(h))) for n, h in one.loose.items()]
    yield from told.tabled("", ("pool", "chain", "of_year", "pool_hours"), rows)


def _claimed(told: Told, one: Claimed) -> str:
    """What is taken of a pool, and how much there is of it."""
    number = told.figures().number
    parts = []
    if one.hours is not None:
        shown = {"n": len(one.of_rows), "hours": number(one.hours), "year": str(one.year)}
        parts.append(told.say("pools", "told", pool=one.name, **shown))
    if one.pool:
        parts.append(told.say("pools", "size", hours=number(Decimal(str(one.pool.hours)))))
    else:
        parts.append(told.say("pools", "no_size", pool=one.name))
    if one.over:
        parts.append(told.say("pools", "over", hours=number(one.over)))
    if one.loose:
        parts.append(told.say("pools", "loose", n=len(one.loose)))
    return " ".join(parts)


def lacks(told: Told) -> Iterator[Block]:
    """What is missing."""
    for one in told.found.strays:
        yield Paragraph(stray_line(told, one), Tone.MISSING)
    rows = [(*told.named(n), "\n".join(said)) for n in told.rows if (said := list(missing(told, n)))]
    if not rows and not told.found.strays:
        yield Paragraph(told.word("lacks", "nothing"))
    yield from told.tabled("", ("chain", "number", "missing"), rows)


def stray_line(told: Told, one: Stray) -> str:
    """That a chain has a level of no criterion, and which one may be meant."""
    shown = {"chain": told.title(one.row), "criterion": one.rating.criterion, "meant": one.meant}
    return told.say("lacks", "stray_meant" if one.meant else "stray", **shown)


def missing(told: Told, n: int) -> Iterator[str]:
    """What a chain lacks for a decision."""
    yield from _of_levels(told, n)
    yield from _of_description(told, n)


def _of_levels(told: Told, n: int) -> Iterator[str]:
    row, found = told.found.rows[n], told.found
    for id, level in found.levels[n].items():
        if level.level is None:
            yield told.say("lacks", level.why, criterion=told.criterion(id))
    rated = {id: rating for id, rating in row.ratings.items() if not found.criteria or id in found.levels[n]}
    for key, name in (("because", "reason"), ("decided_by", "role")):
        if without := [told.criterion(id) for id, one in rated.items() if not getattr(one, key)]:
            yield told.say("lacks", name, criteria=told.said.listed(without))


def _of_description(told: Told, n: int) -> Iterator[str]:
    row = told.found.rows[n]
    if not row.benefits:
        yield told.word("lacks", "no_benefits")
    if without_owner := row.benefits - row.owned:
        yield told.say("lacks", "owner", n=without_owner)
    if not row.money and row.hours is None:
        yield told.word("lacks", "money")
    if row.completeness is not None and row.completeness < 100:
        yield told.say("lacks", "answers", percent=row.completeness)
    if row.errors:
        yield told.say("lacks", "errors", n=row.errors)
    if row.exposed:
        yield told.say("lacks", "exposed", n=len(row.exposed), titles=told.said.listed(row.exposed))
