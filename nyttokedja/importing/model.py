"""Imported: a chain made from a foreign file, with remarks on what was left out or guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nyttokedja.language.texts import texts

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Remark:
    """Something left out or guessed: ``key`` names the sentence of ``exchange.toml`` that says it.

    ``particulars`` are texts and numbers; ``items`` among them are all the things concerned, ``n``
    how many these are.
    """

    key: str
    particulars: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """``data`` is a whole chain as plain data with canonical keys, fit for the schema."""

    data: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()


def remark_sentence(remark: Remark, language: str) -> str:
    """The remark as a sentence in a language: sv, nb or en."""
    shown = dict(remark.particulars)
    if len(items := shown.get("items", ())) > _MOST_SHOWN:
        shown["items"] = (*items[:_MOST_SHOWN], "…")
    return texts(language).say("exchange/remarks", remark.key, **shown)
