"""A finding → its fix, where the remedy is mechanical and can have one meaning only.

Nothing is guessed: a misspelt word has one near neighbour, a number one reading, and the text around it
stays byte for byte. Most findings have no fix: they ask people for something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from nyttokedja.model.findings import Fix, Replacement, Span
from nyttokedja.model.graph import Graph
from nyttokedja.reading.source import Source

if TYPE_CHECKING:
    from nyttokedja.checking.fixes.target import FixTarget, TextEdit

_FORM = ("NK0", "NK1", "NK811")
"""How the codes begin of findings about how things are written; those about what a chain says have none."""


@dataclass(frozen=True)
class Fixer:
    """Makes the fixes of a file's findings; what it needs for that is made when the first one is.

    ``graph`` is that of the chain, None where the file could not be read; ``keys`` the language of the
    file's keys.
    """

    source: Source
    graph: Graph | None = None
    keys: str = "sv"

    def fix(self, code: str, variant: str, span: Span, particulars: Mapping[str, Any]) -> Fix | None:
        """The fix of a finding; None where what to write is not certain.

        Args:
            code: the finding's code.
            variant: which of its messages it has.
            span: where it stands.
            particulars: what the reading or the rule gave it, with nodes and spans.
        """
        if not code.startswith(_FORM):
            return None
        from nyttokedja.checking.fixes.table import FIXES  # many patterns, for files that have such findings

        make = FIXES.get((code, variant))
        return self._made(make(self._target, span, particulars)) if make is not None else None

    def _made(self, edits: Iterable[TextEdit]) -> Fix | None:
        """The edits in order; None where two of them overlap, or none changes anything."""
        kept = sorted({edit for edit in edits if self._target.raw(edit[0]) != edit[1]})
        if not kept or any(after.start < before.end for (before, _), (after, _) in pairwise(kept)):
            return None
        return Fix(tuple(Replacement(span, self.source.place(span), text) for span, text in kept))

    @cached_property
    def _target(self) -> FixTarget:
        from nyttokedja.checking.fixes.arrow_ends import Ends
        from nyttokedja.checking.fixes.target import FixTarget

        return FixTarget(self.source, Ends(self.graph) if self.graph else None, self.keys)
