"""nyttokedja.toml → the `Config` of each chain, and where every part of it was said.

    lookup (which file) → written (what it says, and where) → fit (what of it is wrong) → layers → Config

What is wrong with a settings file is a finding like any other; the chains that it is about are not checked
then, since nobody knows how they were to be.
"""

from __future__ import annotations

from nyttokedja.checking.settings.changes import SettingChange, changes
from nyttokedja.checking.settings.files import WrongSettings
from nyttokedja.checking.settings.lookup import Lookup
from nyttokedja.checking.settings.resolve import Layer, Resolved

__all__ = ["Layer", "Lookup", "Resolved", "SettingChange", "WrongSettings", "changes"]
