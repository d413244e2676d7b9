"""jsonschema's errors → slips: a fault in our own words, and which part to leave out for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from nyttokedja.findings import Fault
from nyttokedja.names import nearest
from nyttokedja.schema_file import canonical
from nyttokedja.source import Entry, Part, Scalar, Sequence, span_of
from nyttokedja.source import Mapping as MappingPart
from nyttokedja.vocabulary import Form, root_form, words

if TYPE_CHECKING:
    from jsonschema import ValidationError

_DIGITS = re.compile(r"[0-9]+")
_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3})+")
_WITH_UNIT = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?)\s*(\D.*)")


class _Problem(NamedTuple):
    """What of a jsonschema error is needed: the keyword that failed, what it wanted, and of what."""

    keyword: str
    wanted: Any
    instance: Any
    schema: Mapping[str, Any]


class Slip(NamedTuple):
    """A fault, and the path of the part that must go so that the rest fits (None: nothing must)."""

    fault: Fault
    gone: tuple[str | int, ...] | None


class _At(NamedTuple):
    """Where an error is: the path from the root, the part there, its key, its form and its holder."""

    path: tuple[str | int, ...]
    part: Part
    key: Scalar | None
    form: Form
    holder: Form
    keys: str

    def fault(self, rule: str, variant: str = "", at: Part | None = None, **particulars: Any) -> Fault:
        return Fault(rule, span_of(at or self.part), variant, particulars, self.path)

    @property
    def name(self) -> str:
        """The key as the file writes it, or the word for a list's item."""
        return self.key.written if self.key else ""


def slips(root: MappingPart, keys: str, errors: Iterable[ValidationError]) -> Iterator[Slip]:
    """A slip for each part that does not fit; ``keys`` is the language of the file's keys."""
    for error in errors:
        at = _locate(root, tuple(error.absolute_path), keys)
        keyword = "propertyNames" if "propertyNames" in error.absolute_schema_path else str(error.validator)
        schema = error.schema if isinstance(error.schema, dict) else {}
        problem = _Problem(keyword, error.validator_value, error.instance, schema)
        yield from _KEYWORDS.get(keyword, _other)(at, problem)


def _locate(root: MappingPart, path: tuple[str | int, ...], keys: str) -> _At:
    part: Part = root
    form = holder = root_form()
    key: Scalar | None = None
    for step in path:
        holder = form
        if isinstance(part, MappingPart):
            key, part = _entry(part, str(step))
            form = form.within(str(step)) or form
        elif isinstance(part, Sequence):
            part = part.items[int(step)]
            form = form.item or form
    return _At(path, part, key, form, holder, keys)


def _entry(part: MappingPart, name: str) -> Entry:
    return next(entry for entry in part.entries if entry.key.value == name)


def _unknown_keys(at: _At, _: _Problem) -> Iterator[Slip]:
    assert isinstance(at.part, MappingPart)
    known = canonical_keys(at.form)
    previous: Entry | None = None
    for entry in at.part.entries:
        if entry.key.value not in known and not entry.key.value.startswith("x-"):
            path = (*at.path, entry.key.value)
            yield Slip(_unknown_key(at._replace(path=path), entry, previous), path)
        previous = entry


def canonical_keys(form: Form) -> frozenset[str]:
    """The keys that may stand in a mapping of this form."""
    return frozenset(form.schema.get("properties", {}))


def _unknown_key(at: _At, entry: Entry, previous: Entry | None) -> Fault:
    key = entry.key
    bare = (
        isinstance(entry.value, Scalar) and entry.value.value is None and entry.value.start == entry.value.end
    )
    if bare and previous and isinstance(previous.value, Scalar):
        before = previous.value
        if _DIGITS.fullmatch(key.written) and _DIGITS.fullmatch(before.written):
            number = f"{before.written}.{key.written}"
            return at.fault(
                "wrong-value", "decimal-comma", key, written=f"{before.written},{key.written}", number=number
            )
        if isinstance(before.value, str) and isinstance(at.part, MappingPart) and at.part.flow:
            text = f"{before.written}, {key.written}"
            return at.fault("unknown-key", "comma-in-text", key, text=text)
    if (meant := _meant(key.written, at)) is not None:
        return at.fault("unknown-key", "meant", key, key=key.written, meant=meant)
    if owners := _owners(key.written, at):
        return at.fault("unknown-key", "elsewhere", key, key=key.written, owners=owners, holder=at.form.name)
    allowed = tuple(words(at.keys).key(name, at.form.name) for name in at.form.schema.get("properties", {}))
    return at.fault("unknown-key", "", key, key=key.written, allowed=allowed)


