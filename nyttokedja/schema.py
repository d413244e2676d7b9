"""Canonical parts → the parts that fit the JSON Schema, and a fault for each that does not.

jsonschema-rs gives the verdict, in a fraction of the time that reading takes; only a file that fails
is shown to jsonschema, whose errors `nyttokedja.slips` turns into faults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from nyttokedja.chain import SECTIONS
from nyttokedja.dates import parse
from nyttokedja.findings import Fault
from nyttokedja.schema_file import canonical
from nyttokedja.slips import Slip, slips
from nyttokedja.source import Entry, Mapping, Part, Scalar, Sequence, plain

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs

Path = tuple[str | int, ...]
_MOST_EXPLAINED = 200
"""So many faults are explained in one file; whoever has made more has made one many times."""


class Fitted(NamedTuple):
    """What fits the schema, and what does not. ``complete`` is False where nodes may be gone by it."""

    root: Mapping
    faults: tuple[Fault, ...]
    complete: bool


def fit(root: Mapping, keys: str) -> Fitted:
    """Leave out of a file what does not fit the schema; ``keys`` is the language of its keys."""
    faults: list[Fault] = []
    complete = True
    while not verdict().is_valid(data := plain(root)):
        found = list(_first_of_each(slips(root, keys, _errors(data))))
        # what had to go may leave its holder without what it must have: that one goes unsaid
        faults = faults or [slip.fault for slip in found]
        gone = {slip.gone for slip in found if slip.gone is not None}
        complete = complete and not any(_takes_nodes(root, path) for path in gone)
        if not gone:
            break
        left = _without(root, gone)
        assert isinstance(left, Mapping)
        root = left
    return Fitted(root, tuple(faults), complete)


@cache
def verdict() -> jsonschema_rs.Validator:
    """The fast validator: whether data in canonical words fits."""
    import jsonschema_rs

    return jsonschema_rs.validator_for(canonical(), formats=dict(FORMATS), validate_formats=True)


@cache
def explainer() -> jsonschema.Draft202012Validator:
    """The explaining validator: every error with its path."""
    import jsonschema

    checker = jsonschema.FormatChecker(formats=())
    for name, fits in FORMATS.items():
        checker.checks(name)(fits)
    return jsonschema.Draft202012Validator(canonical(), format_checker=checker)


def _errors(data: Any) -> Iterator[jsonschema.ValidationError]:
    for count, error in enumerate(explainer().iter_errors(data)):
        if count == _MOST_EXPLAINED:
            return
        yield error


def _first_of_each(found: Iterator[Slip]) -> Iterator[Slip]:
    """One fault a part: a text that breaks both a pattern and a format is wrong once."""
    seen = set()
    for slip in found:
        part = (slip.fault.path, slip.fault.particulars.get("missing"))
        if part not in seen:
            seen.add(part)
            yield slip


def _takes_nodes(root: Mapping, path: Path) -> bool:
    """Whether leaving a part out takes a node or a whole section, known or misspelt, with it."""
    if len(path) == 2:
        return path[0] in SECTIONS
    return len(path) == 1 and any(
        entry.key.value == path[0] and not isinstance(entry.value, Scalar) for entry in root.entries
    )


def _without(part: Part, gone: set[Path], at: Path = ()) -> Part:
    if isinstance(part, Mapping):
        entries = tuple(
            Entry(key, _without(value, gone, (*at, key.value)))
            for key, value in part.entries
            if (*at, key.value) not in gone
        )
        return part._replace(entries=entries)
    if isinstance(part, Sequence):
        items = enumerate(part.items)
        return part._replace(
            items=tuple(_without(item, gone, (*at, n)) for n, item in items if (*at, n) not in gone)
        )
    return part


def _is_date(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return True  # another type is another keyword's business
    try:
        parse(value)
    except ValueError:
        return False
    return True


def _is_id(value: object) -> bool:
    if not isinstance(value, str):
        return True
    body = value.replace("_", "").replace("-", "")
    return value[:1].isalpha() and all(letter.isalnum() for letter in body)


FORMATS: dict[str, Callable[[object], bool]] = {"chain-date": _is_date, "chain-id": _is_id}
"""The formats that the schema's patterns can only come near to."""
