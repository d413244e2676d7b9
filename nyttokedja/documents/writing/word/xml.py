"""Texts of XML → elements of a Word file, and back."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def elements(text: str) -> list[Any]:
    """The elements that a text of XML has, one after the other."""
    from docx.oxml.parser import oxml_parser
    from lxml import etree

    return list(etree.fromstring(f"<w:body {_SPACES}>{text}</w:body>", oxml_parser))


def told(element: Any) -> str:
    """The text of an element, whose prefixes are those of `elements`."""
    from lxml import etree

    said = "".join(
        f' {_prefixed(name)}="{value}"' for name, value in element.attrib.items() if _prefixed(name)
    )
    inside = "".join(told(one) for one in element if isinstance(one.tag, str))
    name = _prefixed(etree.QName(element).text)
    return f"<{name}{said}>{inside}</{name}>" if name else ""


def _prefixed(name: str) -> str:
    space, _, local = name.rpartition("}")
    prefixes = {
        W[1:-1]: "w:",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    }
    return f"{prefixes[space[1:]]}{local}" if space[1:] in prefixes else ""


def replace_body(file: Any, text: str) -> None:
    """Take out all that stands in a file, and put in what a text says."""
    body = file.element.body
    for child in list(body):
        body.remove(child)
    body.extend(elements(text))
