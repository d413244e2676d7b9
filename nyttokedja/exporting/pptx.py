"""A chain → a presentation of PowerPoint, laid out as our picture, with glued arrows.

One slide has all of it; where that is much, each goal has one more, with what leads there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.errors import CannotWrite
from nyttokedja.exporting.boxes import Box, own_data
from nyttokedja.exporting.diagram import Diagram, DrawnColumn, DrawnLink, diagram_of
from nyttokedja.exporting.diagram_parts import parts_of
from nyttokedja.exporting.model import Exportable, Written
from nyttokedja.exporting.own_data import said_in_line

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMU, _PT = 9525, 12700
"""EMU in a px, and in a pt."""
_WIDEST, _LEAST, _LARGEST = 51_206_400, 960.0, 1.5
"""The widest slide in EMU and the narrowest in px, and how much larger than in the picture all is at most."""
_TITLE_HIGH, _MARGIN = 72.0, 28.0
"""The height of a slide's title, and the least margin, in px of the picture."""
_OURS = "nyttokedja:"
_TONGUES: Mapping[str, str] = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}
_ROUND = frozenset({"behaviour", "benefit", "opportunity"})
_DASHES: Mapping[str, str] = {"risk": "dash", "opportunity": "sysDot"}
_ENDS: Mapping[str, str] = {"leads_to": "triangle", "hinders": "diamond", "at": "oval", "needed_for": "arrow"}
_LINES: Mapping[str, str] = {"at": "dash", "needed_for": "sysDash", "indirect": "lgDash", "limited": "sysDot"}
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
"""The sites at which a connector is glued to a rectangle."""
_NEAR = 40.0
"""How far below a box what is docked straight under it may stand."""
_LEVEL, _BESIDE, _CORNERS = 2.0, 20.0, 2
"""How uneven a level arrow may be, how far left of boxes an arrow passes, and the points of a straight line.
"""
_LONG_AGO = datetime(1980, 1, 1)


def write_pptx(exportable: Exportable) -> Written:
    """The chain as a presentation; the same chain gives the same bytes.

    Raises:
        CannotWrite: what writes presentations is not installed.
    """
    try:
        from pptx import Presentation
    except ImportError as error:
        raise CannotWrite(
            'Writing PowerPoint needs a part that is not installed: pip install "nyttokedja[office]"'
        ) from error
    presentation = Presentation()
    diagram = diagram_of(exportable)
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by, about.revision = diagram.title, "", "", 1
    about.comments = about.keywords = about.subject = ""
    about.language = _TONGUES[diagram.language]
    about.created = about.modified = _LONG_AGO
    for part in parts_of(diagram):
        _SlideWriter(presentation, diagram, part).write()
    held = io.BytesIO()
    presentation.save(held)
    return Written(_timeless(held.getvalue()))


