"""Document → Markdown as GitHub and GitLab have it. No text of a chain becomes markup.

Markdown holds no drawings: the chain is drawn by Mermaid there, and every figure is told in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nyttokedja.documents.model import (
    Block,
    Document,
    Facts,
    Figure,
    KeyFigures,
    Listed,
    Paragraph,
    Section,
    Table,
    Tone,
)
from nyttokedja.reports.findings.markdown import escaped, row

_DEEPEST = 6
_BEGINS = re.compile(r"(?P<number>\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|[-=]+$))(?P<sign>[-+=.)])")
"""What makes a list, a heading or a rule at the beginning of a line."""
_SIGNS = {Tone.MISSING: "○ ", Tone.FAULT: "❌ "}


def written(document: Document) -> str:
    """The Markdown of a document."""
    parts = [f"# {_line(document.kind)}: {_line(document.title)}", *map(_block, document.about)]
    for section in document.sections:
        parts += _section(section, 2)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, _DEEPEST)} {_line(section.heading)}"
    yield from map(_block, section.blocks)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _SIGNS.get(block.tone, "") + _lines(block.text)
        case Listed():
            return "\n".join(f"- {_inline(point)}" for point in block.points)
        case Facts():
            return "\n".join(f"- **{_inline(label)}:** {_inline(text)}" for label, text in block.facts)
        case KeyFigures():
            return "\n".join(_key_figure(*figure) for figure in block.figures)
        case Table():
            return "\n".join((*_caption(block.caption), *_table(block)))
        case Figure():
            drawn = (f"```mermaid\n{block.mermaid.strip()}\n```", "") if block.mermaid else ()
            return "\n".join((*_caption(block.caption), *drawn, f"> {_inline(block.alt)}"))
    raise TypeError(type(block).__name__)


def _key_figure(label: str, value: str, note: str) -> str:
    return f"- **{_inline(value)}** {_inline(label)}" + (f" ({_inline(note)})" if note else "")


def _caption(caption: str) -> Iterable[str]:
    return (f"*{_inline(caption)}*", "") if caption else ()


def _table(table: Table) -> Iterator[str]:
    yield row(_inline(column.heading) for column in table.columns)
    yield row("--:" if column.is_number else "---" for column in table.columns)
    first_total = len(table.rows) - table.totals
    for n, cells in enumerate(table.rows):
        texts = (_inline(cell.text) for cell in cells)
        yield row(f"**{text}**" if text and n >= first_total else text for text in texts)


# -- texts ------------------------------------------------------------------------------------------------


def _line(text: str) -> str:
    """A text on one line."""
    return _harmless(" ".join(text.split()))


def _inline(text: str) -> str:
    """A text whose own lines are kept, where it must stand on one."""
    return "<br>".join(_harmless(line) for line in _own_lines(text))


def _lines(text: str) -> str:
    """A text whose own lines are kept."""
    return "\\\n".join(_harmless(line) for line in _own_lines(text))


def _own_lines(text: str) -> Iterator[str]:
    return (flat for line in text.splitlines() if (flat := " ".join(line.split())))


def _harmless(line: str) -> str:
    """A line that is text and nothing else, wherever it stands."""
    begins = _BEGINS.match(line)
    if not begins:
        return escaped(line)
    return f"{begins['number']}&#{ord(begins['sign'])};{escaped(line[begins.end() :])}"
