"""Third stage: each arrow gets one direction, from its tail to its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nyttokedja.importing.drawings.board import Connector, Mark, Page, Point
from nyttokedja.importing.drawings.stages.lost import arrow_remark, without, words_of
from nyttokedja.importing.drawings.stages.places import centre
from nyttokedja.importing.model import Remark

_FORWARD = (Mark.NONE, Mark.ARROW)


def direct(page: Page, headless: str = "forward") -> tuple[Page, tuple[Remark, ...]]:
    """The page with every arrow drawn from tail to head, and only there a mark; remarks on what was guessed.

    Args:
        page: one whose arrows are fastened at both ends.
        headless: what a line without marks is: as `ImportOptions` has it.
    """
    words = words_of(page)
    middles = {one.id: centre(one.place) for one in page.things if one.place is not None}
    kept, dropped = [], []
    remarks: list[Remark] = []
    for connector in page.connectors:
        at_tail, at_head = _heads(connector)
        if not at_tail and not at_head and headless == "drop":
            dropped.append(connector)
            continue
        if at_tail == at_head:
            connector = connector if at_tail else _laid(connector, headless, middles)  # noqa: PLW2901
            key = "both-ways" if at_tail else "no-direction"
            remarks.append(arrow_remark(connector, key, words, page))
        kept.append(_forward(connector.turned() if at_tail and not at_head else connector))
    page, lost = without(replace(page, connectors=tuple(kept)), dropped, "headless-dropped")
    return page, (*remarks, *lost)


def _heads(connector: Connector) -> tuple[bool, bool]:
    """Whether there is an arrowhead at the tail, and at the head; a mere dot counts where there is none."""
    plain = [mark in (Mark.ARROW, Mark.BAR) for mark in connector.marks]
    tail, head = plain if any(plain) else [mark is not Mark.NONE for mark in connector.marks]
    return tail, head


def _laid(connector: Connector, headless: str, middles: Mapping[str, Point]) -> Connector:
    """A line without heads as it is to be read, by where its ends stand."""
    tail, head = (middles.get(end or "") for end in (connector.tail, connector.head))
    if tail is None or head is None or headless not in ("left-right", "right-left"):
        return connector
    rightwards = tail.x <= head.x
    return connector if rightwards == (headless == "left-right") else connector.turned()


def _forward(connector: Connector) -> Connector:
    bar = Mark.BAR in connector.marks
    return replace(connector, marks=(Mark.NONE, Mark.BAR) if bar else _FORWARD)
