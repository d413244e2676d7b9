"""Tables with one note a row → boxes; what stands beside the title are fields, arrows and further boxes."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.kind_words import kinds_by_label
from nyttokedja.importing.model import Place
from nyttokedja.importing.tables.blocks import Table
from nyttokedja.importing.tables.columns import IN_CHAIN, Columns
from nyttokedja.importing.tables.fields import Said, describe
from nyttokedja.importing.tables.gathering import Draft, Gathering, joined, names_in
from nyttokedja.importing.tables.headings import KINDS, is_rating, kind_of_label
from nyttokedja.importing.tables.sheets import Row
from nyttokedja.importing.tables.unplaced import Unplaced
from nyttokedja.importing.tables.values import listed

_RANKS = {"change": 0, "behaviour": 1, "effect": 1, "opportunity": 1, "benefit": 2, "drawback": 2, "goal": 3}
_OWN = frozenset({"kind", "title", "id", "leads_to", "hinders", "from", "because"})
_FILLED_DOWN = frozenset({"for", "owner", "when", "category", "perspective", "tags", *KINDS})
"""Columns where a cell over several rows says the same of each of them."""


def rank(kind: str) -> int:
    """How far on in a chain boxes of a kind stand."""
    return _RANKS.get(kind, -1)


class RowReader:
    """A table with a column of titles, and perhaps one of kinds.

    Args:
        columns: what the columns of the table hold.
        title: the column of titles.
        kind: what a row is that does not say so; "" where nothing says it.
        ours: whether the table is our own template, where an empty kind means a note.
    """

    def __init__(
        self,
        table: Table,
        columns: Columns,
        gathering: Gathering,
        unplaced: Unplaced,
        *,
        title: int,
        kind: str = "",
        ours: bool = False,
    ) -> None:
        self._table, self._columns, self._gathering, self._unplaced = table, columns, gathering, unplaced
        self._title, self._kind, self._ours = title, kind, ours
        self._kind_column = columns.first("kind")
        self._last_label = ""
        self._as_above = not ours and self._is_grouped()

    def read(self) -> None:
        """Gather every row."""
        for row in self._table.rows:
            self._read_row(row)

    def _read_row(self, row: Row) -> None:
        title = cleaned(self._table.cell(row, self._title).text)
        label = self._label(row)
        if not title or not (label or any(map(str.isalpha, title))):
            self._unplaced.add("rows-without-title", self._table, row)
            return
        place = Place("row", row.number, self._table.sheet)
        kind = (
            self._unplaced.mapped(self._table, row)
            or (kind_of_label(label) if label else None)
            or ("" if label else self._kind)
        )
        if not kind and not label and (labelled := kinds_by_label((title,))):
            kind, title = labelled[0][0], labelled[1][0] if labelled[1] else title
        if label and not kind:
            self._gathering.remark("kind-unknown", label, place)
        draft = self._made(row, kind, title, place)
        cells = self._said(row, draft)
        said = [one for one in cells if not self._point(draft, one[0], one[2].text, row, place)]
        describe(draft, (one for one in said if one[0] not in KINDS), place, self._gathering)
        for name, heading, cell in said:
            if name in KINDS:
                beside(draft, kind, name, heading, cell.text, place, self._gathering)
        for comment in self._unplaced.comments(self._table, row):
            draft.add_line(comment)
            if draft.type == "note":
                draft.whole = f"{draft.whole} · {comment}"

    def _label(self, row: Row) -> str:
        """The cell that says what the row is; an empty one is as above where most are empty."""
        if self._kind_column is None:
            return ""
        label = cleaned(self._table.cell(row, self._kind_column).text)
        self._last_label = label or self._last_label
        if label or not self._as_above:
            return label
        return self._last_label

    def _is_grouped(self) -> bool:
        """Whether a kind stands once, for all rows below it."""
        if self._kind_column is None:
            return False
        if self._kind_column not in self._table.headings:
            return True
        said = [bool(self._table.cell(row, self._kind_column).text) for row in self._table.rows]
        return bool(said) and said[0] and sum(said) * 2 < len(said)

    def _made(self, row: Row, kind: str, title: str, place: Place) -> Draft:
        id = self._text(row, "id")
        if kind and kind != "note":
            return self._gathering.box(kind, title, receiver=self._text(row, "for"), id=id)
        shown = {at: self._table.told(row, at) for at, cell in sorted(row.cells.items()) if cell.text}
        if (column := self._columns.first("id")) is not None and not self._is_told(row, column):
            shown.pop(column, None)
        if kind == "note" and self._kind_column is not None:
            shown.pop(self._kind_column, None)
        alone = set(shown) <= {self._title}
        text = self._table.cell(row, self._title).text if alone else joined(shown.values())
        note = self._gathering.note(text, title=title, id=id)
        if not kind and not self._ours and self._kind_column is None:
            self._unplaced.count_untyped(note, row)
        return note

    def _text(self, row: Row, name: str) -> str:
        column = self._columns.first(name)
        return cleaned(self._table.cell(row, column).text) if column is not None else ""

    def _said(self, row: Row, draft: Draft) -> Iterator[Said]:
        """What the row says beside its kind and title; its id, where the box is known by another."""
        for column, name in self._columns.meaning.items():
            if column == self._title or name == "kind":
                continue
            if name == "id" and not self._is_told(row, column, draft.ref):
                continue
            cell = self._table.cell(row, column) if name in _FILLED_DOWN else row.cells.get(column)
            if cell is not None and cell.text:
                yield name, self._table.headings.get(column, ""), cell

    def _is_told(self, row: Row, column: int, ref: str = "") -> bool:
        """Whether an id is more than a number, and neither arrows nor, by ``ref``, the box are called so."""
        id = cleaned(row.cells[column].text) if column in row.cells else ""
        if self._ours or not id or id.isdecimal():
            return False
        return ref not in ("", id) or not self._columns.has("leads_to", "from")

    def _point(self, draft: Draft, name: str, text: str, row: Row, place: Place) -> bool:
        """Whether a cell says where arrows go, or why."""
        if name == "because" and self._columns.has("leads_to", "from"):
            return any(names_in(self._text(row, end)) for end in ("leads_to", "from"))
        if name not in ("leads_to", "hinders", "from"):
            return False
        because = self._text(row, "because")
        self._gathering.point(
            draft, text, place, backward=name == "from", because=because, concerns=name == "hinders"
        )
        return True


def beside(
    draft: Draft, own: str, kind: str, heading: str, text: str, place: Place, gathering: Gathering
) -> None:
    """Make boxes of another kind that stand on the row of a box, with an arrow as the two can have."""
    for title in listed(text):
        if is_rating(title):
            draft.add_line(f"{cleaned(heading)}: {title}")
            continue
        if kind == "note":
            gathering.note(title)
            continue
        other = gathering.box(kind, title)
        if kind == "cost" or (kind == "drawback" and own in ("benefit", "goal")):
            continue  # it stands beside the chain; or nobody says what it comes of
        backward = kind in ("precondition", "obstacle", "risk") or (
            kind in IN_CHAIN and rank(kind) < rank(own or "effect")
        )
        tail, head = (other, draft) if backward else (draft, other)
        gathering.lead(tail, head, place)
