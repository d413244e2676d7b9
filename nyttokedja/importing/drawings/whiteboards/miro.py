"""The items of a Miro board, as its API gives them (JSON) → a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Point, Rect, Shape
from nyttokedja.importing.drawings.markup import html_lines
from nyttokedja.importing.drawings.whiteboards.values import loaded, mapping, mappings, number, text
from nyttokedja.importing.model import ImportOptions

_DEEPEST = 50
_LISTS = ("data", "items", "value", "connectors", "tags")
_PICTURES = ("image", "document", "embed", "preview")


def read_miro(data: bytes, options: ImportOptions) -> Board:
    """What the items of a board are: one page of the API or several, with connectors, or a list of items.

    Who has written what is never read.

    Raises:
        CannotRead: it is damaged.
    """
    held = loaded(data)
    return _Reader(list(_items(held, 0)), _is_one_page(held)).board()


def _items(held: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The items of pages in pages."""
    if isinstance(held, list):
        for one in held:
            yield from _items(one, depth)
    elif isinstance(held, dict) and depth < _DEEPEST:
        pages = [held[key] for key in _LISTS if isinstance(held.get(key), list)]
        if pages and "type" not in held:
            for page in pages:
                yield from _items(page, depth + 1)
        else:
            yield held


def _is_one_page(held: Any) -> bool:
    """Whether the file says itself that there is more on the board than it holds."""
    one = mapping(held)
    return bool(text(one.get("cursor"))) or number(one.get("size")) < number(one.get("total"))


class _Reader:
    def __init__(self, items: list[Mapping[str, Any]], partial: bool) -> None:
        self._of = {text(one.get("id")): one for one in items}
        self._partial = partial
        self._tags = {id: text(one.get("title")) for id, one in self._of.items() if _kind(one) == "tag"}

    def board(self) -> Board:
        shapes, connectors, groups, pictures = [], [], [], 0
        for id, one in self._of.items():
            kind = _kind(one)
            if kind == "connector" or "startItem" in one:
                connectors.append(_connector(id, one))
            elif kind == "frame":
                title = html_lines(_said(one, "title"))
                groups.append(Group(id, title, self._place(one), _looks(one), sort="frame"))
            elif kind in _PICTURES and not _said(one, "title"):
                pictures += 1
            elif kind != "tag":
                shapes.append(self._shape(id, one))
        page = Page("", tuple(shapes), tuple(connectors), tuple(groups))
        return Board("", (page,), {"pictures": pictures, "other-pages": int(self._partial)})

    def _place(self, one: Mapping[str, Any]) -> Rect | None:
        """Its corner and size: Miro counts to the middle, from the corner of the frame that it is in."""
        position, size = mapping(one.get("position")) or one, mapping(one.get("geometry")) or one
        if not isinstance(position.get("x"), int | float):
            return None
        width, height = number(size.get("width")), number(size.get("height"))
        left, top = number(position.get("x")) - width / 2, number(position.get("y")) - height / 2
        holder = self._holder(one)
        if holder is not None and _kind(holder) == "frame" and holder is not one:
            corner = self._frame_corner(holder)
            left, top = left + corner.x, top + corner.y
        return Rect(left, top, width, height)

    def _frame_corner(self, frame: Mapping[str, Any]) -> Point:
        position, size = mapping(frame.get("position")) or frame, mapping(frame.get("geometry")) or frame
        return Point(
            number(position.get("x")) - number(size.get("width")) / 2,
            number(position.get("y")) - number(size.get("height")) / 2,
        )

    def _holder(self, one: Mapping[str, Any]) -> Mapping[str, Any] | None:
        return self._of.get(text(mapping(one.get("parent")).get("id")) or text(one.get("parentId")))

    def _shape(self, id: str, one: Mapping[str, Any]) -> Shape:
        lines = html_lines(_said(one, "content") or _said(one, "title"))
        holder = self._holder(one)
        groups = (text(holder.get("id")),) if holder is not None and _kind(holder) == "frame" else ()
        named = [text(tag) if not isinstance(tag, dict) else text(tag.get("id")) for tag in _tags(one)]
        tags = tuple(self._tags.get(tag, tag) for tag in named if tag)
        note = " ".join(html_lines(_said(one, "description")))
        return Shape(id, lines, self._place(one), _looks(one), groups, tags, note=note)


def _kind(one: Mapping[str, Any]) -> str:
    return text(one.get("type"))


def _tags(one: Mapping[str, Any]) -> list[Any]:
    held = one.get("tagIds") or one.get("tags")
    return held if isinstance(held, list) else []


def _said(one: Mapping[str, Any], key: str) -> str:
    """A text of an item: the API has it under ``data``, what a plug-in exports beside the type."""
    return text(mapping(one.get("data")).get(key)) or text(one.get(key))


def _looks(one: Mapping[str, Any]) -> dict[str, str]:
    style = mapping(one.get("style"))
    looks = {
        "fill": text(style.get("fillColor")).lower(),
        "shape": text(mapping(one.get("data")).get("shape")) or text(one.get("shape")),
    }
    return {key: value for key, value in looks.items() if value}


def _connector(id: str, one: Mapping[str, Any]) -> Connector:
    style = mapping(one.get("style"))
    start, end = (mapping(one.get(key)) for key in ("startItem", "endItem"))
    start, end = start or mapping(one.get("start")), end or mapping(one.get("end"))
    captions = [text(caption.get("content")) for caption in mappings(one.get("captions"))]
    return Connector(
        id,
        text(start.get("id") or start.get("item")) or None,
        text(end.get("id") or end.get("item")) or None,
        marks=(_mark(style.get("startStrokeCap"), ""), _mark(style.get("endStrokeCap"), "stealth")),
        lines=tuple(line for caption in captions for line in html_lines(caption)),
        looks={"dashed": "1"} if text(style.get("strokeStyle")) in ("dashed", "dotted") else {},
    )


def _mark(cap: Any, otherwise: str) -> Mark:
    name = text(cap) or otherwise
    if name in ("", "none"):
        return Mark.NONE
    return (
        Mark.ARROW
        if name in ("stealth", "arrow", "open_arrow", "filled_triangle", "triangle")
        else Mark.OTHER
    )
