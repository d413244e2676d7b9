"""A slip for each role, to be cut out: what is expected of it, by day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.boxes import titles
from nyttokedja.documents.model import Block, Cell, Paragraph, Section, Tone
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import tabled
from nyttokedja.model.agenda import Task, TaskKind, agenda, last_said
from nyttokedja.model.chain import Node
from nyttokedja.model.handling import is_done
from nyttokedja.model.spelling import fold


def roles(source: Source) -> Iterator[Section]:
    """The slips of all roles that own, or are still to do, measure or judge, something; else nothing."""
    found = _roles(source)
    expected = ((role, tuple(_blocks(source, folded))) for folded, role in found.items())
    busy = ((role, blocks) for role, blocks in expected if blocks)
    slips = tuple(
        Section(f"role-{n}", role, blocks, is_slip=True) for n, (role, blocks) in enumerate(busy, 1)
    )
    if slips:
        heading, blocks = source.word("roles", "heading"), tuple(_calendar(source, found))
        yield Section("roles", heading, blocks, slips, starts_page=True)


def _calendar(source: Source, found: Mapping[str, str]) -> Iterator[Block]:
    """How a role gets its days as a calendar, where any has one."""
    busy = {fold(task.role) for task in agenda(source.graph, _day(source))}
    if busy & found.keys():
        yield Paragraph(source.word("roles", "calendar"), Tone.ASIDE)


def _day(source: Source) -> date:
    return source.today or last_said(source.chain)


def _roles(source: Source) -> Mapping[str, str]:
    """How a role is compared → how it is written first."""
    found: dict[str, str] = {}
    for node in source.chain.nodes:
        measured = (who for one in node.indicators for who in (one.measured_by, one.judged_by))
        for role in (node.owner, node.who, *(action.who for action in node.actions), *measured):
            if role:
                found.setdefault(fold(role), role)
    return found


def _blocks(source: Source, folded: str) -> Iterator[Block]:
    owned = [node for node in source.chain.nodes if fold(node.owner) == folded]
    yield from facts_of([(source.word("roles", "owns"), titles(owned))])
    day = _day(source)
    tasks = [task for task in agenda(source.graph, day) if fold(task.role) == folded]
    rows = [*(_row(source, task) for task in tasks), *_undated(source, folded, day)]
    yield from tabled(source, ("by", "task", "at", "state"), rows, source.word("roles", "tasks"))
    if owned and not rows:
        yield Paragraph(source.word("roles", "nothing"))


def _row(source: Source, task: Task) -> tuple[Cell | str, ...]:
    late = source.today is not None and task.is_overdue(source.today)
    return (
        Cell(task.by.isoformat(), task.by),
        _said(source, task.kind, task.what),
        "" if task.kind is TaskKind.ARRANGE else task.node_title,
        source.word("states", "late") if late else "",
    )


def _said(source: Source, kind: TaskKind, what: str) -> str:
    return f"{source.said.word('follow_up/kind', kind)}: {what}"


def _undated(source: Source, folded: str, day: date) -> Iterator[tuple[Cell | str, ...]]:
    """What is the role's to do, and has no day."""
    none = source.word("roles", "no_day")
    for node in source.chain.nodes:
        for action in node.actions:
            if not action.due and not is_done(action, day) and fold(action.who or node.owner) == folded:
                yield none, _said(source, TaskKind.ACT, action.what), node.title, ""
        if _waits(node) and fold(node.who or node.owner) == folded:
            yield none, _said(source, TaskKind.ARRANGE, node.title), "", ""


def _waits(node: Node) -> bool:
    """Whether it is a precondition that is not met, and has no day."""
    return node.type.value == "precondition" and not node.due and not node.met
