"""The exit codes of the program.

The hidden command ``git merge`` has one more, between git and us: `nyttokedja.versions.drivers.CONFLICT`.
"""

from __future__ import annotations

DONE = 0
"""The work is done: nothing was found at or above the fail level, and nothing is out of date."""

FINDINGS = 1
"""The work is done: something was found at or above the fail level, would change, or adds an error."""

CANNOT = 2
"""The work could not be done: wrong arguments, files that cannot be read or written, a bug."""

INTERRUPTED = 130
"""The user stopped the program: 128 + SIGINT, as shells have it."""