def _meant(written: str, at: _At) -> str | None:
    """The word in the file's own language, or else in any, that a key is a slip of."""
    own = {words(at.keys).key(name, at.form.name): name for name in canonical_keys(at.form)}
    if (near := nearest(written, own)) is not None:
        return near
    known = at.form.keys
    near = nearest(written, known)
    return words(at.keys).key(known[near], at.form.name) if near else None


def _owners(written: str, at: _At) -> tuple[str, ...]:
    """The kinds of node where a key belongs that stands in the wrong one."""
    nodes = {
        schema["additionalProperties"]["$ref"].removeprefix("#/$defs/"): section
        for section, schema in canonical()["$defs"].items()
        if section in canonical()["properties"] and isinstance(schema.get("additionalProperties"), dict)
    }
    if at.form.name not in nodes:
        return ()
    return tuple(
        node
        for node in nodes
        if written in (form := Form(canonical()["$defs"][node], node)).keys
        and form.keys[written] not in canonical_keys(at.form)
    )


def _wrong_name(at: _At, problem: _Problem) -> Iterator[Slip]:
    """An id, or the date of a measurement, that is not one."""
    name = str(problem.instance)
    assert isinstance(at.part, MappingPart)
    key = _entry(at.part, name).key
    at = at._replace(path=(*at.path, name))
    if at.form.schema["propertyNames"]["$ref"].endswith("/date"):
        yield Slip(at.fault("wrong-value", "date", key, key=at.name, text=key.written), at.path)
    else:  # the node can be spoken of by its bad id, so it stays
        yield Slip(at.fault("wrong-value", "id", key, text=key.written, suggestion=_as_id(key.written)), None)


def _as_id(text: str) -> str:
    """An id made of a text that is none."""
    name = re.sub(r"_+", "_", "".join(c if c.isalnum() else "_" for c in text.lower())).strip("_")
    return (name if name[:1].isalpha() else f"n{name or 1}")[:64]


def _missing(at: _At, problem: _Problem) -> Iterator[Slip]:
    slipped = {_meant(str(key), at) for key in problem.instance if key not in canonical_keys(at.form)}
    for name in problem.wanted:
        if name not in problem.instance and words(at.keys).key(name, at.form.name) not in slipped:
            missing = words(at.keys).key(name, at.form.name)
            place = at.key if at.key is not None and not isinstance(at.path[-1], int) else _beginning(at.part)
            fault = at.fault("wrong-value", "missing", place, missing=missing, holder=at.name)
            yield Slip(fault, at.path or None)


def _beginning(part: Part) -> Part:
    return part.entries[0].key if isinstance(part, MappingPart) and part.entries else part


def _wrong_type(at: _At, problem: _Problem) -> Iterator[Slip]:
    wanted = problem.wanted if isinstance(problem.wanted, list) else [problem.wanted]
    place = at.key if isinstance(at.part, Scalar) and at.part.value is None and at.key else at.part
    if (
        isinstance(at.part, MappingPart | Sequence)
        and at.key is not None
        and not isinstance(at.path[-1], int)
    ):
        place = at.key
    variant, particulars = _type_slip(at, wanted)
    yield Slip(at.fault("wrong-value", variant, place, key=at.name, **particulars), at.path)


