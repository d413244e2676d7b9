"""Chains that are calculated, and a workbook of the same size: made by a fixed recipe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

_BENEFITS, _COSTS, _FACTORS, _VARIED, _YEARS = 20, 10, 60, 12, 6


def chain(seed: int = 0) -> str:
    """A chain in Swedish words with 30 valued boxes and 60 factors, of which 12 are uncertain."""
    lines = ["nyttokedja: 1", f"rubrik: Kalkyl {seed}", "skede: analys"]
    lines += ["kalkyl:", "  startår: 2027", f"  tidshorisont: {_YEARS}", "  prisnivå: 2026", "  faktorer:"]
    lines += (f"    {_factor(n, seed)}" for n in range(_FACTORS))
    ends = ", ".join(f"nytta_{n}" for n in range(_BENEFITS))
    lines += ["förändringar:", "  digitalt: {rubrik: Digitalt arbetssätt, leder_till: används}"]
    lines += ["effekter:", f"  används: {{rubrik: Personalen arbetar digitalt, leder_till: [{ends}]}}"]
    lines += ["hinder:", "  ovana: {rubrik: Personalen är ovan, hindrar: används}"]
    lines += ["nyttor:", *(line for n in range(_BENEFITS) for line in _box(f"nytta_{n}", n))]
    lines += ["kostnader:", *(line for n in range(_COSTS) for line in _box(f"kostnad_{n}", _BENEFITS + n))]
    return "\n".join([*lines, ""])


def write(folder: Path, count: int) -> list[str]:
    """Write chains that differ into a folder; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"kalkyl_{n:04}.yaml" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(chain(n), "utf-8")
    return [str(path) for path in paths]


def workbook(path: Path) -> None:
    """A workbook that calculates as much with live formulas: factors, values by year, and the sums."""
    with xlsxwriter.Workbook(str(path)) as book:
        factors, values = book.add_worksheet("Faktorer"), book.add_worksheet("Värden")
        for n in range(_FACTORS):
            factors.write_row(n, 0, (f"faktor_{n}", _likely(n, 0)))
        for n in range(_BENEFITS + _COSTS):
            a, b = (f"Faktorer!$B${k + 1}" for k in _used(n))
            values.write_formula(n, 0, f"={a}*{b}/60")
            for year in range(_YEARS):
                values.write_formula(n, year + 1, f"=$A{n + 1}*B$100")
        for year in range(_YEARS):
            column = "BCDEFG"[year]
            values.write_formula(99, year + 1, f"=1.03^-{year}")
            values.write_formula(100, year + 1, f"=SUM({column}1:{column}{_BENEFITS})")


def _factor(n: int, seed: int) -> str:
    likely = _likely(n, seed)
    limits = f"lägst: {likely * 0.8:.1f}, högst: {likely * 1.2:.1f}, " if n < _VARIED else ""
    said = f"troligt: {likely}, {limits}enhet: minuter, källa: Tidsmätning i pilot, slag: egen_uppgift"
    return f"faktor_{n}: {{rubrik: Minuter för steg {n}, {said}}}"


def _likely(n: int, seed: int) -> int:
    return 20 + (7 * n + seed) % 50


def _used(n: int) -> tuple[int, int]:
    """The two factors of a box; all are used by one."""
    return 2 * n % _FACTORS, (2 * n + 1) % _FACTORS


def _box(id: str, n: int) -> Iterator[str]:
    a, b = _used(n)
    yield f"  {id}:"
    yield f"    rubrik: Tid för steg {n} i handläggningen"
    yield "    kategori: omfördelning"
    yield "    perspektiv: egen_organisation"
    yield "    värde:"
    yield f"      timmar: faktor_{a} * faktor_{b} / 60"
    yield "      årligt: timmar * 400"
    yield "      årsprofil: [0.5, 1]"
