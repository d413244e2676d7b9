"""Good chains, and ways of breaking them one slip at a time, as people do."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import assume
from hypothesis import strategies as st

from nyttokedja.checking.fixes.target import FixTarget
from nyttokedja.language.schema import canonical
from nyttokedja.reading.parts import ListPart, ScalarPart
from nyttokedja.reading.source import read
from nyttokedja.writing.chain_file import to_yaml
from tests.writing.test_chain_file import of

EXAMPLES = [path.read_text("utf-8") for path in sorted(Path("chains").glob("*.yaml"))]
WRITTEN = st.tuples(of(canonical()), st.sampled_from(["sv", "nb", "en"])).map(lambda made: to_yaml(*made))
SAMPLES = st.integers(0, len(EXAMPLES) - 1).map(lambda n: EXAMPLES[n])
CHAINS = st.one_of(SAMPLES, WRITTEN)
POINTING = {"leads_to", "link", "to", "reference", "references"}


def spots(text):
    """All keys and single values of a file that say something and are not in quotes."""
    found = FixTarget(read(text.encode()))._locations
    return [spot for spot in found if spot.part.end > spot.part.start and spot.part.style == ""]


def is_long(spot):
    return len(spot.part.written) >= 6 and spot.part.written.isidentifier()


def known_keys(text):
    keys = [s for s in spots(text) if s.is_key and s.form and is_long(s)]
    return [spot.part for spot in keys if spot.name in spot.form.schema.get("properties", ())]


def listed_values(text):
    """All but the stage, which is left for people to say."""
    found = [s for s in spots(text) if not s.is_key and s.form and s.form.listed and is_long(s)]
    return [s.part for s in found if s.name != "stage"]


def pointers(text):
    """What names a box, but for decisions about findings, whose own rule is yet to come."""
    found = [s for s in spots(text) if s.form and s.form.name in POINTING and not s.is_key and is_long(s)]
    return [s.part for s in found if s.holder.form.name != "acceptance"]


def texts(text):
    return [s.part for s in spots(text) if s.takes_text and not s.is_key and len(s.part.written) > 2]


def numbers(text):
    found = [s.part for s in spots(text) if s.form and not s.is_key and "number" in s.form.schema["type"]]
    return [part for part in found if re.fullmatch(r"[0-9]{1,15}(\.[0-9]+)?", part.written)]


def dates(text):
    return [s.part for s in spots(text) if re.fullmatch(r"20[0-9]{2}-0[1-9]-[0-9]{2}", s.part.written)]


def quoted(text):
    return [
        s.part
        for s in FixTarget(read(text.encode()))._locations
        if s.part.style in ("'", '"') and s.takes_text
    ]


def several(text):
    """The lists of arrows inside brackets."""
    found = {}
    for spot in FixTarget(read(text.encode()))._locations:
        holder = spot.holder.part
        if isinstance(holder, ListPart) and holder.flow and spot.form and spot.form.name == "link":
            found[holder.start] = holder.items[-1]
    return list(found.values())


def misspelt(word, at):
    """A word with a letter doubled, or two that have changed places."""
    at = 1 + at % (len(word) - 2)
    return (
        word[:at] + word[at] + word[at:] if at % 2 else word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    )


def grouped(number):
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", " ", number)


def unpadded(date):
    return re.sub(r"-0", "-", date)


SLIPS = {
    "key": (known_keys, misspelt),
    "value": (listed_values, misspelt),
    "pointer": (pointers, misspelt),
    "case": (known_keys, lambda word, _: word.capitalize()),
    "zero width": (
        texts,
        lambda text, at: text[: 1 + at % len(text)] + "\u200b" + text[1 + at % len(text) :],
    ),
    "comma": (numbers, lambda number, _: number.replace(".", ",") if "." in number else f"{number},5"),
    "thousands": (numbers, lambda number, _: grouped(number)),
    "figure in quotes": (numbers, lambda number, _: f'"{number}"'),
    "date": (dates, lambda date, _: unpadded(date)),
    "no quotes": (quoted, lambda text, _: text[1:-1]),
    "curly quotes": (quoted, lambda text, _: f"”{text[1:-1]}”"),
    "colon": (texts, lambda text, _: f"Om {text}: mer"),
    "sign": (texts, lambda text, at: f"{text} #{at} i planen"),
    "first character": (texts, lambda text, at: "@`%"[at % 3] + text),
    "again": (several, lambda text, _: f"{text}, {text}"),
}
"""A slip → what it can be made in, and how."""


def slipped(draw, good, slips=tuple(SLIPS)):
    """A chain with a slip, and which; None where it has no place for one."""
    slip = draw(st.sampled_from(slips))
    where, how = SLIPS[slip]
    parts = where(good)
    if not parts:
        return None
    part = parts[draw(st.integers(0, len(parts) - 1))]
    raw = good[part.start : part.end] if isinstance(part, ScalarPart) else ""
    if not raw.isprintable():
        return None
    made = how(raw, draw(st.integers(0, 9)))
    return None if made == raw else (good[: part.start] + made + good[part.end :], slip)


@st.composite
def broken(draw, chains=CHAINS, slips=tuple(SLIPS)):
    """A good chain, the same with a slip, and which."""
    good = draw(chains)
    made = slipped(draw, good, slips)
    assume(made is not None)
    return good, *made
