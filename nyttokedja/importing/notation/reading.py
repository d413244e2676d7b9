"""Notes as bytes → all that they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.errors import CannotRead
from nyttokedja.importing.mail import is_mail, read_mail
from nyttokedja.importing.model import (
    Collected,
    CollectedArrow,
    CollectedBox,
    CollectedNote,
    ImportOptions,
    Place,
    Remark,
)
from nyttokedja.importing.notation.boxes import boxed
from nyttokedja.importing.notation.headers import head, language_of, origin
from nyttokedja.importing.notation.lines import lines_of
from nyttokedja.importing.notation.near_words import near_titles
from nyttokedja.importing.notation.note_fields import NoteBox
from nyttokedja.importing.notation.outline import Outline
from nyttokedja.importing.notation.outlining import outlined
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.importing.text_decoding import decode_text
from nyttokedja.language.codes import NAMES
from nyttokedja.language.schema import canonical

_LARGEST = 5_000_000
_HINDERING = ("obstacle", "risk")


def read_notes(data: bytes, options: ImportOptions) -> Collected:
    """What notes typed live say: each line is read, and what has no place of its own is a note.

    Raises:
        CannotRead: it is too large.
    """
    if len(data) > _LARGEST:
        raise CannotRead("The file is larger than 5 MB. Import it in parts.")
    mail = read_mail(data) if is_mail(data) else None
    lines = lines_of(mail.text if mail else decode_text(data)[0])
    language, guessed = language_of(lines, options.language, options.likely_language)
    outline = outlined(lines, vocabulary(language), options.indent)
    boxes, of = boxed(outline)
    keys = {id(box): str(n) for n, box in enumerate(boxes)}
    arrows = tuple(_arrows(outline, of, keys))
    found = [Remark("language-guessed", particulars={"language": NAMES[language]})] if guessed else []
    if mail:
        found += [Remark("mail"), *(Remark("mail-attached", name) for name in mail.attached)]
    remarks = (*found, *_remarks(outline, boxes))
    where = origin(outline.headers)
    given = {"origin": where} if where else {}
    return Collected(
        title=outline.headers.get("title") or (mail.subject if mail else ""),
        boxes=tuple(_box(box, keys[id(box)], given) for box in boxes if box.kind != "note"),
        notes=tuple(CollectedNote(keys[id(box)], box.title, given) for box in boxes if box.kind == "note"),
        arrows=arrows,
        remarks=remarks,
        head=head(outline.headers),
        language=outline.headers.get("language", language),
        comments=tuple(outline.comments),
    )


def _box(box: NoteBox, key: str, given: dict[str, str]) -> CollectedBox:
    fields: dict[str, Any] = dict(box.fields)
    if box.texts:
        fields["text"] = "\n".join(box.texts)
    said = {**given, **fields}
    order = canonical()["$defs"][box.kind]["properties"]
    return CollectedBox(key, box.kind, box.title, {name: said[name] for name in order if name in said})


def _arrows(outline: Outline, of: list[NoteBox | None], keys: dict[int, str]) -> Iterator[CollectedArrow]:
    for mention in outline.mentions:
        reasons = [detail.value for detail in mention.details if detail.key == "because"]
        for arrow in mention.arrows if reasons else ():
            drawn = outline.arrows[arrow]
            drawn.because = " ".join(filter(None, (drawn.because, *reasons)))
    for drawn in outline.arrows:
        tail, head = of[drawn.tail], of[drawn.head]
        if tail is None or head is None:
            continue
        if drawn.hampers and head.kind in _HINDERING and tail.kind not in _HINDERING:
            tail, head = head, tail  # typed under the obstacle itself
        if drawn.implied and (tail.kind, head.kind) == ("risk", "drawback"):
            tail, head = head, tail  # it may come true there, and does not lead to it
        place = Place("line", drawn.line)
        yield CollectedArrow(keys[id(tail)], keys[id(head)], drawn.hampers, drawn.because, place=place)


def _remarks(outline: Outline, boxes: list[NoteBox]) -> list[Remark]:
    """What was guessed or could not be placed, in the order of the lines."""
    lines = {box.title: box.line for box in boxes if box.kind != "note"}
    near = [
        Remark("near", f"{title} / {other}", Place("line", lines[title]))
        for title, other in near_titles(lines)
    ]
    own = [remark for box in boxes for remark in box.remarks]
    return sorted(
        (*outline.remarks, *own, *near), key=lambda remark: remark.place.number if remark.place else 0
    )
