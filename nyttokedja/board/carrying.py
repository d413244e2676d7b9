"""Order + file → Carried: the file after it, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from nyttokedja.board.orders import (
    BoardOrder,
    DropOrder,
    FillOrder,
    MendOrder,
    MergeOrder,
    SortOrder,
    TypeOrder,
    UnsortOrder,
)
from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import summed_up
from nyttokedja.editing import AddItem, CannotEdit, Set
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.orders import (
    LinkOrder,
    Plan,
    RemoveOrder,
    RetitleOrder,
    SetOrder,
    UnsetOrder,
    plan_order,
    sentences,
)
from nyttokedja.editing.orders.plan import BoxAfter, BoxBefore, Statement
from nyttokedja.editing.remedies import carried_out, label, remedies_of
from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.returning import Memory, Origin, returned
from nyttokedja.importing.returning.said import boxes, said_by_file
from nyttokedja.importing.sorting import Sorting
from nyttokedja.language.codes import guessed
from nyttokedja.language.refusals import unknown_node
from nyttokedja.language.texts import texts
from nyttokedja.reading.parsed import Parsed

_SAID = "board/done"


class Carried(NamedTuple):
    """A file after an order, its check, what is said of it, and the boxes that it is about."""

    parsed: Parsed
    checked: Checked
    said: tuple[str, ...]
    touched: tuple[str, ...]


def carry_out(order: BoardOrder, checked: Checked, parsed: Parsed, config: Config) -> Carried:
    """Carry out an order in a file.

    Args:
        order: what somebody asks for.
        checked: the check of the file.
        parsed: the file.
        config: how it is checked.

    Raises:
        CannotEdit: it cannot be done; it says why, in the chain's language.
        CannotRead: what was typed cannot be read.
    """
    _refuse_missing(order, parsed)
    made = _BEYOND_EDITS.get(type(order))
    if made is None:
        plan = plan_order(order, document(parsed))  # type: ignore[arg-type]
        after = edit_parsed(parsed, plan.edits).parsed
        if isinstance(order, RetitleOrder) and order.id:
            titled = {"node": BoxBefore(order.id), "title": order.title.strip(), "box": BoxAfter(order.id)}
            plan = Plan(plan.edits, (Statement("titled", titled),))
    else:
        after, statements = made(order, parsed, checked)
        plan = Plan((), statements)
    then = check_parsed(after, config)
    said = sentences(plan, checked, then, _SAID)
    return Carried(after, then, tuple(said), _touched(plan))


def _refuse_missing(order: BoardOrder, parsed: Parsed) -> None:
    """Refuse an arrow to a box that is not there any more; a command may draw it before its box comes."""
    if not isinstance(order, LinkOrder | SortOrder):
        return
    ends = (order.source, order.target) if isinstance(order, LinkOrder) else (*order.sources, *order.targets)
    known = {box.id: box.title for box in boxes(_said(parsed))}
    for id in (part.strip() for end in ends for part in end.split("->")):
        if id not in known:
            raise _spoken(unknown_node(CannotEdit, id, known), parsed)


def _touched(plan: Plan) -> tuple[str, ...]:
    """The boxes that the sentences of a plan name, as they are called afterwards."""
    values = (value for statement in plan.statements for value in statement.particulars.values())
    return tuple(dict.fromkeys(value.id for value in values if isinstance(value, BoxAfter) and value.id))


_Made = tuple[Parsed, tuple[Statement, ...]]


def _typed(order: TypeOrder, parsed: Parsed, checked: Checked) -> _Made:
    _said(parsed)  # else it is refused, in the language of the chain
    language = guessed(parsed.text)
    options = ImportOptions(language=language, likely_language=language)
    imported = read_import(order.text.encode(), FORMATS["notes"], options)
    result = returned(parsed.data, imported, Origin("", "notes"), Memory())
    told = [Statement("add", {"node": BoxAfter(id)}) for id in result.new]
    told += [Statement("note", {"text": text}) for text in result.new_notes]
    changed = [BoxAfter(id) for id in result.changed if id and id not in result.new]
    told += [Statement("changed", {"node": box}) for box in changed]
    told += [Statement("changed-chain", {})] if "" in result.changed else []
    title, typed = result.after.facts["title"], imported.data["title"]
    if typed not in (title, texts(language).word("exchange/", "untitled")):
        told.append(Statement("title-stays", {"title": title, "typed": typed}))
    return Parsed(result.chain, parsed.name), tuple(told) or (Statement("same", {}),)


def _sorted(order: SortOrder, parsed: Parsed, checked: Checked) -> _Made:
    state = _at(order.note, parsed)
    known = {box.id for box in state.boxes}
    state = state.becomes(order.type)
    (id,) = (box.id for box in state.boxes if box.id not in known)
    after, statements = state.parsed, [Statement("sorted", {"note": order.note, "node": BoxAfter(id)})]
    arrows = [*((source, id) for source in order.sources), *((id, target) for target in order.targets)]
    for source, target in arrows:
        plan = plan_order(LinkOrder(source, target), document(after))
        after = edit_parsed(after, plan.edits).parsed
        statements += plan.statements
    return after, tuple(statements)


def _merged(order: MergeOrder, parsed: Parsed, checked: Checked) -> _Made:
    state = _at(order.note, parsed)
    if order.id not in {box.id for box in state.boxes}:
        raise _spoken(CannotEdit("no-node", id=order.id), parsed)
    statement = Statement("merged", {"note": order.note, "node": BoxAfter(order.id)})
    return state.merged_with(order.id).parsed, (statement,)


def _dropped(order: DropOrder, parsed: Parsed, checked: Checked) -> _Made:
    return _at(order.note, parsed).dropped().parsed, (Statement("dropped", {"note": order.note}),)


def _unsorted(order: UnsortOrder, parsed: Parsed, checked: Checked) -> _Made:
    """A box as a note: what it says beside its title and text is lost, and said so."""
    said = _said(parsed)
    box = next((box for box in boxes(said) if box.id == order.id), None)
    plan = plan_order(RemoveOrder(order.id), document(parsed))
    assert box is not None  # else the plan is refused
    text = "\n".join(filter(None, (box.title, box.fields.get("text"))))
    after = edit_parsed(parsed, plan.edits).parsed
    note = Set("", ("notes",), [text]) if not said.get("notes") else AddItem("", ("notes",), text)
    after = edit_parsed(after, [note]).parsed
    return after, (Statement("unsorted", {"node": BoxBefore(order.id)}), *plan.statements[1:])


def _filled(order: FillOrder, parsed: Parsed, checked: Checked) -> _Made:
    """A form as one step; where one field of it cannot be written, none is."""
    after, statements = parsed, list[Statement]()
    for key, value in order.values.items():
        each = SetOrder(order.id, key, value) if value.strip() else UnsetOrder(order.id, key)
        plan = plan_order(each, document(after))
        after = edit_parsed(after, plan.edits).parsed
        statements += plan.statements
    if len(statements) > 1:
        name = "filled" if order.id else "filled-chain"
        statements = [Statement(name, {"node": BoxAfter(order.id), "n": len(order.values)})]
    return after, tuple(statements) or (Statement("same", {}),)


def _mended(order: MendOrder, parsed: Parsed, checked: Checked) -> _Made:
    """What a finding asks for; it may be gone."""
    for finding in summed_up(checked).findings:
        if finding.code != order.rule or texts(finding.language).message(finding) != order.message:
            continue
        for remedy in remedies_of(finding, parsed):
            if label(remedy) == order.way:
                return carried_out(remedy, parsed), (Statement("mended", {"way": order.way}),)
    return parsed, (Statement("mended-already", {}),)


def _at(note: str, parsed: Parsed) -> Sorting:
    """The notes of a file, where one with these words is asked about.

    Raises:
        CannotEdit: there is none.
    """
    state = Sorting(parsed.data, name=parsed.name)
    texts = [str(one["text"]).strip() for one in state.notes]
    if note.strip() not in texts:
        raise _spoken(CannotEdit("no-note", text=note), parsed)
    for _ in range(texts.index(note.strip())):
        state = state.skipped()
    return state


def _said(parsed: Parsed) -> Mapping[str, Any]:
    said = said_by_file(parsed)
    if said is None:
        raise _spoken(CannotEdit("unreadable"), parsed)
    return said


def _spoken(error: CannotEdit, parsed: Parsed) -> CannotEdit:
    language = guessed(parsed.text)
    error.at(parsed.source.place, language, language)
    return error


_BEYOND_EDITS: Mapping[type, Callable[[Any, Parsed, Checked], _Made]] = {
    TypeOrder: _typed,
    SortOrder: _sorted,
    MergeOrder: _merged,
    DropOrder: _dropped,
    UnsortOrder: _unsorted,
    FillOrder: _filled,
    MendOrder: _mended,
}
"""Kind of order that is no plan of edits in one file → the file after it, and what is said of it."""
