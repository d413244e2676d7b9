"""Cells of ranks and the lines between them, in an order that is bettered in place, step by step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

_FILE = 0.3
"""The part that the file has in where a box is first; the rest is that of its lines."""

_LITTLE = 0.3
"""No cell moves to be less than this many places nearer to where its lines lead."""

_HOPELESS = 1
"""A cell is not tried behind others that cost so many crossings more."""

_WORTH = 0.25
"""Cells that hang together move only to save more crossings than so many for each of them."""

_COMPARED = 8_000
"""So many pairs of cells are compared for that, about; those that cross most come first."""

_Ends = tuple[list[int], list[int]]
"""Where the lines of a cell end in the rank before and in the one after, each in order."""


class Net:
    """The cells that have edges: ``ranks`` is their order, by rank from above."""

    def __init__(
        self,
        cells: Iterable[tuple[str, int, tuple[int, int], bool]],
        edges: Iterable[tuple[str, str]],
        many: int,
    ) -> None:
        self._near: dict[int, dict[str, list[str]]] = {-1: {}, 1: {}}
        for tail, head in edges:
            self._near[1].setdefault(tail, []).append(head)
            self._near[-1].setdefault(head, []).append(tail)
        self._at: dict[str, int] = {}
        self._rank: dict[str, int] = {}
        self._file: dict[str, tuple[int, int]] = {}
        self._share: dict[str, float] = {}  # how far down its rank a box would be by the file alone
        self.ranks: list[list[str]] = [[] for _ in range(many)]
        boxes: list[list[str]] = [[] for _ in range(many)]
        for name, rank, place, is_box in sorted(cells, key=lambda cell: cell[2]):
            if name in self._near[-1] or name in self._near[1]:
                self._rank[name], self._file[name] = rank, place
                self.ranks[rank].append(name)
                if is_box:
                    boxes[rank].append(name)
        for names in boxes:
            self._share.update((name, (n + 0.5) / len(names)) for n, name in enumerate(names))
        for names in self.ranks:
            self._number(names)
        self._due = set(range(many))  # the ranks that are to be settled
        self._counted: dict[int, int] = {}  # how often lines cross, by gutter, where cells are rehung

    def follow(self, ranks: Iterable[int], side: int, file: float = _FILE) -> None:
        """Order each of the ranks by its lines on one side, where -1 is the left, and in part by the file."""
        for number in ranks:
            rank = self.ranks[number]
            wanted: dict[str, float] = {}
            for name in rank:
                near = self._near[side].get(name)
                place = self._place(near, number + side) if near else self._place([name], number)
                wanted[name] = place + file * (self._share.get(name, place) - place)
            rank.sort(key=wanted.__getitem__)
            self._number(rank)

    def settle(self, number: int) -> int:
        """Move each cell of a rank to its best place, unless nothing has changed; how many moved."""
        if number not in self._due:
            return 0
        self._due.discard(number)
        rank, moved = self.ranks[number], 0
        ends = {name: self._ends(name) for name in rank}
        wanted = {name: self._wanted(name) for name in rank}
        for name in list(rank):
            here = rank.index(name)
            place = _best_place(here, rank, ends, wanted)
            if place != here:
                rank.insert(place, rank.pop(here))
                moved += 1
        self._number(rank)
        if moved:
            self._due.update((number - 1, number, number + 1))
        return moved

    def as_in_file(self, number: int) -> None:
        """Turn neighbours that are not as in the file, where that makes no crossing more."""
        rank = self.ranks[number]
        ends = {name: self._ends(name) for name in rank}
        turned = True
        while turned:
            turned = False
            for at in range(len(rank) - 1):
                upper, lower = rank[at], rank[at + 1]
                turns = self._file[upper] > self._file[lower]
                if turns and _turned(ends[upper], ends[lower]) <= 0:
                    rank[at], rank[at + 1] = lower, upper
                    turned = True
        self._number(rank)

    def rehang(self) -> bool:
        """Move cells together with what hangs on them alone, where that is worth it; whether any moved."""
        crossed, left, moved = self._crossed(), _COMPARED, False
        self._counted.clear()
        worth = {
            tuple(group): saved
            for group in self._groups()
            if (saved := sum([crossed.get(name, 0) for name in group]) - _WORTH * len(group)) > 0
        }
        for group in sorted(worth, key=worth.__getitem__, reverse=True):
            left -= sum([len(self.ranks[self._rank[name]]) for name in group])
            if left < 0:
                break
            moved |= self._rehung(group)
        return moved

    def _groups(self) -> Iterator[list[str]]:
        """Each cell with the cells that hang on it alone, to the right and then to the left."""
        for side in (1, -1):
            for name in self._rank:
                if (
                    len(self._near[-side].get(name, ()))
                    == 1
                    == len(self._near[side].get(self._near[-side][name][0], ()))
                ):
                    continue  # it hangs on another one itself
                group = {name: None}
                for member in (reached := [name]):
                    for near in self._near[side].get(member, ()):
                        if near not in group and group.keys() >= set(self._near[-side][near]):
                            group[near] = None
                            reached.append(near)
                if len(reached) > 1:
                    yield reached

    def _crossed(self) -> dict[str, int]:
        """Name of a cell → how often its lines cross others, where they do."""
        crossed: dict[str, int] = {}
        for rank in self.ranks:
            lines = [
                (at, self._at[head], tail, head)
                for at, tail in enumerate(rank)
                for head in self._near[1].get(tail, ())
            ]
            for number, (upper, end, *ends) in enumerate(lines):
                for lower, other_end, *others in lines[number + 1 :]:
                    if other_end < end and upper != lower:
                        for name in (*ends, *others):
                            crossed[name] = crossed.get(name, 0) + 1
        return crossed

    def _rehung(self, group: Sequence[str]) -> bool:
        """Take cells out and put each where it crosses least, if that is worth it; whether it was."""
        touched = {self._rank[name] for name in group}
        gutters = range(max(0, min(touched) - 1), min(len(self.ranks) - 2, max(touched)) + 1)
        for gutter in gutters:
            if gutter not in self._counted:
                self._counted[gutter] = self._in_gutter(gutter)
        before = sum([self._counted[gutter] for gutter in gutters])
        old = {number: list(self.ranks[number]) for number in touched}
        for name in group:
            self.ranks[self._rank[name]].remove(name)
            del self._at[name]
        for number in touched:
            self._number(self.ranks[number])
        for name in group:
            self._insert(name)
        counted = {gutter: self._in_gutter(gutter) for gutter in gutters}
        if sum(counted.values()) < before - _WORTH * len(group):
            self._counted.update(counted)
            self._due.update(number + side for number in touched for side in (-1, 0, 1))
            return True
        for number, rank in old.items():
            self.ranks[number] = rank
            self._number(rank)
        return False

    def _insert(self, name: str) -> None:
        """Put a cell that was taken out where its lines to what is there cross least."""
        rank = self.ranks[self._rank[name]]
        sides = [(self._near[side], its) for side in (-1, 1) if (its := self._ends_at(name, side))]
        many = least = place = 0
        for at, other in enumerate(rank, 1):
            for near, its in sides:
                if other in near:
                    many -= _crossed_more(self._numbers(near[other]), its)
            if many < least:
                least, place = many, at
        rank.insert(place, name)
        self._number(rank)

    def _number(self, rank: Sequence[str]) -> None:
        self._at.update(zip(rank, range(len(rank)), strict=True))

    def _place(self, names: Sequence[str], rank: int) -> float:
        """The mean place of cells of a rank, as a share of it."""
        return (sum(self._at[name] for name in names) / len(names) + 0.5) / len(self.ranks[rank])

    def _wanted(self, name: str) -> float:
        """The mean place, in the rank of a cell, of where its lines end on both sides."""
        number = self._rank[name]
        places = [
            (self._at[other] + 0.5) / len(self.ranks[number + side])
            for side in (-1, 1)
            for other in self._near[side].get(name, ())
        ]
        return len(self.ranks[number]) * sum(places) / len(places)

    def _ends(self, name: str) -> _Ends:
        """Where the lines of a cell to cells that are there end."""
        return self._ends_at(name, -1), self._ends_at(name, 1)

    def _ends_at(self, name: str, side: int) -> list[int]:
        near = self._near[side].get(name)
        return self._numbers(near) if near else []

    def _numbers(self, names: Sequence[str]) -> list[int]:
        """The places of those cells that are there, in order."""
        at = self._at
        if len(names) == 1:  # as most have it
            return [at[names[0]]] if names[0] in at else []
        return sorted([at[name] for name in names if name in at])

    def _in_gutter(self, number: int) -> int:
        """How often the lines from a rank to the next one cross."""
        seen: list[int] = []
        many, near = 0, self._near[1]
        for name in self.ranks[number]:
            if name in near:
                for end in self._numbers(near[name]):
                    place = bisect_right(seen, end)
                    many += len(seen) - place
                    seen.insert(place, end)
        return many


def _best_place(
    here: int, rank: Sequence[str], ends: Mapping[str, _Ends], wanted: Mapping[str, float]
) -> int:
    """Where the cell ``here`` in the rank crosses least, and then is nearest to where it is wanted."""
    name = rank[here]
    best, place, its, goal = (0, -_LITTLE), here, ends[name], wanted[name]
    more, farther = 0, 0.0
    for at in range(here - 1, -1, -1):
        more += _turned(ends[rank[at]], its)
        farther += goal - wanted[rank[at]]
        if more <= best[0] and (more, farther) < best:
            best, place = (more, farther), at
        elif more > _HOPELESS:
            break
    more, farther = 0, 0.0
    for at in range(here + 1, len(rank)):
        more += _turned(its, ends[rank[at]])
        farther += wanted[rank[at]] - goal
        if more <= best[0] and (more, farther) < best:
            best, place = (more, farther), at
        elif more > _HOPELESS:
            break
    return place


def _turned(upper: _Ends, lower: _Ends) -> int:
    """How many crossings more the lines of two cells of a rank have when the lower one is above."""
    return _crossed_more(upper[0], lower[0]) + _crossed_more(upper[1], lower[1])


def _crossed_more(above: Sequence[int], below: Sequence[int]) -> int:
    """The same for the lines on one side."""
    if not above or not below:
        return 0
    if above[-1] < below[0]:
        return len(above) * len(below)
    if above[0] > below[-1]:
        return -len(above) * len(below)
    return sum([len(below) - bisect_right(below, end) - bisect_left(below, end) for end in above])
