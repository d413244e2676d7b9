"""Compared → the sentences that say what a workbook changes in a chain, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nyttokedja.importing.calculation.comparing import Change, Compared, Spot
from nyttokedja.importing.calculation.memory import Path
from nyttokedja.importing.calculation.reading import Added
from nyttokedja.importing.calculation.values import LISTED
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS, title_from

_GROUP = "workbook/told"
_MOST = 12
_SPOTS = ("unfit", "overwritten", "fixed")


class Told:
    """What is said of a workbook that comes back, in the chain's language.

    Args:
        compared: what came of it.
        data: the chain in its normal form.
        language: that of the chain.
        file: the chain file's name.
        source: the workbook's.
    """

    def __init__(
        self, compared: Compared, data: Mapping[str, Any], language: str, file: str, source: str
    ) -> None:
        self._compared, self._language = compared, language
        self._texts = texts(language)
        self._names = {"file": file, "source": source}
        held = (data.get(section) for section in SECTIONS)
        self._titles = {
            id: str((node or {}).get("title") or title_from(id))
            for nodes in held
            if isinstance(nodes, Mapping)
            for id, node in nodes.items()
        }

    def lines(self) -> Iterator[str]:
        """All of it, a sentence or an item a line."""
        compared = self._compared
        if not compared.changes:
            yield self._say("nothing")
        for name, changes in (
            ("changes", compared.changes),
            ("clashes", compared.clashes),
            ("gone", compared.gone),
        ):
            form = "clash" if name == "clashes" else "field"
            yield from self._listed(name, [self._change(form, change) for change in changes])
        for name in _SPOTS:
            spots: list[Spot] = getattr(compared, name)
            yield from self._listed(name, map(self._spot, spots))
        removed = [self._say("row", sheet=spot.sheet, row=spot.row) for spot in compared.removed]
        yield from self._listed("removed", removed)
        yield from self._listed("added", map(self._added, compared.added))
        if compared.lost:
            yield self._say("lost", items=tuple(compared.lost))

    def _say(self, name: str, **particulars: Any) -> str:
        return self._texts.say(_GROUP, name, **{**self._names, **particulars})

    def _listed(self, name: str, items: Iterable[str]) -> Iterator[str]:
        """A heading, and what stands under it, as long as a person reads it."""
        if some := list(items):
            yield self._say(name, n=len(some))
            shown = (
                len(some) if len(some) == _MOST + 1 else _MOST
            )  # one more takes no more room than to say so
            yield from (f"  {line}" for line in some[:shown])
            if len(some) > shown:
                yield f"  {self._say('more', n=len(some) - shown)}"

    def _change(self, form: str, change: Change) -> str:
        key = change.path[-1]
        shown = {name: self._value(key, getattr(change, name)) for name in ("before", "after", "chain")}
        said = words(self._language).key(key, "factor" if "factors" in change.path[:-1] else "")
        return self._say(form, what=self._what(change.path), key=said, **shown)

    def _what(self, path: Path) -> str:
        """What a field belongs to: a factor by its name, a box by its title, or the calculation."""
        box = self._titles.get(path[0], path[0])
        if "factors" in path[:-1]:
            factor = path[path.index("factors") + 1]
            return f"{box}, {factor}" if box else factor
        return box or self._say("calculation")

    def _value(self, key: str, value: object) -> str:
        if value in (None, (), []):
            return self._say("nothing-said")
        if isinstance(value, list | tuple):
            return "; ".join(self._value(key, one) for one in value)
        if key in LISTED:
            return words(self._language).value(str(value), key)
        if isinstance(value, int | float) or _is_number(value):
            return self._texts.number(float(str(value)))
        return str(value)

    def _spot(self, spot: Spot) -> str:
        name = "spot" if spot.text else "spot-empty"
        return self._say(name, sheet=spot.sheet, address=spot.address, row=spot.row, text=spot.text)

    def _added(self, added: Added) -> str:
        kind = "row" if added.address.isdecimal() else "cell" if added.address else "sheet"
        return self._say(f"added-{kind}", sheet=added.sheet, address=added.address, text=added.text)


def _is_number(value: object) -> bool:
    """Whether a text is a number as a memory has it."""
    return isinstance(value, str) and value.replace(".", "", 1).lstrip("-").isdecimal() and "." in value
