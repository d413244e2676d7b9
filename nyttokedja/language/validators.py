"""The JSON Schema as validators: jsonschema-rs for the verdict, jsonschema to explain it.

The verdict takes a fraction of the time that reading takes; only a file that fails is explained.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from nyttokedja.language.schema import canonical, folder
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.ids import is_id
from nyttokedja.model.periods import parse

if TYPE_CHECKING:
    import jsonschema

Path = tuple[str | int, ...]

_DIGITS = re.compile(r"\+?[0-9]+")


class Verdict(Protocol):
    """Whether data fits a schema, and where it does not."""

    def is_valid(self, data: Any, /) -> bool:
        """Whether data fits."""

    def iter_errors(self, data: Any, /) -> Iterator[Any]:
        """The errors, each with its ``instance_path`` from the root of the data."""


@cache
def verdict() -> Verdict:
    """The validator of canonical data: jsonschema-rs, or the slower explainer where that is not there."""
    try:
        import jsonschema_rs
    except ImportError:  # a native wheel, which not every place that Python runs in has
        return _Explained(explainer())
    return jsonschema_rs.validator_for(canonical(), formats=dict(FORMATS), validate_formats=True)


def fits(data: Any, file: str) -> bool:
    """Whether data is what one of the other schemas, by the name of its file, describes."""
    return _of_file(file).is_valid(data)


@cache
def _of_file(file: str) -> Verdict:
    schema = json.loads((folder() / file).read_text("utf-8"))
    try:
        import jsonschema_rs
    except ImportError:
        import jsonschema

        return _Explained(jsonschema.Draft202012Validator(schema))
    return jsonschema_rs.validator_for(schema)


class _Explained:
    """jsonschema's validator with the face of jsonschema-rs."""

    def __init__(self, validator: jsonschema.Draft202012Validator) -> None:
        self._validator = validator
        self.is_valid = validator.is_valid

    def iter_errors(self, data: Any) -> Iterator[Any]:
        for error in self._validator.iter_errors(data):
            yield _At(tuple(error.absolute_path))


class _At(NamedTuple):
    instance_path: Path


@cache
def explainer(node: str = "") -> jsonschema.Draft202012Validator:
    """The explaining validator: every error with its path, of a whole file or of one type of node."""
    import jsonschema

    checker = jsonschema.FormatChecker(formats=())
    for name, fits in FORMATS.items():
        checker.checks(name)(fits)
    schema = {"$defs": canonical()["$defs"], "$ref": f"#/$defs/{node}"} if node else canonical()
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


def errors(data: Mapping[str, Any], most: int) -> Iterator[tuple[Path, jsonschema.ValidationError]]:
    """The errors of the first places, at most so many, that the verdict falls on.

    Each with the path to the part that was explained, which is as small as can be: to explain a whole
    file takes many times longer than to read it.
    """
    found = verdict().iter_errors(data)
    places = (place for error in found for place in _explained(tuple(error.instance_path), data))
    for path in dict.fromkeys(islice(places, most)):
        if path:
            section, id = path
            part, validator = data[section][id], explainer(SECTIONS[section].value)
        else:
            part, validator = _without_nodes(data), explainer()
        for error in validator.iter_errors(part):
            yield path, error


def _explained(path: Path, data: Mapping[str, Any]) -> Iterator[tuple[()] | tuple[str, str]]:
    """The node that an error is in, or the whole file.

    jsonschema-rs gives keys of digits back as integers, whatever they were written as (``7``, ``007``,
    ``+7``); each node that may be meant is explained, and the sound ones have nothing to say.
    """
    section = path[0] if path else None
    if len(path) < 2 or section not in SECTIONS or not isinstance(nodes := data[str(section)], dict):
        yield ()
    elif isinstance(path[1], int):
        yield from (
            (str(section), id) for id in nodes if _DIGITS.fullmatch(id) and _number(id) == str(path[1])
        )
    else:
        yield str(section), path[1]


def _number(digits: str) -> str:
    return digits.lstrip("+").lstrip("0") or "0"


def _without_nodes(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: dict.fromkeys(value) if key in SECTIONS and isinstance(value, dict) else value
        for key, value in data.items()
    }


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True  # another type is another keyword's business
    try:
        parse(value)
    except ValueError:
        return False
    return True


FORMATS: dict[str, Callable[[object], bool]] = {"chain-date": _is_date, "chain-id": is_id}
"""The formats that the schema's patterns can only come near to."""
