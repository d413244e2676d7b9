"""What is measured: how it stands, a row an indicator, and its curve with all its measurements below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.drawing.curve import curve_of
from nyttokedja.pages.parts.tables import Cell, table
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.standings import Followed, Past, followed, history, level_said, standing_sentences
from nyttokedja.writing.html import Raw, Tag, tag

_COLUMNS = ("indicator", "box", "baseline", "measured", "target", "standing")
_OF_MEASUREMENTS = ("when", "value", "course", "deviation", "said")


def follow_up(subject: PageSubject) -> Iterator[Tag]:
    """The table of all indicators, and the curves of those that have one; nothing where there are none."""
    graph, today = subject.graph, subject.checked.today
    found = [followed(node, one, graph, today) for node in subject.chain.nodes for one in node.indicators]
    if not found:
        return
    yield table([subject.word("columns", name) for name in _COLUMNS], [_row(one, subject) for one in found])
    curves = tuple(curve for one in found for curve in _curve(one, subject))
    if curves:
        yield tag("div", *curves, class_="curves")


def _row(one: Followed, subject: PageSubject) -> Sequence[Cell]:
    said, indicator = subject.said, one.indicator
    levels = (indicator.baseline, one.made, indicator.target)
    return (
        _text(indicator.title or indicator.id),
        (subject.link(one.node),),
        *(_text(level_said(level, indicator, said)) for level in levels),
        _text(" ".join(standing_sentences(one, subject.graph, said))),
    )


def _curve(one: Followed, subject: PageSubject) -> Iterator[Tag]:
    curve = curve_of(one.node, one.indicator, subject.graph, subject.checked.today)
    if curve is None:
        return
    drawn = tag("div", Raw(curve.svg), class_="plot")
    parts = [drawn, tag("figcaption", curve.title)]
    past = history(one, subject.graph, subject.checked.today, subject.said)
    if rows := [_past(made) for made in past]:
        title = subject.said.say("page/remarks", "measurements", indicator=one.indicator.title)
        headings = [subject.word("columns", name) for name in _OF_MEASUREMENTS]
        parts.append(tag("details", tag("summary", title), table(headings, rows, numbers=frozenset({1, 2}))))
    yield tag("figure", *parts, class_="curve")


def _past(past: Past) -> Sequence[Cell]:
    texts = (past.made.date.written, past.value, past.course, past.deviation, past.said)
    return tuple(map(_text, texts))


def _text(text: str) -> Cell:
    return (text,) if text else ()
