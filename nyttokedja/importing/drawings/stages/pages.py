"""The pages of a board that are read, with ids that are unique on the whole of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Page


def chosen_pages(pages: Sequence[Page], name: str) -> Sequence[Page]:
    """The page of a name or a number, all pages where none is asked for.

    Raises:
        CannotRead: no page is called that.
    """
    if not name:
        return pages
    wanted = name.strip().casefold()
    chosen = [page for page in pages if page.name.casefold() == wanted]
    if not chosen and wanted.isdecimal() and 0 < int(wanted) <= len(pages):
        chosen = [pages[int(wanted) - 1]]
    if not chosen:
        names = ", ".join(page.name for page in pages)
        raise CannotRead("There is no page {name} in the drawing. It has: {names}.", name=name, names=names)
    return chosen


def with_own_ids(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, where an id that an earlier page has is given another: programs count anew on each."""
    taken: set[str] = set()
    for n, page in enumerate(map(_with_distinct_ids, pages), start=1):
        ids = [one.id for one in page.things]
        new = {id: f"{n}/{id}" for id in ids if id in taken}
        taken.update(new.get(id, id) for id in ids)
        yield _renamed(page, new) if new else page


def _with_distinct_ids(page: Page) -> Page:
    """The page, where of two things with one id the later has another; an arrow to it meets the earlier."""
    taken: set[str] = set()

    counts: dict[str, int] = {}

    def own(id: str) -> str:
        named = id
        while named in taken:
            counts[id] = counts.get(id, 1) + 1
            named = f"{id} ({counts[id]})"
        taken.add(named)
        return named

    groups = tuple(replace(one, id=own(one.id)) for one in page.groups)
    shapes = tuple(replace(one, id=own(one.id)) for one in page.shapes)
    connectors = tuple(replace(one, id=own(one.id)) for one in page.connectors)
    return replace(page, groups=groups, shapes=shapes, connectors=connectors)


def _renamed(page: Page, new: Mapping[str, str]) -> Page:
    def inside(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new.get(id, id) for id in ids)

    def named(id: str | None) -> str | None:
        return None if id is None else new.get(id, id)

    shapes = (replace(one, id=new.get(one.id, one.id), groups=inside(one.groups)) for one in page.shapes)
    groups = (replace(one, id=new.get(one.id, one.id), groups=inside(one.groups)) for one in page.groups)
    arrows = (replace(one, tail=named(one.tail), head=named(one.head)) for one in page.connectors)
    return replace(page, shapes=tuple(shapes), groups=tuple(groups), connectors=tuple(arrows))
