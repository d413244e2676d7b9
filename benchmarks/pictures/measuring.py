"""The figures of many pictures beside their goals, with seeds and worst cases."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from benchmarks.pictures.crossings import crossings_by_dot, crossings_in
from benchmarks.pictures.edits import edits, moved
from benchmarks.pictures.geometry import faults
from benchmarks.pictures.realistic import Recipe, recipe
from benchmarks.pictures.written import Written, read_svg
from nyttokedja import check, draw
from nyttokedja.checking.check import Checked
from nyttokedja.drawing.dot.export import to_dot

SIXTH, QUARTER, THIRD, HALF = 1 / 6, 1 / 4, 1 / 3, 1 / 2

SETS: Sequence[tuple[int, int, float]] = (
    *(
        (size, depth, share)
        for size in (20, 40, 60)
        for depth in (3, 8, 15)
        for share in (SIXTH, QUARTER, THIRD, HALF)
    ),
    *((size, depth, share) for size in (1, 2, 3, 5, 10) for depth, share in ((3, HALF), (8, SIXTH))),
    *((size, depth, share) for size in (100, 200) for depth, share in ((3, SIXTH), (8, QUARTER), (15, HALF))),
)
"""(boxes in columns, depth, share of them that are hampered) of the chains that are drawn."""

SEEDS = range(3)

_PRINT: Sequence[tuple[int, Sequence[int], Sequence[float], float]] = (
    (20, (3, 8), (SIXTH, QUARTER), 6.0),
    (40, (3, 8), (SIXTH, QUARTER), 6.0),
    (40, (3, 8), (THIRD, HALF), 5.0),
    (40, (15,), (SIXTH, QUARTER, THIRD, HALF), 5.0),
    (60, (3, 8, 15), (SIXTH, QUARTER, THIRD, HALF), 4.5),
)
"""(boxes, depths, shares, goal of the smallest print in pt)."""

_EDITED, _EDITS = ((60, 3, QUARTER), (60, 8, QUARTER), (60, 15, QUARTER), (60, 8, HALF)), 10


@dataclass(frozen=True, slots=True)
class Measured:
    """A chain that was drawn, and what is measured in its picture; no ``by_dot`` without dot."""

    size: int
    depth: int
    share: float
    seed: int
    picture: Written
    wrong: dict[str, int]
    crossings: int
    by_dot: int | None

    def __str__(self) -> str:
        return f"{self.size} boxes, depth {self.depth}, {self.share:.2f} hampered, seed {self.seed}"


def drawn(chain: Recipe) -> tuple[Checked, Written]:
    """The check of a chain, and its picture as it is written."""
    checked = check(chain.yaml)
    assert checked.chain is not None
    assert checked.graph is not None
    return checked, read_svg(draw(checked.chain, checked.graph, checked.findings, data_attributes=True))


def measure(size: int, depth: int, share: float, seed: int) -> Measured:
    """All that is measured of one picture."""
    checked, picture = drawn(recipe(size, depth, share, seed))
    assert checked.chain is not None
    assert checked.graph is not None
    program = shutil.which("dot") if 20 <= size <= 60 else None
    by_dot = crossings_by_dot(to_dot(checked.chain, checked.graph), program) if program else None
    wrong = {what: len(found) for what, found in faults(picture).items()}
    return Measured(size, depth, share, seed, picture, wrong, crossings_in(picture), by_dot)


def rows() -> Iterator[str]:
    """All the figures."""
    measured = [measure(*one, seed) for one in SETS for seed in SEEDS]
    yield f"{len(measured)} pictures of 1 to 200 boxes, seeds {SEEDS.start} to {SEEDS.stop - 1} of each set"
    yield from _faults(measured)
    yield from _prints(measured)
    yield from _shapes(measured)
    yield from _crossings(measured)
    yield from stability()


def _row(what: str, figure: str, goal: str, worst: str = "") -> str:
    return f"{what:<52}{figure:>16}   goal {goal:<8}{'   worst: ' + worst if worst else ''}"


def _faults(measured: Sequence[Measured]) -> Iterator[str]:
    for what in measured[0].wrong:
        worst = max(measured, key=lambda one: one.wrong[what])
        total, pictures = (
            sum(one.wrong[what] for one in measured),
            sum(one.wrong[what] > 0 for one in measured),
        )
        where = f"{worst.wrong[what]} at {worst}" if total else ""
        yield _row(what, f"{total} in {pictures}", "0", where)


def _prints(measured: Iterable[Measured]) -> Iterator[str]:
    measured = list(measured)
    for size, depths, shares, goal in _PRINT:
        among = [
            one
            for one in measured
            if (one.size, one.depth in depths, one.share in shares) == (size, True, True)
        ]
        worst = min(among, key=lambda one: one.picture.print_size)
        sizes = [one.picture.print_size for one in among]
        reached = sum(one >= goal for one in sizes)
        what = f"print on A3, {size} boxes, depth {_list(depths)}, {_list(shares)}"
        yield _row(
            what,
            f"{min(sizes):.1f}–{median(sizes):.1f} pt",
            f"≥ {goal}",
            f"{worst}; reached by {reached} of {len(among)}",
        )


def _list(values: Sequence[float]) -> str:
    return f"{values[0]:.2g}–{values[-1]:.2g}" if len(values) > 1 else f"{values[0]:.2g}"


def _shapes(measured: Sequence[Measured]) -> Iterator[str]:
    for size in (20, 40, 60):
        among = [one for one in measured if one.size == size]
        ratios = [one.picture.width / one.picture.height for one in among]
        worst = min(among, key=lambda one: one.picture.share)
        shares = [one.picture.share for one in among]
        yield _row(f"width by height of {size} boxes", f"{min(ratios):.2f}–{max(ratios):.2f}", "1.44")
        yield _row(
            f"share of the sheet that {size} boxes take",
            f"{min(shares):.2f}, mean {mean(shares):.2f}",
            "–",
            str(worst),
        )


def _crossings(measured: Sequence[Measured]) -> Iterator[str]:
    among = [one for one in measured if one.by_dot is not None]
    if not among:
        yield "dot is not installed: crossings have nothing to be measured against"
        return
    for depths in ((3, 8, 15), (3,), (8,), (15,)):
        what = f"20–60 boxes, depth {_list(depths)}"
        some = [one for one in among if one.depth in depths]
        ours, theirs = sum(one.crossings for one in some), sum(one.by_dot or 0 for one in some)
        worst = max(some, key=lambda one: one.crossings - (one.by_dot or 0))
        figure = f"{ours} / {theirs} = {ours / theirs:.2f} ×"
        yield _row(
            f"crossings against plain dot, {what}",
            figure,
            "≤ 0.7 ×",
            f"{worst.crossings} against {worst.by_dot} at {worst}",
        )


def stability(seeds: Sequence[int] = range(5)) -> Iterator[str]:
    """What one more box in chains of 60 moves."""
    found = []
    for set_ in _EDITED:
        for seed in seeds:
            chain = recipe(*set_, seed)
            _, before = drawn(chain)
            for number, edited in enumerate(edits(chain, _EDITS, seed)):
                found.append(
                    (
                        moved(before, drawn(edited)[1]),
                        f"depth {set_[1]}, {set_[2]:.2f} hampered, seed {seed}, edit {number}",
                    )
                )
    same = [(one, where) for one, where in found if not one.resized]
    yield _row(f"of {len(found)} edits, with another size class", str(len(found) - len(same)), "few")
    if not same:
        return
    ranks = Counter({where: one.ranks for one, where in same})
    worst, most = ranks.most_common(1)[0]
    yield _row("boxes that change rank, else", str(ranks.total()), "0", f"{most} at {worst}" if most else "")
    turned, pairs = sum(one.turned for one, _ in same), sum(one.pairs for one, _ in same)
    shares = sorted(((one.turned / max(1, one.pairs), where) for one, where in same), reverse=True)
    over = sum(share > 0.02 for share, _ in shares)
    figure = f"{100 * turned / max(1, pairs):.1f} %"
    yield _row(
        "pairs in a rank that turn",
        figure,
        "≤ 2 %",
        f"{100 * shares[0][0]:.0f} % at {shares[0][1]}; over 2 % in {over}",
    )
