"""Tables of arrows (From, To) beside those of boxes, and tables of what boxes have (indicators, actions)."""

from __future__ import annotations

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Place
from nyttokedja.importing.tables.blocks import Table
from nyttokedja.importing.tables.columns import Columns
from nyttokedja.importing.tables.fields import describe, indicator_of
from nyttokedja.importing.tables.gathering import Draft, Gathering, names_in
from nyttokedja.importing.tables.sheets import Row
from nyttokedja.importing.tables.unplaced import Unplaced
from nyttokedja.importing.tables.values import day
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.spelling import fold


def read_connections(table: Table, columns: Columns, gathering: Gathering, unplaced: Unplaced) -> None:
    """Gather the arrows of a table; an end that is no box is an effect, said."""
    tail_column, head_column = columns.first("from"), columns.first("leads_to")
    assert tail_column is not None
    assert head_column is not None
    for row in table.rows:
        tail, head = (cleaned(table.cell(row, column).text) for column in (tail_column, head_column))
        if not names_in(tail) or not names_in(head):
            unplaced.add("arrows-without-end", table, row)
            continue
        place = Place("row", row.number, table.sheet)
        because = "; ".join(
            cleaned(cell.text)
            if name == "because"
            else f"{table.headings.get(column, '')}: {cleaned(cell.text)}".strip(": ")
            for column, name in columns.meaning.items()
            if column not in (tail_column, head_column)
            and (cell := row.cells.get(column)) is not None
            and cell.text
        )
        gathering.point(gathering.end_named(tail, place), head, place, because=because)


def read_beside(table: Table, columns: Columns, gathering: Gathering, unplaced: Unplaced) -> None:
    """Give boxes the indicators or actions of a table that names the box of each."""
    box_column, id_column = columns.first("box"), columns.first("id")
    assert box_column is not None
    for row in table.rows:
        named = cleaned(table.cell(row, box_column).text)
        id = cleaned(row.cells[id_column].text) if id_column is not None and id_column in row.cells else ""
        draft = gathering.said_box(named, id)
        if draft is None or not _added(draft, table, columns, row, gathering):
            unplaced.add("rows-of-no-box", table, row)


def _added(draft: Draft, table: Table, columns: Columns, row: Row, gathering: Gathering) -> bool:
    place = Place("row", row.number, table.sheet)
    said = [
        (name, table.headings.get(column, ""), row.cells[column])
        for column, name in columns.meaning.items()
        if name not in ("box", "id") and column in row.cells and row.cells[column].text
    ]
    titles = [cleaned(cell.text) for name, _, cell in said if name == "indicator"]
    if titles and draft.may_have("indicators"):
        texts = [cleaned(cell.text) for name, _, cell in said if name == "text"]
        made, lines = indicator_of(
            (one for one in said if one[0] not in ("indicator", "text")), titles[0], gathering, place
        )
        if texts or lines:
            made["text"] = "\n".join([*texts, *lines])
        indicators = draft.fields.setdefault("indicators", {})
        ids = UniqueIds()
        for id in indicators:
            ids.keep(id)
        indicators[ids.make(titles[0])] = made
        return True
    whats = [cleaned(cell.text) for name, _, cell in said if name == "action"]
    if whats and draft.may_have("actions"):
        action: dict[str, object] = {"what": whats[0]}
        rest = []
        for name, heading, cell in said:
            key = {"action_who": "who", "owner": "who"}.get(name, name)
            value = _of_action(key, cleaned(cell.text))
            if value is not None:
                action[key] = value
            elif name != "action":
                rest.append((name, heading, cell))
        draft.fields.setdefault("actions", []).append(action if len(action) > 1 else whats[0])
        describe(draft, rest, place, gathering)
        return True
    return False


def _of_action(key: str, text: str) -> object:
    if key == "who":
        return text
    if key == "due":
        return day(text)
    if key == "done":
        return _truth(text) if _truth(text) is not None else day(text)
    return None


def _truth(text: str) -> bool | None:
    spoken = {"true": True, "false": False, "yes": True, "no": False}
    for language in LANGUAGES:
        for value in (True, False):
            spoken |= dict.fromkeys(map(fold, words(language).truths(str(value).lower())), value)
    return spoken.get(fold(text)) if text else None
