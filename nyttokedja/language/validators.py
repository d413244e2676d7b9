"""The JSON Schema as validators: jsonschema-rs for the verdict, jsonschema to explain it.

The verdict takes a fraction of the time that reading takes; only a file that fails is explained.
"""

from __future__ import annotations

import json
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


class Verdict(Protocol):
    """Whether data fits a schema."""

    def is_valid(self, data: Any, /) -> bool:
        """Whether data fits."""


@cache
def verdict() -> Verdict:
    """The validator of canonical data: jsonschema-rs, or the slower explainer where that is not there."""
    try:
        import jsonschema_rs
    except ImportError:  # a native wheel, which not every place that Python runs in has
        return explainer()
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

        return jsonschema.Draft202012Validator(schema)
    return jsonschema_rs.validator_for(schema)


class Misfit(NamedTuple):
    """Something in data that does not fit a schema: where, which keyword says so, and what it wants."""

    path: Path
    keyword: str
    wanted: Any
    instance: Any
    schema: Mapping[str, Any]


def misfits(data: Any, file: str) -> Iterator[Misfit]:
    """What of some data does not fit one of the other schemas, by the name of its file."""
    import jsonschema

    schema = json.loads((folder() / file).read_text("utf-8"))
    for error in jsonschema.Draft202012Validator(schema).iter_errors(data):
        within = error.schema if isinstance(error.schema, Mapping) else {}
        wanted = error.validator_value
        yield Misfit(tuple(error.absolute_path), str(error.validator), wanted, error.instance, within)


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
    for path in islice(_unfit(data), most):
        if path:
            section, id = path
            part, validator = data[section][id], explainer(SECTIONS[section].value)
        else:
            part, validator = _without_nodes(data, but=lambda name: not is_id(name)), explainer()
        for error in validator.iter_errors(part):
            yield path, error


def _unfit(data: Mapping[str, Any]) -> Iterator[tuple[()] | tuple[str, str]]:
    """The whole file, where it is at fault for more than its nodes, and each node that is.

    Only verdicts are asked for: an error of jsonschema-rs holds a copy of all that it is about, and
    of ten thousand wrong names each would hold all names.
    """
    fits = verdict().is_valid
    if not fits(_without_nodes(data)):
        yield ()
    for section in SECTIONS:
        nodes = data.get(section)
        for id, node in nodes.items() if isinstance(nodes, dict) else ():
            if not fits({"nyttokedja": 1, "title": "-", section: {"id": node}}):
                yield section, id


def _without_nodes(data: Mapping[str, Any], but: Callable[[str], bool] = lambda _: True) -> dict[str, Any]:
    """The file with empty nodes in its sections; ``but`` says of which ids."""
    return {
        key: dict.fromkeys(filter(but, value)) if key in SECTIONS and isinstance(value, dict) else value
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
