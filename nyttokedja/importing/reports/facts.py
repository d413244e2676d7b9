"""What a report says of itself → what the chain says of itself: facts, alternatives, perspectives."""

from __future__ import annotations

import re
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Remark
from nyttokedja.importing.reports.blocks import HEADING, ITEM, TABLE, Block
from nyttokedja.importing.reports.brackets import perspective_of
from nyttokedja.importing.reports.parts import Part
from nyttokedja.importing.reports.sections import unread
from nyttokedja.importing.reports.vocabulary import alternative_of, fact_of, number_of, years

_ALTERNATIVE = re.compile(r"((?:alternativ[et]?\s+)?[AB])\s*(?:[.:)–—-]|$)\s*", re.IGNORECASE)
_NAMED = re.compile(r"([^:]{1,40}):\s*(.+)", re.DOTALL)
_LISTED = re.compile(r"\s*[,;]\s*|\s+(?:och|og|and)\s+", re.IGNORECASE)


class Facts:
    """What has been found; ``change`` is the words of the change, ``title`` those of the report."""

    def __init__(self) -> None:
        self.title = ""
        self.change: list[str] = []
        self.remarks: list[Remark] = []
        self._about: dict[str, Any] = {}

    @property
    def head(self) -> dict[str, Any]:
        """The top-level keys of the chain."""
        return {"about": dict(self._about)} if self._about else {}

    def take(self, part: Part) -> bool:
        """Take what a part says, if it is one that says something of the report itself."""
        if part.role == "comparison":
            self._compare([Block(HEADING, number_of(part.heading)[1]), *part.blocks])
        elif part.role == "perspectives":
            self._perspectives(part.blocks)
        elif part.role == "facts":
            self._facts(part.blocks)
        elif part.role.startswith("fact:"):
            said = list(unread(part.blocks))
            for words in said:
                self._put(part.role.removeprefix("fact:"), words, words)
        else:
            return False
        return True

    def take_table(self, block: Block) -> bool:
        """Take a table that stands anywhere, if at least two of its rows are facts."""
        if block.kind != TABLE or sum(bool(row and fact_of(row[0])) for row in block.rows) < 2:
            return False
        self._facts([block])
        return True

    def _facts(self, blocks: list[Block]) -> None:
        for block in blocks:
            for row in block.rows:
                filled = [cell for cell in row[1:] if cell]
                key = fact_of(row[0].rstrip(" :")) if row else ""
                words = ", ".join(filled)
                if key and words:
                    self._put(key, words, f"{row[0]}: {words}")
                elif any(row):
                    self._unread(": ".join(filter(None, row)))
            if block.kind != TABLE:
                named = _NAMED.fullmatch(block.text)
                key = fact_of(named[1]) if named else ""
                if named and key:
                    self._put(key, named[2], block.text)
                else:
                    self._unread(block.text)

    def _put(self, key: str, words: str, said: str) -> None:
        if key == "change":
            self.change.append(words)
        elif key == "title":
            self.title = self.title or words
        elif key == "horizon":
            found = years().fullmatch(words)
            number = float(found[1].replace(",", ".")) if found else 0.0
            held = int(number) if number.is_integer() else number
            if not found or self._about.setdefault(key, held) != held:
                self._unread(said)
        else:
            known = self._about.get(key, "")
            self._about[key] = f"{known}\n{words}" if known else words

    def _compare(self, blocks: list[Block]) -> None:
        which = ""
        for block in blocks:
            if block.kind == TABLE:
                self._compare_rows(block.rows)
                continue
            text = number_of(block.text)[1] if block.kind == HEADING else block.text
            found = _ALTERNATIVE.match(text)
            name = alternative_of(found[1]) if found else alternative_of(text.rstrip(" .:"))
            if name:
                which, text = name, text[found.end() :] if found else ""
            elif block.bold and (name := alternative_of(text[: block.bold].rstrip(" .:"))):
                which, text = name, text[block.bold :].lstrip(" .:")
            if not which:
                self._unread("" if block.kind == HEADING else text)
            elif text:
                self._alternative(which, f"- {text}" if block.kind == ITEM and not name else text)

    def _compare_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """A table with a column for each alternative, or a row for each."""
        heads = [_alternative_in(cell) for cell in rows[0]] if rows else []
        if sum(bool(name) for name, _ in heads) == 2:
            self._compare_columns(heads, rows)
            return
        for row in rows:
            name, rest = _alternative_in(row[0]) if row else ("", "")
            if name:
                self._alternative(name, cleaned(" ".join([rest, *row[1:]])))
            else:
                self._unread(": ".join(filter(None, row)))

    def _compare_columns(self, heads: list[tuple[str, str]], rows: tuple[tuple[str, ...], ...]) -> None:
        for (name, rest), cell in zip(heads, rows[0], strict=True):
            if name:
                self._alternative(name, rest)
            else:
                self._unread(cell)
        names = [name for name, _ in heads]
        for row in rows[1:]:
            of_cell = [*names, *[""] * len(row)][: len(row)]
            label = " ".join(cell for name, cell in zip(of_cell, row, strict=True) if cell and not name)
            found = [(name, cell) for name, cell in zip(of_cell, row, strict=True) if cell and name]
            for name, cell in found:
                self._alternative(name, f"{label}: {cell}" if label else cell)
            if label and not found:
                self._unread(label)

    def _alternative(self, name: str, words: str) -> None:
        if not words:
            return
        said = self._about.setdefault("alternatives", {})
        said[name] = f"{said[name]}\n{words}" if name in said else words

    def _perspectives(self, blocks: list[Block]) -> None:
        for words in unread(blocks):
            parts = [part.strip(" .") for part in _LISTED.split(words)]
            known = [perspective_of(part) for part in parts]
            if not all(known):
                name, _, rest = words.partition(" | ") if " | " in words else words.partition(":")
                if (one := perspective_of(name)) and (rest := rest.strip()):
                    self._perspective(one, name)
                    self._unread(words)
                else:
                    self._unread(words)
                continue
            for one, part in zip(known, parts, strict=True):
                self._perspective(one, part)

    def _perspective(self, key: str, words: str) -> None:
        said = self._about.setdefault("perspectives", {})
        if words not in said.get(key, "").split(", "):
            said[key] = f"{said[key]}, {words}" if key in said else words

    def _unread(self, words: str) -> None:
        if words:
            self.remarks.append(Remark("report-unread", words))


def _alternative_in(cell: str) -> tuple[str, str]:
    """The alternative that a cell names, and what else it says: ``A. Som idag``."""
    if name := alternative_of(cell.rstrip(" .:")):
        return name, ""
    found = _ALTERNATIVE.match(cell)
    name = alternative_of(found[1]) if found else ""
    return (name, cell[found.end() :]) if found and name else ("", "")
