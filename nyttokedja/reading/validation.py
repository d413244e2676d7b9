"""Canonical parts → the parts that are valid by the JSON Schema, and a fault for each that is not.

A typo with one clear meaning is taken as what was meant, so that the chain can be judged and drawn; any
other invalid part is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from nyttokedja.language.validators import Path, errors, verdict
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import NOWHERE, Fault
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart, plain
from nyttokedja.reading.scales import unfit_values
from nyttokedja.reading.translation import translate

if TYPE_CHECKING:
    from nyttokedja.reading.schema_errors.error import SchemaError

_MOST = 200
"""So many errors of one file are explained; whoever has made more has made one many times."""

_INDICATOR = 4
"""So many steps lead from the root to an indicator: section, box, ``indicators``, its id."""


class Validated(NamedTuple):
    """What is valid by the schema, and the faults of what is not.

    ``complete`` is False where nodes or arrows may be gone, ``is_unchanged`` whether all was valid as it is.
    """

    root: MappingPart
    faults: tuple[Fault, ...]
    complete: bool
    is_unchanged: bool = False


def validate(root: MappingPart, keys: str) -> Validated:
    """Mend a file, or leave out of it what is not valid; ``keys`` is the language of its keys."""
    faults: list[Fault] = []
    complete = is_unchanged = True
    fresh: set[Path] = {()}
    scales_gone: set[Path] = set()
    while not verdict().is_valid(data := plain(root)):
        from nyttokedja.reading.schema_errors.explain import (
            explain_errors,  # many patterns, for files that fail
        )

        is_unchanged = False
        # a list of a thousand items may hold a thousand errors: no more are explained than are told
        found = list(islice(_first_of_each(explain_errors(root, keys, errors(data, 2 * _MOST))), _MOST + 1))
        # what had to go may leave its holder without what it must have: that one goes unsaid; but what
        # stands under a key that has just been understood is seen for the first time
        faults += [error.fault for error in found if _is_under(error.fault.path, fresh)]
        if len(found) > _MOST:
            return _given_up(root, faults)
        fixes = {error.path: error for error in found if error.path is not None}
        if not fixes:
            break
        scales_gone |= {path[:_INDICATOR] for path in fixes if path[_INDICATOR:] == ("scale",)}
        complete = complete and not any(_takes_nodes(error) for error in fixes.values())
        fresh = {(*path[:-1], error.meant) for path, error in fixes.items() if error.meant is not None}
        mended = _mended(root, fixes, ())
        assert isinstance(mended, MappingPart)
        again = translate(mended)
        root, faults = again.root, [*faults, *again.faults]
        complete = complete and again.complete
    if unfit := tuple(unfit_values(root, keys)):
        mended = _mended(root, {error.path: error for error in unfit if error.path is not None}, ())
        assert isinstance(mended, MappingPart)
        # words are no numbers where the scale that they are of had to go
        told = [error.fault for error in unfit if error.fault.path[:_INDICATOR] not in scales_gone]
        more = [Fault("wrong-value", NOWHERE, "more", {"n": _MOST})] if len(told) > _MOST else []
        faults += [*told[:_MOST], *more]
        return Validated(mended, tuple(faults), complete)
    return Validated(root, tuple(faults), complete, is_unchanged)


def _given_up(root: MappingPart, faults: list[Fault]) -> Validated:
    """Too much is wrong to go on with: only what the file says of itself is kept."""
    kept = root._replace(entries=tuple(e for e in root.entries if e.key.value in ("title", "language")))
    if not verdict().is_valid({"nyttokedja": 1, "title": "", **plain(kept)}):
        kept = kept._replace(entries=())
    more = Fault("wrong-value", NOWHERE, "more", {"n": _MOST})
    return Validated(kept, (*faults[:_MOST], more), complete=False)


def _first_of_each(found: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """One fault a part: a text that breaks both a pattern and a format is wrong once."""
    seen = set()
    for error in found:
        part = (error.fault.path, error.fault.particulars.get("missing"))
        if part not in seen:
            seen.add(part)
            yield error


def _is_under(path: Path, holders: Collection[Path]) -> bool:
    return any(path[: len(holder)] == holder for holder in holders)


def _takes_nodes(error: SchemaError) -> bool:
    """Whether a node, an arrow or a whole section, known or unknown, may be gone with a part."""
    path = error.path or ()
    if error.meant is not None:
        return False
    if path[0] in SECTIONS:
        return len(path) < 3 or path[2] == "leads_to"
    return error.much


def _mended(part: Part, fixes: Mapping[Path, SchemaError], at: Path) -> Part:
    """A part without what must go, and with what was meant."""
    if not isinstance(part, ScalarPart) and at in fixes and (text := fixes[at].meant) is not None:
        return ScalarPart(text, text, "", part.start, part.end)
    if isinstance(part, MappingPart):
        return part._replace(entries=tuple(_mended_entries(part, fixes, at)))
    if isinstance(part, ListPart):
        kept = (
            _mended(item, fixes, (*at, n))
            for n, item in enumerate(part.items)
            if (*at, n) not in fixes or fixes[*at, n].meant is not None
        )
        return part._replace(items=tuple(kept))
    error = fixes.get(at)
    return part if error is None else part._replace(value=error.meant)


def _mended_entries(part: MappingPart, fixes: Mapping[Path, SchemaError], at: Path) -> Iterator[Entry]:
    there = {entry.key.value for entry in part.entries}
    for key, value in part.entries:
        path = (*at, key.value)
        error = fixes.get(path)
        if error is None or (error.meant is not None and error.fault.rule == "wrong-value"):
            yield Entry(key, _mended(value, fixes, path))
        elif error.meant is not None and error.meant not in there:
            there.add(error.meant)
            yield Entry(key._replace(value=error.meant), value)
