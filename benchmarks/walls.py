"""Notes and tables to measure on: a workshop's wall, made by a fixed recipe."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions

_KINDS = ("Förändring", "Effekt", "Effekt", "Nytta", "Mål", "Hinder")
_WHAT = ("besök", "samtal", "kompletteringar", "avvikelser", "körda mil", "blanketter", "larm")
_HOW = ("Färre", "Kortare", "Säkrare", "Enklare", "Tidigare")
_TURNS = 3


def notes(lines: int) -> str:
    """So many lines of notes: ways of four, with a hindrance and a question now and then."""
    written = ["titel: E-tjänst i hela kommunen"]
    for n in range(1, lines):
        words = _words(n)
        match n % 6:
            case 1:
                written.append(f"F: {words} i e-tjänst")
            case 2:
                written.append(f"  -> B: {words} för sökande")
            case 3:
                written.append(f"    -> E: {words} på kontoret")
            case 4:
                written.append(f"      -> N: {words} (handläggare) @Enhetschef")
            case 5:
                written.append(f"  !- H: {words} saknas")
            case _:
                written.append(f"{words}, vad säger facket?")
    return "\n".join([*written, ""])


def workbook(path: Path, rows: int) -> None:
    """A workbook of so many notes, a row each, that lead to the next."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Lappar")
        sheet.write_row(0, 0, ("Sort", "Rubrik", "Leder till", "Ägare", "När", "Beskrivning"))
        for n in range(1, rows + 1):
            leads = _words(n + 1) if n % 6 < 3 else ""
            sheet.write_row(
                n, 0, (_KINDS[n % 6], _words(n), leads, "Enhetschef", "2027-06", f"Sagt vid bord {n % 9}")
            )


def rows() -> Iterator[str]:
    """How long a warm process needs for many lines."""
    data = notes(5_000).encode()
    taken = min(_seconds(data) for _ in range(_TURNS))
    yield f"{'5,000 lines of notes, warm, CPU':<44}{taken:>9.3f} s{'':>23}   goal < 0.3 s"


def _seconds(data: bytes) -> float:
    started = time.process_time()
    read_import(data, FORMATS["notes"], ImportOptions())
    return time.process_time() - started


def _words(n: int) -> str:
    return f"{_HOW[n % 5]} {_WHAT[n % 7]} i område {n}"
