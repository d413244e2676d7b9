"""The bytes of a file with an organisation's own statements → the statements, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from nyttokedja.language.texts import texts
from nyttokedja.maturity.areas import translate_areas
from nyttokedja.maturity.files import FileFault, Held, held
from nyttokedja.maturity.fitting import faults_of
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.maturity import Statement, StatementSet
from nyttokedja.model.spelling import fold

SCHEMA = "statements.schema.json"


def own_statements(data: bytes, name: str, language: str) -> StatementSet | tuple[FileFault, ...]:
    """The statements of a file.

    Args:
        data: its bytes, TOML or YAML.
        name: what it is called.
        language: that of the statements where the file does not say, and of what is said of it.
    """
    made = held(data, name)
    if isinstance(made, FileFault):
        return (made,)
    translate_areas(made.data)
    faults = faults_of(made, SCHEMA, language) or tuple(_alike(made))
    if faults:
        return faults
    spoken = made.data.get("language", language)
    levels = made.data.get("levels") or texts(spoken).group("maturity/levels")["names"]
    return StatementSet(tuple(_statements(made.data["statements"])), tuple(levels), spoken)


def _alike(made: Held) -> Iterator[FileFault]:
    """What is said twice: a title of two statements, an anchor of two levels."""
    listed = made.data["statements"]
    seen: set[str] = set()
    for n, each in enumerate(listed):
        for name in {fold(each["title"]), fold(each.get("id", ""))} - {""}:
            if name in seen:
                yield FileFault("same-title", made.place(("statements", n, "title")))
                break
        seen |= {fold(each["title"]), fold(each.get("id", ""))}
        for (_, one), (k, other) in combinations(enumerate(each["anchors"]), 2):
            if fold(one) == fold(other):
                yield FileFault("alike", made.place(("statements", n, "anchors", k)))


def _statements(listed: list[Mapping[str, Any]]) -> Iterator[Statement]:
    ids = UniqueIds()
    said = (str(each.get("id", "")) for each in listed)
    named = [one if one and ids.keep(one) else "" for one in said]
    for given, each in zip(named, listed, strict=True):
        title, text = (" ".join(each[key].split()) for key in ("title", "text"))
        anchors = tuple(" ".join(anchor.split()) for anchor in each["anchors"])
        yield Statement(given or ids.make(title), title, text, anchors, each.get("area", ""))
