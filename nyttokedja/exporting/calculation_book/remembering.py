"""Sheets → the memory that their workbook keeps of what it held when it was written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nyttokedja.exporting.calculation_book.plan import Cell, Sheet
from nyttokedja.importing.calculation.memory import FIXED, FORMULA, NUMBER, Held, Memory, said_number


def memory_of(sheets: Sequence[Sheet], language: str, title: str) -> str:
    """The memory of a workbook, as text."""
    rows = {
        sheet.key: {
            row.key: {cell.column: _held(cell) for cell in row.cells if _counts(cell)} for row in sheet.rows
        }
        for sheet in sheets
    }
    return Memory(title, language, {sheet.key: sheet.name for sheet in sheets}, rows).to_json()


def _counts(cell: Cell) -> bool:
    """Whether there is something in a cell that a person may change or lose."""
    return bool(cell.formula or cell.field) or cell.value not in (None, "")


def _held(cell: Cell) -> Held:
    computed = bool(cell.formula)
    value = cell.value
    written = said_number(value) if isinstance(value, Decimal) else cell.text
    if cell.field is not None:
        return Held(cell.field.kind, written, computed, cell.field.path, cell.field.said)
    if computed:
        return Held(FORMULA, "", computed)
    return Held(NUMBER if isinstance(value, Decimal) else FIXED, written)
