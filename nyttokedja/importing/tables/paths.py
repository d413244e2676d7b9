"""Tables whose columns are kinds, as an effektkarta: an empty cell means what stands above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Place
from nyttokedja.importing.tables.blocks import Table
from nyttokedja.importing.tables.columns import IN_CHAIN, OTHER, Columns
from nyttokedja.importing.tables.fields import Said, describe
from nyttokedja.importing.tables.gathering import Draft, Gathering, keys_of
from nyttokedja.importing.tables.headings import KINDS, is_rating
from nyttokedja.importing.tables.rows import beside, rank
from nyttokedja.importing.tables.sheets import Row
from nyttokedja.importing.tables.unplaced import Unplaced
from nyttokedja.importing.tables.values import listed

_RECEIVING = ("benefit", "drawback")
_BEHIND: Mapping[str, tuple[str, ...]] = {
    "risk": ("benefit", "effect", "change", "goal"),
    "drawback": ("effect", "change", "benefit"),
    "obstacle": ("change", "effect", "benefit"),
    "precondition": ("change", "effect", "benefit"),
    "opportunity": ("change", "effect", "benefit"),
    "cost": ("change", "effect", "benefit"),
}
"""What stands beside a chain → the types that it is most likely about, on its row."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A column that paths go through; ``kind`` is ``for`` for one of people."""

    column: int
    kind: str


