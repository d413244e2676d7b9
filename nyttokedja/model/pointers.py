"""Reference: what a file names besides the ends of its arrows, as it is written."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.model.findings import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """What the keys of `POINTERS` name: a node, or an arrow where `source` is given."""

    target: str
    span: Span
    source: str | None = None

    @property
    def written(self) -> str:
        """The reference as a file writes it."""
        return self.target if self.source is None else f"{self.source} -> {self.target}"
