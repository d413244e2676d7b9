"""The headings of a table → what each of its columns holds, once the others and the cells are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nyttokedja.importing.tables.blocks import Table
from nyttokedja.importing.tables.headings import KINDS, is_rating, kind_of_label, meanings

IN_CHAIN = ("change", "behaviour", "effect", "benefit", "goal")
"""The kinds that a path goes through."""
OTHER = "other"
"""A column that nobody knows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold: column → a name of ``headings.toml``, a kind, or `OTHER`."""

    meaning: Mapping[int, str]

    def first(self, *names: str) -> int | None:
        """The first column of these."""
        return next((column for column, name in sorted(self.meaning.items()) if name in names), None)

    def all(self, names: Iterable[str]) -> tuple[int, ...]:
        """All columns of these, in order."""
        among = frozenset(names)
        return tuple(column for column, name in sorted(self.meaning.items()) if name in among)

    def has(self, *names: str) -> bool:
        """Whether there is such a column."""
        return self.first(*names) is not None


def columns_of(table: Table) -> Columns:
    """What the columns of a table hold."""
    possible = {column: _possible(table, column) for column in table.columns}
    sure = {found[0] for found in possible.values() if len(found) == 1}
    chosen = {column: _chosen(column, found, possible, sure) for column, found in possible.items() if found}
    chosen = _titled(chosen, possible)
    _name_the_unnamed(table, chosen)
    seen: set[str] = set()
    for column in sorted(chosen):  # what can be only once is the first; more of it are words
        name = chosen[column]
        if name in seen and name in ("kind", "title", "id", "because", "box"):
            chosen[column] = OTHER
        seen.add(name)
    return Columns({column: chosen.get(column, OTHER) for column in table.columns})


def _possible(table: Table, column: int) -> tuple[str, ...]:
    """What a column may hold by its heading, less what its cells contradict."""
    found = meanings(table.headings.get(column, ""))
    cells = [cell.text for row in table.rows if (cell := row.cells.get(column)) is not None and cell.text]
    if "kind" in found and len(found) > 1 and cells:
        kinds = sum(kind_of_label(text) is not None for text in cells)
        found = ("kind",) if kinds * 2 >= len(cells) else tuple(one for one in found if one != "kind")
    elif found == ("kind",) and cells and not any(kind_of_label(text) for text in cells):
        found = ()
    if cells and sum(map(is_rating, cells)) * 2 > len(cells):
        found = tuple(one for one in found if one not in KINDS)
    return found


def _chosen(
    column: int, found: tuple[str, ...], possible: Mapping[int, tuple[str, ...]], sure: set[str]
) -> str:
    others = {name for at, names in possible.items() if at != column for name in names}
    if "because" in found:
        arrows = {"from", "leads_to"} & others
        return (
            "because"
            if "title" not in found or arrows == {"from", "leads_to"} or (arrows and "title" in others)
            else "title"
        )
    if found == ("action_who",) and not {"for", "action", "box"} & others:
        return "for"
    if "action" in found and "box" in others:
        return "action"
    if "action" in found and "change" in found:
        benefit = min((at for at, names in possible.items() if "benefit" in names), default=None)
        owned = (
            bool({"owner", "kind", "title"} & (sure | others)) and benefit is not None and benefit < column
        )
        return "action" if "change" in sure or owned or "title" in others else "change"
    if "target" in found and "goal" in found:
        measured = {"indicator", "baseline"} & (sure | others)
        return "target" if measured and "target" not in sure else "goal"
    for name in found:
        if name in ("title", "text") and len(found) > 1:
            continue
        return name
    return found[0]


def _titled(chosen: Mapping[int, str], possible: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    """Let a description, or a note whose kind stands beside it, be the title where nothing else is."""
    named = dict(chosen)
    if "kind" in named.values() and not {"title", *IN_CHAIN, "box"} & set(named.values()):
        note = next((column for column, name in sorted(named.items()) if name == "note"), None)
        if note is not None:
            named[note] = "title"
    open_ = [column for column, names in possible.items() if {"title", "text"} <= set(names)]
    sure = [column for column, name in named.items() if name == "title" and column not in open_]
    titled = bool(sure) or any(name in (*IN_CHAIN, "box") for name in named.values())
    for column in sorted(open_):
        named[column] = "text" if titled else "title"
        titled = True
    return named


def _name_the_unnamed(table: Table, chosen: dict[int, str]) -> None:
    """Find kinds down the side, and their words beside them, in columns that are called nothing."""
    if any(name == "kind" for name in chosen.values()):
        return
    unnamed = [column for column in table.columns if column not in table.headings]
    for column in unnamed:
        cells = [cell.text for row in table.rows if (cell := row.cells.get(column)) is not None and cell.text]
        kinds = sum(kind_of_label(text) is not None for text in cells)
        if cells and kinds * 10 >= len(cells) * 7 and (len(cells) > 1 or table.headings):
            beside = next((at for at in table.columns if at > column and at not in table.headings), None)
            titled = any(name == "title" for name in chosen.values())
            if beside is not None and not titled:
                chosen[column], chosen[beside] = "kind", "title"
            elif titled:
                chosen[column] = "kind"
            return
