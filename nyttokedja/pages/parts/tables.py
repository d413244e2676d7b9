"""Tables: all boxes, a row each; and those of other parts. All can be read as cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.drawing.content.details import head_of
from nyttokedja.model.chain import Node
from nyttokedja.pages.subject import PageSubject
from nyttokedja.writing.html import Node as Markup
from nyttokedja.writing.html import Tag, tag

Cell = Sequence[Markup]


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    caption: str = "",
    numbers: frozenset[int] = frozenset(),
    totals: int = 0,
) -> Tag:
    """A table whose first column names its rows; roles are said, since narrow screens lay it out as cards.

    Args:
        headings: of the columns.
        rows: the cells of each row.
        caption: what it shows.
        numbers: the columns that hold numbers, from 0.
        totals: so many of the last rows are sums.
    """
    head = [
        tag("th", heading, scope="col", role="columnheader", class_="number" if n in numbers else None)
        for n, heading in enumerate(headings)
    ]
    made = [tag("tr", *_cells(row, headings, numbers), role="row") for row in rows]
    parts = [tag("tbody", *made[: len(made) - totals], role="rowgroup")]
    if totals:
        parts.append(tag("tfoot", *made[len(made) - totals :], role="rowgroup"))
    named = [tag("caption", caption)] if caption else []
    top = tag("thead", tag("tr", *head, role="row"), role="rowgroup")
    return tag("table", *named, top, *parts, role="table")


def _cells(row: Sequence[Cell], headings: Sequence[str], numbers: frozenset[int]) -> Iterator[Tag]:
    for n, (cell, heading) in enumerate(zip(row, headings, strict=True)):
        if n == 0:
            yield tag("th", *cell, scope="row", role="rowheader")
        elif cell:
            number = "number" if n in numbers else None
            yield tag("td", tag("span", *cell), role="cell", data_label=heading, class_=number)
        else:
            yield tag("td", role="cell")


def boxes_table(subject: PageSubject) -> Tag:
    """All boxes, in the order of the file."""
    names = ("box", "kind", "head", "owner", "follows", "leads", "remarks")
    rows = (_row(node, subject) for node in subject.chain.nodes)
    return table([subject.word("columns", name) for name in names], rows)


def _row(node: Node, subject: PageSubject) -> Sequence[Cell]:
    graph, found = subject.graph, len(subject.findings.get(node.id, ()))
    return (
        (subject.link(node),),
        _text(subject.kind(node)),
        _text(head_of(node, subject.pictured)),
        _text(node.owner or node.who),
        tuple(subject.links(arrow.source for arrow in graph.entering[node.id])),
        tuple(subject.links(arrow.target for arrow in graph.leaving[node.id])),
        _text(str(found) if found else ""),
    )


def _text(text: str) -> Cell:
    return (text,) if text else ()
