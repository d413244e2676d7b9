"""What the shapes of a drawing look like, as lines to give back as ``--map``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nyttokedja.importing.model import LookCount
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts

_BARE = re.compile(r"[\w.#=:,/+-]+")
_QUOTABLE = re.compile(r"[^\"$`\\!%'\x00-\x1f]+")
"""What stands between double quotes as itself in every shell."""
_LONGEST = 40


def look_lines(looks: Sequence[LookCount], language: str) -> Iterator[str]:
    """A heading, and a line for each look: what to write, with a question mark where nobody has said it."""
    rows = [(written, look) for look in looks if (written := _option(look, language))]
    if not rows:
        return
    said = texts(language)
    yield said.word("exchange/looks", "heading")
    width = max(len(written) for written, _ in rows)
    for written, look in rows:
        colour = [said.word("exchange/colours", look.name)] if look.name else []
        count = said.say("exchange/looks", "boxes", n=look.count)
        examples = " · ".join(_short(clean(example)) for example in look.examples)
        yield f"  {written:<{width}}  {', '.join([*colour, count])}: {examples}"


def _option(look: LookCount, language: str) -> str:
    kind = texts(language).word("picture/boxes", look.kind).lower() if look.kind else "?"
    entry = f"{look.attribute}={look.value}:{kind}"
    if _BARE.fullmatch(entry) or (entry.endswith(":?") and _BARE.fullmatch(entry[:-1])):
        return f"--map {entry}"
    return f'--map "{entry}"' if _QUOTABLE.fullmatch(entry) else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