def _timeless(package: bytes) -> bytes:
    """A package whose parts are as old as can be, in the order in which they were written."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as read,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as write,
    ):
        for name in read.namelist():
            part = zipfile.ZipInfo(name, _LONG_AGO.timetuple()[:6])
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            part.create_system = 0
            write.writestr(part, read.read(name))
    return held.getvalue()


class _SlideWriter:
    """Writes a slide: its title, the columns, the arrows below the boxes, the boxes in reading order."""

    def __init__(self, presentation: Any, diagram: Diagram, part: Diagram) -> None:
        self._diagram = part
        rects = [*part.places.values(), *(column.place for column in part.columns)]
        high, left = min((one.y for one in rects), default=0.0), min((one.x for one in rects), default=0.0)
        right, foot = (
            max((one.right for one in rects), default=0.0),
            max((one.foot for one in rects), default=0.0),
        )
        wide, tall = right - left + 2 * _MARGIN, foot - high + _TITLE_HIGH + 2 * _MARGIN
        if part is diagram:
            presentation.slide_width = round(min(max(wide, tall * 16 / 9, _LEAST) * _EMU, _WIDEST))
            presentation.slide_height = round(presentation.slide_width * 9 / 16)
        shown = presentation.slide_width / _EMU
        self._scale = min(_LARGEST, shown / wide, shown * 9 / 16 / tall)
        self._wide = shown / self._scale
        self._left = (self._wide - right - left) / 2
        self._top = high - _TITLE_HIGH - _MARGIN
        self._slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        self._tongue = _TONGUES[diagram.language]
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
            for run in root.iter(f"{_A}r"):
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
        self._write(title.text_frame, (self._diagram.title, 24.0, LIGHT.ink, True))

    def _column(self, column: DrawnColumn) -> None:
        shape = self._rect(column.place, LIGHT.column)
        shape.name = _OURS + said_in_line({"heading": column.words})
        self._describe(shape, column.words)
        self._write(shape.text_frame, (column.words, 14.0, LIGHT.kinds[column.kind].line, True))

    def _box(self, box: Box) -> None:
        colours = LIGHT.kinds[box.kind]
        shape = self._rect(
            self._diagram.places[box.key], colours.fill, colours.line, is_round=box.kind in _ROUND
        )
        if box.kind in _DASHES:
            shape.line.dash_style = _dash(_DASHES[box.kind])
        shape.name = _OURS + said_in_line(own_data(box))
        self._describe(shape, box.alt)
        words = (box.words, 11.5, colours.line, True)
        self._write(shape.text_frame, words, (box.title, 13.0, LIGHT.ink, False))
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
        sites = _sites(tail, head)
        level = sites == (_RIGHT, _LEFT) and abs(tail.middle - head.middle) < _LEVEL
        form = MSO_CONNECTOR.STRAIGHT if level or sites == (_TOP, _BOTTOM) else MSO_CONNECTOR.ELBOW
        line = self._slide.shapes.add_connector(form, 0, 0, 0, 0)
        line.begin_connect(self._shapes[drawn.tail], sites[0])
        line.end_connect(self._shapes[drawn.head], sites[1])
        _plain(line)
        line.line.color.rgb = _rgb(LIGHT.arrow)
        line.line.width = round((2.6 if drawn.link.strength == "direct" else 1.5) * _PT)
        if dash := _LINES.get(drawn.link.strength or drawn.link.kind):
            line.line.dash_style = _dash(dash)
        _end(line.element.spPr, _ENDS[drawn.link.kind])
        if sites == (_LEFT, _LEFT):
            _bend(line, tail.x, head.x, min(tail.x, head.x) - _BESIDE)
        elif sites == (_RIGHT, _LEFT) and not level and len(drawn.points) > _CORNERS:
            _bend(line, tail.right, head.x, (drawn.points[1][0] + drawn.points[2][0]) / 2)
        line.name = _OURS + said_in_line({"arrow": drawn.link.kind})
        self._describe(line, drawn.alt)
        return line.element

    def _describe(self, shape: Any, alt: str) -> None:
        shape.element.xpath("./*/p:cNvPr")[0].set("descr", alt)

    def _write(self, frame: Any, *paragraphs: tuple[str, float, str, bool]) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = self._emu(9)
        frame.margin_top = frame.margin_bottom = self._emu(4)
        for number, (text, size, colour, bold) in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = max(1, round(size * 0.75 * self._scale)) * _PT, bold
            run.font.color.rgb = _rgb(colour)


def _sites(tail: Rect, head: Rect) -> tuple[int, int]:
    """The sites that an arrow leaves and enters: right to left, or up from what is docked below a box."""
    if tail.right <= head.x:
        return _RIGHT, _LEFT
    if head.right <= tail.x:
        return (_TOP, _BOTTOM) if tail.y > head.foot else (_LEFT, _RIGHT)
    if tail.y >= head.foot:
        return (_TOP, _BOTTOM) if tail.y - head.foot < _NEAR else (_LEFT, _LEFT)
    return _BOTTOM, _TOP


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
    mark = line.makeelement(f"{_A}tailEnd", {"type": kind})
    line.append(mark)


def _bend(line: Any, start: float, end: float, at: float) -> None:
    """Let an elbow from ``start`` to ``end`` have its upright part at ``at``."""
    share = (at - start) / ((end - start) or 1.0)
    guides = line.element.spPr.prstGeom.get_or_add_avLst()
    guides.append(guides.makeelement(f"{_A}gd", {"name": "adj1", "fmla": f"val {round(100_000 * share)}"}))


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    colours: Any = RGBColor
    return colours.from_string(colour.removeprefix("#"))
