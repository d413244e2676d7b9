"""Chains to measure on: made of Swedish words by a fixed recipe, so that every run has the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

_WHAT = [
    "besök",
    "körda_mil",
    "läkemedelsavvikelser",
    "dokumentation",
    "väntetid",
    "nyckelhämtningar",
    "nattsömn",
    "fallrisk",
]
_HOW = ["färre", "kortare", "mindre", "bättre", "säkrare", "lugnare", "tryggare", "jämnare"]
_WHO = [
    "undersköterskor",
    "sjuksköterskor",
    "brukare",
    "närstående",
    "planerare",
    "nattpersonal",
    "vikarier",
    "chefer",
]
_WHERE = ["hemtjänsten", "särskilt_boende", "nattpatrullen", "rehabiliteringen", "korttidsboendet"]
_OWNERS = ("Enhetschef hemtjänst", "Verksamhetschef äldreomsorg", "Fordonsansvarig", "Medicinskt ansvarig")
_MEASURED = (
    "enhet: procent, nollmätning: {värde: 0, datum: 2026-10-01}, målvärde: 80, datakälla: Driftportalen, "
    "hur_ofta: månad, mäts_av: Systemförvaltare, följs_upp_av: Verksamhetschef"
)


def chain(nodes: int, seed: int = 0) -> str:
    """A chain in Swedish words with this many nodes: about 460 bytes a node, sound at stage plan."""
    dice = random.Random(seed)
    changes, goals = max(1, nodes // 25), max(1, nodes // 20)
    benefits = max(1, nodes // 4)
    effects = max(1, nodes - changes - goals - benefits)
    lines = list(_head(nodes, seed))
    lines += _section("förändringar", _changes(changes, effects))
    lines += _section("effekter", _effects(effects, benefits, changes, dice))
    lines += _section("nyttor", _benefits(benefits, goals, dice))
    lines += _section("mål", (_goal(n) for n in range(goals)))
    return "\n".join([*lines, "kostnader: inga", "risker: inga", ""])


def write(folder: Path, count: int, nodes: int) -> list[str]:
    """Write chains that differ into a folder; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"kedja_{n:04}.yaml" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(chain(nodes, n), "utf-8")
    return [str(path) for path in paths]


def _head(nodes: int, seed: int) -> Iterator[str]:
    yield "nyttokedja: 1"
    yield f"rubrik: Digitalt stöd i hemtjänsten, kedja {seed} med {nodes} rutor"
    yield "språk: sv"
    yield "skede: plan"
    yield "om:"
    yield "  organisation: Exempelkommun"
    yield "  jämförelse: {a: Personalen besöker brukaren., b: Tillsyn och signering sker digitalt.}"


def _section(name: str, nodes: Iterator[str]) -> Iterator[str]:
    yield f"{name}:"
    yield from nodes


def _title(n: int) -> str:
    words = (
        _HOW[n % 8].capitalize(),
        _WHAT[n // 8 % 8],
        "för",
        _WHO[n // 64 % 8],
        "i",
        _WHERE[n % 5],
        str(n),
    )
    return " ".join(words).replace("_", " ")


def _changes(count: int, effects: int) -> Iterator[str]:
    for n in range(count):
        yield f"  förändring_{n}:"
        yield f"    rubrik: Digital tillsyn och signering i område {n}"
        yield f"    ägare: {_OWNERS[n % 4]}"
        yield "    när: 2027-01"
        yield f"    leder_till: effekt_{n % effects}"


def _effects(count: int, benefits: int, changes: int, dice: random.Random) -> Iterator[str]:
    for n in range(count):
        later = [f"effekt_{m}" for m in {n + changes, n + changes + dice.randint(0, 3)} if m < count]
        ends = later or [f"nytta_{n % benefits}"]
        if n < benefits:
            ends.append(f"nytta_{n}")
        yield f"  effekt_{n}:"
        yield f"    rubrik: {_title(n)}"
        where = _WHERE[n % 5].replace("_", " ")
        yield f"    beskrivning: Bygger på en pilot i {where} under våren, med {n + 12} brukare."
        yield f"    beteende: {'ja' if n < changes else 'nej'}"
        if n < changes:
            yield f"    indikatorer: {{användning_{n}: {{{_MEASURED}}}}}"
        yield "    leder_till:"
        for end in dict.fromkeys(ends):
            yield f"      - {{till: {end}, eftersom: Så blev det i piloten, underlag: Slutrapport 2026}}"


def _benefits(count: int, goals: int, dice: random.Random) -> Iterator[str]:
    for n in range(count):
        yield f"  nytta_{n}:"
        yield f"    rubrik: Frigjord tid för {_WHO[n % 8]} i grupp {n}"
        yield "    kategori: omfördelning"
        yield "    perspektiv: egen_organisation"
        yield f"    ägare: {_OWNERS[n % 4]}"
        yield "    när: 2027-06"
        yield "    används_till: Tid till nytillkomna brukare i stället för nyanställning"
        yield "    åtgärder: [{vad: Ändra planeringen av turer, vem: Planerare, senast: 2027-03-01}]"
        yield "    indikatorer:"
        yield f"      tid_{n}:"
        yield "        rubrik: Besök per dag"
        yield "        enhet: besök/dag"
        yield f"        nollmätning: {{värde: {dice.randint(200, 500)}, datum: 2026-10-01}}"
        yield "        målvärde: {värde: 150, datum: 2027-12-31}"
        yield "        datakälla: Planeringssystemet"
        yield "        hur_ofta: kvartal"
        yield "        mäts_av: Systemförvaltare"
        yield "        följs_upp_av: Verksamhetschef"
        yield f"    leder_till: mål_{n % goals}"


def _goal(n: int) -> str:
    return f'  mål_{n}: {{rubrik: Hållbar bemanning del {n}, beslutat_i: "Strategisk plan, mål {n}"}}'
