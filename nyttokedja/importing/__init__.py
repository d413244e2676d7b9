"""Foreign files → chains as plain data: one module a format, all in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nyttokedja.importing.model import Imported


def _dot(data: bytes, *, mapping: Mapping[str, str], title: str | None, language: str) -> Imported:
    from nyttokedja.importing.dot import import_dot

    return import_dot(data, mapping=mapping, title=title, language=language)


class ImportFormat(NamedTuple):
    """A kind of file that chains are made of.

    ``about`` names such a file, with its article; ``endings`` are those of its names, in small letters.
    ``read`` makes the chain of a file's bytes, as `nyttokedja.importing.dot.import_dot` does.
    """

    about: str
    endings: tuple[str, ...]
    read: Callable[..., Imported]


FORMATS: Mapping[str, ImportFormat] = {"dot": ImportFormat("a Graphviz drawing", (".dot", ".gv"), _dot)}
"""Every format that can be imported, by the name of its module here."""


def format_of(name: str) -> ImportFormat:
    """The format of a file by the ending of its name; the first one where no format has it."""
    fitting = (one for one in FORMATS.values() if name.lower().endswith(one.endings))
    return next(fitting, next(iter(FORMATS.values())))
