"""Random chains as real ones are, of any size and depth: the same for the same seed.

Every box has an arrow from the rank before its own, mostly from a box that stands near it in the file; some
have more, over several ranks. What hampers boxes, what leads back and what needs a new decision is there too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

SECTIONS = {
    "change": "förändringar",
    "effect": "effekter",
    "benefit": "nyttor",
    "drawback": "konsekvenskostnader",
    "goal": "mål",
    "opportunity": "möjligheter",
    "obstacle": "hinder",
    "risk": "risker",
    "precondition": "förutsättningar",
    "cost": "kostnader",
}
COLUMN = ("change", "effect", "benefit", "drawback", "goal")
LINKS = ("direkt", "indirekt", "begränsad")

_FIRST = ("Färre", "Kortare", "Bättre", "Säkrare", "Tryggare", "Jämnare", "Minskad", "Ökad", "Snabbare")
_WHAT = (
    "läkemedelsavvikelser", "fysiska nattbesök", "handläggningstider", "dokumentationsbörda", "nattsömn",
    "nyckelhämtningar", "personalkontinuitet", "fallrisk", "körda mil", "vårdplaneringsmöten",
    "korttidsboendeplaceringar", "informationssäkerhet i journalsystemet", "telefonsamtal", "akutbesök",
)  # fmt: skip
_WHERE = (
    "", "", "i hemtjänsten", "på särskilt boende", "för brukare och närstående", "hos nattpatrullen",
    "inom rehabiliteringen", "för legitimerad personal i kommunal hälso- och sjukvård",
)  # fmt: skip
_LONG = (
    "Verksamhetsutvecklingsarbetet följs upp", "Biståndshandläggarna planerar om",
    "Myndighetsutövningens rättssäkerhet stärks", "Kompetensförsörjningsstrategin håller över tid",
    "Undersköterskorna dokumenterar i mobilen", "Sjukvårdssamordningen fungerar dygnet runt",
)  # fmt: skip
_HAMPER = (
    "Bristande bredband", "Ovana att dokumentera mobilt", "Oro för integritet", "Avtalet är inte klart",
    "Systemförvaltarens uppdrag är oklart", "Integritetsskyddsbedömningen drar ut på tiden",
    "Vikarier saknar konto",
)  # fmt: skip
_OWNERS = ("Enhetschef hemtjänst", "Verksamhetschef äldreomsorg", "Medicinskt ansvarig sjuksköterska")


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a chain: its ``level`` is the longest path to it in its column, and all columns before."""

    kind: str
    id: str
    title: str
    level: int = 0
    links: Mapping[str, str] = field(default_factory=dict)  # id of the head → word of the link, or ""
    facts: tuple[str, ...] = ()  # lines of YAML
    at: tuple[str, ...] = ()  # what it hampers: an id, or "id -> id"


@dataclass(frozen=True, slots=True)
class Recipe:
    """The boxes of a chain in file order."""

    boxes: tuple[Box, ...]
    title: str = "Digitalt stöd i hemtjänsten"

    @property
    def columns(self) -> tuple[Box, ...]:
        """The boxes that stand in columns."""
        return tuple(box for box in self.boxes if box.kind in COLUMN)

    @property
    def yaml(self) -> bytes:
        """The chain as a file."""
        return "\n".join(_written(self)).encode()


def recipe(size: int, depth: int = 8, hampered: float = 0.25, seed: int = 0) -> Recipe:
    """A chain with ``size`` boxes in its columns, in ``depth`` ranks at most (at least 4, if it has so many
    boxes); a ``hampered`` part of them have an obstacle or a risk.
    """
    dice = random.Random(f"{size} {depth} {hampered} {seed}")
    levels = _levels(size, depth, dice)
    ends = _ends(levels, dice)
    boxes = [replace(box, links=ends.get(box.id, {})) for level in levels for box in level]
    extra = [*_opportunities(boxes, dice), *_hampering(boxes, hampered, dice), *_others(boxes, dice)]
    order = list(SECTIONS)
    boxes = sorted([*boxes, *extra], key=lambda box: order.index(box.kind))
    return Recipe(tuple(_as_written_down(boxes, dice)))


def _levels(size: int, depth: int, dice: random.Random) -> list[list[Box]]:
    ranks = min(size, max(4, depth))
    late = max(1, round((ranks - 2) * 0.3))
    kinds = ["change", *["effect"] * (ranks - 2 - late), *["benefit"] * late, "goal"][:ranks]
    kinds += ["effect"] * (ranks - len(kinds))
    weights = [{"change": 0.3, "effect": 1.0, "benefit": 1.1, "goal": 0.35}[kind] for kind in kinds]
    counts = [1] * ranks
    for _ in range(size - ranks):
        counts[dice.choices(range(ranks), weights)[0]] += 1
    return [
        [_box(kind, f"{kind[0]}{level}_{n}", level, dice) for n in range(count)]
        for level, (kind, count) in enumerate(zip(kinds, counts, strict=True))
    ]


def _box(kind: str, id: str, level: int, dice: random.Random) -> Box:
    facts: list[str] = []
    if kind == "benefit" and dice.random() < 0.08:
        kind = "drawback"
    if kind == "effect" and dice.random() < 0.3:
        facts.append("beteende: ja")
    if kind == "benefit":
        facts += ["kategori: kvalitet", "perspektiv: invånare"]
        facts += [f"indikatorer: {{i_{id}: {{rubrik: Avvikelser per månad}}}}"] * (dice.random() < 0.6)
    if kind in ("benefit", "change"):
        facts += [f"ägare: {dice.choice(_OWNERS)}"] * (dice.random() < 0.8)
    if kind == "goal":
        facts.append("beslutat_i: Strategisk plan 2026–2030")
    return Box(kind, id, title_of(dice), level, facts=tuple(facts))


