"""A reference and a workshop, both as chains → what is the same, local, other and missing; a chain of both.

It is something to talk about, not a check: a workshop is right to differ from a reference.
"""

from nyttokedja.importing.adapting.adapted import Adapted, Deviation, adapted
from nyttokedja.importing.adapting.start import started

__all__ = ["Adapted", "Deviation", "adapted", "started"]
