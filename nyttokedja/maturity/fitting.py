"""Data of a file and the schema that it is to fit → what is wrong with it, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nyttokedja.language.texts import texts
from nyttokedja.language.validators import Misfit, misfits
from nyttokedja.maturity.files import FileFault, Held, Path, word_for
from nyttokedja.model.periods import parse

_Told = tuple[str, dict[str, Any]]
_DATES = frozenset({"date", "due"})
_LARGEST = 100_000


def faults_of(held: Held, schema: str, language: str) -> tuple[FileFault, ...]:
    """All that is wrong with a file, in the order of its lines.

    Args:
        held: what it says.
        schema: the name of the schema's file.
        language: that of the words which are said to be lacking.
    """
    found = [*held.faults, *_dates(held, held.data, (), language)]
    misspelt = {fault.particulars.get("meant") for fault in held.faults}
    for misfit in misfits(held.data, schema):
        called = _called(misfit.path, language)
        reason, particulars = _KEYWORDS[misfit.keyword](misfit, called, language)
        if reason != "lacking" or particulars["name"] not in misspelt:
            found.append(FileFault(reason, held.place(misfit.path), particulars))
    return tuple(sorted(found, key=lambda fault: fault.place))


def _called(path: Path, language: str) -> str:
    """What a part is called: the nearest word above it."""
    known = texts(language).group("maturity/keys")
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    return str(known.get(name, name))


def _dates(held: Held, value: Any, at: Path, language: str) -> Iterator[FileFault]:
    """Times that are none."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _dates(held, each, (*at, key), language)
    elif isinstance(value, list):
        for n, each in enumerate(value):
            yield from _dates(held, each, (*at, n), language)
    elif at and at[-1] in _DATES and isinstance(value, str) and not _is_date(value):
        yield FileFault("not-a-date", held.place(at), {"name": _called(at, language)})


def _is_date(value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True


def _type(misfit: Misfit, called: str, language: str) -> _Told:
    if misfit.wanted == "object":
        return "not-a-table", {}
    if misfit.wanted == "integer":
        return _range(misfit, called, language)
    return ("not-a-list" if misfit.wanted == "array" else "not-a-text"), {"name": called}


def _range(misfit: Misfit, called: str, language: str) -> _Told:
    least, most = misfit.schema.get("minimum", 0), misfit.schema.get("maximum", _LARGEST)
    return "not-a-number", {"name": called, "least": least, "most": most}


def _required(misfit: Misfit, called: str, language: str) -> _Told:
    name = next(name for name in misfit.wanted if name not in misfit.instance)
    return "lacking", {"name": word_for(name, language)}


def _unknown(misfit: Misfit, called: str, language: str) -> _Told:
    name = next(name for name in misfit.instance if name not in misfit.schema["properties"])
    return "unknown", {"name": texts(language).group("maturity/keys").get(name, name)}


def _items(misfit: Misfit, called: str, language: str) -> _Told:
    n = len(misfit.instance)
    if "minItems" in misfit.schema and misfit.schema["minItems"] == misfit.schema.get("maxItems"):
        return "not-five", {"name": called, "n": n}
    return ("too-many" if n else "empty"), {"name": called, "most": misfit.wanted}


def _length(misfit: Misfit, called: str, language: str) -> _Told:
    reason = "empty" if misfit.keyword == "minLength" else "too-long"
    return reason, {"name": called, "most": misfit.wanted}


def _choice(misfit: Misfit, called: str, language: str) -> _Told:
    said = texts(language).group("maturity/values")
    return "not-a-choice", {"name": called, "allowed": tuple(said.get(one, one) for one in misfit.wanted)}


_KEYWORDS: Mapping[str, Callable[[Misfit, str, str], _Told]] = {
    "type": _type,
    "minimum": _range,
    "maximum": _range,
    "required": _required,
    "additionalProperties": _unknown,
    "minItems": _items,
    "maxItems": _items,
    "minProperties": _items,
    "maxProperties": _items,
    "minLength": _length,
    "maxLength": _length,
    "enum": _choice,
    "const": lambda misfit, called, language: ("other-version", {}),
    "pattern": lambda misfit, called, language: ("not-an-id", {"name": called}),
}
