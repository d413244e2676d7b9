"""CannotFormat: why a file is left as it is, in the language of its chain."""

from __future__ import annotations

from nyttokedja.checking.check import Checked
from nyttokedja.errors import NyttokedjaError
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding


class CannotFormat(NyttokedjaError):
    """A file that is left as it is, since it cannot be read, or would be read as something else.

    ``reason`` is its name in the texts' ``refused``, ``checked`` what a check of the file says, and
    ``finding`` the finding that stands in the way, where one does. As a text it is a whole sentence.
    """

    def __init__(self, reason: str, checked: Checked, finding: Finding | None = None) -> None:
        super().__init__(reason)
        self.args = reason, checked, finding  # it is made anew of these in another process
        self.reason = reason
        self.checked = checked
        self.finding = finding

    def __str__(self) -> str:
        said = texts(self.checked.language)
        if self.finding is not None and self.reason == "unreadable":
            return f"{said.message(self.finding)} {said.remedy(self.finding)}"
        shown = {"code": self.finding.code, "place": self.finding.place} if self.finding else {}
        return said.say("formatting/refused", self.reason, **shown)
