"""A chain → a drawing of draw.io: objects with our data, in the places of our picture, and plain XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from nyttokedja.drawing.routing.pen import Point
from nyttokedja.drawing.svg.elements import number
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.exporting.boxes import Box, own_data
from nyttokedja.exporting.diagram import DrawnColumn, DrawnLink, diagram_of
from nyttokedja.exporting.model import Exportable, Written

_ALL, _COLUMNS, _CHAIN = "nyttokedja", "columns", "chain"
"""Ids of what everything is in, of the layer of the columns, which is locked, and of that of the boxes."""

_FORMS: Mapping[str, str] = {
    "change": "rounded=0;strokeWidth=2;",
    "behaviour": "rounded=1;arcSize=10;",
    "effect": "rounded=0;",
    "benefit": "rounded=1;arcSize=20;strokeWidth=2;",
    "drawback": "rounded=0;shadow=1;",
    "goal": "shape=ext;double=1;rounded=0;",
    "obstacle": "rounded=0;strokeWidth=2;",
    "risk": "rounded=0;dashed=1;",
    "opportunity": "rounded=1;arcSize=10;dashed=1;dashPattern=2 3;",
    "note": "shape=note;size=12;",
}
_ENDS: Mapping[str, str] = {
    "leads_to": "endArrow=block;endFill=1;",
    "hinders": "endArrow=baseDash;endSize=14;strokeWidth=1.6;",
    "at": "endArrow=oval;endFill=0;dashed=1;dashPattern=4 3;",
    "needed_for": "endArrow=open;dashed=1;dashPattern=2 4;",
}
_STRENGTHS: Mapping[str, str] = {
    "direct": "strokeWidth=2.6;",
    "indirect": "dashed=1;dashPattern=9 4;",
    "limited": "dashed=1;dashPattern=3 3;",
}
_TEXT = "whiteSpace=wrap;html=1;align=left;verticalAlign=top;"


def write_drawio(exportable: Exportable) -> Written:
    """The chain as a file of draw.io with one page."""
    diagram = diagram_of(exportable)
    file = Element("mxfile", host="nyttokedja", compressed="false")
    page = SubElement(file, "diagram", id="page", name=diagram.title)
    size = {
        "pageWidth": _whole(diagram.width),
        "pageHeight": _whole(diagram.height),
        "page": "1",
        "grid": "0",
    }
    root = SubElement(SubElement(page, "mxGraphModel", {**size, "background": LIGHT.page}), "root")
    about = {"label": "", "nyttokedja_title": diagram.title, "nyttokedja_language": diagram.language}
    SubElement(SubElement(root, "object", {**about, "id": _ALL}), "mxCell")
    SubElement(root, "mxCell", {"id": _COLUMNS, "parent": _ALL, "style": "locked=1;"})
    SubElement(root, "mxCell", {"id": _CHAIN, "parent": _ALL})
    for n, column in enumerate(diagram.columns, start=1):
        _add_column(root, column, n)
    for link in diagram.links:
        _add_link(root, link, diagram.places)
    for box in diagram.boxes:
        _add_box(root, box, diagram.places[box.key])
    indent(file)
    return Written(tostring(file, encoding="unicode") + "\n")


def _add_column(root: Element, column: DrawnColumn, number: int) -> None:
    style = (
        f"{_TEXT}fillColor={LIGHT.column};strokeColor=none;fontColor={LIGHT.kinds[column.kind].line};"
        "fontStyle=1;fontSize=14;spacingLeft=10;spacingTop=4;"
    )
    data = {"label": escape(column.words), "nyttokedja_heading": column.words, "id": f"column-{number}"}
    _add_shape(SubElement(root, "object", data), style, _COLUMNS, column.place)


def _add_box(root: Element, box: Box, place: Rect) -> None:
    colours = LIGHT.kinds[box.kind]
    style = (
        f"{_FORMS.get(box.kind, 'rounded=0;')}{_TEXT}fillColor={colours.fill};strokeColor={colours.line};"
        f"fontColor={LIGHT.ink};fontSize=13;spacingLeft=8;spacingRight=4;spacingTop=2;"
    )
    data = {
        "label": f'<b><font color="{colours.line}">{escape(box.words)}</font></b><br>{escape(box.title)}',
        **{f"nyttokedja_{key}": said for key, said in own_data(box).items()},
        "nyttokedja_text": box.said.get("text", ""),
        "nyttokedja_heard": box.alt,
        "tooltip": box.alt,  # without one, draw.io shows all the others
        "id": box.key,
    }
    held = SubElement(root, "object", {key: said for key, said in data.items() if said})
    _add_shape(held, style, _CHAIN, place)


def _add_link(root: Element, drawn: DrawnLink, places: Mapping[str, Rect]) -> None:
    link = drawn.link
    style = (
        f"{_ENDS[link.kind]}{_STRENGTHS.get(link.strength, '')}html=1;rounded=1;strokeColor={LIGHT.arrow};"
        f"fontColor={LIGHT.soft};fontSize=11;labelBackgroundColor={LIGHT.page};"
        f"{''.join(_ends(drawn.points, places[drawn.tail], places[drawn.head]))}"
    )
    data = {"label": escape(link.because), "tooltip": drawn.alt, "id": link.key}
    ends = {"source": drawn.tail, "target": drawn.head}
    cell = SubElement(
        SubElement(root, "object", data), "mxCell", {"style": style, "edge": "1", "parent": _CHAIN, **ends}
    )
    geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
    if corners := drawn.points[1:-1]:
        through = SubElement(geometry, "Array", {"as": "points"})
        for x, y in corners:
            SubElement(through, "mxPoint", x=number(x), y=number(y))


def _ends(points: tuple[Point, ...], tail: Rect, head: Rect) -> Iterator[str]:
    """Where an arrow leaves and enters its boxes, as parts of their widths and heights."""
    if not points:
        yield "edgeStyle=orthogonalEdgeStyle;"
        return
    for end, (x, y), box in (("exit", points[0], tail), ("entry", points[-1], head)):
        for axis, part in (("X", (x - box.x) / box.width), ("Y", (y - box.y) / box.height)):
            yield f"{end}{axis}={min(1.0, max(0.0, part)):.4g};"
        yield f"{end}Dx=0;{end}Dy=0;"


def _add_shape(held: Element, style: str, layer: str, place: Rect) -> None:
    cell = SubElement(held, "mxCell", {"style": style, "vertex": "1", "parent": layer})
    sizes = {"x": place.x, "y": place.y, "width": place.width, "height": place.height}
    SubElement(cell, "mxGeometry", {**{key: number(n) for key, n in sizes.items()}, "as": "geometry"})


def _whole(length: float) -> str:
    return str(int(-(-length // 1)))
