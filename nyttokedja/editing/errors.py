"""CannotEdit: why an edit was not made, in the words of the chain."""

from __future__ import annotations

from nyttokedja.language.refusals import Refusal


class CannotEdit(Refusal):
    """An edit that cannot be made, or whose place is not certain; nothing has been changed."""
