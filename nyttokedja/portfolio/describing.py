"""The schema → a page about it."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.portfolio.schema import TABLES, VIEWS, Kind, Table

_WORDS = {
    Kind.TEXT: "text",
    Kind.WHOLE: "whole number",
    Kind.NUMBER: "number",
    Kind.TRUTH: "yes or no",
    Kind.DAY: "day",
}


def described() -> str:
    """The tables, their columns and the views, in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for table in TABLES.values():
        yield from _table(table)
    yield "### Views\n"
    yield "| view | what it shows |"
    yield "|---|---|"
    for name, view in VIEWS.items():
        yield f"| `{name}` | {view.meaning} |"
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"### `{table.name}`\n"
    yield f"{table.meaning} Known by {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | holds | what it says |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_WORDS[column.kind]} | {column.meaning} |"
    yield ""
