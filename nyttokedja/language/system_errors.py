"""What the operating system refuses → why, by the names of the texts' ``reason``: never in its own words."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.texts import texts

OTHER = "other"
"""What is not known here: the text says what to do."""

_BY_NUMBER: Mapping[str, str] = {
    "ENOENT": "not-found",
    "ENODATA": "not-fetched",  # by git, to this copy of a repository
    "EACCES": "permission",
    "EPERM": "permission",
    "EISDIR": "folder",
    "ENOTDIR": "not-folder",
    "EEXIST": "not-folder",  # of a folder that is to be made
    "ENAMETOOLONG": "name-too-long",
    "ELOOP": "loop",
    "EBADF": "closed",
    "ENOSPC": "disk-full",
    "EDQUOT": "disk-full",
    "EFBIG": "too-large",
    "EROFS": "read-only",
    "EBUSY": "busy",
    "ETXTBSY": "busy",
    "EILSEQ": "bad-name",
    "EMFILE": "too-many",
    "ENFILE": "too-many",
    **dict.fromkeys(("EIO", "ENODEV", "ENXIO", "ESTALE", "ETIMEDOUT", "EHOSTDOWN"), "no-answer"),
}
_NUMBERS = {number: name for called, name in _BY_NUMBER.items() if (number := getattr(errno, called, None))}
_OF_WINDOWS: Mapping[int, str] = {
    3: "no-folder",
    5: "permission",
    15: "no-answer",
    19: "read-only",
    21: "no-answer",
    32: "busy",
    33: "busy",
    39: "disk-full",
    53: "no-answer",
    59: "no-answer",
    64: "no-answer",
    67: "no-answer",
    112: "disk-full",
    123: "bad-name",
    206: "name-too-long",
    267: "not-folder",
}
"""Windows has numbers of its own, of which Python makes one that says less."""
_WRITING = {"not-found": "no-folder", "closed": "is-closed"}
"""What is not there when a file is written is the folder that it is to lie in."""


def reason(error: OSError, *, writing: bool = False) -> str:
    """Why something could not be opened, read or written: a name in the texts' ``reason``."""
    own = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    name = own or _NUMBERS.get(error.errno or 0, OTHER)
    return _WRITING.get(name, name) if writing else name


def why(error: OSError, *, writing: bool = False) -> str:
    """The same in English, as an exception says it; the command line says it in the person's language."""
    return texts(CANONICAL).word("reason", reason(error, writing=writing))
