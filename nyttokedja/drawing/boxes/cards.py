"""The cards of what is no node of the chain: notes that nobody has sorted, and boxes of other chains."""

from __future__ import annotations

from nyttokedja.drawing.boxes.box import TypesetBox, typeset_beside
from nyttokedja.drawing.content.details import DetailLine, Subject, title_of
from nyttokedja.drawing.content.elsewhere import OtherBox
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Note


def typeset_note(note: Note, number: int, subject: Subject, width: float) -> TypesetBox:
    """The card of an unsorted note."""
    origin = one_line(note.origin)
    details = (DetailLine(origin),) if origin else ()
    return typeset_beside(f"note {number}", "note", one_line(note.text), details, subject, width)


def typeset_elsewhere(other: OtherBox, number: int, subject: Subject, width: float) -> TypesetBox:
    """The card of a box of another chain: what leads to it here, and its file."""
    tails = "; ".join(map(title_of, other.tails))
    said = (("from", {"titles": tails}), ("file", {"file": one_line(other.file)}))
    details = [DetailLine(subject.words.say("lines", name, **particulars)) for name, particulars in said]
    id = f"elsewhere {number}"
    return typeset_beside(id, "elsewhere", one_line(other.title), details, subject, width)
