"""The bytes of a file → whether it is an effect chain, without reading it whole."""

from __future__ import annotations

import re
from functools import cache

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.spelling import fold_letters, nearest
from nyttokedja.reading.discovery import Candidate, NotRegular, read_bytes

_SIGN = "nyttokedja"
_TOP_KEY = re.compile(r"""^(?:\{[ \t]*)?["']?([^\W\d][\w-]*)["']?[ \t]*:""", re.MULTILINE)


def is_chain(data: bytes) -> bool:
    """Whether a file's bytes have the key ``nyttokedja``, one so near that it must be a typo of it,
    or two sections of a chain, so that only that key is missing.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")  # there may be two
    keys = {match[1] for match in _TOP_KEY.finditer(text)}
    if _SIGN in keys or any(8 <= len(k) <= 13 and k[0] in "nN" and nearest(k, [_SIGN]) for k in keys):
        return True
    return len({_sections().get(_folded(key)) for key in keys} - {None}) > 1


@cache
def _sections() -> dict[str, str]:
    """A chain's word for one of its sections, in any language → its canonical name."""
    return {_folded(word): name for word, name in root_form().keys.items() if name in SECTIONS}


def _folded(word: str) -> str:
    return fold_letters(word.casefold())


def contains_chain(file: Candidate, limit: int) -> bool:
    """Whether a candidate is to be drawn: named by the user, or a chain as far as its keys say."""
    if file.trouble or file.outside:
        return False
    if file.named:
        return True
    try:
        return is_chain(read_bytes(file, limit))
    except NotRegular:
        return False
    except OSError:
        return True  # the work itself will say why it cannot be opened
