"""What a file is to hold → a mark of it, by which a file on the disk is known to hold the same."""

from __future__ import annotations

import stat
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """How long a content is, how many lines it has where it is a text, and its digest."""

    length: int
    lines: int
    digest: bytes


def mark_of(content: str | bytes) -> Mark:
    """The mark of bytes, or of a text that is written as UTF-8."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    return Mark(len(data), 0 if isinstance(content, bytes) else data.count(b"\n"), _digest(data))


def holds(path: Path, mark: Mark) -> bool:
    """Whether a file holds what a mark is of; a text may have the line ends of Windows, as for `differs`."""
    with suppress(OSError):
        seen = path.stat()
        if stat.S_ISREG(seen.st_mode) and 0 <= seen.st_size - mark.length <= mark.lines:
            there = path.read_bytes()
            plain = there.replace(b"\r\n", b"\n") if mark.lines else there
            return mark.digest in (_digest(there), _digest(plain))
    return False


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()
