"""The lines on the whole chain that notes begin with: its title, language, stage, where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from nyttokedja.importing.notation.arrow_signs import beginning, is_rule
from nyttokedja.importing.notation.lines import Line
from nyttokedja.importing.notation.vocabulary import header_words, likely_language
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.spelling import fold
from nyttokedja.model.stage import Stage

COMMENT = ("//", "%%")
_WORDED = re.compile(r"([^\W\d_][^:：]{0,30}?)\s*\d{0,3}\s*[:：]\s*(.*)")
_WORKSHOP = re.compile(r"workshop|arbeidsmøte|arbetsmöte|verkstad", re.IGNORECASE)


def header(text: str) -> tuple[str, str] | None:
    """What a line says of the whole chain, and the canonical value or the words that it gives; else None."""
    match = _WORDED.fullmatch(text)
    found = header_words().get(fold(match[1])) if match else None
    if match is None or found is None:
        return None
    name, value = found[0], match[2].strip()
    known = {"language": _language, "stage": _stage}.get(name)
    if known and value:
        value = known(value)
        return (name, value) if value else None
    return name, value


def language_of(lines: Iterable[Line], said: str, likely: str) -> tuple[str, bool]:
    """The language of notes, and whether it was guessed from their marks.

    Args:
        lines: all lines.
        said: the language that a person has said; "" for none.
        likely: the language where nothing else tells.
    """
    by_title = ""
    marks: list[str] = []
    at_head = True
    for line in lines:
        rest = beginning(line.text).rest
        match = _WORDED.match(rest)
        if at_head and line.indent == 0 and (found := header(line.text)):
            if found[0] == "language" and found[1]:
                return found[1], False
            if found[0] == "title" and match:
                by_title = by_title or header_words()[fold(match[1])][1]
            continue
        at_head = at_head and (line.text.startswith(COMMENT) or is_rule(line.text))
        if match:
            marks.append(match[1])
    if by_title or said:
        return by_title or said, False
    guessed = likely_language(marks, likely)
    return guessed, guessed != likely


def head(headers: Mapping[str, str]) -> dict[str, Any]:
    """The top-level keys of the chain that headers give."""
    about = {key: headers[key] for key in ("organisation", "purpose") if key in headers}
    stage = {"stage": headers["stage"]} if "stage" in headers else {}
    return {**stage, **({"about": about} if about else {})}


def origin(headers: Mapping[str, str]) -> str:
    """Where all notes are from: what headers say of it, together; "" where none does."""
    workshop = headers.get("workshop", "")
    if workshop and not _WORKSHOP.search(workshop):
        workshop = f"Workshop {workshop}"
    said = (headers.get("origin", ""), workshop)
    return " ".join(filter(None, (", ".join(filter(None, said)), headers.get("date", ""))))


def _language(value: str) -> str:
    said = fold(value)
    return next((one for one in LANGUAGES if said in _names(one)), "")


def _names(language: str) -> set[str]:
    return {language, *(fold(word) for each in LANGUAGES for word in words(each).hints_of(language))}


def _stage(value: str) -> str:
    said = fold(value)
    for stage in Stage:
        for language in LANGUAGES:
            known = words(language)
            if said in {fold(word) for word in (stage.value, known.value(stage.value, "stage"))}:
                return stage.value
    return ""
