"""What the readers of foreign files hand over (`Collected`), and the chain made of it (`Imported`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from nyttokedja.language.texts import texts

_TWO_STOPS = re.compile(r"([.!?…])\.$")
"""The end of a sentence whose last thing has a full stop of its own."""
_MOST_SHOWN = 5
ONLY_HERE = frozenset({"comment", "sender", "reaction", "heading-empty", "mail-attached"})
"""Remarks whose words stand nowhere else, so that all of them are said."""
_LONGEST = 80
"""Characters of a thing, where it is named in a remark."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a foreign file; ``key`` is a sentence of ``exchange.toml``'s ``places``.

    ``line`` (of notes), ``line-and-first`` (with the line of an earlier note as its name) and ``row`` (of a
    sheet) have a ``number``; ``row`` and ``page`` may have a ``name``.
    """

    key: str
    number: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something left out or guessed: ``key`` names the sentence of ``exchange.toml`` that says it.

    ``item`` is the one thing concerned, as it is written; ``place`` where it stands. Remarks of one key and
    the same ``particulars`` are said in one sentence, with all their items.
    """

    key: str
    item: str = ""
    place: Place | None = None
    particulars: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a person says of a foreign file, beside what is in it.

    Attributes:
        name: the file's name, for what came out of it to say; "" where it has none.
        language: that of its words where it does not say so: sv, nb, en, or "" where nobody has said.
        mapping: what boxes of a drawing are, as ``ATTRIBUTE=VALUE`` → kind; `parse_mapping` makes it.
        page: the page of a drawing, or the sheet of a workbook, that alone is read; "" for all.
        hidden: whether hidden rows, columns, sheets, slides and shapes are read too.
        headless: what a line without arrowheads is: ``forward`` as it was drawn, ``left-right``,
            ``right-left``, ``drop``.
        indent: what being written further in, without an arrow, means: "" for nothing, ``leads-to`` (the
            outer leads to the inner), ``contributes`` (the inner leads to the outer).
        likely_language: the language that is taken where neither ``language`` nor the file tells, as settings
            say it.
    """

    name: str = ""
    language: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    page: str = ""
    hidden: bool = False
    headless: str = "forward"
    indent: str = ""
    likely_language: str = "sv"


@dataclass(frozen=True, slots=True)
class CollectedBox:
    """A box that a foreign file has.

    Attributes:
        key: what arrows of this import call it; its own among boxes and notes.
        type: a value of `NodeType`.
        title: its words.
        fields: canonical key → plain value, for all but its title and its arrows.
        ref: a name that lasts from one import of the file to the next, such as a board's id; "" for none,
            where its words are what it is known by.
        id: an id that it should have in the chain, if that is free; "" for one made of its title.
    """

    key: str
    type: str
    title: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    ref: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class CollectedNote:
    """A note that is no box yet; ``fields`` are its ``origin`` and ``tags``, where it has them."""

    key: str
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    ref: str = ""


@dataclass(frozen=True, slots=True)
class CollectedArrow:
    """An arrow between two boxes or notes, by their keys.

    ``hampers`` where it is drawn or typed as a hindrance; ``because`` and ``link`` (a canonical value) are
    what it says.
    """

    tail: str
    head: str
    hampers: bool = False
    because: str = ""
    link: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class LookCount:
    """A look that several shapes of a drawing have: ``attribute`` and ``value`` as ``--map`` takes them.

    ``name`` is that of a colour, as a key of ``exchange.toml``'s ``colours``; ``examples`` are words of
    shapes that have it; ``kind`` is what all of them were read as, "" where nothing said it.
    """

    attribute: str
    value: str
    name: str
    count: int
    examples: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Collected:
    """All that a foreign file says, before it is fitted into a chain.

    ``head`` holds what it says of the whole chain: canonical top-level keys that are no section, such as
    ``about``. ``language`` is that of its words, "" where it does not say; ``comments`` are lines that were
    comments in it; ``looks`` what the shapes of a drawing look like, where some did not say what they are;
    ``read_as`` is the name of another format, where the file turned out to be one.
    """

    title: str = ""
    boxes: tuple[CollectedBox, ...] = ()
    notes: tuple[CollectedNote, ...] = ()
    arrows: tuple[CollectedArrow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    head: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""
    comments: tuple[str, ...] = ()
    looks: tuple[LookCount, ...] = ()
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A chain made of a foreign file.

    Attributes:
        data: the whole chain as plain data with canonical keys, fit for the schema; every node has its title.
        remarks: what was left out or guessed.
        refs: id of a node, or text of a note → the foreign file's lasting name for it.
        comments: lines that were comments in the file, for the head of a new one.
        looks: what the shapes of a drawing look like, with what they were read as.
        read_as: the name of the format that the file turned out to be; "" for the one that it was read as.
    """

    data: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()
    refs: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    looks: tuple[LookCount, ...] = ()
    read_as: str = ""


def remark_sentences(remarks: Iterable[Remark], language: str) -> Iterator[str]:
    """One sentence for all remarks of a kind, in the order of the first of each; in sv, nb or en."""
    kinds: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault((remark.key, repr(sorted(remark.particulars.items()))), []).append(remark)
    for alike in kinds.values():
        yield _sentence(alike, language)


def _sentence(alike: list[Remark], language: str) -> str:
    said = texts(language)
    whole = alike[0].key in ONLY_HERE
    items = [item for remark in alike if (item := _item(remark, language, whole=whole))] or ["…"]
    if len(items) > _MOST_SHOWN and not whole:
        items = [*items[:_MOST_SHOWN], "…"]
    shown = {"n": len(alike), "items": tuple(items), **alike[0].particulars}
    sentence = said.say("exchange/remarks", alike[0].key, **shown)
    return _TWO_STOPS.sub(r"\1", sentence)


def _item(remark: Remark, language: str, *, whole: bool) -> str:
    item = remark.item if whole else _shortened(remark.item)
    if remark.place is None:
        return item
    place = texts(language).say(
        "exchange/places", remark.place.key, number=remark.place.number, name=remark.place.name
    )
    return f"{item} ({place})" if item else place


def _shortened(text: str) -> str:
    """So much of a text that it is known again; an arrow keeps both its ends."""
    tail, arrow, head = text.partition(" → ")
    parts = (tail, head) if arrow else (text,)
    most = _LONGEST // len(parts)
    return arrow.join(part if len(part) <= most else f"{part[: most - 1].rstrip()}…" for part in parts)
