"""bytes → Formatted: the canonical form of a chain file, that says the same with the same comments.

read → draft → short forms → order → words → lines → bytes → proof
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.editing.formatting.comments import Margins
from nyttokedja.editing.formatting.draft import draft_of
from nyttokedja.editing.formatting.errors import CannotFormat
from nyttokedja.editing.formatting.order import Page, arranged, order_of
from nyttokedja.editing.formatting.verify import Original, prove
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.reading.decoding import BYTE_ORDER_MARK, LINE_BREAK
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.draft import DraftGroup, Piece, Text, bare
from nyttokedja.writing.from_data import spoken
from nyttokedja.writing.lines import lines_of
from nyttokedja.writing.short_forms import short_draft


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file's bytes, and those of its canonical form. ``language`` is that of the chain's texts."""

    before: bytes
    after: bytes
    language: str

    @property
    def changed(self) -> bool:
        """Whether the file is not in its canonical form."""
        return self.after != self.before


def formatted(data: bytes, name: str = "", keys: str | None = None) -> Formatted:
    """Put the bytes of a chain file into their canonical form.

    Args:
        data: the content of the file.
        name: what the file is called where something is said of it.
        keys: the language that its keys and listed values are to be in; else that of most of them.

    Raises:
        CannotFormat: it cannot be read, or it is not certain that it would say the same.
    """
    parsed = Parsed(data, name)
    if not parsed.can_be_read:
        checked = check_parsed(parsed, Config())
        raise CannotFormat("unreadable", checked, checked.findings[0])
    original = Original(parsed, keys)
    draft = short_draft(
        draft_of(parsed.source, Margins(parsed.outline, keys), "" if keys else parsed.keys),
        root_form(),
        titles=True,
    )
    assert isinstance(draft, DraftGroup)
    said = _said(draft)
    if said is None and not original.worded:
        # where no language is said, that of the keys is that of the texts too
        draft = draft._replace(pieces=(*draft.pieces, Piece("language", Text(parsed.keys))))
    return Formatted(data, _canonical(original, draft), said or parsed.keys)


def _canonical(original: Original, draft: DraftGroup) -> bytes:
    """The bytes of a draft, of which it is certain that they say the same as those that there are."""
    faults = original.parsed.source.faults
    lost = frozenset(str(fault.particulars["lost"]) for fault in faults if "lost" in fault.particulars)
    page = arranged(draft, lost)
    after = _bytes(page, original)
    moved = order_of(page.root) != order_of(draft)
    try:
        prove(original, after, page.root, moved=moved)
    except CannotFormat:
        if not moved:
            raise
        # a circle is told from its first node on: there, the order of the sections says something
        page = arranged(draft, lost, sections=False)
        after = _bytes(page, original)
        prove(original, after, page.root, moved=False)
    return after


def _said(draft: DraftGroup) -> str | None:
    """The language that a file says its texts are in; None where it says none."""
    found = (bare(piece.value) for piece in draft.pieces if piece.key == "language")
    said = next(found, None)
    return said if said in LANGUAGES else None


def _bytes(page: Page, original: Original) -> bytes:
    """A page as bytes, with the line ends and the byte order mark that the file has."""
    parsed = original.parsed
    root = spoken(page.root, root_form(), original.asked or parsed.keys)
    assert isinstance(root, DraftGroup)
    lines = [*page.header, *lines_of(root.pieces), *root.below]
    ends = Counter(LINE_BREAK.findall(parsed.text))
    text = "\n".join([*lines, ""])
    mark = BYTE_ORDER_MARK if parsed.data.startswith(BYTE_ORDER_MARK) else b""
    return mark + text.replace("\n", max(ends, key=ends.__getitem__, default="\n")).encode()
