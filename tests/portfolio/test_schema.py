"""The schema: each column once, with its meaning; keys and boxes are columns."""

import sqlite3

import pytest

from nyttokedja.portfolio.schema import TABLES, VIEWS, Kind


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_each_column_once_and_says_what_it_means(name):
    table = TABLES[name]
    assert table.names[0] == "chain"
    assert len(set(table.names)) == len(table.names)
    assert all(column.meaning and column.kind in Kind for column in table.columns)
    assert {*table.key, *table.boxes, *table.owned_by} <= set(table.names)
    assert not table.owner or len(table.owned_by) + 1 == len(TABLES[table.owner].key)
    assert all(set(columns) <= set(table.names) for columns in table.indexes)


@pytest.mark.parametrize("name", TABLES)
def test_a_column_needs_no_quotes_in_a_question(name):
    made = sqlite3.connect(":memory:")
    columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
    made.execute(f'create table "{name}" ({columns})')
    assert made.execute(f"select {', '.join(TABLES[name].names)} from {name}").fetchall() == []
    duckdb = pytest.importorskip("duckdb")
    other = duckdb.connect()
    columns = ", ".join(f'"{column.name}" {column.kind}' for column in TABLES[name].columns)
    other.execute(f'create table "{name}" ({columns})')
    assert other.execute(f"select {', '.join(TABLES[name].names)} from {name}").fetchall() == []


def test_no_view_is_called_as_a_table():
    assert not set(VIEWS) & set(TABLES)
