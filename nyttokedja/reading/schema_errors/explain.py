"""jsonschema's errors → SchemaError: a fault in our own words, and how to go on without the invalid part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from nyttokedja.reading.parts import MappingPart
from nyttokedja.reading.schema_errors import keys as in_keys
from nyttokedja.reading.schema_errors import values
from nyttokedja.reading.schema_errors.error import At, Path, Problem, SchemaError, locate

if TYPE_CHECKING:
    from jsonschema import ValidationError

KEYWORDS: Mapping[str, Callable[[At, Problem], Iterator[SchemaError]]] = {
    "additionalProperties": in_keys.unknown_keys,
    "propertyNames": in_keys.wrong_name,
    "required": in_keys.missing_keys,
    "type": values.wrong_type,
    "enum": values.wrong_choice,
    "pattern": values.wrong_text,
    "format": values.wrong_text,
    "minLength": values.wrong_text,
    "maxLength": values.wrong_text,
    "minimum": values.out_of_range,
    "maximum": values.out_of_range,
    "minItems": values.too_few,
}
"""Keyword of the schema → what is said where it is not kept."""


def explain_errors(
    root: MappingPart, keys: str, errors: Iterable[tuple[Path, ValidationError]]
) -> Iterator[SchemaError]:
    """What is said of each invalid part.

    Args:
        root: the whole file in canonical parts.
        keys: the language of the file's keys.
        errors: each with the path to the part that was validated.
    """
    for start, error in errors:
        at = locate(root, (*start, *error.absolute_path), keys)
        keyword = "propertyNames" if "propertyNames" in error.absolute_schema_path else str(error.validator)
        schema = error.schema if isinstance(error.schema, dict) else {}
        problem = Problem(keyword, error.validator_value, error.instance, schema)
        yield from KEYWORDS.get(keyword, values.other)(at, problem)
