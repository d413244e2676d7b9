"""A box of another chain, as `leads_to` may name it: ``other_chain.yaml#id``, from the folder of the file.

Nothing is opened for a pointer's sake: it is compared with the names of the chains that a run has.
"""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from nyttokedja.model.ids import is_id

_POINTER = re.compile(r"[^#]*\.ya?ml\s*(?:#.*)?", re.IGNORECASE | re.DOTALL)
_NEARLY = re.compile(r"[^\s#]+#([^\s#]+)")
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\~]|%[0-9a-f]{2})", re.IGNORECASE)
"""How what is no relative path begins: a scheme, the letter of a drive, the root, a share, a home."""


class Elsewhere(NamedTuple):
    """A file, from the folder of the one that names it, and the id of a box in it."""

    file: str
    id: str


def names_other_chain(written: str) -> bool:
    """Whether a text is meant as a box of another chain, well written or not; an id never is."""
    if _POINTER.fullmatch(written):
        return True
    near = _NEARLY.fullmatch(written)
    return near is not None and is_id(near[1])


def parted(written: str) -> Elsewhere:
    """The file and the id that a pointer names, as they are written."""
    file, _, id = written.partition("#")
    return Elsewhere(file.strip(), id.strip())


def flaw_of(written: str) -> str:
    """What is wrong with a pointer by itself: ``address``, ``backslash``, ``form``, or nothing."""
    file, id = parted(written)
    if _ADDRESS.match(file):
        return "address"
    if "\\" in file:
        return "backslash"
    fits = file.casefold().endswith((".yaml", ".yml")) and is_id(id) and bool(id)
    return "" if fits and file.isprintable() else "form"


def target_of(name: str, written: str) -> Elsewhere:
    """Which file a pointer in a file means, from where that file's name begins; ``..`` may be left over."""
    file, id = parted(written)
    return Elsewhere(posixpath.normpath(posixpath.join(posixpath.dirname(name), file)), id)
