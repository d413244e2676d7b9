"""Excerpt → what a picture or a text says of how much of the chain it shows."""

from __future__ import annotations

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.excerpt import Excerpt


def shown(excerpt: Excerpt, words: PictureWords) -> str:
    """*12 of 40 boxes, 9 of 51 arrows: at most 2 arrows from …*, and that nothing is drawn past the rest."""
    whole = excerpt.whole
    boxes = words.say("excerpt", "boxes", shown=excerpt.boxes, total=len(whole.nodes))
    arrows = words.say("excerpt", "arrows", shown=excerpt.arrows, total=len(whole.arrows))
    why = []
    if excerpt.focus:
        why.append(words.say("excerpt", "focus", n=excerpt.hops, title=one_line(excerpt.focus.title)))
    for key, values in excerpt.only.items():
        named = "; ".join(_word(key, value, words) for value in values)
        why.append(words.say("excerpt", key, values=named))
    return words.say("excerpt", "said", boxes=boxes, arrows=arrows, why="; ".join(why))


def _word(key: str, value: str, words: PictureWords) -> str:
    section = "boxes" if key == "type" else key
    return words.word(section, value) if section in words.table else one_line(value)
