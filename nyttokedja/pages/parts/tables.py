"""Tables: all boxes, a row each; what is measured; and those of reports. All can be read as cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.config import Config
from nyttokedja.drawing.content.details import head_of
from nyttokedja.model.chain import Node
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.progress import latest
from nyttokedja.model.standings import stands
from nyttokedja.pages.markup import Node as Markup
from nyttokedja.pages.markup import Tag, tag
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.standings import standing_lines

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
    head = [tag("th", heading, scope="col", role="columnheader") for heading in headings]
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


def follow_up_table(subject: PageSubject) -> Tag | None:
    """What is measured, and how it stands; None where nothing is."""
    names = ("indicator", "box", "baseline", "target", "measured", "standing")
    rows = [_measured(node, one, subject) for node in subject.chain.nodes for one in node.indicators]
    return table([subject.word("columns", name) for name in names], rows) if rows else None


def _measured(node: Node, indicator: Indicator, subject: PageSubject) -> Sequence[Cell]:
    said, graph = subject.said, subject.graph
    made = _last(indicator, subject)
    lines = (
        standing_lines(stands(node, indicator, made, graph, Config().tolerance), indicator, said)
        if made
        else (subject.word("remarks", "not_measured"),)
    )
    return (
        _text(indicator.title or indicator.id),
        (subject.link(node),),
        _text(_level(indicator.baseline, indicator, subject)),
        _text(_level(indicator.target, indicator, subject)),
        _text(_level(made, indicator, subject)),
        _text(" ".join(lines)),
    )


def _last(indicator: Indicator, subject: PageSubject) -> Measurement | None:
    """The last measurement by the day that the chain is judged on; without a day, the last of all."""
    if subject.checked.today:
        return latest(indicator, subject.checked.today)
    return max(indicator.measurements, key=lambda made: made.date.last, default=None)


def _level(level: Level | Measurement | None, indicator: Indicator, subject: PageSubject) -> str:
    if level is None:
        return ""
    value = f"{subject.said.number(level.value)} {indicator.unit}".strip()
    if level.date is None:
        return value
    return subject.said.say("page/remarks", "dated", value=value, date=level.date.written)


def _text(text: str) -> Cell:
    return (text,) if text else ()
