"""How wide boxes are: naturally, at least, and where a number stands in them. Lengths in px."""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.drawing.boxes.box import (
    GAP,
    LEAST,
    MOST,
    PAD,
    POINT_ROOM,
    SMALL,
    TITLE,
    TYPE_WORD,
    TYPE_X,
    number_width,
    type_lines,
)
from nyttokedja.drawing.content.details import Subject, head_of, title_of, type_of
from nyttokedja.drawing.typesetting.wrap import longest_word
from nyttokedja.model.chain import Node, NodeType

_TYPE_ROOM = 114.0
"""The room that type words have in the narrowest boxes; a longer one is broken."""


def natural_width(nodes: Sequence[Node], subject: Subject) -> float:
    """The width of all boxes in which no long word is broken and no first row wrapped, within limits."""
    needs = [LEAST]
    for node in nodes:
        point = POINT_ROOM if node.type is NodeType.CHANGE else 0.0
        needs.append(longest_word(title_of(node), TITLE) + 2 * PAD + point)
        head = head_of(node, subject)
        if node.type is NodeType.BENEFIT and head:
            type_word = TYPE_WORD.width(type_of(node, subject.words).upper())
            needs.append(TYPE_X + type_word + GAP + SMALL.width(head) + PAD)
    return min(MOST, float(-(-max(needs) // 1)))


def least_width(nodes: Sequence[Node], subject: Subject) -> float:
    """The least width of all boxes: that of the widest part of a type word with its pictogram."""
    words = {type_of(node, subject.words) for node in nodes}
    parts = (part for word in words for part in type_lines(word, _TYPE_ROOM, subject.words.language))
    return max((TYPE_X + TYPE_WORD.width(part) + GAP for part in parts), default=0.0)


def numbered_width(subject: Subject) -> float:
    """The least width of the cards of opportunities, in which the number stands clear of the type word."""
    numbered = (
        (node, str(number)) for node in subject.chain.nodes if (number := subject.numbers.get(node.id))
    )
    words = ((TYPE_WORD.width(type_of(node, subject.words).upper()), number) for node, number in numbered)
    return max((TYPE_X + word + GAP + number_width(number) + PAD for word, number in words), default=0.0)
