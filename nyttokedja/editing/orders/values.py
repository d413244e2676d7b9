"""The text of a value as a person writes it → the value that an edit sets: number, date, list …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table
from math import inf
from typing import Any

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.language.forms import ONE_OR_SEVERAL, Form, alone_key
from nyttokedja.model.periods import parse
from nyttokedja.model.scales import step_of
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.schema_errors.error import meant_word
from nyttokedja.reading.schema_errors.numbers import explain_share

_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_DOUBTFUL = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+")
_BETWEEN_NUMBERS = re.compile(r"\s*;\s*|,?\s+")
_IN_PERCENT = re.compile(r"%|procent|prosent|per ?cent")
_PLAIN_TRUTHS = {"true": True, "false": False}
_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")


def value_said(form: Form, written: str, language: str) -> Any:
    """The value that a text means in a place: a number, a truth, a listed value, a date, a text, a list.

    Raises:
        CannotEdit: it cannot stand there.
    """
    kinds = kinds_of(form.schema)
    values = _folded(form.values) | (_PLAIN_TRUTHS if "boolean" in kinds else {})
    if written.strip().casefold() in values:
        return values[written.strip().casefold()]
    if form.takes_date:
        return date_said(written)
    if "boolean" in kinds or (form.listed and "object" not in kinds):
        raise _bad_value(form, written, language)
    most = form.schema.get("maximum", inf)
    if most <= 1 and _IN_PERCENT.search(written) and (share := explain_share(written, most)):
        return float(share["number"])
    if "number" in kinds or "integer" in kinds:
        return _number_or_text(written) if "string" in kinds else number_said(written)
    if "array" in kinds and form.item is not None and "number" in kinds_of(form.item.schema):
        return [number_said(number) for number in _BETWEEN_NUMBERS.split(written.strip())]
    if "array" in kinds:
        items = (
            [item.strip() for item in written.split(",") if item.strip()] if _of_texts(form) else [written]
        )
        return items[0] if len(items) == 1 and "string" in kinds else items
    if "string" in kinds or not kinds or alone_key(form):
        return written
    raise CannotEdit("not-a-text", text=written)


def _bad_value(form: Form, written: str, language: str) -> CannotEdit:
    meant = meant_word(written, form.listed, language, form.word)
    if meant is not None:
        return CannotEdit("bad-value-but", text=written, meant=form.word(meant, language))
    allowed = [form.word(value, language) for value in form.listed] or _truths(form, language)
    return CannotEdit("bad-value", text=written, allowed=tuple(allowed))


def _of_texts(form: Form) -> bool:
    """Whether a list's items are ids or single words, which have no commas."""
    return form.name in ONE_OR_SEVERAL or form.key == "tags"


def _folded(values: Table[str, Any]) -> dict[str, Any]:
    return {word.casefold(): value for word, value in values.items()}


def _truths(form: Form, language: str) -> Iterable[str]:
    return (str(form.truth(value, language)).lower() for value in (True, False))


def number_said(written: str) -> int | float:
    """A number as a person writes it.

    Raises:
        CannotEdit: it is none.
    """
    bare = _THOUSANDS.sub("", written.strip()).replace("\u2212", "-")
    if _DOUBTFUL.fullmatch(bare):
        raise CannotEdit("thousands", text=written, number=bare.replace(".", ""))
    if not _NUMBER.fullmatch(bare):
        raise CannotEdit("not-a-number", text=written)
    return float(bare.replace(",", ".")) if "," in bare or "." in bare else int(bare)


def _number_or_text(written: str) -> int | float | str:
    """A number, or a text where it is none: a formula."""
    try:
        return number_said(written)
    except CannotEdit as error:
        if error.reason != "not-a-number":
            raise
        return written


def figure_said(written: str, scale: Sequence[str]) -> int | float | str:
    """The value of an indicator: a number, or a word of its scale, as the scale has it.

    Raises:
        CannotEdit: it is neither.
    """
    if not scale:
        return number_said(written)
    if (step := step_of(written, scale)) is not None:
        return scale[step]
    if meant := nearest(written, scale):
        raise CannotEdit("off-scale-but", text=written, meant=meant, known=tuple(scale))
    raise CannotEdit("off-scale", text=written, known=tuple(scale))


def date_said(written: str) -> str:
    """A date as a person writes it.

    Raises:
        CannotEdit: it is none.
    """
    try:
        parse(written.strip())
    except ValueError:
        raise CannotEdit("not-a-date", text=written) from None
    return written.strip()


def kinds_of(schema: Table[str, Any]) -> tuple[str, ...]:
    """The JSON types that a place of the schema allows: ``("string", "array")``."""
    said = schema.get("type", ())
    return (said,) if isinstance(said, str) else tuple(said)
