"""Notes that are saved again and again while they are typed, and the chain that follows them."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.importing.chain_text import chain_text
from nyttokedja.importing.model import Imported
from nyttokedja.importing.returning.memory import Origin, read_memory, remembered
from nyttokedja.importing.returning.merging import returned


class Written(NamedTuple):
    """A chain file and the file beside it; None for one that is not there."""

    chain: bytes | None
    memory: bytes | None


class Following:
    """The chain as it was when the watching began, and as it was last written.

    While nobody else writes to the chain, each save is one import into the chain of the beginning: half a
    word that was saved leaves nothing behind. Once somebody has, each save is an import into what is there;
    what has come since the beginning, and nobody has touched, goes again when its words go.
    """

    def __init__(self, there: Written) -> None:
        self._beginning = there
        self._last = there
        self._touched = False

    def follow(self, there: Written, imported: Imported, origin: Origin, name: str = "") -> Written:
        """What the two files are to be after a save of the notes.

        Args:
            there: what they are now.
            imported: what the notes say.
            origin: what the file of notes is called, and what it is.
            name: what the chain file is called.

        Raises:
            CannotRead: the chain has faults to be mended first.
        """
        self._touched |= there.chain not in (None, self._last.chain)
        before = there if self._touched and there.chain is not None else self._beginning
        if before.chain is None:
            self._last = Written(chain_text(imported).encode(), remembered(imported, origin).to_bytes())
        else:
            memory, _ = read_memory(before.memory)
            spared = self._beginning.chain or b""
            result = returned(
                before.chain, imported, origin, memory, name=name, prune=self._touched, spared=spared
            )
            self._last = Written(result.chain, result.memory)
        return self._last
