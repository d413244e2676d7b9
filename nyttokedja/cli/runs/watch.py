"""``watch``: notes that are being typed → the chain and a page that follow them, at each save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import sleep

import click

from nyttokedja.batch.draw import draw
from nyttokedja.batch.locks import locked
from nyttokedja.checking.check import check
from nyttokedja.cli.runs.imports import (
    ImportOrder,
    bounded_bytes,
    for_target,
    imported_bytes,
    is_empty,
    source_bytes,
    targets,
)
from nyttokedja.cli.runs.returning import bytes_there, memory_path, source_name
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotDraw, CannotWrite, NyttokedjaError
from nyttokedja.importing.model import Imported, Remark, remark_sentences
from nyttokedja.importing.returning import Origin
from nyttokedja.importing.returning.watching import Following, Written
from nyttokedja.importing.text_decoding import decode_text
from nyttokedja.language.failures import sentence
from nyttokedja.language.safe_text import clean
from nyttokedja.model.chain import SECTIONS
from nyttokedja.pages.live import SIGN, live_page
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import save

_PAUSE = 0.3
"""Seconds between two looks at the file."""


class WatchRun:
    """One call of ``watch``: what was there when it began, and what was said last."""

    def __init__(self, order: ImportOrder) -> None:
        (target,) = targets(order)
        if target is None:
            raise CannotWrite("What is piped cannot be watched. Name a file.")
        self.order = for_target(order, target)
        self.notes = Path(order.files[0])
        self.chain = target
        self.page = target.with_suffix(".html")
        if self.notes.is_dir():
            raise CannotWrite("{path} is a folder. Name a file to watch.", path=self.notes.as_posix())
        if self.notes.exists():
            source_bytes(order.files[0], order.language)
        if self.page.exists() and SIGN.encode() not in (bytes_there(self.page) or b""):
            raise CannotWrite(
                "{path} was not made by watch, and is not overwritten.", path=self.page.as_posix()
            )
        self._following = Following(self._there())
        self._read: bytes | None = None
        self._refused: Written | None = None
        self._said: list[str] = []

    def run(self) -> None:
        """Follow the file until the person stops it."""
        try:
            self._say([self._told("Waiting for {file}. Stop with Ctrl-C.", file=self.notes)])
            while True:
                data = self._typed()
                if data is not None and (data != self._read or self._is_mended()):
                    self.saved(data)
                sleep(_PAUSE)
        except KeyboardInterrupt:
            pass

    def saved(self, data: bytes) -> None:
        """Follow one save; what stands in its way is said, and the next is waited for."""
        before, self._read, self._refused = self._read, data, None
        if not data.strip():
            return
        try:
            format, made = imported_bytes(data, self.notes.name, self.order)
            if is_empty(made):
                return
            origin = Origin(source_name(self.order.files[0], self.chain), format)
            written = self._following.follow(self._there(), made, origin, self.chain.as_posix())
            self._write(written)
            remarks = list(remark_sentences(_calm(made.remarks, before, data), str(made.data["language"])))
            self._draw(made, remarks)
            self._say([self._sum(made), *remarks])
        except NyttokedjaError as error:
            self._refused = self._there()
            self._say([sentence(error, self.order.language)])

    def _typed(self) -> bytes | None:
        """What the file holds; None while it cannot be opened, as while an editor writes it.

        Raises:
            CannotRead: it has become too large.
        """
        try:
            return bounded_bytes(self.order.files[0])
        except OSError:
            return None

    def _is_mended(self) -> bool:
        """Whether the chain is another than when the last save could not be followed."""
        return self._refused is not None and self._refused != self._there()

    def _there(self) -> Written:
        return Written(bytes_there(self.chain), bytes_there(memory_path(self.chain)))

    def _write(self, written: Written) -> None:
        if written != self._there():
            with locked([self.chain]):
                if written.chain is not None:
                    save(self.chain, written.chain)
                if written.memory is not None:
                    save(memory_path(self.chain), written.memory)

    def _draw(self, made: Imported, remarks: Sequence[str]) -> None:
        """Write the page, with the picture if there is a layout engine."""
        checked = check(bytes_there(self.chain) or b"", self.chain.as_posix())
        if checked.chain is None or checked.graph is None:
            return
        try:
            picture = draw(checked.chain, checked.graph)
        except CannotDraw as error:
            picture, remarks = "", [*remarks, sentence(error, self.order.language)]
        save(self.page, live_page(checked.chain.title, picture, remarks, checked.chain.language))

    def _sum(self, made: Imported) -> str:
        boxes = sum(len(made.data.get(section) or ()) for section in SECTIONS)
        notes = len(made.data.get("notes") or ())
        return self._told(
            "{file}: boxes {boxes}, notes {notes}. Look at {page}",
            file=self.chain,
            boxes=boxes,
            notes=notes,
            page=self.page,
        )

    def _told(self, said: str, **particulars: object) -> str:
        names = {
            key: safe_file_name(value.as_posix()) if isinstance(value, Path) else value
            for key, value in particulars.items()
        }
        return told(said, self.order.language, **names)

    def _say(self, lines: list[str]) -> None:
        """Print what was not printed at the last save."""
        for line in lines:
            if line not in self._said:
                click.echo(clean(line))
        self._said = lines


def _calm(remarks: Iterable[Remark], before: bytes | None, data: bytes) -> list[Remark]:
    """The remarks on lines that are as they were at the save before: the others are being typed."""
    typed = changed_lines(decode_text(before or b"")[0], decode_text(data)[0])
    return [
        one
        for one in remarks
        if one.place is None or one.place.key != "line" or one.place.number not in typed
    ]


def changed_lines(before: str, after: str) -> range:
    """The numbers of the lines, from 1, between what two texts begin and end with alike."""
    old, new = before.split("\n"), after.split("\n")
    shortest = min(len(old), len(new))
    same = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    end = next((n for n in range(shortest - same) if old[-1 - n] != new[-1 - n]), shortest - same)
    return range(same + 1, len(new) - end + 1)
