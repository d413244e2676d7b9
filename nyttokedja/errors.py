"""The exceptions: raised only where the work cannot go on. Bad chains are findings, never exceptions.

    NyttokedjaError
    ├── CannotRead        a file cannot be opened, or is not a chain that can be drawn
    ├── CannotWrite       a file cannot be written, or would overwrite what it must not
    └── CannotDraw        no layout engine, or the engine failed, hung or was forbidden

Their messages are whole English sentences. `nyttokedja.cli` says them in the language of the person, by what
`usage.toml` has for the sentence before it is filled, and exits with 2.
"""

from __future__ import annotations

import os
from typing import Any


class NyttokedjaError(Exception):
    """The root: catch this to catch all that nyttokedja raises of its own.

    Args:
        sentence: what cannot be done, in English; a template by ``str.format``'s rules if it has particulars.
        particulars: what the sentence is filled with.

    Where `in_lines`, what follows the sentence is lines of their own, which show a place.
    """

    in_lines = False

    def __init__(self, sentence: str, **particulars: Any) -> None:
        super().__init__(sentence.format(**particulars) if particulars else sentence)
        self.sentence = sentence
        self.particulars = particulars


class CannotRead(NyttokedjaError):
    """A file cannot be opened, or holds no chain that the work could go on with."""


class CannotWrite(NyttokedjaError):
    """A file cannot be written, or writing would overwrite what it must not."""


class CannotDraw(NyttokedjaError):
    """No layout engine was found, or the one chosen failed, hung or was forbidden to run."""


def crash_message(error: Exception) -> str:
    """A bug as ``Type: message``; with NYTTOKEDJA_DEBUG set, its traceback goes to standard error."""
    if os.environ.get("NYTTOKEDJA_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return f"{type(error).__name__}: {error}".removesuffix(": ")
