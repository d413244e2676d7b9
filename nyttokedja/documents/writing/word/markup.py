"""Texts, paragraphs and breaks → the XML of Word. All texts are escaped here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from nyttokedja.language.codes import LANGUAGES

TWIPS = 20
"""In a pt."""

TONGUES: Mapping[str, str] = dict(zip(LANGUAGES, ("sv-SE", "nb-NO", "en-GB"), strict=True))
"""What Word calls the languages of chains."""

_STYLE, _KEPT = re.compile("(<w:pStyle [^>]*/>)(?:<w:keepNext/>)?"), r"\1<w:keepNext/>"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """A text without what XML cannot hold."""
    return _UNFIT.sub("", text)


def fit(text: str) -> str:
    """A text as the value of an attribute or an element."""
    return escape(plain(text))


def run(text: str, character_style: str = "") -> str:
    """A run of text, whose lines stay lines."""
    look = f'<w:rPr><w:rStyle w:val="{fit(character_style)}"/></w:rPr>' if character_style else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{fit(line)}</w:t>' for line in text.replace("\t", " ").split("\n")
    )
    return f"<w:r>{look}{lines}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style; ``properties`` are what it has besides, in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{fit(style)}"/>{properties}</w:pPr>{content}</w:p>'


def together(xml: str, *, goes_on: bool) -> str:
    """Paragraphs and tables that stay on one sheet, and with what comes after them where it ``goes_on``."""
    last = (
        len(xml) if goes_on else max(xml.rfind("<w:p>"), 0) if xml.endswith("</w:p>") else xml.rfind("<w:tr>")
    )
    return f"{_STYLE.sub(_KEPT, xml[:last])}{xml[last:]}"


def field(instruction: str, shown: str) -> str:
    """A field that Word works out, with what is shown until then."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def twips(points: float) -> int:
    """A length as Word counts it."""
    return round(points * TWIPS)
