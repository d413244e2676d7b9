"""A template and data → the bytes of a file, by typst: the only module that knows of it.

The fonts are those of this room and of typst itself, never the machine's; no date and no path gets into
a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from nyttokedja.errors import CannotDraw
from nyttokedja.extras import how_to_install

if TYPE_CHECKING:
    from typst import Fonts

_EMPTY = b"""#set document(title: "-", date: none)
#set text(font: "Liberation Sans")
#sys.inputs.text
#figure(image(bytes(sys.inputs.svg), format: "svg", alt: "-"))"""
"""A document of a text alone, as words and in a picture, which typst sets in another way."""

_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9" font-family="Liberation Sans">'
    '<text y="9">{0}</text><text y="9" font-weight="bold">{0}</text></svg>'
)


def check_installed() -> None:
    """Nothing, where typst is installed.

    Raises:
        CannotDraw: it is not.
    """
    _fonts()


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF/UA-1 file of a template of this room, which reads ``data`` from ``sys.inputs.data``.

    Raises:
        CannotDraw: typst is not installed, or refuses the document.
    """
    import typst

    fonts, inputs = _fonts(), {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return typst.compile(
            _template(template),
            format="pdf",
            font_paths=fonts,
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise _refused(error) from error


def png(template: str, data: Mapping[str, Any], ppi: float) -> bytes:
    """The PNG of a template with one page, at so many pixels an inch. Raises as `pdf`."""
    import typst

    fonts, inputs = _fonts(), {"data": json.dumps(data, ensure_ascii=False)}
    try:
        made = typst.compile(_template(template), format="png", font_paths=fonts, sys_inputs=inputs, ppi=ppi)
    except typst.TypstError as error:
        raise _refused(error) from error
    return made


def has_glyphs(text: str) -> bool:
    """Whether the fonts have every character of a text, in the order in which they stand."""
    import typst

    inputs = {"text": text, "svg": _PICTURE.format(escape(text))}
    try:
        typst.compile(_EMPTY, format="pdf", font_paths=_fonts(), sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


@cache
def _fonts() -> Fonts:
    try:
        from typst import Fonts
    except ImportError as error:
        raise CannotDraw(
            "PDF and PNG need a part that is not installed. Install it with: {command}",
            command=how_to_install("pdf"),
        ) from error
    with as_file(files(__package__) / "fonts") as folder:
        return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])


@cache
def _template(name: str) -> bytes:
    """A template, with what all of them have in common before it."""
    folder = files(__package__) / "templates"
    return b"".join((folder / part).read_bytes() for part in ("pictures.typ", name))


def _refused(error: Exception) -> CannotDraw:
    return CannotDraw(f"The picture could not be printed: {error}")
