"""How much a picture can hold: counted before anything is drawn, so that no drawing goes on without end."""

from __future__ import annotations

from nyttokedja.errors import CannotDraw
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph

MOST = 5_000
"""Boxes, notes and arrows of one picture; of many more than a hundred, nobody can read them."""


MOST_PIECES = 9_000
"""Pieces of arrows, from rank to rank: a layout engine takes most of its minute for a tangle of so many."""


def check_tangle(arrows: int, pieces: int) -> None:
    """Refuse a chain whose arrows no layout engine gets past each other in time.

    Raises:
        CannotDraw: too many of its arrows pass too many ranks.
    """
    if pieces > MOST_PIECES:
        raise CannotDraw(
            f"The {arrows} arrows of the chain pass so many other boxes that a picture of them cannot "
            "be read. Split the chain into smaller ones, and draw each."
        )


def check_size(chain: Chain, graph: Graph) -> None:
    """Refuse a chain that is too large for a picture in any format.

    Raises:
        CannotDraw: it has more boxes, notes and arrows than a picture can hold.
    """
    count = len(chain.nodes) + len(chain.notes) + len(graph.arrows)
    if count > MOST:
        raise CannotDraw(
            f"The chain has {count} boxes and arrows, and a picture holds at most {MOST}. "
            "Split it into smaller chains, and draw each."
        )
