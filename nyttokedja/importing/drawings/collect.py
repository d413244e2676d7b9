"""A board → what it says: each page through the stages, then its boxes, notes and arrows.

    gather → snap → direct → caption → kinds → readings, links

Shapes with the same words on one page are boxes of their own, as they were drawn; on several pages they are
one box, since a page shows again what another has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Board, Page
from nyttokedja.importing.drawings.stages.captions import caption
from nyttokedja.importing.drawings.stages.direct import direct
from nyttokedja.importing.drawings.stages.gather import gather
from nyttokedja.importing.drawings.stages.kinds import KindFinder
from nyttokedja.importing.drawings.stages.links import links_of
from nyttokedja.importing.drawings.stages.looks import look_counts
from nyttokedja.importing.drawings.stages.node_types import DASHED, parsed_pairs
from nyttokedja.importing.drawings.stages.pages import chosen_pages, with_own_ids
from nyttokedja.importing.drawings.stages.readings import (
    OUR_ID,
    Reading,
    agreed,
    box_of,
    frame_name,
    keys_of,
    reading_remarks,
)
from nyttokedja.importing.drawings.stages.signs import Signs, read_signs
from nyttokedja.importing.drawings.stages.snap import snap
from nyttokedja.importing.model import (
    Collected,
    CollectedArrow,
    CollectedBox,
    CollectedNote,
    ImportOptions,
    Remark,
)
from nyttokedja.language.texts import texts

_MOST_THINGS = 20_000


def collect(board: Board, options: ImportOptions) -> Collected:
    """What a board says.

    Raises:
        CannotRead: it has no page of the name that is asked for, or is too large; or the mapping names what
            is no type.
    """
    pages = chosen_pages(board.pages, options.page)
    if sum(len(page.shapes) + len(page.groups) + len(page.connectors) for page in pages) > _MOST_THINGS:
        raise CannotRead("The drawing has more than {n} shapes and arrows.", n=_MOST_THINGS)
    pairs = parsed_pairs(options.mapping)
    dashed = pairs.pop(DASHED, "")
    unread = dict(board.unread)
    remarks: list[Remark] = []
    staged = []
    for page in with_own_ids(pages):
        ready, said = _staged(page, options.headless)
        staged.append(ready)
        remarks += said
        for shape in ready.shapes:
            if not shape.lines:
                what = "pictures" if shape.looks.get("shape") == "image" else "empty"
                unread[what] = unread.get(what, 0) + 1
    language = options.language or board.language or "sv"
    readings, signs = _read(staged, pairs, language)
    keys = keys_of(readings)
    several = sum(bool(page.shapes) for page in staged) > 1
    found = [
        box_of(one, _origin(one.page, options) if several and OUR_ID not in one.shape.data else "")
        for one in readings
        if keys[one.shape.id] == one.shape.id
    ]
    arrows: list[CollectedArrow] = []
    for page in staged:
        links, met = links_of(page, keys, several, dashed)
        arrows += links
        remarks += met
    held = {group.id for one in readings for group in one.groups}
    found += [
        CollectedNote(group.id, name)
        for page in staged
        for group in page.groups
        if group.id not in held and (name := frame_name(group))
    ]
    drawn = [page for page in staged if page.connectors]
    return Collected(
        board.title,
        tuple(one for one in found if isinstance(one, CollectedBox)),
        tuple(one for one in found if isinstance(one, CollectedNote)),
        tuple(arrows),
        (
            *(Remark(f"unread-{what}", particulars={"n": n}) for what, n in unread.items() if n),
            *(remarks if several else (replace(one, place=None) for one in remarks)),
            *(Remark("pages-read", page.name) for page in drawn if len(drawn) > 1),
            *signs,
            *reading_remarks(readings, keys, several),
            *_unused(pairs, readings),
            *_unused_dashes(dashed, staged),
        ),
        language=board.language,
        looks=look_counts(readings),
    )


def _staged(page: Page, headless: str) -> tuple[Page, list[Remark]]:
    page, gathered = gather(page)
    page, snapped = snap(page)
    page, directed = direct(page, headless)
    page, captioned = caption(page)
    return page, [*gathered, *snapped, *directed, *captioned]


def _read(
    pages: Sequence[Page], pairs: Mapping[tuple[str, str], str], language: str
) -> tuple[tuple[Reading, ...], list[Remark]]:
    """What the shapes of all pages are, and remarks on the texts that say it of others."""
    signs = [read_signs(page) for page in pages]
    colours = {fill: kind for one in signs for fill, kind in one.colours.items()}
    readings = []
    for page, read in zip(pages, signs, strict=True):
        finder = KindFinder(page, pairs, read.columns, colours, language)
        no_boxes = {one.id for one in (*read.headings, *read.legends)}
        shapes = (shape for shape in page.shapes if shape.lines and shape.id not in no_boxes)
        readings += [
            Reading(page, shape, finder.kind(shape), tuple(finder.groups(shape))) for shape in shapes
        ]
    return agreed(readings), [remark for one in signs for remark in _sign_remarks(one)]


def _sign_remarks(signs: Signs) -> list[Remark]:
    headings = [Remark("kind-by-heading", " ".join(one.lines)) for one in signs.headings]
    return [*headings, *(Remark("kind-by-legend", " ".join(one.lines)) for one in signs.legends)]


def _unused(pairs: Mapping[tuple[str, str], str], readings: Sequence[Reading]) -> list[Remark]:
    used = {one.kind.entry for one in readings}
    unused = [f"{name}={value}" for name, value in pairs if (name, value) not in used]
    return [Remark("mapping-unused", particulars={"entry": entry}) for entry in unused]


def _unused_dashes(dashed: str, pages: Sequence[Page]) -> list[Remark]:
    met = any(connector.looks.get("dashed") for page in pages for connector in page.connectors)
    return [Remark("mapping-unused", particulars={"entry": DASHED[0]})] if dashed and not met else []


def _origin(page: Page, options: ImportOptions) -> str:
    said = texts(options.language or "sv").say("exchange/places", "page", number=0, name=page.name)
    return ", ".join(part for part in (options.name, said) if part)
