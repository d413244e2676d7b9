"""What people call things → names of pages that hold on every disk, in every address, and stay the same.

A name has only small letters a to z, digits and hyphens. Where two would be the same, each of them gets a
part that follows from what it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from nyttokedja.model.spelling import fold_letters

_OTHER = re.compile("[^a-z0-9]+")
_LONGEST = 60
_TAKEN = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for itself."""


def named(called: Mapping[str, str]) -> Mapping[str, str]:
    """Key → the name of its page, from key → what it is called."""
    plain = {key: _plain(what) for key, what in called.items()}
    counts = Counter(plain.values())
    return {
        key: f"{name}-{_digest(key)}".lstrip("-")
        if counts[name] > 1 or not _is_whole(name, called[key])
        else name
        for key, name in plain.items()
    }


def _plain(what: str) -> str:
    return _OTHER.sub("-", fold_letters(what.casefold()))[:_LONGEST].strip("-")


def _is_whole(name: str, what: str) -> bool:
    """Whether a name can stand alone: there is something of it, it was not cut, and it is nobody else's."""
    return bool(name) and len(what) <= _LONGEST and not _TAKEN.fullmatch(name)


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
