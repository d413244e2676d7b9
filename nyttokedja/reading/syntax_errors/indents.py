"""Traps of indents: a line too deep, under something that is already said, or at no line's place."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, pairwise, starmap

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Fault
from nyttokedja.reading.quoting_hints import inner, keys
from nyttokedja.reading.syntax_errors.location import SourceLine, Where, fault, line_of


def first_line(where: Where) -> Fault | None:
    """Spaces before the first line, which the others do not have."""
    if not where.outside:
        return None
    line = where.next(-1)
    if line.indent == 0 or where.here.indent >= line.indent:
        return None
    return fault("first-line", where.span(line, 0, line.indent), text=line.words)


def flat(where: Where) -> Fault | None:
    """A file that has lost its indents, told as that and not by what its parser stumbled on."""
    said = [(row, text) for row, text in enumerate(where.lines) if text.strip() and text[0] != "#"]
    if any(text[0] == " " for _, text in said):
        return None
    known = root_form().keys
    for section, line in pairwise(starmap(line_of, said)):
        if known.get(section.key) in SECTIONS and not section.value and _is_stray(line, known):
            strays = islice((1 for each in starmap(line_of, said) if _is_stray(each, known)), 2)
            return fault("flat", where.whole(line), section=section.key) if sum(strays) > 1 else None
    return None


def _is_stray(line: SourceLine, known: Mapping[str, str]) -> bool:
    return bool(line.key) and not line.dash and line.key not in known


def under(where: Where) -> Fault | None:
    """A line indented under one that already has its value."""
    here = where.here
    if not _begins_at_failure(where, here):
        return None
    holder = _holder(where)
    if holder is None or not holder.value or holder.value[0] in "|>":
        return None
    is_list = here.dash and holder.value.startswith("[")
    least = holder.indent if holder.colon < 0 else holder.start
    if here.indent < least or (here.indent == least and not is_list):
        return None
    return _under(where, here, holder)


def _begins_at_failure(where: Where, line: SourceLine) -> bool:
    if where.second_colon:
        return where.offset - where.starts[line.row] == line.colon
    return where.in_block and where.offset - where.starts[line.row] == line.indent


def _holder(where: Where) -> SourceLine | None:
    """The line whose text the lines down to the failure go on with."""
    for line in where.upwards(where.at):
        if line.colon >= 0 or line.dash:
            return line
    return None


def _under(where: Where, here: SourceLine, holder: SourceLine) -> Fault:
    span = where.whole(here)
    key = here.key or here.words
    shown = {"key": key, "node": holder.key, "text": inner(holder.value)}
    if holder.value[0] in "[{":
        variant = "under-list" if here.dash and holder.value[0] == "[" else "under-bracket"
        return fault(variant, span, opening=holder.value[0], **shown)
    if holder.colon < 0:
        return fault("under-item", span, key=key, text=inner(holder.value))
    if holder.key in keys() and (holder.start > 0 or key in keys()):
        return fault("too-far", span, key=key, node=holder.key, indent=holder.start)
    return fault("under-text", span, **shown)


def misplaced(where: Where) -> Fault | None:
    """A line at no other line's indent, or after one that is indented too far."""
    here = where.here
    if not where.in_block or where.offset - where.starts[here.row] != here.indent:
        return None
    columns = _columns(where)
    deeper = min((column for column in columns if column > here.indent), default=-1)
    parent = max((column for column in columns if column < here.indent), default=-1)
    if here.indent in columns or deeper < 0 or parent < 0:
        return None
    alone = _alone(where, deeper)
    after = where.next(here.row)
    if alone and alone.key and (here.indent - parent == 2 or (after.words and after.indent == here.indent)):
        shown = {"key": alone.key, "node": here.key or here.words, "indent": here.indent}
        return fault("too-far", where.whole(alone), **shown)
    shown = {"indent": here.indent, "columns": tuple(sorted(columns))}
    return fault("indentation", where.span(here, here.indent, here.end - here.indent), **shown)


def _columns(where: Where) -> set[int]:
    """The columns at which a line may stand here: those of the lines above that are still open."""
    columns: set[int] = set()
    limit = len(where.over.text) + 1
    for line in where.upwards(where.at):
        if line.indent < limit:
            columns |= {line.indent, line.start} if line.colon >= 0 else {line.indent}
            limit = line.indent
        if limit == 0:
            break
    return columns


def _alone(where: Where, column: int) -> SourceLine | None:
    """The only line at a column, where the block there has one alone."""
    found = None
    for line in where.upwards(where.at):
        if line.indent < column:
            return found
        if line.indent == column:
            if found is not None:
                return None
            found = line
    return found
