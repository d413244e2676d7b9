"""A diagram → a slide of a presentation: boxes where our picture has them, and glued arrows between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.exporting.boxes import Box, own_data
from nyttokedja.exporting.diagram import Diagram, DrawnColumn, DrawnLink
from nyttokedja.exporting.own_data import said_in_line
from nyttokedja.exporting.pptx.connectors import A, form_line, route_of
from nyttokedja.exporting.pptx.type_size import type_size

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMU, _PT = 9525, 12700
"""EMU in a px, and in a pt."""
_WIDEST, _LEAST, _LARGEST = 51_206_400, 960.0, 1.5
"""The widest slide in EMU and the narrowest in px, and how much larger than in the picture all is at most."""
_TITLE_HIGH, _MARGIN = 72.0, 28.0
"""The height of a slide's title, and the least margin, in px of the picture."""
_OURS = "nyttokedja:"
TONGUES: Mapping[str, str] = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}
"""What the parts of a presentation call the languages of chains."""
_ROUND = frozenset({"behaviour", "benefit", "opportunity"})
_DASHES: Mapping[str, str] = {"risk": "dash", "opportunity": "sysDot"}
_ENDS: Mapping[str, str] = {"leads_to": "triangle", "hinders": "diamond", "at": "oval", "needed_for": "arrow"}
_LINES: Mapping[str, str] = {"at": "dash", "needed_for": "sysDash", "indirect": "lgDash", "limited": "sysDot"}
_SIDE, _ROOF, _SOLE = 9.0, 4.0, 8.0
"""Inside a box: beside its words, above them, and below them at least."""
_KIND, _HEADING, _TITLE = 11.5, 14.0, 24.0
"""Sizes of type in px: the kind of a box, the heading of a column, the title of the slide."""


class _Extent(NamedTuple):
    """What a diagram takes on a slide, in px of the picture, margins and title included."""

    left: float
    top: float
    right: float
    wide: float
    tall: float


def _extent(diagram: Diagram) -> _Extent:
    rects = [*diagram.places.values(), *(column.place for column in diagram.columns)]
    left, top = min((one.x for one in rects), default=0.0), min((one.y for one in rects), default=0.0)
    right = max((one.right for one in rects), default=0.0)
    foot = max((one.foot for one in rects), default=0.0)
    wide, tall = right - left + 2 * _MARGIN, foot - top + _TITLE_HIGH + 2 * _MARGIN
    return _Extent(left, top, right, wide, tall)


def set_size(presentation: Any, diagram: Diagram) -> None:
    """Make the slides so large that a diagram is shown as large as our picture, as far as slides go."""
    _, _, _, wide, tall = _extent(diagram)
    presentation.slide_width = round(min(max(wide, tall * 16 / 9, _LEAST) * _EMU, _WIDEST))
    presentation.slide_height = round(presentation.slide_width * 9 / 16)


