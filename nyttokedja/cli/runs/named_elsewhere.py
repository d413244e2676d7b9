"""A box of a chain → the other chains that lead to it."""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.settings.files import absolute
from nyttokedja.cli import options
from nyttokedja.cli.runs.targets import Sheet, sheets
from nyttokedja.model.elsewhere import Elsewhere, target_of
from nyttokedja.reading.discovery import STDIN


def chains_naming(sheet: Sheet, id: str, paths: Sequence[str]) -> tuple[str, ...]:
    """The files of the chains with an arrow to a box of this one, in what is named and beside it."""
    if sheet.source.name == STDIN:
        return ()
    places = [*options.where(paths), sheet.path.parent.as_posix()]
    here = absolute(sheet.path)
    meant = Elsewhere(here.as_posix(), id)
    others = (sheet if absolute(other.path) == here else other for other in sheets(places))  # read once
    return tuple(other.source.name for other in others if _names(other, meant))


def _names(sheet: Sheet, meant: Elsewhere) -> bool:
    if meant.id not in sheet.source.text or "#" not in sheet.source.text or sheet.source.name == STDIN:
        return False
    chain = check_parsed(sheet.parsed, Config()).chain
    here = absolute(sheet.path).as_posix()
    targets = (link.target for node in (chain.nodes if chain else ()) for link in node.elsewhere)
    return any(target_of(here, written) == meant for written in targets)
