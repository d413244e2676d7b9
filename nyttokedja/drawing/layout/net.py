"""Cells of ranks and the lines between them, in an order that is bettered in place, step by step.

Cells are numbers here, in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from math import inf
from operator import add, gt, sub

_FILE = 0.3
"""The part that the file has in where a box is first; the rest is that of its lines."""

_LITTLE = 0.6
"""No cell moves to be less than this many places nearer to where its lines lead."""

_WORTH = 0.18
"""Cells that hang together move only to save more crossings than so many for each of them."""

_COMPARED = 40_000
"""So many pairs of cells are compared for that, about; those that cross most come first."""

_OUT = -1
"""The place of a cell that is taken out."""


class Net:
    """The cells that have edges: ``ranks`` is their order, by rank from above."""

    def __init__(
        self,
        cells: Iterable[tuple[str, int, tuple[int, int], bool]],
        edges: Sequence[tuple[str, str]],
        many: int,
    ) -> None:
        joined = {name for edge in edges for name in edge}
        kept = sorted((cell for cell in cells if cell[0] in joined), key=lambda cell: cell[2])
        self._names = [name for name, _, _, _ in kept]
        numbers = {name: number for number, name in enumerate(self._names)}
        self._near: dict[int, list[list[int]]] = {side: [[] for _ in kept] for side in (-1, 1)}
        for tail, head in edges:
            self._near[1][numbers[tail]].append(numbers[head])
            self._near[-1][numbers[head]].append(numbers[tail])
        self._rank = [rank for _, rank, _, _ in kept]
        self._at = [0] * len(kept)
        self.ranks: list[list[int]] = [[] for _ in range(many)]
        boxes: list[list[int]] = [[] for _ in range(many)]
        for cell, (_, rank, _, is_box) in enumerate(kept):
            self.ranks[rank].append(cell)
            if is_box:
                boxes[rank].append(cell)
        # how far down its rank a box would be by the file alone
        self._share = {cell: (n + 0.5) / len(some) for some in boxes for n, cell in enumerate(some)}
        for some in self.ranks:
            self._number(some)
        self._due = set(range(many))  # the ranks that are to be settled

    @property
    def order(self) -> tuple[tuple[str, ...], ...]:
        """The names of the cells, by rank from above."""
        return tuple(tuple(self._names[cell] for cell in rank) for rank in self.ranks)

    def follow(self, ranks: Iterable[int], side: int, file: float = _FILE) -> None:
        """Order each of the ranks by its lines on one side, where -1 is the left, and in part by the file."""
        for number in ranks:
            rank = self.ranks[number]
            wanted: dict[int, float] = {}
            for cell in rank:
                near = self._near[side][cell]
                place = self._place(near, number + side) if near else self._place([cell], number)
                wanted[cell] = place + file * (self._share.get(cell, place) - place)
            rank.sort(key=wanted.__getitem__)
            self._number(rank)

    def settle(self, number: int) -> int:
        """Move each cell of a rank to where it crosses least, and of such places to the one nearest to where
        it is wanted, unless nothing has changed; how many moved.
        """
        if number not in self._due:
            return 0
        self._due.discard(number)
        rank, moved = self.ranks[number], 0
        if len(rank) < 2:
            return 0
        below, wanted = self._crossed_below(number), list[float]()
        order = list(range(len(rank)))  # the cells by their places before any has moved
        for cell, above in enumerate(zip(*below, strict=True)):
            more, topmost = list(map(sub, below[cell], above)), sum(above) - above[cell]
            crossed, here = list(accumulate(map(more.__getitem__, order), initial=topmost)), order.index(cell)
            del crossed[here]  # once for the place above itself, once for that below
            if crossed[here] == (least := min(crossed)) and crossed.count(least) == 1:
                continue
            del order[here]
            wanted = wanted or self._wanted(number)
            place = _best_place(here, crossed, order, wanted, wanted[cell])
            order.insert(place, cell)
            moved += place != here
        if moved:
            rank[:] = [rank[cell] for cell in order]
            self._number(rank)
            self._due.update((number - 1, number, number + 1))
        return moved

    def as_in_file(self, number: int) -> None:
        """Turn neighbours that are not as in the file, where that makes no crossing more."""
        rank, places = self.ranks[number], self._at
        turned = any(map(gt, rank, rank[1:]))
        crossed = self._crossed_below(number) if turned else []
        while turned:
            turned = False
            for at in range(len(rank) - 1):
                upper, lower = rank[at], rank[at + 1]
                one, other = places[upper], places[lower]
                if upper > lower and crossed[one][other] <= crossed[other][one]:
                    rank[at], rank[at + 1] = lower, upper
                    turned = True
        self._number(rank)

    def rehang(self) -> bool:
        """Move cells together with what hangs on them alone, where that is worth it; whether any moved."""
        crossed, left, moved = self._crossed(), _COMPARED, False
        worth = {
            tuple(group): saved
            for group in self._groups
            if (saved := sum([len(crossed[cell]) for cell in group]) - _WORTH * len(group)) > 0
        }
        for group in sorted(worth, key=worth.__getitem__, reverse=True):
            left -= sum([len(self.ranks[self._rank[cell]]) for cell in group])
            if left < 0:
                break
            saved = len(set().union(*[crossed[cell] for cell in group])) - _WORTH * len(group)
            if saved > 0 and self._rehung(group, saved):
                crossed, moved = self._crossed(), True
        return moved

    @cached_property
    def _groups(self) -> list[list[int]]:
        """Each cell with the cells that hang on it alone, to the right and then to the left."""
        groups = []
        for side in (1, -1):
            near, back = self._near[side], self._near[-side]
            for cell in range(len(self._rank)):
                if len(back[cell]) == 1 == len(near[back[cell][0]]):
                    continue  # it hangs on another one itself
                group = {cell}
                for member in (reached := [cell]):
                    for other in near[member]:
                        if other not in group and group.issuperset(back[other]):
                            group.add(other)
                            reached.append(other)
                if len(reached) > 1:
                    groups.append(reached)
        return groups

    def _crossed(self) -> list[list[int]]:
        """By cell: the numbers of the crossings of its lines."""
        at, near, many = self._at, self._near[1], 0
        crossed: list[list[int]] = [[] for _ in self._rank]
        for rank in self.ranks:
            lines = [line for tail in rank for line in sorted((at[head], tail, head) for head in near[tail])]
            if not any(map(gt, lines, lines[1:])):
                continue
            for number, (end, upper, head) in enumerate(lines):
                for lower, other in [
                    (tail, other) for its, tail, other in lines[number + 1 :] if its < end and tail != upper
                ]:
                    for cell in (upper, head, lower, other):
                        crossed[cell].append(many)
                    many += 1
        return crossed

    def _rehung(self, group: Sequence[int], saved: float) -> bool:
        """Take cells out, which saves so many crossings, and put each where it crosses least, if that is
        worth it; whether it was.
        """
        places, gone, old = self._at, set(group), dict[int, list[int]]()
        self._at = places.copy()
        for cell in group:
            self._at[cell] = _OUT
        for cell in group:
            number = self._rank[cell]
            if number not in old:
                old[number] = self.ranks[number]
                self.ranks[number] = [one for one in old[number] if one not in gone]
            rank = self.ranks[number]
            crossed = self._crossed_at(cell, rank)
            saved -= min(crossed)
            if saved <= 0:
                break
            rank.insert(crossed.index(min(crossed)), cell)
            self._number(rank)
        else:
            self._due.update(number + side for number in old for side in (-1, 0, 1))
            return True
        self._at = places
        for number, rank in old.items():
            self.ranks[number] = rank
        return False

    def _crossed_below(self, number: int) -> list[list[int]]:
        """By cells of a rank, as they are in it: how often each crosses each other where it stands below it.

        The number for a cell and itself says nothing.
        """
        at, many = self._at, len(self.ranks[number])
        crossed = [[0] * many for _ in range(many)]
        for side in self._near:
            lower = [0] * many  # by cell: how many of its lines end below a place of the rank on that side
            beside = self.ranks[number + side] if 0 <= number + side < len(self.ranks) else ()
            for end in reversed(beside):
                cells = [at[cell] for cell in self._near[-side][end]]
                for cell in cells:
                    crossed[cell] = list(map(add, crossed[cell], lower))
                for cell in cells:
                    lower[cell] += 1
        return crossed

    def _crossed_at(self, cell: int, others: Sequence[int]) -> list[int]:
        """By its place among others of its rank, from above: how often the lines of a cell cross theirs."""
        at, topmost, more = self._at, 0, [0] * len(others)
        for near in self._near.values():
            for end in [at[one] for one in near[cell] if at[one] != _OUT]:
                for number, other in enumerate(others):
                    for one in near[other]:
                        its = at[one]
                        if its > end:
                            more[number] += 1
                        elif _OUT < its < end:
                            topmost += 1
                            more[number] -= 1
        return list(accumulate(more, initial=topmost))

    def _number(self, rank: Iterable[int]) -> None:
        for number, cell in enumerate(rank):
            self._at[cell] = number

    def _place(self, cells: Sequence[int], rank: int) -> float:
        """The mean place of cells of a rank, as a share of it."""
        return (sum([self._at[cell] for cell in cells]) / len(cells) + 0.5) / len(self.ranks[rank])

    def _wanted(self, number: int) -> list[float]:
        """By cell of a rank: the mean place in it of where its lines end on both sides."""
        rank, at = self.ranks[number], self._at
        shares = []
        for side, near in self._near.items():
            many = len(self.ranks[number + side]) if 0 <= number + side < len(self.ranks) else 0
            shares.append((near, [(place + 0.5) / many for place in range(many)]))
        places = [[share[at[end]] for near, share in shares for end in near[cell]] for cell in rank]
        return [len(rank) * sum(some) / len(some) for some in places]


def _best_place(
    here: int, crossed: Sequence[int], others: Sequence[int], wanted: Sequence[float], goal: float
) -> int:
    """Where a cell that was ``here`` among others crosses least, and then is nearest to its goal."""
    least, place = min(crossed), here
    nearest = -_LITTLE if crossed[here] == least else inf
    for places, side in ((range(here - 1, -1, -1), 1), (range(here + 1, len(crossed)), -1)):
        farther = 0.0
        for at in places:
            farther += side * (goal - wanted[others[at if side > 0 else at - 1]])
            if crossed[at] == least and farther < nearest:
                nearest, place = farther, at
    return place
