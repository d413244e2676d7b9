"""Remedy + file → the file with the remedy done: first its text as it stands, then orders and edits."""

from __future__ import annotations

from collections.abc import Iterator

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
from nyttokedja.editing.remedies.model import Drop, Fill, Indent, Mend, Remedy, Rewrite, Step
from nyttokedja.editing.remedies.surroundings import surroundings
from nyttokedja.editing.splices import Splice, overlap, spliced
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
        CannotEdit: it cannot be done; it says why, in the language of the chain.
    """
    steps = remedy.steps(*answers)
    parsed = _rewritten(steps, remedy.finding, parsed)
    for step in steps:
        parsed = _edited(step, parsed)
    return parsed


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
    if isinstance(step, Rewrite):
        yield Splice(*surroundings(parsed, finding, step.of).at(step.spot), step.text)
    elif isinstance(step, Indent):
        if not step.to.isdigit():
            raise CannotEdit("not-a-number", text=step.to)
        line = surroundings(parsed, finding).line
        for deeper in line.deeper():
            yield Splice(*deeper.indent, " " * (deeper.depth - line.depth + int(step.to)))
    elif isinstance(step, Drop):
        child, file = surroundings(parsed, finding, step.of).child, FileText(parsed)
        if child is None:
            raise CannotEdit("differs")
        yield from (flow_style if child.flow else block_style).drop(file, child)
    elif isinstance(step, Mend) and finding.fix is not None:
        for span, _, text in finding.fix.replacements:
            yield Splice(*span, text)
