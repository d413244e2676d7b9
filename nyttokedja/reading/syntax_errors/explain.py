"""A parser's error → the everyday mistake that led to it, at the place where it was made.

What is said comes from the text: the parser's own words only tell which mistakes can have led there.
The traps are tried in the order of `TRAPS`, the surest first.
"""

from __future__ import annotations

import yaml

from nyttokedja.model.findings import Fault
from nyttokedja.reading.syntax_errors import brackets, characters, indents, quotes
from nyttokedja.reading.syntax_errors import missing_signs as words
from nyttokedja.reading.syntax_errors.location import fault, where

TRAPS = (
    characters.backslash,
    quotes.open_quote,
    characters.tab,
    characters.hard_space,
    characters.strokes,
    characters.dots,
    characters.bullet,
    brackets.inside,
    characters.first_character,
    words.list_on_line,
    quotes.after_quote,
    brackets.after_bracket,
    indents.flat,
    words.colon_in_text,
    words.no_key,
    words.no_space,
    words.no_dash,
    words.no_colon,
    indents.first_line,
    indents.under,
    words.dash_among_names,
    indents.misplaced,
    words.other_sign,
)
"""Every mistake that has a sentence of its own."""


def explain(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that a parser's error is, with the variant that names the mistake."""
    place = where(text, error)
    for trap in TRAPS:
        if (found := trap(place)) is not None:
            return found
    return fault("syntax", place.whole(place.here))
