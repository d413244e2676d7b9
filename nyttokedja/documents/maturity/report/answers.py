"""How we answered: how many chose each level, the median and the middle half; and how it has changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from nyttokedja.documents.maturity.parts import table_of
from nyttokedja.documents.maturity.report.told import Part, Told
from nyttokedja.documents.model import Block, Cell, Column, Figure, Paragraph, Section, Tone
from nyttokedja.drawing.levels import LevelRow, LevelWords, levels_of
from nyttokedja.model.maturity import Tally
from nyttokedja.model.user_sums import LEAST

_NARROW, _WIDE = 0.35, 2.2


def answers(told: Told) -> Part:
    """The figures of each statement, and those of the times before."""
    n = told.compiled.answers
    blocks: list[Block] = [
        Paragraph(told.say("report", "people", n=n) if n else told.word("report", "nobody"))
    ]
    if told.compiled.day:
        blocks.append(Paragraph(told.say("report", "collected", day=told.compiled.day.written)))
    if 0 < n < LEAST:
        blocks.append(Paragraph(told.say("report", "few", least=LEAST), Tone.MISSING))
    if any(told.spreads.values()):
        levels = ", ".join(map(told.level, range(1, len(told.levels) + 1)))
        named = told.say("report", "level_names", levels=levels)
        reading = Paragraph(f"{told.word('report', 'reading')} {named}", Tone.ASIDE)
        blocks += [reading, *_figure(told), _table(told)]
        if not all(told.spreads.values()):
            blocks.append(Paragraph(told.say("report", "hidden_why", least=LEAST), Tone.ASIDE))
    return blocks, [*_over_time(told)]


def _table(told: Told) -> Block:
    columns = (
        Column(told.word("report_columns", "statement"), share=_WIDE),
        *(Column(str(level), is_number=True, share=_NARROW) for level in range(1, len(told.levels) + 1)),
        *(told.column(name) for name in ("median", "middle", "range")),
    )
    return table_of("", columns, ([*_row(told, tally)] for tally in told.compiled.tallies))


def _row(told: Told, tally: Tally) -> Iterator[Cell | str]:
    yield tally.statement.title
    spread = told.spread(tally)
    if spread is None or tally.counts is None:
        yield from ("",) * len(told.levels)
        yield from (told.word("report", "hidden"), "", "")
        return
    for count in tally.counts:
        yield Cell(str(count), Decimal(count))
    yield told.median(spread.median)
    yield str(spread.lower) if spread.lower == spread.upper else f"{spread.lower}–{spread.upper}"
    yield Cell(str(spread.range), Decimal(spread.range))


def _figure(told: Told) -> Iterator[Figure]:
    """The figures as a drawing; the same stand in the table after it."""
    rows = [
        LevelRow(
            tally.statement.title,
            float(spread.median) if spread else None,
            spread.lower if spread else 0,
            spread.upper if spread else 0,
            None,
            tally.target,
        )
        for tally in told.compiled.tallies
        for spread in (told.spread(tally),)
    ]
    yield _drawn(told, rows, "title")


def _drawn(told: Told, rows: list[LevelRow], title: str) -> Figure:
    said = {name: told.word("chart", name) for name in ("alt", "median", "before", "middle", "target")}
    words = LevelWords(title=told.word("chart", title), **said)
    made = levels_of(rows, told.levels, words, told.language)
    return Figure(made.svg, made.width, made.height, f"{words.title}. {words.alt}", words.title)


def _over_time(told: Told) -> Iterator[Section]:
    """The medians of all times side by side, the oldest first."""
    times = told.rounds.times
    if len(times) < 2:
        return
    medians = {
        tally.statement.id: [*told.rounds.medians(tally.statement.id)] for tally in told.compiled.tallies
    }
    lead = Paragraph(told.say("report", "over_time_lead", n=len(times)))
    blocks: list[Block] = [lead]
    rows = [_level_row(tally, medians[tally.statement.id]) for tally in told.compiled.tallies]
    if any(row.median is not None and row.before is not None for row in rows):
        blocks.append(_drawn(told, rows, "title_over_time"))
    heads = [
        one.day.written if one.day else told.say("report", "time", n=n) for n, one in enumerate(times, 1)
    ]
    columns = (
        Column(told.word("report_columns", "statement"), share=_WIDE),
        *(Column(head, is_number=True, share=0.8) for head in heads),
    )
    table: list[list[Cell | str]] = [
        [tally.statement.title, *map(told.median, medians[tally.statement.id])]
        for tally in told.compiled.tallies
    ]
    people: list[Cell | str] = [
        told.word("report", "people_then"),
        *(Cell(str(one.answers), Decimal(one.answers)) for one in times),
    ]
    blocks.append(table_of("", columns, [*table, people]))
    yield Section("over-time", told.word("report", "over_time"), tuple(blocks))


def _level_row(tally: Tally, medians: list[Fraction | None]) -> LevelRow:
    """The first median that is known before the last, and the last."""
    before = next((one for one in medians[:-1] if one is not None), None)
    last = medians[-1]
    return LevelRow(
        tally.statement.title,
        None if last is None else float(last),
        before=None if before is None else float(before),
        target=tally.target,
    )
