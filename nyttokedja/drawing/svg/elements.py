"""The elements a picture is made of, and their XML: the only place where text becomes markup.

An `Element` is a value; `serialise` escapes every text and attribute and replaces what XML 1.0
forbids, so that no text of a chain can become anything but text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

from nyttokedja.drawing.typesetting.metrics import FAMILY, is_measured, width
from nyttokedja.language.safe_text import BIDI, NOT_XML

Value = str | float | None

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_NOT_AS_IT_IS = re.compile(f"""[&<>"']|{NOT_XML.pattern}""")
"""What no text of a document can have in it as it is; most have none of it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One XML element: name, attributes in order, children, and the text of a leaf."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Element, ...] = ()
    text: str = ""


def with_data(drawn: Element, **values: str) -> Element:
    """The element with an attribute ``data-…`` for each of the values."""
    data = {f"data-{name}": value for name, value in values.items()}
    return replace(drawn, attributes={**drawn.attributes, **data})


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """A number as it is written, with at most one decimal: 12.0 → ``12``."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """The text in one line, without characters that XML forbids or that change the writing direction."""
    return " ".join(NOT_XML.sub("\ufffd", BIDI.sub("", text)).split())


def element(
    name: str,
    *children: Element,
    text: str = "",
    attributes: Mapping[str, Value] = MappingProxyType({}),
    **more: Value,
) -> Element:
    """An element; ``font_size`` is written ``font-size``, numbers with one decimal; None is left out."""
    written = {
        _name(key): value if isinstance(value, str) else number(value)
        for given in (attributes, more)
        for key, value in given.items()
        if value is not None
    }
    return Element(name, written, children, text)


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def group(children: Iterable[Element], **attributes: Value) -> Element:
    """A ``g`` of the children."""
    return element("g", *children, attributes=attributes)


def path(d: str, *, fill: str = "none", stroke: str = "none", width: float = 1.0, **more: Value) -> Element:
    """A ``path``; a stroke gets its width in px."""
    drawn: dict[str, Value] = {"d": d, "fill": fill}
    if stroke != "none":
        drawn |= {"stroke": stroke, "stroke-width": width}
    return element("path", attributes={**drawn, **more})


def circle(x: float, y: float, r: float, *, fill: str, stroke: str, width: float) -> Element:
    """A ``circle``, all lengths in px."""
    return element("circle", cx=x, cy=y, r=r, fill=fill, stroke=stroke, stroke_width=width)


def rect(x: float, y: float, w: float, h: float, fill: str, rx: float | None = None) -> Element:
    """A filled ``rect`` without outline, all lengths in px."""
    return element("rect", x=x, y=y, width=w, height=h, rx=rx, fill=fill)


def text_line(
    x: float,
    y: float,
    text: str,
    size: float,
    fill: str,
    bold: bool = False,
    spacing: float = 0.0,
    **more: Value,
) -> Element:
    """One line of ``text`` from ``x`` on the baseline ``y``.

    Where its width is known, it is as long as that, whatever face a program draws it with.
    """
    set_: dict[str, Value] = {"x": x, "y": y, "font-size": size, "fill": fill}
    if bold:
        set_["font-weight"] = "700"
    if spacing:
        set_["letter-spacing"] = spacing  # LibreOffice tears spaced words apart
    elif text and is_measured(text, bold):
        set_ |= {"textLength": width(text, size, bold), "lengthAdjust": "spacingAndGlyphs"}
    return element("text", text=text, attributes=set_, **more)


def document(
    body: Iterable[Element],
    *,
    title: str,
    alt: str,
    page: str,
    width: float,
    height: float,
    language: str,
    role: str = "img",
    style: str | None = None,
) -> str:
    """The SVG document of a drawing, ``width`` × ``height`` px, on paper of the colour ``page``.

    ``title`` and ``alt`` are what those hear who do not see it; ``style`` is a style sheet.
    """
    root = element(
        "svg",
        element("title", text=title),
        element("desc", text=alt),
        *([element("style", text=style)] if style else ()),
        element("rect", width="100%", height="100%", fill=page),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        lang=language,
        role=role,
        font_family=FAMILY,
    )
    return serialise(root)


def serialise(root: Element) -> str:
    """The element and all in it as XML, one child a line."""
    pieces: list[str] = []
    _write(root, pieces)
    return "".join(pieces) + "\n"


def _write(node: Element, pieces: list[str]) -> None:
    written = node.attributes.items()
    if _NOT_AS_IT_IS.search(" ".join(node.attributes.values())):
        written = {name: _escape(value) for name, value in written}.items()
    attributes = "".join([f' {name}="{value}"' for name, value in written])
    if not node.children and not node.text:
        pieces.append(f"<{node.name}{attributes}/>")
        return
    pieces.append(f"<{node.name}{attributes}>{_escape(node.text)}")
    for child in node.children:
        pieces.append("\n")
        _write(child, pieces)
    pieces.append(f"\n</{node.name}>" if node.children else f"</{node.name}>")


def _escape(text: str) -> str:
    if not _NOT_AS_IT_IS.search(text):
        return text
    return NOT_XML.sub("\ufffd", text).translate(_ESCAPES)
