"""A file and its new text → nothing, where both say the same; else the exception that says they do not.

The new text is read again, and must hold the same data and the same comments. Where a file fits the
schema, its chain and its findings follow from that; where it does not, or its sections have moved, both
are checked and compared, all but the places.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.editing.formatting.comments import comments_in
from nyttokedja.editing.formatting.draft import draft_of
from nyttokedja.editing.formatting.errors import CannotFormat
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import Strictness, new_findings, without_places
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.draft import Draft, DraftGroup, Text

_FORM = "NK0"
"""How the codes begin of what is wrong with a file's form."""
_ORDER = {kind: n for n, kind in enumerate(SECTIONS.values())}


class Original(NamedTuple):
    """A file as it is, which could be read.

    ``asked`` is the language that its keys are to be put into, None where nobody has said one.
    """

    parsed: Parsed
    asked: str | None = None

    @property
    def worded(self) -> bool:
        """Whether its keys stay in their language, in which is spoken of them."""
        return self.asked in (None, self.parsed.keys)


def prove(original: Original, after: bytes, root: DraftGroup, *, moved: bool) -> None:
    """See to it that a file may be replaced.

    Args:
        original: the file.
        after: what it is to hold.
        root: what that says, in canonical words.
        moved: whether its sections have moved.

    Raises:
        CannotFormat: the file would not say the same.
    """
    before = original.parsed
    if after == before.data:
        return
    again = Parsed(after, before.name)
    if not again.can_be_read or not _says(draft_of(again.source), root):
        raise _differs(_checked(before))
    if comments_in(again.outline) != comments_in(before.outline, original.asked):
        raise _differs(_checked(before))
    if moved or not (before.is_sound and again.is_sound):
        compare(_checked(before), _checked(again), worded=original.worded)


def _checked(parsed: Parsed) -> Checked:
    return check_parsed(parsed, Config())


def _says(draft: Draft, wanted: Draft) -> bool:
    """Whether two drafts say the same; how they are laid out looked aside."""
    if isinstance(draft, Text) and isinstance(wanted, Text):
        return type(draft.value) is type(wanted.value) and draft.value == wanted.value
    if isinstance(draft, Text) or isinstance(wanted, Text):
        return False
    if draft.listing is not wanted.listing or len(draft.pieces) != len(wanted.pieces):
        return False
    pairs = zip(draft.pieces, wanted.pieces, strict=True)
    return all(one.key == other.key and _says(one.value, other.value) for one, other in pairs)


def compare(before: Checked, after: Checked, *, worded: bool = True) -> None:
    """See to it that two checks say the same; with ``worded``, also in the same words.

    Raises:
        CannotFormat: they do not.
    """
    strictness = Strictness.CONTENT if worded else Strictness.STATUS
    gone = new_findings(after.findings, before.findings, strictness)
    if gone:
        raise _differs(before, gone[0])
    if len(after.findings) > len(before.findings) or _chain(before) != _chain(after):
        raise _differs(before)


def _differs(checked: Checked, finding: Finding | None = None) -> CannotFormat:
    """Why a file cannot be replaced: what is wrong with its form, or else a mistake of ours."""
    faults = [fault for fault in (finding, *checked.findings) if fault and fault.code.startswith(_FORM)]
    return CannotFormat("faulty", checked, faults[0]) if faults else CannotFormat("mistake", checked)


def _chain(checked: Checked) -> Any:
    """What a chain says, its sections in the schema's order."""
    if checked.chain is None:
        return None
    nodes = sorted(checked.chain.nodes, key=lambda node: _ORDER[node.type])
    doubled = sorted(checked.chain.doubled, key=lambda node: _ORDER[node.type])
    return without_places(replace(checked.chain, nodes=tuple(nodes), doubled=tuple(doubled)))
