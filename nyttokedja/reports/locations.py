"""Names of files and places in them, as other programs want them: relative paths, URIs, columns in bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

from nyttokedja.model.findings import Place
from nyttokedja.reports.model import ReportContext


@lru_cache(64)  # each finding of a file asks again
def report_path(name: str, context: ReportContext) -> str:
    """The path of a file with forward slashes, relative to the folder of the run where it is below that."""
    named = PurePath(name)
    if context.folder is not None and named.is_absolute() and named.is_relative_to(context.folder):
        named = named.relative_to(context.folder)
    return named.as_posix()


@lru_cache(64)
def is_relative(name: str, context: ReportContext) -> bool:
    """Whether the path of a file is relative to the folder of the run."""
    return not PurePath(report_path(name, context)).is_absolute()


@lru_cache(64)
def file_uri(name: str, context: ReportContext) -> str:
    """The path of a file as a URI (RFC 3986): relative where the path is, else ``file:///…``."""
    quoted = quote(os.fsencode(report_path(name, context)))
    return quoted if is_relative(name, context) else f"file:///{quoted.lstrip('/')}"


def utf8_columns(place: Place, lines: Mapping[int, str] | None) -> tuple[int | None, int | None]:
    """The columns where a place begins and ends, in bytes of UTF-8 from 1; None where a line is not known."""
    known = lines or {}
    return (
        _bytes(known.get(place.line), place.column),
        _bytes(known.get(place.end_line), place.end_column),
    )


def _bytes(line: str | None, column: int) -> int | None:
    if line is None:
        return 1 if column == 1 else None
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1
