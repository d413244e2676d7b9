"""Steps → text: the splices of each, made together where they do not meet, and the result read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.editing import block_style as block
from nyttokedja.editing import flow_style as flow
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.editing.splices import Splice, overlap, spliced
from nyttokedja.editing.steps import Drop, Insert, Name, Put, Step, done, tree
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import ScalarPart
from nyttokedja.writing.draft import DraftGroup, Text
from nyttokedja.writing.quoting import is_safe, is_seen, quoted, scalar


def written(file: FileText, steps: Iterable[Step]) -> FileText:
    """The file after steps, whose paths are those of the file before any of them.

    Raises:
        CannotEdit: the text would not be read as what was meant.
    """
    for batch in _batches(sorted(steps, key=_order, reverse=True)):
        file = _checked(file, batch)
    return file


def written_together(file: FileText, steps: Iterable[Step]) -> FileText:
    """The file after steps that are about places apart, made and proved all at once.

    Raises:
        CannotEdit: they are about one place, or the text would not be read as what was meant.
    """
    ordered = sorted(steps, key=_order, reverse=True)
    splices = [splice for step in ordered for splice in _splices(file, step)]
    if overlap(splices):
        raise CannotEdit("differs")
    return _proved(file, ordered, splices)


def _order(step: Step) -> tuple[Path, bool]:
    """From the end of the file on; what is there already is changed before something is put before it."""
    return _place(step), not isinstance(step, Insert)


def _place(step: Step) -> Path:
    return (*step.path, step.number) if isinstance(step, Insert) else step.path


def _batches(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps from the end of the file on, so that paths stay true; no two in one container together."""
    batch: list[Step] = []
    containers: set[Path] = set()
    for step in steps:
        container = _place(step)[:-1] if isinstance(step, Insert | Drop) else None
        if container in containers:
            yield batch
            batch, containers = [], set()
        batch.append(step)
        if container is not None:
            containers.add(container)
    if batch:
        yield batch


def _checked(file: FileText, steps: Sequence[Step]) -> FileText:
    splices = [splice for step in steps for splice in _splices(file, step)]
    if overlap(splices):
        if len(steps) == 1:
            raise CannotEdit("differs")
        for step in steps:
            file = _checked(file, [step])
        return file
    return _proved(file, steps, splices)


def _proved(file: FileText, steps: Sequence[Step], splices: Sequence[Splice]) -> FileText:
    after = file.parsed.with_text(spliced(file.text, splices))
    assert file.source.root is not None
    brackets = (path for path in (step.path[:-1] for step in steps) if _has_brackets(file, path))
    meant = done(tree(file.source.root), steps, frozenset(brackets))
    if after.source.root is None or tree(after.source.root) != meant:
        raise CannotEdit("differs")
    return FileText(after)


def _has_brackets(file: FileText, path: Path) -> bool:
    held = file.outline.container(path)
    return not isinstance(held, ScalarPart) and held.flow


def _splices(file: FileText, step: Step) -> Iterator[Splice]:
    if isinstance(step, Insert):
        if _has_brackets(file, step.path):
            yield from flow.insert(file, step.path, step.number, step.piece)
            return
        if not isinstance(file.outline.container(step.path), ScalarPart):
            yield from block.insert(file, step.path, step.number, step.piece, step.lines)
            return
        step = Put(step.path, DraftGroup((step.piece,), listing=not step.piece.key), step.lines)
    child = file.outline.children[step.path]
    if isinstance(step, Name):
        assert child.key is not None
        yield Splice(child.key.start, child.key.end, _rewritten(file, child.key, step.key, child.flow))
    elif isinstance(step, Drop):
        yield from (flow if child.flow else block).drop(file, child)
    elif isinstance(child.value, ScalarPart) and (text := _one_text(file, step, child.value, child.flow)):
        yield Splice(child.value.start, child.value.end, text)
    elif child.flow:
        yield from flow.put(file, child, step.value)
    else:
        yield from block.put(file, child, step.value, step.lines)


def _one_text(file: FileText, step: Put, old: ScalarPart, in_flow: bool) -> str:
    """One text in place of another, quoted as that one was; "" for what takes more than that."""
    value = step.value
    if not isinstance(value, Text) or value.written or not isinstance(value.value, str):
        return ""
    if old.style in ("|", ">") or not old.written or not is_seen(value.value):
        return ""
    new = _rewritten(file, old, value.value, in_flow)
    room = file.habits.style.width - (old.start - file.line_start(old.start))
    return new if len(new) <= room or in_flow else ""


def _rewritten(file: FileText, old: ScalarPart, new: str, in_flow: bool) -> str:
    """A text in place of another one: in quotes where that one had some that it did not need."""
    if old.style in ("'", '"') and is_safe(old.written, in_flow):
        return quoted(new, old.style)
    return scalar(new, in_flow, old.style or file.habits.style.quote)
