"""Errors in values: of the wrong kind, outside their list, or written in another way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from nyttokedja.language.forms import Form
from nyttokedja.model.ids import as_id
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart
from nyttokedja.reading.quoting_hints import example
from nyttokedja.reading.schema_errors.error import At, Problem, SchemaError, meant_word
from nyttokedja.reading.schema_errors.items import dashed_entries, text_item, titles_under_names
from nyttokedja.reading.schema_errors.keys import cut_number, entries_of, must_have
from nyttokedja.reading.schema_errors.numbers import explain_date, explain_number, explain_share, without_unit

_TIGHT_DASHES = re.compile(r"-([^\s\d-].*?) -[^\s\d-]")
"""Lines of a list whose dashes have no space after them, which are read as one text."""

_HAVE_FACTORS = {"calculation", "value"}
"""Where a unit can stand at a factor."""


def wrong_type(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A value of another kind than may stand there."""
    if (text := text_item(at, lambda *_: None) or titles_under_names(at)) is not None:
        yield text
        return
    if "number" in at.form.schema.get("type", ()) and (cut := cut_number(at)) is not None:
        yield cut
        return
    wanted = problem.wanted if isinstance(problem.wanted, list) else [problem.wanted]
    said = isinstance(at.part, ScalarPart) and at.part.value is not None
    place = at.part if said or at.own_key is None else at.own_key
    variant, particulars = _explain_type(at, wanted)
    yield SchemaError(at.fault("wrong-value", variant, place, key=at.name, **particulars), at.path)


def _explain_type(at: At, wanted: list[str]) -> tuple[str, dict[str, Any]]:
    part = at.part
    if isinstance(part, MappingPart):
        return _explain_keys(at, part, wanted)
    if isinstance(part, ListPart):
        return _explain_list(at), {}
    if part.value is None:
        return ("empty-must" if must_have(at) else "empty"), {}
    if wanted == ["boolean"]:
        return "boolean", {"text": part.written, "allowed": _truths(at.form, at.keys)}
    if "number" in wanted or "integer" in wanted:
        return _explain_number(at, part)
    if at.form.schema.get("pattern") == "^none$":
        return "section", {"text": part.written, "none": at.form.word("none", at.keys)}
    if str(at.form.schema.get("pattern")).startswith("^NK"):
        return "rule-code", {"text": part.written}
    if "string" in wanted:
        return "quote", {"text": part.written}
    return _unfolded(at, part.written, wanted)


def _explain_list(at: At) -> str:
    """The variant of a list where there should be none."""
    if isinstance(at.path[-1], int):
        return "nested-list"
    if dashed_entries(at):
        return "dashed-entries"
    return "not-list-but-section" if at.form.schema.get("additionalProperties") else "not-list"


def _explain_keys(at: At, part: MappingPart, wanted: list[str]) -> tuple[str, dict[str, Any]]:
    groups = all(isinstance(value, ListPart) for _, value in part.entries)
    if at.form.name == "notes" and part.entries and groups:
        return "groups", {"headings": tuple(key.written for key, _ in part.entries)}
    return ("not-keys" if "array" not in wanted else "not-keys-but-list"), {}


def _explain_number(at: At, part: ScalarPart) -> tuple[str, dict[str, Any]]:
    variant, shown = explain_number(part.written, quoted=bool(part.style))
    high = at.form.schema.get("maximum", math.inf)
    if high <= 1 and variant == "unit" and (share := explain_share(part.written, high)):
        return "percent", share
    if variant == "unit" and "indicators" not in at.path:  # which has a key for it
        return without_unit(shown) if _HAVE_FACTORS & {*at.path} else ("number", {"text": part.written})
    return variant, shown


def _unfolded(at: At, text: str, wanted: list[str]) -> tuple[str, dict[str, Any]]:
    """A text where a list or keys should stand."""
    item = at.form.item
    if "array" in wanted:
        if item is not None and "string" not in item.schema["type"]:
            return "list-of-keys", {"text": text, "entries": entries_of(item, at.keys)}
        if match := _TIGHT_DASHES.match(text):
            return "tight-dashes", {"example": example(f"- {match[1]}")}
        return "list", {"text": text}
    if not at.form.schema.get("properties"):
        return "entries", {"text": text, "id": as_id(text)}
    return "keys", {"text": text, "allowed": at.allowed}


def _truths(form: Form, keys: str) -> tuple[str, ...]:
    return tuple(str(form.truth(value, keys)).lower() for value in (True, False))


def wrong_choice(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A value outside its list."""
    if not isinstance(at.part, ScalarPart):
        return  # it is of the wrong type too, which says more
    text = at.part.written
    listed = [str(value) for value in problem.wanted]
    allowed = tuple(at.form.word(value, at.keys) for value in listed)
    shown: dict[str, Any] = {"key": at.name, "text": text, "allowed": allowed}
    meant = meant_word(text, listed, at.keys, at.form.word)
    if meant is None:
        yield SchemaError(at.fault("wrong-value", "choice", **shown), at.path)
        return
    word = at.form.word(meant, at.keys)
    variant = "case" if word.casefold() == text.casefold() else "meant"
    yield SchemaError(at.fault("wrong-value", variant, **shown, meant=word), at.path, meant)


def wrong_text(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A text that breaks a pattern, a format or a length."""
    text = at.part.written if isinstance(at.part, ScalarPart) else ""
    shown: dict[str, Any] = {"key": at.name, "text": text}
    if problem.keyword == "minLength":
        variant = "empty-must" if must_have(at) else "empty"
        yield SchemaError(at.fault("wrong-value", variant, at.own_key, key=at.name), at.path)
    elif "date" in str(problem.schema.get("format")):
        variant, particulars = explain_date(text)
        if variant == "no-date" and at.form.takes_truth:
            variant, particulars = "truth-or-date", {"allowed": _truths(at.form, at.keys)}
        yield SchemaError(at.fault("wrong-value", variant, **{**shown, **particulars}), at.path)
    elif problem.schema.get("pattern") == "^none$":
        yield SchemaError(
            at.fault("wrong-value", "section", **shown, none=at.form.word("none", at.keys)), at.path
        )
    else:
        yield SchemaError(at.fault("wrong-value", "rule-code", **shown), at.path)


def out_of_range(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A number below or above what makes sense."""
    text = at.part.written if isinstance(at.part, ScalarPart) else ""
    shown: dict[str, Any] = {"key": at.name, "text": text}
    low, high = problem.schema.get("minimum"), problem.schema.get("maximum")
    if "date" in str(problem.schema.get("format")):
        variant = "date"
    elif (
        high is not None
        and high <= 1
        and problem.keyword == "maximum"
        and (share := explain_share(text, high))
    ):
        variant, shown = "percent", {**shown, **share}
    elif low == 0 and problem.keyword == "minimum":
        variant = "negative"
    else:
        variant, shown = "range", {**shown, "low": low, "high": high}
    yield SchemaError(at.fault("wrong-value", variant, **shown), at.path)


def too_few(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A scale of a single word, or a list of nothing."""
    if at.form.key == "scale":
        yield SchemaError(at.fault("wrong-value", "short-scale", at.own_key, key=at.name), at.path)
    else:
        yield from other(at, problem)


def other(at: At, _: Problem) -> Iterator[SchemaError]:
    """What breaks a keyword that has no sentence of its own: it would otherwise be lost."""
    text = at.part.written if isinstance(at.part, ScalarPart) else ""
    yield SchemaError(at.fault("wrong-value", "other", key=at.name, text=text), at.path or None)
