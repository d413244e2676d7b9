"""The severities, from the least to the gravest. Light, since the command line names them at its start."""

from __future__ import annotations

from enum import IntEnum

NEVER = "never"
"""The fail level that no finding reaches, in settings and options that take a severity's word or this."""


class Severity(IntEnum):
    """How much a finding weighs at the chain's stage."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity's canonical name."""
        return self.name.lower()
