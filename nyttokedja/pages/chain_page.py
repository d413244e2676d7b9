"""A chain that has been checked, and its picture → its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.checking.check import Checked
from nyttokedja.drawing.page.aria import chain_title, summary
from nyttokedja.errors import CannotDraw
from nyttokedja.language.failures import sentence
from nyttokedja.model.picture_settings import PLAIN
from nyttokedja.pages.colours import picture_style
from nyttokedja.pages.parts.boxes import box_details, box_lists, fact_rows
from nyttokedja.pages.parts.calculation import calculation
from nyttokedja.pages.parts.follow_up import follow_up
from nyttokedja.pages.parts.remarks import remarks
from nyttokedja.pages.parts.tables import boxes_table
from nyttokedja.pages.parts.told import told
from nyttokedja.pages.parts.tools import above_picture, below_picture, data_of
from nyttokedja.pages.subject import PageSubject
from nyttokedja.writing.html import Node, Raw, Tag, tag
from nyttokedja.writing.html_page import built, page

NO_OTHERS: Mapping[str, str] = {}


def chain_page(
    checked: Checked,
    picture: str | CannotDraw,
    above: Sequence[Node] = (),
    style: str = "",
    theme: str = PLAIN.theme,
    others: Mapping[str, str] = NO_OTHERS,
) -> str:
    """The page of a chain, in its language.

    Args:
        checked: the check of a file that could be read as a chain.
        picture: the chain as SVG with ``data_attributes``, or why there is none.
        above: what stands before all else, as the ways to the other pages of a site.
        style: the styles of that.
        theme: the name of the theme that the picture is drawn in.
        others: the addresses of pages of other chains, by their files as this one names them.
    """
    subject = PageSubject(checked, others)
    title = chain_title(subject.pictured)
    body = [*above, *_body(subject, picture, title)]
    colours = picture_style("" if isinstance(picture, CannotDraw) else picture, theme)
    styles = built("page.css") + colours + style
    return page(title, subject.said.language, body, script=built("page.js"), style=styles)


def _body(subject: PageSubject, picture: str | CannotDraw, title: str) -> Iterator[Node]:
    yield tag("a", subject.word("page", "skip"), href="#.content", class_="skip")
    yield tag(
        "header",
        tag("p", subject.pictured.words.word("title", "kind"), class_="kind"),
        tag("h1", title),
        tag("p", summary(subject.pictured)),
    )
    yield tag("main", *_parts(subject, picture), id=".content", tabindex="-1")
    yield data_of(subject)


def _parts(subject: PageSubject, picture: str | CannotDraw) -> Iterator[Tag]:
    if not subject.checked.complete:
        yield tag("p", subject.word("page", "unfinished"), class_="notice")
    yield _figure(subject, picture)
    lists = list(box_lists(subject))
    empty = tag("p", subject.word("remarks", "empty"))
    yield _section(subject, "boxes", tag("div", *lists, class_="columns") if lists else empty)
    yield _section(subject, "remarks", *remarks(subject))
    if measured := tuple(follow_up(subject)):
        yield _section(subject, "follow_up", *measured)
    if worth := tuple(calculation(subject)):
        yield _section(subject, "calculation", *worth)
    if words := tuple(told(subject)):
        yield _section(subject, "told", *words)
    if subject.facts.chain:
        yield _section(subject, "about", tag("dl", *fact_rows(subject.facts.chain, subject)))
    if lists:
        yield _section(subject, "each", *box_details(subject))
        yield _section(subject, "table", boxes_table(subject))


def _figure(subject: PageSubject, picture: str | CannotDraw) -> Tag:
    """The picture in a box of its own, which can be scrolled by its keys."""
    heading = tag("h2", subject.word("page", "picture"), id=".picture")
    if isinstance(picture, CannotDraw):
        said = tag("p", subject.word("page", "no_picture"), class_="notice")
        why = tag("p", sentence(picture, subject.said.language))
        return tag("section", heading, said, why, above_picture(subject), below_picture(subject))
    drawn = Raw(picture[picture.index("<svg") :])
    shown = tag("div", drawn, class_="view", role="region", tabindex="0", aria_labelledby=".picture")
    said = tag("figcaption", subject.word("page", "picture_help"))
    figure = tag("figure", shown, said)
    return tag("section", heading, above_picture(subject), figure, below_picture(subject), class_="picture")


def _section(subject: PageSubject, name: str, *parts: Node) -> Tag:
    heading = tag("h2", subject.word("page", name), id=f".{name}")
    return tag("section", heading, *parts, class_=name, aria_labelledby=f".{name}")