class SlideWriter:
    """Writes a slide: its title, the columns, the arrows below the boxes, the boxes in reading order."""

    def __init__(self, presentation: Any, diagram: Diagram) -> None:
        self._diagram = diagram
        extent = _extent(diagram)
        shown = presentation.slide_width / _EMU
        self._scale = min(_LARGEST, shown / extent.wide, shown * 9 / 16 / extent.tall)
        self._wide = shown / self._scale
        self._left = (self._wide - extent.right - extent.left) / 2
        self._top = extent.top - _TITLE_HIGH - _MARGIN
        self._slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        self._slide.shapes.turbo_add_enabled = True  # else each shape looks for its number among all
        self._tongue = TONGUES[diagram.language]
        self._shapes: dict[str, Any] = {}

    def write(self) -> None:
        """Write all of it."""
        self._title()
        for column in self._diagram.columns:
            self._column(column)
        ground = len(self._slide.shapes.element)
        for box in self._diagram.boxes:
            self._box(box)
        for link in self._diagram.links:
            line = self._link(link)
            self._slide.shapes.element.insert(ground, line)
            ground += 1
        heard = [*(box.alt for box in self._diagram.boxes), *(link.alt for link in self._diagram.links)]
        self._slide.notes_slide.notes_text_frame.text = "\n".join(heard)
        for root in (self._slide.element, self._slide.notes_slide.element):
            for run in root.iter(f"{A}r"):
                run.get_or_add_rPr().set("lang", self._tongue)

    def _emu(self, length: float) -> int:
        return int(round(length * self._scale) * _EMU)

    def _placed(self, place: Rect) -> tuple[int, int, int, int]:
        left, top = place.x + self._left, place.y - self._top
        return self._emu(left), self._emu(top), self._emu(place.width), self._emu(place.height)

    def _title(self) -> None:
        title = self._slide.shapes.title
        title.left, title.top = self._emu(_MARGIN), self._emu(_MARGIN / 2)
        title.width, title.height = self._emu(self._wide - 2 * _MARGIN), self._emu(_TITLE_HIGH)
        title.name = _OURS + said_in_line({"language": self._diagram.language})
        self._write(title.text_frame, (self._diagram.title, _TITLE, LIGHT.ink, True))

    def _column(self, column: DrawnColumn) -> None:
        shape = self._rect(column.place, LIGHT.column)
        shape.name = _OURS + said_in_line({"heading": column.words})
        self._describe(shape, column.words)
        self._write(shape.text_frame, (column.words, _HEADING, LIGHT.kinds[column.kind].line, True))

    def _box(self, box: Box) -> None:
        colours, place = LIGHT.kinds[box.kind], self._diagram.places[box.key]
        shape = self._rect(place, colours.fill, colours.line, is_round=box.kind in _ROUND)
        if box.kind in _DASHES:
            shape.line.dash_style = _dash(_DASHES[box.kind])
        shape.name = _OURS + said_in_line(own_data(box))
        self._describe(shape, box.alt)
        free = place.height - _ROOF - _SOLE - _KIND * 1.2
        size = type_size(box.title, place.width - 2 * _SIDE, free)
        words = (box.words, min(_KIND, size), colours.line, True)
        self._write(shape.text_frame, words, (box.title, size, LIGHT.ink, False))
        self._shapes[box.key] = shape

    def _rect(self, place: Rect, fill: str, line: str = "", *, is_round: bool = False) -> Any:
        from pptx.enum.shapes import MSO_SHAPE

        form = MSO_SHAPE.ROUNDED_RECTANGLE if is_round else MSO_SHAPE.RECTANGLE
        shape = self._slide.shapes.add_shape(form, *self._placed(place))
        if is_round:
            shape.adjustments[0] = 0.1
        _plain(shape)
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(fill)
        if line:
            shape.line.color.rgb = _rgb(line)
            shape.line.width = round(1.5 * _PT)
        else:
            shape.line.fill.background()
        return shape

    def _link(self, drawn: DrawnLink) -> Any:
        """An arrow, glued to its boxes, as XML."""
        from pptx.enum.shapes import MSO_CONNECTOR

        tail, head = (self._diagram.places[key] for key in (drawn.tail, drawn.head))
        route = route_of(drawn, tail, head)
        line = self._slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        line.begin_connect(self._shapes[drawn.tail], route.sites[0])
        line.end_connect(self._shapes[drawn.head], route.sites[1])
        form_line(line, route)
        _plain(line)
        line.line.color.rgb = _rgb(LIGHT.arrow)
        line.line.width = round((2.6 if drawn.link.strength == "direct" else 1.5) * _PT)
        if dash := _LINES.get(drawn.link.strength or drawn.link.kind):
            line.line.dash_style = _dash(dash)
        _end(line.element.spPr, _ENDS[drawn.link.kind])
        line.name = _OURS + said_in_line({"arrow": drawn.link.kind})
        self._describe(line, drawn.alt)
        return line.element

    def _describe(self, shape: Any, alt: str) -> None:
        shape.element.xpath("./*/p:cNvPr")[0].set("descr", alt)

    def _write(self, frame: Any, *paragraphs: tuple[str, float, str, bool]) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = self._emu(_SIDE)
        frame.margin_top = frame.margin_bottom = self._emu(_ROOF)
        for number, (text, size, colour, bold) in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = max(2, int(size * 1.5 * self._scale)) * _PT // 2, bold
            run.font.color.rgb = _rgb(colour)


def _plain(shape: Any) -> None:
    """Take away the shadow and the other looks that a theme gives."""
    style = shape.element.find(f"{_P}style")
    if style is not None:
        shape.element.remove(style)


def _dash(name: str) -> Any:
    from pptx.enum.dml import MSO_LINE

    return MSO_LINE.from_xml(name)


def _end(properties: Any, kind: str) -> None:
    """What ends an arrow; in this format the mark of its head is that of the tail end."""
    line = properties.get_or_add_ln()
    mark = line.makeelement(f"{A}tailEnd", {"type": kind})
    line.append(mark)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    colours: Any = RGBColor
    return colours.from_string(colour.removeprefix("#"))
