"""Comparison → the rows of its tables for Markdown: the boxes and the arrows that change, heads first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.wording import SIGNS, ComparisonWords
from nyttokedja.reports.findings.markdown import escaped

Row = Sequence[str]


def box_rows(comparison: Comparison, words: ComparisonWords) -> list[Row]:
    """A row a box: what has become of it, its type, its title, and what it says that is new."""
    rows: list[Row] = [[words.column(name) for name in ("change", "type", "node", "fields")]]
    for change in comparison.nodes:
        told = [f"Δ {words.id_change(change)}"] if change.renamed else []
        told += [f"{sign} {said}" for sign, said in words.fields(change.fields, change.node.type.value)]
        title = escaped(words.short(change.node.title))
        rows.append((_kind(change.kind, words), words.type(change.node), title, _lines(told)))
    return rows


def arrow_rows(comparison: Comparison, words: ComparisonWords) -> list[Row]:
    """A row an arrow: what has become of it, its ends, and what is said of it that is new."""
    rows: list[Row] = [[words.column(name) for name in ("change", "arrow", "fields")]]
    for change in comparison.arrows:
        fields = change.fields if change.kind is Kind.CHANGED else ()
        told = [f"{sign} {said}" for sign, said in words.fields(fields, "link")]
        rows.append((_kind(change.kind, words), escaped(words.arrow(change, comparison)), _lines(told)))
    return rows


def sign_shown(sign: str) -> str:
    """A sign that may begin a line, where a plain plus would make it an item of a list."""
    return escaped(sign).replace("+", "&#43;")


def _kind(kind: Kind, words: ComparisonWords) -> str:
    return f"{SIGNS[kind]} {words.legend(kind.value)}"


def _lines(said: Iterable[str]) -> str:
    """Several lines in one cell."""
    return "<br>".join(map(escaped, said))
