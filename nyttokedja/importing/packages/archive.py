"""The bytes of an office file → its parts, within limits that are looked at before anything is unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from nyttokedja.errors import CannotRead


class PackageLimits(NamedTuple):
    """What is refused as too much: bytes packed, bytes unpacked in all and a part, and parts."""

    packed: int = 50_000_000
    unpacked: int = 200_000_000
    part: int = 60_000_000
    parts: int = 2_000


LIMITS = PackageLimits()

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those of today that have a password."""
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins, with parts and without."""
_CHUNK = 65_536
_END = b"PK\x05\x06"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LONGEST_ENTRY = 300
"""Bytes of the directory that a part may take, its name included."""


class Package:
    """The parts of an office file, by their names in it; `LIMITS` hold for all that is read of it."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._entries: dict[str, ZipInfo] = {}
        for entry in archive.infolist():
            self._entries.setdefault(entry.filename.lstrip("/").replace("\\", "/"), entry)
        self._left = LIMITS.unpacked

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def read(self, name: str) -> bytes:
        """A part, whole; b"" where there is none.

        Raises:
            CannotRead: it is damaged, locked or too large.
        """
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, a piece at a time, counted; nothing where there is none.

        Raises:
            CannotRead: it is damaged, locked or too large.
        """
        entry = self._entries.get(name)
        if entry is None:
            return
        if entry.flag_bits & 1:
            raise password()
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged()
        of_part = 0
        try:
            with self._archive.open(entry) as part:
                while piece := part.read(_CHUNK):
                    of_part += len(piece)
                    self._left -= len(piece)
                    if of_part > LIMITS.part or self._left < 0:
                        raise _too_large()
                    yield piece
        except (BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, struct.error) as error:
            raise damaged() from error


def open_package(data: bytes, name: str = "") -> Package:
    """The office file that these bytes are; ``name`` is that of the file, where it has one.

    Raises:
        CannotRead: they are none, or one that is locked, damaged, too old or too large.
    """
    refuse_unreadable(data, name)
    if len(data) > LIMITS.packed:
        raise _too_large()
    if not data.startswith(ZIP):
        raise CannotRead(
            "The file is no Office file, whatever its name ends with. Open it in the program that it comes "
            "from, and save it from there as .xlsx, .docx or .pptx."
        )
    _count_entries(data)
    try:
        archive = ZipFile(BytesIO(data))
        package = Package(archive)
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise damaged() from error
    if sum(entry.file_size for entry in archive.infolist()) > LIMITS.unpacked:
        raise _too_large()
    if "xl/workbook.bin" in package:
        raise CannotRead(
            "The file is a binary workbook (.xlsb), which is not read. Open it and save it as .xlsx."
        )
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise password()
    return package


def refuse_unreadable(data: bytes, name: str = "") -> None:
    """Let through what may be an Office file.

    Raises:
        CannotRead: it is empty, a lock file, one with a password, or one of before 2007.
    """
    if not data:
        raise CannotRead("The file is empty. Save it anew from the program that it comes from.")
    if name.startswith(("~$", ".~lock")):
        raise CannotRead(
            "The file is only the mark that an Office program leaves beside a file which is open. Choose the "
            "file of the same name without ~$ in front."
        )
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise password()
        raise CannotRead(
            "The file is of an older kind (.xls, .doc or .ppt), which is not read. Open it and save it as "
            ".xlsx, .docx or .pptx."
        )


def damaged() -> CannotRead:
    """What is said of a file that breaks off, or does not hold what it says."""
    return CannotRead(
        "The file is damaged or was cut off on its way. Open it in the program that it comes from, save it "
        "anew and try again."
    )


def password() -> CannotRead:
    """What is said of a file that has a password."""
    return CannotRead("The file has a password. Save a copy without one and import that.")


def _too_large() -> CannotRead:
    return CannotRead(
        "The file is too large: at most 50 MB, 2,000 parts and 200 MB unpacked are read. Save what is to be "
        "imported in a file of its own."
    )


def _count_entries(data: bytes) -> None:
    """Look at how many parts the archive says it has, before a list of them is made."""
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0 or len(data) < at + 22:
        raise damaged()
    entries, size = struct.unpack("<HL", data[at + 10 : at + 16])
    if entries > LIMITS.parts or size > LIMITS.parts * _LONGEST_ENTRY:
        raise _too_large()
