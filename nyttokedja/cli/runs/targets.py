"""Paths and ids → the chains that a command is to change."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from nyttokedja.checking.outcome import Outcome
from nyttokedja.cli import options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.check import place
from nyttokedja.editing.document import Document, document
from nyttokedja.editing.lookup import ids
from nyttokedja.errors import CannotRead, NyttokedjaError, crash_message
from nyttokedja.language.codes import guessed
from nyttokedja.language.refusals import Refusal
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.discovery import Candidate, candidates, near, read_bytes, reason
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.reading.source import Source
from nyttokedja.reports.findings.text import failure_sentence, safe_file_name

_MOST = 8
"""So many files are named where several could be meant."""


@dataclass(frozen=True)
class Sheet:
    """One chain that may be changed; its source may be one that cannot be read."""

    path: Path
    parsed: Parsed

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.parsed.data

    @property
    def source(self) -> Source:
        """What was read of the file."""
        return self.parsed.source

    @property
    def language(self) -> str:
        """The language that is spoken of it."""
        return guessed(self.source.text)

    def document(self) -> Document:
        """The file as it is written and as it is meant.

        Raises:
            CannotEdit: it cannot be read.
        """
        return self._document

    @cached_property
    def _document(self) -> Document:
        return document(self.parsed)

    def has(self, wanted: Collection[str]) -> bool:
        """Whether the chain has all these boxes; a file that cannot be read, whether it speaks of them."""
        if self.ids is not None:
            return set(wanted) <= self.ids
        text = unicodedata.normalize("NFC", self.source.text)
        return not text or all(re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", text) for id in wanted)

    @cached_property
    def ids(self) -> frozenset[str] | None:
        """The ids of its boxes; None where it cannot be read, for its own faults or for one of ours."""
        if self.source.root is None:
            return None
        try:
            return frozenset(ids(self.document()))
        except Exception:  # noqa: BLE001 - one file never stops the others; said where it is to be changed
            return None

    @property
    def can_be_read(self) -> bool:
        """Whether it is a chain that something can be looked up in."""
        return self.ids is not None

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Where something cannot be done with this file, the reason is said, and the work ends."""
        try:
            yield
        except Refusal as error:
            if not error.spoken:
                error.at(self.source.place, self.language, self.language)
            where = f":{error.place.line}:{error.place.column}" if error.place else ""
            click.echo(f"{safe_file_name(self.source.name)}{where}: {clean(str(error))}", err=True)
            raise SystemExit(CANNOT) from None
        except NyttokedjaError:
            raise
        except Exception as error:  # several files may be at work, so it is said which one it was
            outcome = Outcome(
                self.source.name, trouble=crash_message(error), crashed=True, language=self.language
            )
            click.echo(failure_sentence(outcome), err=True)
            raise SystemExit(CANNOT) from error


def sheets(paths: Sequence[str]) -> list[Sheet]:
    """The chains that paths name.

    Raises:
        CannotRead: a file that was named cannot be opened.
    """
    found = (_sheet(file) for file in candidates(options.where(paths)))
    # one file may be reached by several names, as a link
    one_each = {os.path.realpath(sheet.path): sheet for sheet in found if sheet is not None}
    return list(one_each.values())


def _sheet(file: Candidate) -> Sheet | None:
    if file.outside:
        return None
    try:
        data = read_bytes(file, LIMITS.file)
    except OSError as error:
        if not file.named:
            return None
        why = texts("en").word("reason", reason(error))
        meant = near(file.path) if reason(error) == "not-found" else None
        if meant is not None:
            raise CannotRead(
                "Cannot open {file}: {why}. Is {meant} meant?",
                file=file.name,
                why=why,
                meant=safe_file_name(meant.as_posix()),
            ) from error
        raise CannotRead("Cannot open {file}: {why}.", file=file.name, why=why) from error
    parsed = Parsed(data, file.name)
    if is_chain(data) or (file.named and not parsed.can_be_read):
        return Sheet(file.path, parsed)
    if file.named:
        raise CannotRead(f"{file.name} is no effect chain: it has no key “nyttokedja”. Name a chain.")
    return None


def the_one(paths: Sequence[str], wanted: Collection[str] = ()) -> Sheet:
    """The only chain that has all the boxes wanted; where there is but one chain, that one.

    What is wrong otherwise is said, and the work ends.
    """
    every = sheets(paths)
    found = [sheet for sheet in every if sheet.has(wanted)]
    found = [sheet for sheet in found if sheet.can_be_read] or found
    if len(found) == 1:
        return found[0]
    if not found and len(every) == 1:
        return every[0]
    if not every:
        _say_none(paths)
    elif not found:
        _say_nowhere(every, wanted)
    else:
        names = tuple(safe_file_name(sheet.source.name) for sheet in found[:_MOST])
        _say("several" if wanted else "which", every, wanted=tuple(wanted), names=names)
    raise SystemExit(CANNOT)


def all_with(paths: Sequence[str], id: str) -> list[Sheet]:
    """All the chains that have a box; where none has it, that is said, and the work ends."""
    every = sheets(paths)
    found = [sheet for sheet in every if sheet.has((id,))]
    if not found and len(every) > 1:
        _say_nowhere(every, (id,))
        raise SystemExit(CANNOT)
    if not every:
        _say_none(paths)
        raise SystemExit(CANNOT)
    return found or every


def _say(variant: str, every: Sequence[Sheet], **particulars: Any) -> None:
    language = options.addressed(None, (sheet.language for sheet in every))
    click.echo(clean(texts(language).say("editing/where", variant, **particulars)), err=True)


def _say_nowhere(every: Sequence[Sheet], wanted: Collection[str]) -> None:
    """Say that no chain has some boxes, and which one was meant, if one only is as near."""
    known = {id for sheet in every for id in sheet.ids or ()}
    strange = [id for id in wanted if id not in known]
    meant = nearest(strange[0], known) if len(strange) == 1 else None
    name = "nowhere-but" if meant else "nowhere"
    _say(name, every, wanted=tuple(strange or wanted), n=len(every), meant=meant)


def _say_none(paths: Sequence[str]) -> None:
    said = texts(options.addressed(None, ()))
    where = said.listed(place(path, said.quoted(path), said) for path in options.where(paths))
    click.echo(clean(said.say("run", "none", places=where)), err=True)
    click.echo(said.say("run", "none_remedy"), err=True)
