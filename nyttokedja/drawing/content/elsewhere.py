"""Chain → what it leads to in other chains, each box there once, as cards show it."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Chain, Node, title_from
from nyttokedja.model.elsewhere import parted


class OtherBox(NamedTuple):
    """A box of another chain: its file, its id, and the boxes here that lead to it, in file order.

    Nothing is known of it but what is written: its title is made of its id.
    """

    file: str
    id: str
    tails: tuple[Node, ...]

    @property
    def title(self) -> str:
        """What it is called, as far as its id tells."""
        return title_from(self.id) or self.file


def other_boxes(chain: Chain) -> tuple[OtherBox, ...]:
    """The boxes of other chains that this one leads to, in the order in which they are first named."""
    tails: dict[tuple[str, str], dict[str, Node]] = {}
    for node in chain.nodes:
        for link in node.elsewhere:
            tails.setdefault(parted(link.target), {})[node.id] = node
    return tuple(OtherBox(file, id, tuple(nodes.values())) for (file, id), nodes in tails.items())


def said_elsewhere(node: Node, words: PictureWords) -> str:
    """The boxes of other chains that one box leads to, as a line of it."""
    named = dict.fromkeys(parted(link.target) for link in node.elsewhere)
    titles = "; ".join(one_line(OtherBox(file, id, ()).title) for file, id in named)
    return words.say("lines", "elsewhere", titles=titles) if titles else ""
