"""Document → Word file (.docx): real styles, headings, tables and pictures, for people to go on editing."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from nyttokedja.documents.model import Document
from nyttokedja.documents.writing.word.markup import TONGUES, plain
from nyttokedja.errors import CannotDraw
from nyttokedja.extras import how_to_install
from nyttokedja.language.texts import texts
from nyttokedja.printing.typst import check_installed
from nyttokedja.writing.packages import package, timeless

_LONG_AGO = datetime(2000, 1, 1)


def written(document: Document, template: bytes | None = None) -> bytes:
    """The Word file of a document, in the styles of a template where there is one.

    Raises:
        CannotDraw: what writes Word is not installed.
        CannotRead: the template cannot be used.
    """
    try:
        import docx

        check_installed()
    except (ImportError, CannotDraw) as error:
        raise CannotDraw(
            "Writing Word needs a part that is not installed. Install it with: {command}",
            command=how_to_install("office"),
        ) from error
    from nyttokedja.documents.writing.word.template import template_of

    base: Any = docx.Document(io.BytesIO(_base()))
    file: Any = docx.Document(io.BytesIO(template_of(template))) if template is not None else base
    _fill(file, base, document)
    _describe(file.core_properties, document)
    held = io.BytesIO()
    file.save(held)
    return timeless(held.getvalue())


def _fill(file: Any, base: Any, document: Document) -> None:
    from nyttokedja.documents.writing.word.body import Body, foot
    from nyttokedja.documents.writing.word.pictures import Pictures
    from nyttokedja.documents.writing.word.sheets import sheet_of
    from nyttokedja.documents.writing.word.styles import styles_of
    from nyttokedja.documents.writing.word.xml import elements, replace_body

    said = texts(document.language)
    styles = styles_of(file, base, document.language)
    sheet = sheet_of(file)
    if not sheet.shared:
        foot_of = file.sections[0].footer
        foot_of.is_linked_to_previous = False
        old = foot_of._element  # noqa: SLF001
        for child in list(old):
            old.remove(child)
        old.extend(elements(foot(document, styles, said.word("printing/pages", "page"))))
        sheet = sheet_of(file)
    body = Body(
        document, styles, Pictures(file, styles, said), sheet, said.word("documents/files", "contents")
    )
    replace_body(file, body.written())


def _describe(about: Any, document: Document) -> None:
    day = datetime(*document.day.timetuple()[:3]) if document.day else _LONG_AGO
    about.title, about.subject = plain(f"{document.kind}: {document.title}")[:255], plain(document.kind)[:255]
    about.author = about.last_modified_by = plain(document.author)[:255]
    about.comments = about.keywords = about.category = ""
    about.revision, about.language = 1, TONGUES[document.language]
    about.created = about.modified = day


@cache
def _base() -> bytes:
    """Our own Word file, with styles and nothing in it."""
    return package(dict(_parts(files(__package__) / "word" / "base", "")))


def _parts(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for part in folder.iterdir():
        if part.is_dir():
            found += _parts(part, f"{name}{part.name}/")
        else:
            found.append((f"{name}{part.name}", part.read_bytes()))
    return found
