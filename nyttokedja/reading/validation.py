"""Canonical parts → the parts that fit the JSON Schema, and a fault for each that does not.

A slip with one clear meaning is taken as what was meant, so that the chain can be judged and drawn; any
other part that does not fit is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from nyttokedja.language.validators import Path, errors, verdict
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import NOWHERE, Fault
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, plain
from nyttokedja.reading.translation import translate

if TYPE_CHECKING:
    from nyttokedja.reading.schema_errors import Slip

_MOST = 400
"""So many errors of one file are explained; whoever has made more has made one many times."""


class Validated(NamedTuple):
    """What is valid by the schema, and the faults of what is not.

    ``complete`` is False where nodes or arrows may be gone, ``is_unchanged`` whether all was valid as it is.
    """

    root: MappingPart
    faults: tuple[Fault, ...]
    complete: bool
    is_unchanged: bool = False


def validate(root: MappingPart, keys: str) -> Validated:
    """Mend a file, or leave out of it what does not fit; ``keys`` is the language of its keys."""
    faults: list[Fault] = []
    complete = is_unchanged = True
    fresh: set[Path] = {()}
    while not verdict().is_valid(data := plain(root)):
        from nyttokedja.reading.schema_errors import slips  # many patterns, for files that fail

        is_unchanged = False
        found = list(_first_of_each(slips(root, keys, errors(data, _MOST + 1))))
        # what had to go may leave its holder without what it must have: that one goes unsaid; but what
        # stands under a key that has just been understood is seen for the first time
        faults += [slip.fault for slip in found if _is_under(slip.fault.path, fresh)]
        if len(found) > _MOST // 2:
            return _given_up(root, faults)
        fixes = {slip.path: slip for slip in found if slip.path is not None}
        if not fixes:
            break
        complete = complete and not any(_takes_nodes(slip) for slip in fixes.values())
        fresh = {(*path[:-1], slip.meant) for path, slip in fixes.items() if slip.meant is not None}
        mended = _mended(root, fixes, ())
        assert isinstance(mended, MappingPart)
        again = translate(mended)
        root, faults = again.root, [*faults, *again.faults]
        complete = complete and again.complete
    return Validated(root, tuple(faults), complete, is_unchanged)


def _given_up(root: MappingPart, faults: list[Fault]) -> Validated:
    """Too much is wrong to go on with: only what the file says of itself is kept."""
    kept = root._replace(entries=tuple(e for e in root.entries if e.key.value in ("title", "language")))
    if not verdict().is_valid({"nyttokedja": 1, "title": "", **plain(kept)}):
        kept = kept._replace(entries=())
    more = Fault("wrong-value", NOWHERE, "more", {"n": _MOST // 2})
    return Validated(kept, (*faults[: _MOST // 2], more), complete=False)


def _first_of_each(found: Iterable[Slip]) -> Iterator[Slip]:
    """One fault a part: a text that breaks both a pattern and a format is wrong once."""
    seen = set()
    for slip in found:
        part = (slip.fault.path, slip.fault.particulars.get("missing"))
        if part not in seen:
            seen.add(part)
            yield slip


def _is_under(path: Path, holders: Collection[Path]) -> bool:
    return any(path[: len(holder)] == holder for holder in holders)


def _takes_nodes(slip: Slip) -> bool:
    """Whether a node, an arrow or a whole section, known or unknown, may be gone with a part."""
    path = slip.path or ()
    if slip.meant is not None:
        return False
    if path[0] in SECTIONS:
        return len(path) < 3 or path[2] == "leads_to"
    return slip.much


def _mended(part: Part, fixes: Mapping[Path, Slip], at: Path) -> Part:
    """A part without what must go, and with what was meant."""
    if isinstance(part, MappingPart):
        return part._replace(entries=tuple(_mended_entries(part, fixes, at)))
    if isinstance(part, ListPart):
        kept = (
            _mended(item, fixes, (*at, n))
            for n, item in enumerate(part.items)
            if (*at, n) not in fixes or fixes[*at, n].meant is not None
        )
        return part._replace(items=tuple(kept))
    slip = fixes.get(at)
    return part if slip is None else part._replace(value=slip.meant)


def _mended_entries(part: MappingPart, fixes: Mapping[Path, Slip], at: Path) -> Iterator[Entry]:
    there = {entry.key.value for entry in part.entries}
    for key, value in part.entries:
        path = (*at, key.value)
        slip = fixes.get(path)
        if slip is None or (slip.meant is not None and slip.fault.rule == "wrong-value"):
            yield Entry(key, _mended(value, fixes, path))
        elif slip.meant is not None and slip.meant not in there:
            there.add(slip.meant)
            yield Entry(key._replace(value=slip.meant), value)
