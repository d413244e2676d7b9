"""Foreign files → chains as plain data: one reader a format, all in one table.

bytes → Collected (boxes, notes, arrows, remarks) → Imported (a chain as plain data)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nyttokedja.importing.drawings.board import Board
    from nyttokedja.importing.model import Collected, Imported, ImportOptions


class ImportFormat(NamedTuple):
    """A kind of file that chains are made of.

    ``about`` names such a file, with its article; ``endings`` are those of its names, in small letters;
    ``reader`` is the module here and the function in it that makes `Collected` of bytes and `ImportOptions`,
    or the `Board` of a drawing.
    """

    about: str
    endings: tuple[str, ...]
    reader: str

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
    "dot": ImportFormat("a Graphviz drawing", (".dot", ".gv"), "drawings.dot.read_dot")
}
"""Every format that can be imported, by the name that ``--from`` gives it."""


def format_of(name: str) -> ImportFormat:
    """The format of a file by the ending of its name; the first one where no format has it."""
    fitting = (one for one in FORMATS.values() if name.lower().endswith(one.endings))
    return next(fitting, next(iter(FORMATS.values())))


def read_import(data: bytes, format: ImportFormat, options: ImportOptions, title: str = "") -> Imported:
    """The chain that a foreign file holds.

    Args:
        data: the file's content.
        format: its kind.
        options: what is said of it. Its language is that of the chain, where the file says none.
        title: that of the chain; else that of the file.

    Raises:
        CannotRead: the file is none of that kind, or is too large, or an option does not fit.
    """
    from nyttokedja.importing.fitting import fitted

    return fitted(format.read(data, options), title=title, language=options.language)
