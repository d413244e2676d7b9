"""A chain → files of other programs, to be edited there and read back: one writer a format, in one table.

Exportable (a sound chain, its graph, a layout) → Written (text or bytes)

Importers read back what `FORMATS` says that a format holds; what it does not hold is counted (`left_out`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import Counter

    from nyttokedja.exporting.model import Exportable, Written


class ExportFormat(NamedTuple):
    """A kind of file that a chain can be written as.

    ``writer`` is the module here and the function in it that makes `Written` of `Exportable`; ``ending`` that
    of the files' names; ``holds`` the kinds of facts (`facts.facts`) that are read back out of it, besides
    titles and types of boxes, notes, and arrows.
    """

    writer: str
    ending: str
    holds: frozenset[str]

    def write(self, exportable: Exportable) -> Written:
        """The chain in this format."""
        module, _, function = self.writer.rpartition(".")
        write: Callable[[Exportable], Written] = getattr(import_module(f"{__name__}.{module}"), function)
        return write(exportable)

    def left_out(self, exportable: Exportable) -> Counter[str]:
        """Kind of fact that this format does not hold → how many of it the chain has."""
        from nyttokedja.exporting.facts import ARROWS, WORDS, facts

        held = self.holds | ARROWS | WORDS
        found = facts(exportable.data, exportable.comments)
        for kind in held:
            del found[kind]
        return found


_TITLED = frozenset({"chain-title"})
"""The formats that say what the whole chain is called: a text with cells has but its rows."""
_SAID = frozenset({"for", "owner", "when", "category", "perspective", "text"})
_NOTED = frozenset(
    {"tags", "origin", "uncertain", "because", "organisation", "purpose", "stage", "behaviour"}
    | {"size", "size_because", "use", "adopted_in", "timing", "who", "due", "met", "consequence", "requires"}
    | {"effect_goal", "beside"}
)
_ROW = frozenset({"uncertain", "behaviour"})
_SHEETS = frozenset({"indicators", "measurements", "actions"})

_DRAWN = frozenset({"for", "owner", "behaviour", "effect_goal"}) | _TITLED

FORMATS: Mapping[str, ExportFormat] = {
    "notes": ExportFormat("notes.write_notes", ".txt", _SAID | _NOTED | _TITLED),
    "xlsx": ExportFormat("tables.writing.write_xlsx", ".xlsx", _SAID | _ROW | _SHEETS | _TITLED),
    "csv": ExportFormat("tables.writing.write_csv", ".csv", _SAID | _ROW),
    "drawio": ExportFormat("drawio.write_drawio", ".drawio", _DRAWN | {"text", "because"}),
    "pptx": ExportFormat("pptx.writing.write_pptx", ".pptx", _DRAWN),
    "mermaid": ExportFormat("mermaid.write_mermaid", ".mmd", _DRAWN | {"because"}),
    "canvas": ExportFormat("canvas.write_canvas", ".canvas", _DRAWN | {"text", "because"}),
}
"""Every format that a chain can be exported to, by the name that ``--format`` gives it."""
