"""Remedy + file → the file with the remedy done: first its text as it stands, then orders and edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from unicodedata import category, normalize

from nyttokedja.editing import block_style, flow_style
from nyttokedja.editing.document import Document, document
from nyttokedja.editing.edits import Edit
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.editing.lookup import is_empty, locate
from nyttokedja.editing.orders import plan_order
from nyttokedja.editing.orders.field_paths import field_named
from nyttokedja.editing.orders.model import LinkOrder, Order, SetOrder, UnsetOrder
from nyttokedja.editing.remedies.model import (
    Drop,
    Fill,
    Indent,
    Mend,
    Reencode,
    Remedy,
    Reword,
    Rewrite,
    Step,
)
from nyttokedja.editing.remedies.surroundings import Surroundings, surroundings
from nyttokedja.editing.splices import Splice, overlap, spliced
from nyttokedja.language.codes import guessed
from nyttokedja.language.forms import root_form
from nyttokedja.model.findings import Finding
from nyttokedja.reading.parsed import Parsed

_DONE = {(UnsetOrder, "not-there"), (LinkOrder, "linked")}
"""Kinds of orders and why they are refused where there is nothing left to do."""


def carried_out(remedy: Remedy, parsed: Parsed, *answers: str) -> Parsed:
    """The file after a remedy, whose finding was made in it as it is.

    Args:
        remedy: one of `remedies_of`.
        parsed: the file.
        answers: what people say where the remedy leaves blanks, in their order.

    Raises:
        CannotEdit: it cannot be done, or would take away words that it does not say it takes; it says why,
            in the language of the chain.
    """
    try:
        return _carried_out(remedy, parsed, remedy.steps(*answers))
    except CannotEdit as error:
        if not error.spoken:
            error.at(parsed.source.place, guessed(parsed.text), remedy.finding.keys)
        raise


def _carried_out(remedy: Remedy, parsed: Parsed, steps: tuple[Step, ...]) -> Parsed:
    for step in steps:
        if isinstance(step, Reencode):
            parsed = Parsed(_in_utf_8(parsed.data, step.encoding), parsed.name, parsed.limits)
    mended = _rewritten(steps, remedy.finding, parsed)
    for step in steps:
        mended = _edited(step, mended)
    lost = _words(parsed.text) - _words(mended.text) - _words(remedy.loses)
    if lost and not any(isinstance(step, Mend) for step in steps):  # fixes are sure of theirs
        raise CannotEdit("differs")
    return mended


def _words(text: str) -> Counter[str]:
    """The words of a text; what cannot be seen is no part of them."""
    seen = "".join(sign for sign in normalize("NFC", text) if sign.isspace() or category(sign)[0] != "C")
    return Counter(re.findall(r"[^\W_]+", seen.casefold()))


def _in_utf_8(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode()
    except UnicodeError:
        raise CannotEdit("unreadable") from None


def _edited(step: Step, parsed: Parsed) -> Parsed:
    """The file after an order or an edit; what is so already is done."""
    try:
        if isinstance(step, Fill):
            return (
                parsed
                if _has(step, document(parsed))
                else _edited(SetOrder(step.id, step.key, step.value), parsed)
            )
        if isinstance(step, Order):
            return edit_parsed(parsed, plan_order(step, document(parsed)).edits).parsed
        return edit_parsed(parsed, (step,)).parsed if isinstance(step, Edit) else parsed
    except CannotEdit as error:
        if (type(step), error.reason) in _DONE:
            return parsed
        raise


def _has(step: Fill, document: Document) -> bool:
    """Whether a field has a value."""
    field, _ = field_named(locate(document, step.id, ())[0].form or root_form(), step.key, document.keys)
    found, rest = locate(document, step.id, field)
    return not rest and not is_empty(found.part)


def _rewritten(steps: tuple[Step, ...], finding: Finding, parsed: Parsed) -> Parsed:
    """The file after the steps that are about its text as it stands."""
    splices = [splice for step in steps for splice in _splices(step, finding, parsed)]
    if overlap(splices):
        raise CannotEdit("differs")
    return parsed.with_text(spliced(parsed.text, splices)) if splices else parsed


def _splices(step: Step, finding: Finding, parsed: Parsed) -> Iterator[Splice]:
    """What a step puts in the place of what in the text."""
    if type(step) in _IN_TEXT:
        yield from _IN_TEXT[type(step)](step, surroundings(parsed, finding, getattr(step, "of", "")))


def _rewrite(step: Rewrite, here: Surroundings) -> Iterator[Splice]:
    yield Splice(*here.at(step.spot), step.text)


def _indent(step: Indent, here: Surroundings) -> Iterator[Splice]:
    if not step.to.isdigit():
        raise CannotEdit("not-a-number", text=step.to)
    for line in here.line.deeper():
        yield Splice(*line.indent, " " * (line.depth - here.line.depth + int(step.to)))


def _drop(_: Drop, here: Surroundings) -> Iterator[Splice]:
    if here.child is None:
        raise CannotEdit("differs")
    yield from (flow_style if here.child.flow else block_style).drop(FileText(here.parsed), here.child)


def _reword(step: Reword, here: Surroundings) -> Iterator[Splice]:
    word = re.compile(rf"\b{re.escape(step.word)}\b", re.IGNORECASE)
    for match in word.finditer(here.text, *here.at("entry")):
        yield Splice(*match.span(), step.now)


def _mend(_: Mend, here: Surroundings) -> Iterator[Splice]:
    for span, _place, text in here.finding.fix.replacements if here.finding.fix else ():
        yield Splice(*span, text)


_IN_TEXT: Mapping[type, Callable[[Any, Surroundings], Iterator[Splice]]] = {
    Rewrite: _rewrite,
    Indent: _indent,
    Drop: _drop,
    Reword: _reword,
    Mend: _mend,
}
"""Kind of step → what it comes to in the text as it stands."""
