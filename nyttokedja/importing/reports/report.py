"""A report as bytes → all that it says: a chain without arrows, since only its words lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from nyttokedja.errors import CannotRead
from nyttokedja.importing.model import Collected, CollectedBox, CollectedNote, ImportOptions, Remark
from nyttokedja.importing.notation.reading import read_notes
from nyttokedja.importing.packages.archive import ZIP, refuse_unreadable
from nyttokedja.importing.reports.as_notes import typed
from nyttokedja.importing.reports.blocks import ITEM, Written
from nyttokedja.importing.reports.brackets import Draft, title_and_text
from nyttokedja.importing.reports.facts import Facts
from nyttokedja.importing.reports.markdown import markdown_blocks
from nyttokedja.importing.reports.parts import Parts, parts_of
from nyttokedja.importing.reports.sections import section_of, unread
from nyttokedja.importing.reports.vocabulary import KINDS, kinds_in, language_of
from nyttokedja.importing.reports.word import word_blocks
from nyttokedja.importing.text_decoding import decode_text
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import SECTIONS

_ARROWS = ("->", "-->", "=>", "→", "<-", "!-", "+-")
_LONG = 80
_FEW = 3
_LARGEST = 5_000_000


def read_report(data: bytes, options: ImportOptions) -> Collected:
    """What an analysis of benefits says, in Word or Markdown; a text that is none is read as notes.

    Raises:
        CannotRead: it is too large, or no file that Word can open.
    """
    written = _written(data, options)
    parts = parts_of(written.blocks)
    if not parts.has_boxes or _are_notes(written, parts, in_word=data.startswith(ZIP)):
        notes = read_notes(typed(written.blocks).encode(), options)
        remarks = (Remark("report-as-notes"), *written.remarks, *notes.remarks)
        return replace(notes, remarks=remarks, read_as="notes")
    collected = _collected(parts, options)
    return replace(collected, remarks=(*collected.remarks, *written.remarks))


def _are_notes(written: Written, parts: Parts, *, in_word: bool) -> bool:
    """Whether what has such headings is notes: typed with arrows, or in Word lists alone."""
    if any(block.text.startswith(_ARROWS) for block in written.blocks):
        return True
    roles = {part.role for part in parts.parts if part.role}
    prose = any(block.is_brackets or len(block.text) > _LONG or block.rows for block in written.blocks)
    return in_word and not prose and roles <= set(KINDS) and len(roles) < _FEW


def _written(data: bytes, options: ImportOptions) -> Written:
    if data.startswith(ZIP):
        return word_blocks(data, options)
    if data:
        refuse_unreadable(data, options.name)
    if len(data) > _LARGEST:
        raise CannotRead("The file is larger than 5 MB. Import it in parts.")
    text = decode_text(data)[0]
    if "\0" in text:
        raise CannotRead(
            "The file holds no text and no drawing that can be read. Save it as .txt, .xlsx, .csv or .drawio."
        )
    return markdown_blocks(text)


def _collected(parts: Parts, options: ImportOptions) -> Collected:
    facts = Facts()
    drafts: list[Draft] = []
    notes: list[str] = []
    none: set[str] = set()
    remarks: list[Remark] = []
    for at, part in enumerate(parts.parts):
        if part.role in KINDS:
            section = section_of(part)
            drafts += section.drafts
            none |= {part.role} if section.none else set()
            several = kinds_in(part.heading)
            if len(several) > 1 and section.drafts:
                remarks.append(Remark("report-first-kind", part.heading))
            remarks += section.remarks
        elif not facts.take(part):
            notes += _beside(at, parts, facts, remarks)
    drafts = [*_change(facts), *drafts]
    found = {draft.type for draft in drafts}
    sections = {kind.value: name for name, kind in SECTIONS.items()}
    return Collected(
        title=parts.title or facts.title,
        boxes=tuple(_box(draft, str(n)) for n, draft in enumerate(drafts)),
        notes=tuple(CollectedNote(f"note {n}", text) for n, text in enumerate(notes)),
        remarks=(*(one for draft in drafts for one in draft.remarks), *facts.remarks, *remarks),
        head={**facts.head, **{sections[kind]: "none" for kind in KINDS if kind in none - found}},
        language=options.language
        or language_of([part.heading for part in parts.parts], options.likely_language),
    )


def _beside(at: int, parts: Parts, facts: Facts, remarks: list[Remark]) -> Iterator[str]:
    """The notes in a part without a type: items in a chapter with boxes; all else in it is said."""
    part = parts.parts[at]
    blocks = [block for block in part.blocks if not facts.take_table(block)]
    if part.role == "summary":
        remarks += [Remark("report-summary", words) for words in unread(blocks)]
    elif part.chapter in parts.analysing and part.role != "aside" and part.heading:
        if not part.role and not _is_over(at, parts):
            remarks.append(Remark("report-unread", part.heading))
        for block in blocks:
            if block.kind == ITEM:
                yield block.text
            else:
                remarks += [Remark("report-unread", words) for words in unread([block])]
    elif part.heading and (blocks or part.role == "aside"):
        remarks.append(Remark("report-chapter", part.heading))
    elif blocks:
        remarks += [Remark("report-unread", words) for words in unread(blocks)]


def _is_over(at: int, parts: Parts) -> bool:
    """Whether parts with boxes stand under a heading."""
    for other in parts.parts[at + 1 :]:
        if not parts.parts[at].holds(other.level, other.number):
            return False
        if other.role in KINDS:
            return True
    return False


def _change(facts: Facts) -> Iterator[Draft]:
    if facts.change:
        title, rest = title_and_text(facts.change[0])
        yield Draft("change", title, texts=[*([rest] if rest else []), *facts.change[1:]])


def _box(draft: Draft, key: str) -> CollectedBox:
    fields: dict[str, Any] = dict(draft.fields)
    if draft.texts:
        fields["text"] = "\n".join(draft.texts)
    order = canonical()["$defs"][draft.type]["properties"]
    return CollectedBox(
        key, draft.type, draft.title, {name: fields[name] for name in order if name in fields}
    )
