"""Figures → parts of a Word file, and the XML that shows them: SVG, and PNG for programs without that."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, Any

from nyttokedja.documents.model import Figure
from nyttokedja.documents.writing.paper import boxes_of, placed
from nyttokedja.documents.writing.word.markup import fit, paragraph, run
from nyttokedja.documents.writing.word.styles import Styles
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.language.texts import Texts
from nyttokedja.printing import typst
from nyttokedja.printing.lettering import lettering_of
from nyttokedja.printing.parts import parts_of
from nyttokedja.printing.sheets import NATURAL

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_EMU = 12_700
"""In a pt."""

_WIDE, _NARROW = 3000, 1800
"""How many pixels pictures across and in the text are wide."""

_TALLEST = 4 * _WIDE
_HIGHEST = 330.0
"""How high a figure in the text is at most, in pt."""

_WHOLE = 100_000
"""All of a length, where a picture is cut."""

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_MARK = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


class Pictures:
    """Puts figures into a Word file, each of them once."""

    def __init__(self, file: WordFile, styles: Styles, said: Texts) -> None:
        self._file, self._styles, self._said = file, styles, said
        self._count = 0
        self._held: dict[int, tuple[str, str]] = {}

    def in_text(self, figure: Figure, room: float, scale: float | None = None) -> str:
        """A figure among paragraphs, with its caption below; in a scale of pt a px, where one is given."""
        if scale is None:
            scale = min(room / max(figure.width, 1.0), _HIGHEST / max(figure.height, 1.0), NATURAL)
        return self._shown(figure, figure.width * scale, figure.height * scale, figure.alt, figure.caption)

    def across(self, figure: Figure, margin: float, above: float, below: float) -> Iterator[str]:
        """A wide figure, and the parts of it where it is too small to read: a piece of XML for each sheet."""
        put = placed(figure, margin, above, below)
        wide, high = figure.width * put.scale, figure.height * put.scale
        yield self._shown(figure, wide, high, figure.alt, figure.caption)
        if put.parts:
            scale = put.parts.scale
            for part in parts_of(put.parts, boxes_of(figure), self._said):
                view = Rect(part["x"], part["y"], part["width"], part["height"])
                caption = f"{figure.caption}. {part['heading']}" if figure.caption else part["heading"]
                yield self._shown(figure, view.width * scale, view.height * scale, part["alt"], caption, view)

    def _shown(
        self, figure: Figure, wide: float, high: float, alt: str, caption: str, view: Rect | None = None
    ) -> str:
        self._count += 1
        drawing = _drawing(self._count, self._parts(figure), wide, high, alt, _cut(figure, view))
        below = paragraph(self._styles["caption"], run(caption)) if caption else ""
        return paragraph(self._styles["Effect chain figure"], drawing) + below

    def _parts(self, figure: Figure) -> tuple[str, str]:
        """The ids of the relations to the PNG and the SVG of a figure."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        if id(figure) not in self._held:
            number = len(self._held) + 1
            package: Any = self._file.part.package
            made = (("png", "image/png", _png(figure)), ("svg", "image/svg+xml", figure.svg.encode()))
            ids = [
                self._file.part.relate_to(
                    Part(PackURI(f"/word/media/chain{number}.{ending}"), kind, data, package),
                    RELATIONSHIP_TYPE.IMAGE,
                )
                for ending, kind, data in made
            ]
            self._held[id(figure)] = ids[0], ids[1]
        return self._held[id(figure)]


def _png(figure: Figure) -> bytes:
    lettering = lettering_of([figure.svg], tagged=False)
    data = {
        "svg": lettering(figure.svg),
        "title": "-",
        "width": figure.width,
        "height": figure.height,
    }
    pixels = _WIDE if figure.wide else _NARROW
    pixels = min(pixels, ceil(_TALLEST * figure.width / max(figure.height, 1.0)))
    return typst.png("picture.typ", data, 72.0 * pixels / max(figure.width, 1.0))


def _cut(figure: Figure, view: Rect | None) -> str:
    """What is not shown on each side of a part."""
    if view is None:
        return ""
    left, top = view.x / figure.width, view.y / figure.height
    right, foot = 1 - view.right / figure.width, 1 - view.foot / figure.height
    sides = (("l", left), ("t", top), ("r", right), ("b", foot))
    said = "".join(f' {side}="{max(0, round(_WHOLE * cut))}"' for side, cut in sides)
    return f"<a:srcRect{said}/>"


def _drawing(number: int, ids: tuple[str, str], wide: float, high: float, alt: str, cut: str) -> str:
    size = f'cx="{max(1, round(wide * _EMU))}" cy="{max(1, round(high * _EMU))}"'
    png, svg = ids
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Figure {number}" descr="{fit(alt)}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Figure {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{png}"><a:extLst>'
        f'<a:ext uri="{_SVG_MARK}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{svg}"/></a:ext>'
        f"</a:extLst></a:blip>{cut}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
