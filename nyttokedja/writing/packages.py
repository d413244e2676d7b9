"""The parts of an Office file → its bytes: in the order of their names, and all of the same age."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def package(parts: Mapping[str, bytes]) -> bytes:
    """The zip archive of some parts by their names; the same parts always give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as write:
        for name in sorted(parts):
            part = zipfile.ZipInfo(name, _LONG_AGO)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            part.create_system = 0
            write.writestr(part, parts[name])
    return held.getvalue()


def timeless(archive: bytes) -> bytes:
    """An archive that a library has written, without its clock and its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as read:
        return package({name: read.read(name) for name in read.namelist()})