def _type_slip(at: _At, wanted: list[str]) -> tuple[str, dict[str, Any]]:
    part = at.part
    if isinstance(part, MappingPart):
        return ("not-keys" if "array" not in wanted else "not-keys-but-list"), {}
    if isinstance(part, Sequence):
        return ("not-list-but-section" if at.form.schema.get("additionalProperties") else "not-list"), {}
    if part.value is None:
        return "empty", {}
    if wanted == ["boolean"]:
        return "boolean", {"text": part.written, "allowed": _truths(at.form, at.keys)}
    if "number" in wanted or "integer" in wanted:
        return _number_slip(part.written)
    if "string" in wanted:
        return "quote", {"text": part.written}
    if "array" in wanted:
        return "list", {"text": part.written}
    return "keys", {"text": part.written}


def _truths(form: Form, keys: str) -> tuple[str, ...]:
    return tuple(str(form.truth(value, keys)).lower() for value in (True, False))


def _number_slip(text: str) -> tuple[str, dict[str, Any]]:
    if _COMMA.fullmatch(text):
        return "decimal-comma", {"written": text, "number": text.replace(",", ".")}
    if _THOUSANDS.fullmatch(text):
        return "thousands", {"written": text, "number": re.sub(r"[^0-9-]", "", text)}
    if match := _WITH_UNIT.fullmatch(text):
        return "unit", {"written": text, "number": match[1].replace(",", "."), "unit": match[2].strip()}
    return "number", {"text": text}


def _wrong_choice(at: _At, problem: _Problem) -> Iterator[Slip]:
    if not isinstance(at.part, Scalar):
        return  # it is of the wrong type too, which says more
    allowed = tuple(
        at.form.word(value, at.keys) if isinstance(value, str) else str(value) for value in problem.wanted
    )
    meant = nearest(at.part.written, allowed) or _meant_value(at)
    if meant is not None:
        yield Slip(
            at.fault("wrong-value", "meant", key=at.name, text=at.part.written, meant=meant, allowed=allowed),
            at.path,
        )
    else:
        yield Slip(
            at.fault("wrong-value", "choice", key=at.name, text=at.part.written, allowed=allowed), at.path
        )


def _meant_value(at: _At) -> str | None:
    assert isinstance(at.part, Scalar)
    near = nearest(at.part.written, at.form.values)
    return at.form.word(at.form.values[near], at.keys) if near else None


def _wrong_text(at: _At, problem: _Problem) -> Iterator[Slip]:
    """A text that breaks a pattern, a format or a length."""
    text = at.part.written if isinstance(at.part, Scalar) else ""
    if problem.keyword == "minLength":
        place = at.key if at.key is not None and not isinstance(at.path[-1], int) else at.part
        yield Slip(at.fault("wrong-value", "empty", place, key=at.name), at.path)
    elif "date" in str(problem.schema.get("format")):
        yield Slip(at.fault("wrong-value", "date", key=at.name, text=text), at.path)
    elif problem.schema.get("pattern") == "^none$":
        none = at.form.word("none", at.keys)
        yield Slip(at.fault("wrong-value", "section", key=at.name, text=text, none=none), at.path)
    else:
        yield Slip(at.fault("wrong-value", "rule-code", key=at.name, text=text), at.path)


def _out_of_range(at: _At, problem: _Problem) -> Iterator[Slip]:
    text = at.part.written if isinstance(at.part, Scalar) else ""
    variant = "date" if "date" in str(problem.schema.get("format")) else "negative"
    yield Slip(at.fault("wrong-value", variant, key=at.name, text=text), at.path)


def _other(at: _At, _: _Problem) -> Iterator[Slip]:
    # a keyword that the schema gains without a sentence here would otherwise be lost
    text = at.part.written if isinstance(at.part, Scalar) else ""
    yield Slip(at.fault("wrong-value", "other", key=at.name, text=text), at.path or None)


_KEYWORDS = {
    "additionalProperties": _unknown_keys,
    "propertyNames": _wrong_name,
    "required": _missing,
    "type": _wrong_type,
    "enum": _wrong_choice,
    "pattern": _wrong_text,
    "format": _wrong_text,
    "minLength": _wrong_text,
    "maxLength": _wrong_text,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}
