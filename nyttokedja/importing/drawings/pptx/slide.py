"""A slide's XML → a page: shapes, connectors, groups, and tables, whose cells are shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element

from nyttokedja.importing.drawings.board import Connector, Group, Mark, Page, Rect, Shape
from nyttokedja.importing.drawings.pptx.xml import (
    A,
    P,
    Palette,
    R,
    Spread,
    ends_of,
    mark_of,
    number,
    paragraphs,
    place_of,
)

_EMU = 9525
_SLIDE = "slide"
_LINES = ("line", "straightConnector", "bentConnector", "curvedConnector")
_TITLES = ("title", "ctrTitle")
_LISTS = ("body", "obj", "")
"""Kinds of placeholders whose paragraphs are a list."""
_MADE = ("sldNum", "dt", "hdr")
_OURS = "nyttokedja:"
_DEEPEST = 60


@dataclass(slots=True)
class SlideReader:
    """Reads one slide; `unread` counts what it has seen and left.

    Attributes:
        palette: the colours of its theme.
        with_hidden: whether hidden shapes are read too.
        diagrams: relation → the texts of a diagram that is a part of its own.
    """

    palette: Palette
    with_hidden: bool
    diagrams: Mapping[str, tuple[str, ...]]
    title: str = ""
    language: str = ""
    is_title_slide: bool = False
    unread: Counter[str] = field(default_factory=Counter)
    _shapes: list[Shape] = field(default_factory=list)
    _connectors: list[Connector] = field(default_factory=list)
    _groups: list[Group] = field(default_factory=list)

    def page(self, slide: Element, number: int) -> Page:
        """The page that a slide is, called by its title, else by its number."""
        tree = slide.find(f"{P}cSld/{P}spTree")
        for one in tree if tree is not None else ():
            self._take(one, Spread(), (_SLIDE,))
        if self.title and not self._shapes and not self.is_title_slide:
            self._shapes.append(Shape("title", (self.title,), lasting=False))
        name = self.title or str(number)
        section = Group(_SLIDE, sort="layer", name=name)
        return Page(name, tuple(self._with_lists()), tuple(self._connectors), (section, *self._groups))

    def _with_lists(self) -> Iterator[Shape]:
        """The shapes, where the paragraphs of a list are shapes of their own if no arrow meets it."""
        met = {end for one in self._connectors for end in (one.tail, one.head)}
        for shape in self._shapes:
            if shape.looks.get("shape") == "list" and shape.id not in met and len(shape.lines) > 1:
                yield from (
                    Shape(f"{shape.id}.{n}", (line,), None, {}, shape.groups, lasting=False)
                    for n, line in enumerate(shape.lines, start=1)
                )
            else:
                yield shape

    def _take(self, one: Element, spread: Spread, groups: tuple[str, ...]) -> None:
        """Take in an element of the tree of shapes."""
        kind = one.tag.rpartition("}")[2]
        if kind == "AlternateContent":
            for inner in one[0] if len(one) else ():  # the first choice; the others show the same otherwise
                self._take(inner, spread, groups)
            return
        known = one.find(f"./*/{P}cNvPr")
        if known is None or len(groups) > _DEEPEST:
            return
        if known.get("hidden") in ("1", "true") and not self.with_hidden:
            self.unread["hidden"] += 1
        elif kind == "grpSp":
            self._group(one, known.get("id", ""), spread, groups)
        elif kind == "cxnSp":
            self._line(one, known.get("id", ""), spread)
        elif kind == "sp":
            self._shape(one, known, spread, groups)
        elif kind == "pic":
            place = place_of(one.find(f"{P}spPr/{A}xfrm"), spread)
            self._shapes.append(
                Shape(known.get("id", ""), (), place, {"shape": "image"}, groups, lasting=False)
            )
        elif kind == "graphicFrame":
            self._frame(one, known.get("id", ""), spread, groups)

    def _group(self, one: Element, id: str, spread: Spread, groups: tuple[str, ...]) -> None:
        xfrm = one.find(f"{P}grpSpPr/{A}xfrm")
        self._groups.append(Group(id, (), place_of(xfrm, spread), {}, groups))
        for inner in one:
            self._take(inner, spread.within(xfrm), (*groups, id))

    def _line(self, one: Element, id: str, spread: Spread) -> None:
        begin, end = ends_of(one.find(f"{P}spPr/{A}xfrm"), spread)
        line = one.find(f"{P}spPr/{A}ln")
        dash = line.find(f"{A}prstDash") if line is not None else None
        looks = {"dashed": "1"} if dash is not None and dash.get("val", "solid") != "solid" else {}
        marks = (mark_of(line, "headEnd"), mark_of(line, "tailEnd"))
        words = tuple(" ".join(text.split("\n")) for text in paragraphs(one.find(f"{P}txBody")))
        ends = (_glued(one, "stCxn"), _glued(one, "endCxn"))
        said = _our_data(_name(one))
        if said.get("nyttokedja_arrow") == "hinders" and marks[1] is not Mark.NONE:
            marks = (marks[0], Mark.BAR)
        self._connectors.append(Connector(id, *ends, begin, end, marks, words, looks))

    def _shape(self, one: Element, known: Element, spread: Spread, groups: tuple[str, ...]) -> None:
        geometry = one.find(f"{P}spPr/{A}prstGeom")
        form = geometry.get("prst", "") if geometry is not None else ""
        texts = paragraphs(one.find(f"{P}txBody"))
        holder = one.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        role = holder.get("type", "") if holder is not None else None
        if form.startswith(_LINES):
            self._line(one, known.get("id", ""), spread)
            return
        if role in _MADE or (role == "ftr" and not texts):
            return
        if role == "ftr":
            self.unread["footers"] += 1
            return
        if role in _TITLES and texts and not self.title:
            self.title = " ".join(" ".join(texts).split("\n"))
            self.language = _our_data(known.get("name", "")).get("nyttokedja_language", "")
            self.is_title_slide = role == "ctrTitle"
            return
        if not texts and (role is not None or form.endswith("Arrow")):
            self.unread["blockarrows"] += role is None
            return
        place = place_of(one.find(f"{P}spPr/{A}xfrm"), spread)
        looks = self._looks(one, form)
        if role in _LISTS and role is not None:
            looks = {**looks, "shape": "list"}
        ours = _our_data(known.get("name", ""))
        lines = tuple(
            texts if "list" in looks.values() else (line for text in texts for line in text.split("\n"))
        )
        self._shapes.append(Shape(known.get("id", ""), lines, place, looks, groups, (), ours, lasting=False))

    def _looks(self, one: Element, form: str) -> dict[str, str]:
        said = one.find(f"{P}spPr")
        is_text = (about := one.find(f"{P}nvSpPr/{P}cNvSpPr")) is not None and about.get("txBox") == "1"
        looks = {
            "fill": self._paint(
                said, one.find(f"{P}style/{A}fillRef"), ("solidFill", "gradFill", "pattFill")
            ),
            "line": self._paint(
                said.find(f"{A}ln") if said is not None else None,
                one.find(f"{P}style/{A}lnRef"),
                ("solidFill", "gradFill"),
            ),
            "shape": "text" if is_text and form in ("rect", "") else form,
        }
        return {name: value for name, value in looks.items() if value}

    def _paint(self, said: Element | None, style: Element | None, kinds: tuple[str, ...]) -> str:
        """The colour that a shape says itself, else that of the style that it refers to."""
        for one in said if said is not None else ():
            kind = one.tag.removeprefix(A)
            if kind == "noFill":
                return ""
            if kind in kinds:
                return self.palette.colour(one)
        return self.palette.colour(style) if style is not None and style.get("idx") != "0" else ""

    def _frame(self, one: Element, id: str, spread: Spread, groups: tuple[str, ...]) -> None:
        """A table, whose cells are shapes; a diagram, whose texts are; anything else is counted."""
        place = place_of(one.find(f"{P}xfrm"), spread)
        table = one.find(f".//{A}tbl")
        related = one.find(".//{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds")
        if table is None:
            texts = self.diagrams.get(related.get(f"{R}dm", ""), ()) if related is not None else ()
            self.unread["objects"] += not texts
            self._groups.append(Group(id, (), place, {}, groups))
            self._shapes += [
                Shape(f"{id}.{n}", (text,), None, {}, (*groups, id), lasting=False)
                for n, text in enumerate(texts, start=1)
            ]
            return
        self._groups.append(Group(id, (), place, {}, groups))
        for cell, words, where in _cells(table, place or Rect(0, 0, 0, 0)):
            self._shapes.append(Shape(f"{id}.{cell}", words, where, {}, (*groups, id), lasting=False))


def _cells(table: Element, place: Rect) -> Iterator[tuple[str, tuple[str, ...], Rect]]:
    """The cells of a table that say something: which, their words, and where."""
    widths = [number(one.get("w")) / _EMU for one in table.iterfind(f"{A}tblGrid/{A}gridCol")]
    top = place.y
    for row, held in enumerate(table.iterfind(f"{A}tr"), start=1):
        height = number(held.get("h")) / _EMU
        left = place.x
        for column, cell in enumerate(held.iterfind(f"{A}tc"), start=1):
            width = widths[column - 1] if column <= len(widths) else 0.0
            lines = tuple(line for text in paragraphs(cell) for line in text.split("\n"))
            if lines:
                yield f"{row}.{column}", lines, Rect(left, top, width, height)
            left += width
        top += height


def _glued(one: Element, end: str) -> str | None:
    glue = one.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr/{A}{end}")
    return glue.get("id") if glue is not None else None


def _name(one: Element) -> str:
    known = one.find(f"./*/{P}cNvPr")
    return known.get("name", "") if known is not None else ""


def _our_data(name: str) -> Mapping[str, str]:
    """What our own presentations say of a shape in its name."""
    if not name.startswith(_OURS):
        return {}
    return {f"nyttokedja_{key}": value for key, value in parse_qsl(name.removeprefix(_OURS))}
