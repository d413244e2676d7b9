"""Cells of ranks and the lines between them, in an order that is bettered in place, step by step.

Cells are numbers here, in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
        wanted = {cell: self._wanted(cell) for cell in rank}
        for cell in list(rank):
            here = rank.index(cell)
            del rank[here]
            place = _best_place(here, self._crossed_at(cell, rank), rank, wanted, wanted[cell])
            rank.insert(place, cell)
            moved += place != here
        self._number(rank)
        if moved:
            self._due.update((number - 1, number, number + 1))
        return moved

    def as_in_file(self, number: int) -> None:
        """Turn neighbours that are not as in the file, where that makes no crossing more."""
        rank, turned = self.ranks[number], True
        while turned:
            turned = False
            for at in range(len(rank) - 1):
                upper, lower = rank[at], rank[at + 1]
                above, below = self._crossed_at(upper, [lower]) if upper > lower else (0, 1)
                if below <= above:
                    rank[at], rank[at + 1] = lower, upper
                    turned = True
        self._number(rank)

    def rehang(self) -> bool:
        """Move cells together with what hangs on them alone, where that is worth it; whether any moved."""
        crossed, left, moved = self._crossed(), _COMPARED, False
        worth = {
            tuple(group): saved
            for group in self._groups()
            if (saved := sum([crossed[cell] for cell in group]) - _WORTH * len(group)) > 0
        }
        for group in sorted(worth, key=worth.__getitem__, reverse=True):
            left -= sum([len(self.ranks[self._rank[cell]]) for cell in group])
            if left < 0:
                break
            moved |= self._rehung(group)
        return moved

    def _groups(self) -> Iterator[list[int]]:
        """Each cell with the cells that hang on it alone, to the right and then to the left."""
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
                    yield reached

    def _crossed(self) -> list[int]:
        """By cell: how often its lines cross others."""
        crossed = [0] * len(self._rank)
        for rank in self.ranks:
            lines = [(self._at[head], tail, head) for tail in rank for head in self._near[1][tail]]
            for number, (end, upper, head) in enumerate(lines):
                for other_end, lower, other in lines[number + 1 :]:
                    if other_end < end and upper != lower:
                        for cell in (upper, head, lower, other):
                            crossed[cell] += 1
        return crossed

    def _rehung(self, group: Sequence[int]) -> bool:
        """Take cells out and put each where it crosses least, if that is worth it; whether it was."""
        old: dict[int, list[int]] = {}
        saved = -_WORTH * len(group)
        for cell in group:
            rank = self.ranks[self._rank[cell]]
            old.setdefault(self._rank[cell], list(rank))
            here = rank.index(cell)
            del rank[here]
            saved += self._crossed_at(cell, rank)[here]
            self._at[cell] = _OUT
        for cell in group:
            rank = self.ranks[self._rank[cell]]
            crossed = self._crossed_at(cell, rank)
            saved -= min(crossed)
            if saved <= 0:
                break
            rank.insert(crossed.index(min(crossed)), cell)
            self._number(rank)
        else:
            self._due.update(number + side for number in old for side in (-1, 0, 1))
            return True
        for number, rank in old.items():
            self.ranks[number] = rank
            self._number(rank)
        return False

    def _crossed_at(self, cell: int, others: Sequence[int]) -> list[int]:
        """By its place among others of its rank, from above: how often the lines of a cell cross theirs."""
        at = self._at
        sides = [
            (ends, near)
            for near in self._near.values()
            if (ends := [at[one] for one in near[cell] if at[one] != _OUT])
        ]
        first, many, more = 0, 0, [0]
        for other in others:
            for ends, near in sides:
                for one in near[other]:
                    its = at[one]
                    for end in ends:
                        if its > end:
                            many += 1
                        elif _OUT < its < end:
                            first, many = first + 1, many - 1
            more.append(many)
        return [first + many for many in more]

    def _number(self, rank: Iterable[int]) -> None:
        for number, cell in enumerate(rank):
            self._at[cell] = number

    def _place(self, cells: Sequence[int], rank: int) -> float:
        """The mean place of cells of a rank, as a share of it."""
        return (sum([self._at[cell] for cell in cells]) / len(cells) + 0.5) / len(self.ranks[rank])

    def _wanted(self, cell: int) -> float:
        """The mean place, in the rank of a cell, of where its lines end on both sides."""
        number = self._rank[cell]
        places = [
            (self._at[other] + 0.5) / len(self.ranks[number + side])
            for side, near in self._near.items()
            for other in near[cell]
        ]
        return len(self.ranks[number]) * sum(places) / len(places)


def _best_place(
    here: int, crossed: Sequence[int], others: Sequence[int], wanted: dict[int, float], goal: float
) -> int:
    """Where a cell that was ``here`` among others crosses least, and then is nearest to its goal."""
    best, place = (crossed[here], -_LITTLE), here
    for places, side in ((range(here - 1, -1, -1), 1), (range(here + 1, len(crossed)), -1)):
        farther = 0.0
        for at in places:
            farther += side * (goal - wanted[others[at if side > 0 else at - 1]])
            if (crossed[at], farther) < best:
                best, place = (crossed[at], farther), at
    return place
