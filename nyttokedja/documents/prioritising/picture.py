"""The picture of benefit against realisability, with the table of what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.documents.blocks import Said, cell
from nyttokedja.documents.model import Block, Figure, Paragraph, Tone
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.drawing.matrix import Dot, Matrix, MatrixWords, matrix_of
from nyttokedja.prioritising.comparable import figure_of

UP = "benefit"
MOST = 60
"""So many chains have room in the picture; the first of the list."""


def figure(told: Told) -> Iterator[Block]:
    """The picture and its table, or why there is none."""
    made = drawn(told)
    if made is None:
        yield Paragraph(told.word("picture", _why_not(told)), Tone.MISSING)
        return
    words, matrix = made
    yield Figure(matrix.svg, matrix.width, matrix.height, words.alt, words.title, wide=True)
    rows: list[list[Said]] = [
        [
            *told.named(n),
            _level(told, n, UP),
            _level(told, n, _across(told)),
            told.figure(n, "costs", "marks"),
        ]
        for n in _shown(told)
    ]
    heads = ("chain", "number", f"={told.of_kind(UP)}", f"={told.of_kind(_across(told))}", "costs")
    yield from told.tabled(told.word("picture", "table"), heads, rows)
    for note in words.notes:
        yield Paragraph(note, Tone.ASIDE)


def drawn(told: Told) -> tuple[MatrixWords, Matrix] | None:
    """The picture with its words; None where there is nothing to show in it."""
    rows = _shown(told)
    if not rows:
        return None
    costs = {n: _cost(told, n) for n in rows[:MOST]}
    most = max((cost for cost in costs.values() if cost), default=None)
    dots = [
        Dot(
            told.numbers[n],
            told.title(n),
            told.found.mean(n, _across(told)) or 0.0,
            told.found.mean(n, UP) or 0.0,
            None if cost is None or most is None else float(cost / most),
        )
        for n, cost in costs.items()
    ]
    words = _words(told, rows, most)
    return words, matrix_of(dots, words)


def _shown(told: Told) -> list[int]:
    """The rows that have both levels."""
    if not _has_axes(told):
        return []
    return [n for n in told.rows if None not in (told.found.mean(n, UP), told.found.mean(n, _across(told)))]


def _why_not(told: Told) -> str:
    return "nobody" if _has_axes(told) else "no_kinds"


def _has_axes(told: Told) -> bool:
    return {UP, _across(told)} <= {one.kind for one in told.found.criteria}


def _across(told: Told) -> str:
    """What is set against benefit: realisability, or feasibility where no criterion stands for that."""
    kinds = {one.kind for one in told.found.criteria}
    return "feasibility" if "feasibility" in kinds and "realisability" not in kinds else "realisability"


def _cost(told: Told, n: int) -> Decimal | None:
    """The costs of a row, where they may be compared."""
    row = told.found.rows[n]
    if told.found.comparable.hinders(n, "costs") or row.at_fault:
        return None
    return figure_of(row, "costs")


def _level(told: Told, n: int, kind: str) -> Said:
    mean = told.found.mean(n, kind)
    assert mean is not None
    value = Decimal(str(round(mean, 2)))
    return cell(told.figures().exact(value), value)


def _words(told: Told, rows: list[int], most: Decimal | None) -> MatrixWords:
    up, across = told.of_kind(UP), told.of_kind(_across(told))

    def chain(n: int) -> str:
        levels = {"up": _text(_level(told, n, UP)), "across": _text(_level(told, n, _across(told)))}
        return told.say("picture", "alt_chain", number=told.numbers[n], title=told.title(n), **levels)

    currency = told.found.comparable.terms.currency
    return MatrixWords(
        language=told.language,
        title=told.say("picture", "title", up=up, across=across),
        alt=told.say("picture", "alt", up=up, across=across, chains="; ".join(map(chain, rows[:MOST]))),
        across=across,
        up=up,
        sized=told.say("picture", "sized", most=told.written("costs", most, currency) if most else ""),
        unsized=told.word("picture", "unsized"),
        unlabelled=told.word("picture", "unlabelled"),
        notes=tuple(_notes(told, rows)),
    )


def _text(said: Said) -> str:
    return said if isinstance(said, str) else said.text


def _notes(told: Told, rows: list[int]) -> Iterator[str]:
    shown = set(rows)
    left = [told.title(n) for n in told.rows if n not in shown]
    if left:
        yield told.say("picture", "left", n=len(left), chains=told.said.listed(left))
    if len(rows) > MOST:
        yield told.say("picture", "more", n=len(rows) - MOST)
