"""Foreign files → chains as plain data: one reader a format, all in one table.

bytes → Collected (boxes, notes, arrows, remarks) → Imported (a chain as plain data)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nyttokedja.importing.drawings.board import Board
    from nyttokedja.importing.model import Collected, Imported, ImportOptions


class ImportFormat(NamedTuple):
    """A kind of file that chains are made of; ``exchange.toml``'s ``formats`` says what people call it.

    ``reader`` is the module here and the function in it that makes `Collected`, or the `Board` of a drawing,
    of bytes and `ImportOptions`; ``endings`` are those of the names of such files, in small letters; ``text``
    whether they are text; ``untried`` whether no file that people have made was at hand when it was written;
    ``pages`` whether one of several pages or sheets can be asked for.
    """

    reader: str
    endings: tuple[str, ...]
    text: bool = True
    untried: bool = False
    pages: bool = True

    def read(self, data: bytes, options: ImportOptions) -> Collected:
        """What a file of this kind says.

        Raises:
            CannotRead: it is none, or is too large.
        """
        from nyttokedja.importing.model import Collected

        module, _, function = self.reader.rpartition(".")
        read: Callable[[bytes, ImportOptions], Collected | Board] = getattr(
            import_module(f"{__name__}.{module}"), function
        )
        found = read(data, options)
        if isinstance(found, Collected):
            return found
        from nyttokedja.importing.drawings.collect import collect

        return collect(found, options)


FORMATS: Mapping[str, ImportFormat] = {
    "dot": ImportFormat("drawings.dot.reader.read_dot", (".dot", ".gv")),
    "drawio": ImportFormat(
        "drawings.drawio.reader.read_drawio", (".drawio", ".dio", ".drawio.svg", ".drawio.png", ".xml")
    ),
    "pptx": ImportFormat("drawings.pptx.reader.read_pptx", (".pptx", ".pptm", ".ppsx"), text=False),
    "notes": ImportFormat("notation.reading.read_notes", (".txt", ".md"), pages=False),
    "table": ImportFormat("tables.table.read_table", (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")),
    "report": ImportFormat("reports.report.read_report", (".docx", ".markdown"), text=False, pages=False),
    "mermaid": ImportFormat("drawings.mermaid.reader.read_mermaid", (".mmd", ".mermaid")),
    "graphml": ImportFormat("drawings.graphml.read_graphml", (".graphml",)),
    "mural": ImportFormat("drawings.whiteboards.mural.read_mural", (".mural.json",)),
    "miro": ImportFormat("drawings.whiteboards.miro.read_miro", (".miro.json",), untried=True),
    "canvas": ImportFormat("drawings.whiteboards.canvas.read_canvas", (".canvas",)),
    "excalidraw": ImportFormat("drawings.whiteboards.excalidraw.read_excalidraw", (".excalidraw",)),
    "freemind": ImportFormat("drawings.outlines.read_freemind", (".mm",)),
    "opml": ImportFormat("drawings.outlines.read_opml", (".opml",), untried=True),
}
"""Every format that can be imported, by the name that ``--from`` gives it."""


def read_import(data: bytes, format: ImportFormat, options: ImportOptions, title: str = "") -> Imported:
    """The chain that a foreign file holds.

    Args:
        data: the file's content.
        format: its kind.
        options: what is said of it. Its languages are those of the chain, where the file says none.
        title: that of the chain; else the one that the file says, else its name.

    Raises:
        CannotRead: the file is none of that kind, or is too large, or an option does not fit.
    """
    from nyttokedja.importing.fitting import fitted
    from nyttokedja.importing.model import Remark

    collected = format.read(data, options)
    if format.untried:
        collected = replace(collected, remarks=(*collected.remarks, Remark("untried")))
    if options.page and not format.pages:
        collected = replace(collected, remarks=(*collected.remarks, Remark("no-pages", options.page)))
    return fitted(
        collected,
        title=title or collected.title or _title_of(options.name),
        language=options.language or options.likely_language,
    )


def known_format(data: bytes, name: str) -> str:
    """The name of the format that a file's content is in.

    Raises:
        CannotRead: it is in none that can be imported; the sentence says what to do.
    """
    from nyttokedja.errors import CannotRead
    from nyttokedja.importing.signatures import CALCULATION
    from nyttokedja.importing.sniffing import format_name

    found = format_name(data, name)
    if found in FORMATS:
        return found
    if found == CALCULATION:
        raise CannotRead(
            "The workbook is the calculation of a chain. Name the chain that it belongs to: "
            "nyttokedja import WORKBOOK.xlsx -o CHAIN.yaml"
        )
    raise CannotRead("The file is of a kind that cannot be imported yet: {kind}.", kind=found)


def _title_of(name: str) -> str:
    """A title made of a file's name: ``e-tjanst_2027.txt`` → ``E-tjanst 2027``."""
    words = " ".join(name.rpartition(".")[0].replace("_", " ").split())
    return words[:1].upper() + words[1:]
