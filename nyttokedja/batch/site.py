"""Files → what a site has of them: the page of each, unless it is there already, and what is new in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from nyttokedja import __version__
from nyttokedja.batch.check import BUG, outcome_of_bytes
from nyttokedja.batch.draw import by_settings
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.picture_formats import pictures_of_pages
from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config, as_told
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.comparing import compare
from nyttokedja.errors import CannotDraw, crash_message
from nyttokedja.language.codes import guessed
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.pages.chain_page import NO_OTHERS, chain_page
from nyttokedja.pages.site.changes import change_of
from nyttokedja.pages.site.frame import above, resource
from nyttokedja.pages.site.manifest import Change, Kept, as_file, digest, said_by
from nyttokedja.pages.site.model import Site, Summary
from nyttokedja.pages.site.summary import summary, unread
from nyttokedja.pages.unread_page import unread_page
from nyttokedja.portfolio.tables import Origin, Rows, rows_of, unread_rows
from nyttokedja.writing.html import Node

_SAYS = re.compile(r"^(?:spr\xe5k|language)[ \t]*:[ \t]*[\"']?(sv|nb|en)\b", re.MULTILINE)


_SUMMED = ("chain", "node", "link", "pool", "value")
"""The tables of a portfolio that the page of all chains is made of."""
_NO_ROWS: Rows = {}


class Order(NamedTuple):
    """A file to be made a page of, and what is kept of it, if anything is.

    ``is_there`` says that the page that was made of it then lies where it is to lie. ``others`` are the pages
    of other chains beside it, by their files as this one names them.
    """

    task: Task
    kept: Kept | None = None
    is_there: bool = False
    others: Mapping[str, str] = NO_OTHERS


class Made(NamedTuple):
    """What came of a file: `page` is None where it is as it was, `change` where it says what it said.

    ``rows`` are those of a portfolio, in which a chain is called by the name of its file.
    """

    outcome: Outcome
    summary: Summary
    kept: Kept | None = None
    page: str | None = None
    failure: str = ""
    change: Change | None = None
    rows: Rows = _NO_ROWS


def spoken_in(data: bytes) -> str:
    """The language of a chain, as far as it can be seen without reading it."""
    text = data.decode("utf-8-sig", "replace")
    said = _SAYS.search(text)
    return said[1] if said else guessed(text)


def key_of(data: bytes, config: Config, language: str, others: Mapping[str, str] = NO_OTHERS) -> str:
    """What is the same of two pages that are the same."""
    named = repr(sorted(others.items())) if others else ""
    return digest("\n".join((digest(data), as_told(config), language, __version__, named)))


def made(orders: Sequence[Order], engine: str, language: str) -> list[Made]:
    """Check files and make their pages, together since starts of the engine are shared. Never raises.

    Args:
        orders: the files.
        engine: the name of a layout engine.
        language: that of the site.
    """
    read = [_read(order, language) for order in orders]
    wanted = [None if _is_made(*pair) else pair[1].checked for pair in zip(orders, read, strict=True)]
    pages: dict[int, _Page] = {}
    others = {order.task.file.name: order.others for order in orders}
    for settings, group in by_settings(wanted, [order.task.config for order in orders]).items():
        drawn = _pages([checked for _, checked in group], engine, settings, language, others)
        pages.update(zip((n for n, _ in group), drawn, strict=True))
    return [
        _made(order, one, pages.get(n), language)
        for n, (order, one) in enumerate(zip(orders, read, strict=True))
    ]


class _Read(NamedTuple):
    checked: Checked | Outcome
    key: str


class _Page(NamedTuple):
    html: str
    failure: str = ""


def _read(order: Order, language: str) -> _Read:
    file, config = order.task
    key = ""

    def work(data: bytes) -> Checked:
        nonlocal key
        key = key_of(data, config, language, order.others)
        return check(data, file.name, config)

    return _Read(outcome_of_bytes(file, config, work), key)


def _is_made(order: Order, read: _Read) -> bool:
    return order.is_there and order.kept is not None and order.kept.key == read.key


def _made(order: Order, read: _Read, page: _Page | None, language: str) -> Made:
    checked, name = read.checked, PurePath(order.task.file.name).name
    if isinstance(checked, Outcome) or checked.chain is None:
        outcome = checked if isinstance(checked, Outcome) else summed_up(checked)
        kept = order.kept and order.kept._replace(key="")  # compared once it can be read again
        told = unread_page(outcome, name, above=_above(language), style=_style())
        known = unread(outcome, name)
        rows = unread_rows(Origin(outcome.name, outcome.name), known.problem)
        return Made(outcome, known, kept, told, rows=rows)
    known, said = summary(checked, name), said_by(checked)
    before = order.kept and order.kept.said
    failure = page.failure if page else ""
    return Made(
        summed_up(checked),
        known,
        Kept(known.title, known.language, "" if failure else read.key, said),
        page.html if page else None,
        failure,
        _change(before, said, known) if before and said else None,
        _rows(checked, order.task.config),
    )


def _rows(checked: Checked, config: Config) -> Rows:
    name = checked.source.name
    rows = rows_of(checked, Origin(name, name, pools=config.pools))
    return {table: rows[table] for table in _SUMMED if table in rows}


def _change(before: Mapping[str, Any], now: Mapping[str, Any], known: Summary) -> Change | None:
    if before == now:
        return None
    sides = (check(as_file(side), known.file) for side in (before, now))
    comparison = compare(*sides)
    return change_of(known.file, known.title, comparison)


def _pages(
    results: Sequence[Checked],
    engine: str,
    settings: PictureSettings,
    language: str,
    others: Mapping[str, Mapping[str, str]],
) -> Sequence[_Page]:
    """All in one go; where that fails as it never should, each by itself: one stops no other."""
    try:
        drawn = pictures_of_pages(results, engine, settings)
        return [
            _page(*pair, settings.theme, language, others[pair[0].source.name])
            for pair in zip(results, drawn, strict=True)
        ]
    except Exception as error:  # noqa: BLE001
        if len(results) > 1:
            alone = (_pages([result], engine, settings, language, others) for result in results)
            return [page for pages in alone for page in pages]
        (result,) = results
        why, outcome = BUG.format(crash_message(error)), summed_up(result)
        told = unread_page(outcome, PurePath(outcome.name).name, why, _above(language), _style())
        return [_Page(told, why)]


def _page(
    result: Checked, picture: str | CannotDraw, theme: str, language: str, others: Mapping[str, str]
) -> _Page:
    failure = str(picture) if isinstance(picture, CannotDraw) else ""
    return _Page(chain_page(result, picture, _above(language), _style(), theme, others), failure)


def _above(language: str) -> Sequence[Node]:
    return tuple(above(Site((), {}, language), up="../"))


def _style() -> str:
    return resource("site.css")