def title_of(dice: random.Random) -> str:
    """A title as people write them, of two to nine words."""
    if dice.random() < 0.2:
        return " ".join(filter(None, (dice.choice(_LONG), dice.choice(_WHERE))))
    return " ".join(filter(None, (dice.choice(_FIRST), dice.choice(_WHAT), dice.choice(_WHERE))))


def _link(dice: random.Random) -> str:
    return dice.choice(LINKS) if dice.random() < 1 / 3 else ""


def _near(level: Sequence[Box], share: float, dice: random.Random) -> Box:
    """A box that stands about as far down its level."""
    at = share * len(level) + dice.gauss(0, 0.8)
    return level[max(0, min(len(level) - 1, int(at)))]


def _ends(levels: Sequence[Sequence[Box]], dice: random.Random) -> dict[str, dict[str, str]]:
    ends: dict[str, dict[str, str]] = {}
    for number, level in enumerate(levels[1:], 1):
        for n, box in enumerate(level):
            share = (n + 0.5) / len(level)
            tails = [_near(levels[number - 1], share, dice)]
            if number > 1 and dice.random() < 0.25:
                tails.append(_near(levels[max(0, number - dice.randint(1, 3))], share, dice))
            if number > 1 and dice.random() < 0.06:
                tails.append(dice.choice(levels[dice.randrange(number)]))
            for tail in dict.fromkeys(tail.id for tail in tails):
                ends.setdefault(tail, {})[box.id] = _link(dice)
    for number, level in enumerate(levels[:-1]):
        for n, box in enumerate(level):
            if box.id not in ends and dice.random() < 0.85:
                later = levels[min(len(levels) - 1, number + dice.choice((1, 1, 1, 2)))]
                ends[box.id] = {_near(later, (n + 0.5) / len(level), dice).id: _link(dice)}
    _lead_back(levels, ends, dice)
    return ends


def _lead_back(levels: Sequence[Sequence[Box]], ends: dict[str, dict[str, str]], dice: random.Random) -> None:
    """Add arrows that lead back: a circle of effects, or a benefit that feeds an effect."""
    for _ in range(sum(map(len, levels)) // 20):
        later = dice.randrange(1, len(levels))
        tail, head = dice.choice(levels[later]), dice.choice(levels[dice.randrange(later)])
        if (
            tail.kind in ("effect", "benefit")
            and head.kind == "effect"
            and tail.id not in ends.get(head.id, {})
        ):
            ends.setdefault(tail.id, {})[head.id] = _link(dice)


def _opportunities(boxes: Sequence[Box], dice: random.Random) -> Iterator[Box]:
    heads = [box for box in boxes if box.kind in ("effect", "benefit", "goal")]
    for n in range(len(boxes) // 15):
        links = {dice.choice(heads).id: "" for _ in range(dice.choice((1, 1, 2)))}
        yield Box("opportunity", f"o{n}", title_of(dice), links=links, facts=("kräver: Avtal med regionen",))


def _hampering(boxes: Sequence[Box], share: float, dice: random.Random) -> Iterator[Box]:
    for n, box in enumerate(dice.sample(list(boxes), round(share * len(boxes)))):
        at = [box.id]
        if box.links and dice.random() < 0.3:
            at = [f"{box.id} -> {dice.choice(list(box.links))}"]
        if dice.random() < 0.12:
            at.append(dice.choice(boxes).id)
        kind = dice.choice(("obstacle", "obstacle", "risk"))
        facts = (
            ("följd: brukare tackar nej",) if kind == "risk" else ("ägare: IT-chef",) * (dice.random() < 0.5)
        )
        yield Box(kind, f"h{n}", dice.choice(_HAMPER), facts=facts, at=tuple(dict.fromkeys(at)))


def _others(boxes: Sequence[Box], dice: random.Random) -> Iterator[Box]:
    for n in range(min(4, len(boxes) // 12)):
        yield Box("precondition", f"f{n}", "Mobiltäckning i trapphus", at=(dice.choice(boxes).id,))
        yield Box(
            "cost",
            f"k{n}",
            "Licenser och stödutrustning",
            facts=("kategori: finansiell", "tidsprofil: löpande"),
        )


def _as_written_down(boxes: Sequence[Box], dice: random.Random) -> list[Box]:
    """The boxes in sections, a few of them where they came to mind and not where they belong."""
    moved = list(boxes)
    for number in range(len(moved) - 1):
        if dice.random() < 0.25 and moved[number].kind == moved[number + 1].kind:
            moved[number], moved[number + 1] = moved[number + 1], moved[number]
    return moved


def _written(chain: Recipe) -> Iterator[str]:
    yield from ("nyttokedja: 1", f"rubrik: {chain.title}", "språk: sv", "skede: analys", "om:")
    yield from ("  organisation: Exempelkommun", "  syfte: Beslut om fortsatt arbete")
    yield from ("  jämförelse: {a: Personalen besöker brukaren., b: Tillsyn sker digitalt.}",)
    for kind, section in SECTIONS.items():
        members = [box for box in chain.boxes if box.kind == kind]
        if members:
            yield f"{section}:"
            for box in members:
                yield from _box_written(box)


def _box_written(box: Box) -> Iterator[str]:
    yield f"  {box.id}:"
    yield f"    rubrik: {box.title}"
    yield from (f"    {fact}" for fact in box.facts)
    if box.at:
        key = {"obstacle": "hindrar", "risk": "vid", "precondition": "behövs_för"}[box.kind]
        yield f"    {key}: [{', '.join(box.at)}]"
    if box.links:
        yield "    leder_till:"
        for head, word in box.links.items():
            yield f"      - {{till: {head}, koppling: {word}}}" if word else f"      - {head}"
