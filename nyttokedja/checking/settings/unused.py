"""A settings file → the patterns of its ``files`` that no chain there is meant by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nyttokedja.checking.settings.files import SettingsFile
from nyttokedja.checking.settings.patterns import matches
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.discovery import candidates


class UnusedPattern(NamedTuple):
    """A pattern as it is written, the line that it stands on, and what was meant, if that can be told."""

    pattern: str
    line: int
    meant: str | None


def unused_patterns(file: SettingsFile) -> Iterator[UnusedPattern]:
    """The patterns that match no file below the folder of the settings, in their order."""
    parts = file.written.values.get("files", ())
    if not parts:
        return
    found = (each.path for each in candidates([str(file.folder)]) if not each.trouble)
    names = [path.relative_to(file.folder).as_posix() for path in found]
    for n, part in enumerate(parts):
        for k, pattern in enumerate(part["paths"]):
            if not any(matches(name, pattern) for name in names):
                line = file.written.place(("files", n, "paths", k)).line
                yield UnusedPattern(pattern, line, _meant(pattern, names))


def _meant(pattern: str, names: Sequence[str]) -> str | None:
    """The file or folder whose name is near."""
    wanted = pattern.removeprefix("./").strip("/")
    if "*" in wanted:
        return None
    steps = [name.split("/") for name in names]
    paths = {"/".join(each[:n]) for each in steps for n in range(1, len(each) + 1)}
    known = paths if "/" in wanted else paths | {step for each in steps for step in each}
    return nearest(wanted, sorted(known))
