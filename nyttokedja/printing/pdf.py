"""Picture and words of a chain → tagged PDF (PDF/UA-1): the picture, its parts, words and a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from nyttokedja.drawing.page.aria import chain_title, picture_title, summary
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.places import box_places, text_places
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.picture_settings import PAPERS, PictureSettings
from nyttokedja.printing import typst
from nyttokedja.printing.lettering import printable
from nyttokedja.printing.model import Printed
from nyttokedja.printing.parts import WORDS, parts_of
from nyttokedja.printing.sheets import A_HAIR, LEAST, NATURAL, Sheets, sheets_of
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Sentence, Table

_AUTO = PAPERS[0]

_SIZES: Mapping[str, tuple[float, float]] = {"a4": (841.89, 595.28), "a3": (1190.55, 841.89)}
"""The papers in landscape, in pt, the smallest first."""

_MARGIN = 28.35
"""Around all that is printed, in pt: 10 mm."""

_COLUMNS: Mapping[str, int] = {"a4": 2, "a3": 3}
"""In how many columns the words are set."""


def pdf_of(picture: LaidOutPicture, blocks: Iterable[Block], settings: PictureSettings) -> Printed:
    """The PDF of a picture and of what is told of its chain.

    Raises:
        CannotDraw: typst is not installed.
    """
    paper = _paper(picture, settings.paper)
    said, title = texts(picture.subject.words.language), chain_title(picture.subject)
    scale, sheets = _scale(picture, paper), _sheets(picture, paper)
    data = {
        "title": title,
        "language": said.language,
        "paper": _SIZES[paper],
        "margin": _MARGIN,
        "left": max(0.0, (_room(paper)[0] - picture.width * scale) / 2),
        "words": {name: said.word("printing/pages", name) for name in WORDS},
        "picture": {
            "svg": svg_of(picture),
            "width": picture.width,
            "height": picture.height,
            "scale": scale,
            "alt": f"{picture_title(picture.subject)}. {summary(picture.subject)}",
        },
        "sheet_scale": sheets.scale if sheets else 0.0,
        "sheets": list(_parts(picture, sheets, said)) if sheets else [],
        "runs": list(_runs(blocks, _COLUMNS[paper])),
    }
    set_, remarks = printable(data)
    return Printed(typst.pdf("chain.typ", set_), remarks)


# -- paper and parts ------------------------------------------------------------------------------------


def _room(paper: str) -> tuple[float, float]:
    width, height = _SIZES[paper]
    return width - 2 * _MARGIN, height - 2 * _MARGIN


def _scale(picture: LaidOutPicture, paper: str) -> float:
    """That of the whole picture on one sheet."""
    width, height = _room(paper)
    return min(width / picture.width, height / picture.height, NATURAL)


def _paper(picture: LaidOutPicture, wanted: str) -> str:
    if wanted != _AUTO:
        return wanted
    return next((paper for paper in _SIZES if _scale(picture, paper) >= LEAST * A_HAIR), [*_SIZES][-1])


def _sheets(picture: LaidOutPicture, paper: str) -> Sheets | None:
    """The parts of a picture whose smallest print cannot be read on one sheet."""
    if _scale(picture, paper) >= LEAST * A_HAIR:
        return None
    whole = Rect(0.0, 0.0, picture.width, picture.height)
    items = [*box_places(picture).values(), *text_places(picture)]
    return sheets_of(whole, items, _room(paper), LEAST, NATURAL)


def _parts(picture: LaidOutPicture, sheets: Sheets, said: Texts) -> Iterator[Mapping[str, Any]]:
    titles = {node.id: node.title for node in picture.subject.chain.nodes}
    return parts_of(sheets, [(titles[id], place) for id, place in box_places(picture).items()], said)


# -- words ------------------------------------------------------------------------------------------------


def _runs(blocks: Iterable[Block], columns: int) -> Iterator[Mapping[str, Any]]:
    """The blocks as the template reads them, a table and its heading across the whole page."""
    told = [one for one in blocks if not (isinstance(one, Heading) and one.level == 1)]
    split = next((n for n, one in enumerate(told) if isinstance(one, Table)), len(told))
    if split and split < len(told) and isinstance(told[split - 1], Heading):
        split -= 1
    for part, wide in ((told[:split], columns), (told[split:], 1)):
        if part:
            yield {"columns": wide, "blocks": list(_written(part))}


def _written(blocks: Sequence[Block]) -> Iterator[Mapping[str, Any]]:
    for kind, same in groupby(blocks, type):
        if kind is Item:
            yield {"kind": "items", "items": [_labelled(one) for one in same if isinstance(one, Item)]}
        elif kind is Sentence:
            yield {
                "kind": "sentences",
                "items": [_numbered(one) for one in same if isinstance(one, Sentence)],
            }
        else:
            yield from map(_alone, same)


def _alone(block: Block) -> Mapping[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Table():
            return {"kind": "table", "columns": block.columns, "rows": block.rows}
        case Paragraph():
            return {"kind": "paragraph", **_labelled(block)}
    raise TypeError(type(block).__name__)


def _labelled(block: Paragraph | Item) -> Mapping[str, str]:
    return {"text": block.text, "label": block.label}


def _numbered(sentence: Sentence) -> Mapping[str, Any]:
    return {"number": sentence.number, "text": sentence.text, "items": sentence.items}