class PathReader:
    """A table of paths."""

    def __init__(self, table: Table, columns: Columns, gathering: Gathering, unplaced: Unplaced) -> None:
        self._table, self._columns, self._gathering, self._unplaced = table, columns, gathering, unplaced
        levels = self._levels()
        ranks = [rank(level.kind) for level in levels if level.kind != "for"]
        self._backward = ranks == sorted(ranks, reverse=True) and ranks[0] > ranks[-1]
        self._as_above = self._backward or ranks == sorted(ranks)
        self._levels_used = levels if self._as_above else self._sorted(levels)
        self._path: list[Draft | None] = [None] * len(self._levels_used)
        self._people: list[tuple[str, Row, bool]] = []
        self._at_level = {level.column for level in self._levels_used}

    def read(self) -> None:
        """Gather every row."""
        if self._backward:
            self._gathering.remark("read-backward", self._table.sheet)
        for row in self._table.rows:
            self._read_row(row)
        self._forget_people(0)

    def _levels(self) -> list[_Level]:
        kinds = self._columns.all(IN_CHAIN)
        found: list[_Level] = []
        for column, name in sorted(self._columns.meaning.items()):
            if name in IN_CHAIN:
                found.append(_Level(column, name))
            elif name == "for" and kinds[0] < column < kinds[-1]:
                found.append(_Level(column, "for"))
            elif (
                name == OTHER
                and column not in self._table.headings
                and found
                and found[-1].column == column - 1
                and found[-1].kind != "for"
            ):
                found.append(_Level(column, found[-1].kind))
        return found

    @staticmethod
    def _sorted(levels: Sequence[_Level]) -> list[_Level]:
        return sorted((level for level in levels if level.kind != "for"), key=lambda level: rank(level.kind))

    def _read_row(self, row: Row) -> None:
        place = Place("row", row.number, self._table.sheet)
        if not self._as_above:
            self._path = [None] * len(self._path)
        made: list[Draft] = []
        people = ""
        ratings: list[Said] = []
        for n, level in enumerate(self._levels_used):
            cell = row.cells.get(level.column)
            if not self._as_above and self._table.is_continued(row, level.column):
                cell = self._table.cell(row, level.column)
            if cell is None or not cell.text:
                continue
            if level.kind == "for":
                people = cleaned(cell.text)
                self._clear(n)
                self._people = [(people, row, False)]
                continue
            if is_rating(cell.text):
                ratings.append((OTHER, self._table.headings.get(level.column, ""), cell))
                continue
            self._clear(n)
            made += [self._step(n, level, title, place) for title in listed(cell.text)]
        self._add_beside(row, made, ratings, place)

    def _step(self, n: int, level: _Level, title: str, place: Place) -> Draft:
        """A box on the path, with an arrow from or to the one before it."""
        receiver = ""
        if self._people:
            people, row, _ = self._people[0]
            self._people = [(people, row, True)]
            if level.kind in _RECEIVING:
                receiver = people
            elif self._between(n):
                title = f"{title} ({people})"
        draft = self._gathering.box(level.kind, title, receiver=receiver)
        parent = next((one for one in reversed(self._path[:n]) if one is not None), None)
        if parent is not None:
            tail, head = (draft, parent) if self._backward else (parent, draft)
            self._gathering.lead(tail, head, place)
        self._path[n] = draft
        return draft

    def _between(self, n: int) -> bool:
        """Whether the column of people is the one right before this kind on the path."""
        return n > 0 and self._levels_used[n - 1].kind == "for"

    def _clear(self, n: int) -> None:
        """What stands to the right of a filled cell is no longer as above; nor are people to its right."""
        self._path[n:] = [None] * (len(self._path) - n)
        if any(level.kind == "for" for level in self._levels_used[n:]):
            self._forget_people(n)

    def _forget_people(self, _: int) -> None:
        for people, row, used in self._people:
            if not used:
                self._gathering.note(people)
                self._gathering.remark("people-alone", people, Place("row", row.number, self._table.sheet))
        self._people = []

    def _add_beside(self, row: Row, made: Sequence[Draft], ratings: Iterable[Said], place: Place) -> None:
        """What the row says beside its path: each cell of the box that it most likely is about."""
        cells = [
            (column, name, row.cells[column])
            for column, name in self._columns.meaning.items()
            if column not in self._at_level and column in row.cells and row.cells[column].text
        ]
        comments = list(self._unplaced.comments(self._table, row))
        among = [*made] or [one for one in self._path if one is not None]
        if not among:
            if cells or comments or list(ratings):
                self._unplaced.add("rows-without-title", self._table, row)
            return
        said: dict[str, list[Said]] = {}
        drafts = {draft.key: draft for draft in among}
        for rating in ratings:
            said.setdefault(among[-1].key, []).append(rating)
        for column, name, cell in cells:
            one = (name, self._table.headings.get(column, ""), cell)
            draft = self._owner(column, name, among)
            drafts[draft.key] = draft
            if name in KINDS:
                beside(draft, draft.type, name, one[1], cell.text, place, self._gathering)
            elif name in ("leads_to", "hinders", "from"):
                self._gathering.point(draft, cell.text, place, backward=name == "from")
            else:
                said.setdefault(draft.key, []).append(one)
        for key, ones in said.items():
            describe(drafts[key], ones, place, self._gathering)
        for comment in comments:
            among[-1].add_line(comment)

    def _behind(self, name: str, among: Sequence[Draft]) -> Draft:
        """The box on the path that a risk, an obstacle … is about."""
        on_path = [*among, *(one for one in self._path if one is not None)]
        for type in _BEHIND[name]:
            if found := next((one for one in on_path if one.type == type), None):
                return found
        return on_path[-1]

    def _owner(self, column: int, name: str, among: Sequence[Draft]) -> Draft:
        """The box that a cell is about."""
        if name in _BEHIND:
            return self._behind(name, among)
        key = {"action": "actions", "indicator": "indicators"}.get(name, name)
        left = [
            n
            for n, level in enumerate(self._levels_used)
            if level.column < column and self._path[n] is not None
        ]
        able = [n for n in left if key in keys_of(self._path[n].type)]  # type: ignore[union-attr]
        last = max(level.column for level in self._levels_used)
        benefits = [n for n in able if self._path[n].type == "benefit"]  # type: ignore[union-attr]
        chosen = (benefits if column > last and key != "text" else []) or able or left
        found = self._path[chosen[-1]] if chosen else None
        fit = [one for one in among if one.may_have(key)]
        return found or (fit or among)[0]
