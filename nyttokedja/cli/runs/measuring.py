"""``measure``: what was measured is written into a chain, one value or a table of them, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nyttokedja.checking.check import Checked
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.edit import Changes
from nyttokedja.cli.runs.targets import Sheet
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.orders import MeasureOrder, Plan, plan_order
from nyttokedja.editing.orders.measuring import Spot, indicator_named
from nyttokedja.errors import CannotRead
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.standings import stands
from nyttokedja.reading.discovery import Candidate, read_bytes, reason
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.standings import standing_lines

if TYPE_CHECKING:
    from nyttokedja.importing.tables.measured import Measured

_MOST_BYTES = 50_000_000


def measure(sheet: Sheet, order: MeasureOrder, *, dry_run: bool, force: bool) -> None:
    """Write one measurement into a chain, and say how it stands."""
    changes = Changes(dry_run=dry_run, force=force)
    after = changes.make(sheet, order)
    with sheet.speaking():
        spot = indicator_named(order.indicator, sheet.document())
    changes.tell(_standing(after, spot, order.date, changes.tolerance, texts(sheet.language)))
    changes.finish()


def measure_all(sheet: Sheet, table: str, *, replace: bool, dry_run: bool, force: bool) -> None:
    """Write the measurements of a table into a chain: all of them, or none where one cannot be placed.

    Raises:
        CannotRead: the table cannot be read, or has nothing to read.
    """
    said, rows = texts(sheet.language), _read(table)
    with sheet.speaking():
        sheet.document()  # what cannot be read is told once
    placed = _Placed(sheet, replace, said)
    for row in rows:
        placed.place(row)
    if placed.refused:
        for line in placed.refused:
            click.echo(clean(f"{safe_file_name(table)}: {line}"), err=True)
        click.echo(said.say("follow_up/table", "refused", n=len(placed.refused)), err=True)
        raise SystemExit(CANNOT)
    changes = Changes(dry_run=dry_run, force=force)
    after = changes.carry_out(sheet, placed.plan)
    for spot, day in placed.where:
        title = said.say("follow_up/table", "about", indicator=spot.title, date=day)
        verdict, *_ = _standing(after, spot, day, changes.tolerance, said) or [""]
        changes.tell([f"{title} {verdict}"] if verdict else [])
    if placed.known:
        changes.tell([said.say("follow_up/table", "known", n=placed.known)])
    changes.finish()


class _Placed:
    """The rows of a table that have found their indicator, and what is said of those that have not."""

    def __init__(self, sheet: Sheet, replace: bool, said: Texts) -> None:
        self._sheet, self._replace, self._said = sheet, replace, said
        self._plans: list[Plan] = []
        self._first: dict[tuple[str, str], Measured] = {}
        self.where: list[tuple[Spot, str]] = []
        self.refused: list[str] = []
        self.known = 0

    @property
    def plan(self) -> Plan:
        """What all the rows come to."""
        every = self._plans
        return Plan(
            tuple(edit for plan in every for edit in plan.edits),
            tuple(told for plan in every for told in plan.statements),
        )

    def place(self, row: Measured) -> None:
        """Find what a row is about; a row with just what the chain says already is counted."""
        order = MeasureOrder(row.indicator, row.value, row.date, row.comment, row.action, self._replace)
        document = self._sheet.document()
        try:
            plan = plan_order(order, document)
            spot = indicator_named(order.indicator, document)
        except CannotEdit as error:
            if error.reason == "measured" and _is_said(error, row):
                self.known += 1
            else:
                self._refuse(row, str(error))
            return
        first = self._first.setdefault((spot.name, row.date), row)
        if first is not row:
            self._refuse(row, self._said.say("follow_up/table", "twice", row=first.row))
            return
        self._plans.append(plan)
        self.where.append((spot, row.date))

    def _refuse(self, row: Measured, why: str) -> None:
        self.refused.append(
            self._said.say("follow_up/table", "row", row=row.row, sheet=row.sheet) + " " + why
        )


def _is_said(error: CannotEdit, row: Measured) -> bool:
    """Whether what stands there is just what a row says."""
    known = error.particulars["said"]
    said = known if isinstance(known, dict) else {"value": known}
    try:
        same = float(said.get("value", "")) == float(row.value)
    except ValueError:
        return False
    return same and (said.get("comment", ""), said.get("action", "")) == (row.comment, row.action)


def _standing(after: Checked, spot: Spot, day: str, tolerance: float, said: Texts) -> list[str]:
    return list(_standing_lines(after, spot, day.strip(), tolerance, said))


def _standing_lines(after: Checked, spot: Spot, day: str, tolerance: float, said: Texts) -> Iterator[str]:
    node = after.graph.nodes.get(spot.node) if after.graph else None
    indicator = next((one for one in node.indicators if one.id == spot.id), None) if node else None
    made = (
        next((one for one in indicator.measurements if one.date.written == day), None) if indicator else None
    )
    if after.graph and node and indicator and made:
        yield from standing_lines(stands(node, indicator, made, after.graph, tolerance), indicator, said)


def _read(table: str) -> Iterable[Measured]:
    from nyttokedja.importing.tables.measured import read_measured  # only a table needs it

    rows = read_measured(table_bytes(table), Path(table).name)
    if not rows:
        raise CannotRead("The table has no rows beneath its headings.")
    return rows


def table_bytes(table: str) -> bytes:
    """What a file with a table holds.

    Raises:
        CannotRead: it cannot be opened.
    """
    path = Path(table)
    try:
        return read_bytes(Candidate(path, path.as_posix(), named=True), _MOST_BYTES)
    except OSError as error:
        why = texts("en").word("reason", reason(error))
        raise CannotRead("Cannot open {file}: {why}.", file=safe_file_name(table), why=why) from error
