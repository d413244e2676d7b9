"""Comparison → the rows of its tables for Markdown: the changed nodes and arrows, column heads first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.wording import ComparisonWords, is_whole
from nyttokedja.reports.findings.markdown import escaped

Row = Sequence[str]


def box_rows(comparison: Comparison, words: ComparisonWords) -> list[Row]:
    """A row a changed node: kind of change, type, title, changed fields."""
    rows: list[Row] = [[words.column(name) for name in ("change", "type", "node", "fields")]]
    whole = is_whole(comparison)
    for change in comparison.nodes:
        facts = [f"Δ {words.id_change(change)}"] if change.renamed else []
        fields = () if whole else change.fields
        facts += [f"{sign} {fact}" for sign, fact in words.fields(fields, change.node.type.value)]
        title = escaped(words.short(change.node.title))
        rows.append((_kind(change.kind, words), words.type(change.node), title, _cell(facts)))
    return rows


def arrow_rows(comparison: Comparison, words: ComparisonWords) -> list[Row]:
    """A row a changed arrow: kind of change, ends, changed fields."""
    rows: list[Row] = [[words.column(name) for name in ("change", "arrow", "fields")]]
    whole = is_whole(comparison)
    for change in comparison.arrows:
        fields = () if whole else change.fields
        facts = [f"{sign} {fact}" for sign, fact in words.fields(fields, "link")]
        rows.append((_kind(change.kind, words), escaped(words.arrow(change, comparison)), _cell(facts)))
    return rows


def escaped_sign(sign: str) -> str:
    """A sign in Markdown; a plain plus at the beginning of a line would make it a list item."""
    return escaped(sign).replace("+", "&#43;")


def _kind(kind: Kind, words: ComparisonWords) -> str:
    return f"{SIGNS[kind]} {words.legend(kind.value)}"


def _cell(lines: Iterable[str]) -> str:
    """Several lines in one cell."""
    return "<br>".join(map(escaped, lines))
