"""Why something could not be done, as exceptions say it in English → the same in a language."""

from __future__ import annotations

import re

from nyttokedja.errors import NyttokedjaError
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.texts import texts
from nyttokedja.language.translations import translations


def sentence(error: NyttokedjaError, language: str) -> str:
    """What an exception says, in a language; one that has spoken already, as a refusal, as it said it."""
    if not error.particulars:
        return retold(str(error), language)
    particulars = {name: _reason(value, language) for name, value in error.particulars.items()}
    known = translations(language, "usage", "failures")
    return str(known.get(error.sentence, error.sentence)).format(**particulars)


def retold(said: str, language: str) -> str:
    """An English sentence that has been filled already, in a language; as it is where it is not known.

    Most exceptions are made of whole sentences: they are known by their form.
    """
    known = translations(language, "usage", "failures")
    for template in sorted(known, key=_literal, reverse=True):  # the one that says most of it itself
        translation, parts = known[template], re.split(r"\{(\w*)\}", template)
        forms = [re.escape(part) if n % 2 == 0 else "(.+?)" for n, part in enumerate(parts)]
        if found := re.fullmatch("".join(forms), said, re.DOTALL):
            values = [_reason(value, language) for value in found.groups()]
            # a name that stands there twice is the same both times
            return str(translation).format(*values, **dict(zip(parts[1::2], values, strict=True)))
    return said


def _literal(template: str) -> int:
    """How much of a template is words."""
    return len(re.sub(r"\{\w*\}", "", template))


def _reason(value: object, language: str) -> object:
    """Why something cannot be opened, where a particular says that, in a language."""
    names = {said: name for name, said in texts(CANONICAL).group("reason").items()}
    return (
        texts(language).word("reason", names[value]) if isinstance(value, str) and value in names else value
    )
