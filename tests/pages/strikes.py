"""What `nyttokedja without` says of every box and arrow of chains, which scripts of a page must say too."""

import random
from datetime import date
from pathlib import Path

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.comparing.what_if import struck
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.reports.comparison.text import removed_parts
from nyttokedja.reports.island import island
from nyttokedja.reports.twin.model import subject_of

TODAY = date(2026, 11, 30)
REAL = sorted([*Path("chains").glob("*.yaml"), *Path("tests/cases/field").rglob("*.yaml")])


def real_chains():
    """The chains that people wrote."""
    for path in REAL:
        checked = check(path.read_bytes(), path.name, Config(today=TODAY))
        if checked.graph is not None:
            yield checked


def generated_chains(n, seed=1):
    """Chains of all that bends reachability.

    Circles, arrows backwards, opportunities, drawbacks that lead on, boxes beside, boxes that need all
    (in three chains of four), limited arrows, obstacles at boxes and at arrows, and what is needed by a day
    or once a change has begun.
    """
    for number in range(n):
        chance = random.Random(seed * 100_000 + number)
        text = "\n".join(_lines(chance, ("sv", "nb", "en")[number % 3]))
        checked = check(text.encode(), f"{number}.yaml", Config(today=TODAY))
        assert checked.graph is not None, text
        yield checked


RARE = (
    """
nyttokedja: 1
language: en
title: An arrow that is struck out has nothing in its way
changes:
  a: {title: Aaa, leads_to: [e, e2, e3]}
effects:
  e2: {title: Two, leads_to: [e]}
  e3: {title: Three, leads_to: [e]}
  e: {title: Eee, leads_to: [b]}
benefits:
  b: {title: Bbb}
obstacles:
  ox: {title: Xxx, hinders: [a -> e]}
  oy: {title: Yyy, hinders: [e2 -> e]}
""",
    """
nyttokedja: 1
language: en
title: What follows from a drawback has begun
stage: follow-up
changes:
  a: {title: Aaa, when: 2025, leads_to: [d]}
  c: {title: Ccc, leads_to: [x, y]}
effects:
  e: {title: Eee}
  x: {title: Xxx, leads_to: [b]}
  y: {title: Yyy, leads_to: [b]}
benefits:
  b: {title: Bbb}
drawbacks:
  d: {title: Ddd, leads_to: [e]}
preconditions:
  p: {title: Ppp, needed_for: [e, x], met: false}
""",
    """
nyttokedja: 1
language: en
title: What needs all falls without each, and what only drawbacks lead to is not lifted
changes:
  a: {title: Aaa, leads_to: [x, y, d]}
  c: {title: Ccc, needs_all: true, leads_to: [b]}
effects:
  x: {title: Xxx, leads_to: [g, c]}
  y: {title: Yyy, leads_to: [g]}
benefits:
  b: {title: Bbb, needs_all: true}
  n: {title: Nnn, needs_all: true, leads_to: [h]}
  o: {title: Ooo, needs_all: true}
drawbacks:
  d: {title: Ddd, leads_to: [n, g]}
goals:
  g: {title: Ggg, needs_all: true, leads_to: [h]}
  h: {title: Hhh}
""",
)
"""Chains where a line of the scripts matters that matters hardly anywhere else."""


def rare_chains():
    """Chains made by hand, each with a strike of its own."""
    for text, strike in zip(
        RARE, ((("e3",), (("a", "e"),)), (("y",), ()), (("x",), (("d", "g"),))), strict=True
    ):
        yield check(text.encode(), "rare.yaml", Config(today=TODAY)), strike


def _lines(chance, language):
    ids = {
        "changes": [f"change{n}" for n in range(chance.randint(1, 3))],
        "effects": [f"effect{n}" for n in range(chance.randint(1, 5))],
        "benefits": [f"benefit{n}" for n in range(chance.randint(1, 4))],
        "drawbacks": [f"drawback{n}" for n in range(chance.randint(0, 2))],
        "goals": [f"goal{n}" for n in range(chance.randint(1, 3))],
        "opportunities": [f"opportunity{n}" for n in range(chance.randint(0, 2))],
    }
    stage = chance.choice(["draft", "analysis", "plan", "follow-up"])
    yield from ("nyttokedja: 1", f"language: {language}", "title: Prov", f"stage: {stage}")
    order = [id for section in ids for id in ids[section]]
    arrows = _arrows(chance, order)
    needy = chance.choice([0, 0.2, 0.3, 0.5])
    for section, held in ids.items():
        if held:
            yield f"{section}:"
        for id in held:
            yield f"  {id}:"
            yield f"    title: Box {id}" + (" with “quotes”" if chance.random() < 0.1 else "")
            if section == "changes" and chance.random() < 0.6:
                yield f"    when: {chance.choice(['2025', '2026-06', '2027', '2026-12-01'])}"
            if section in ("effects", "benefits") and chance.random() < 0.15:
                yield f"    {'effect_goal' if section == 'effects' else 'beside'}: true"
            if chance.random() < needy:
                yield "    needs_all: true"
            if section in ("benefits", "goals", "effects") and chance.random() < 0.5:
                yield "    owner: The head of things"
            if to := [head for tail, head in arrows if tail == id]:
                yield "    leads_to:"
                for head in to:
                    weak = ", link: limited" if chance.random() < 0.25 else ""
                    yield f"      - {{to: {head}{weak}}}"
    yield from _beside(chance, order, arrows)


def _arrows(chance, order):
    found = {}
    chances = [id for id in order if id.startswith("opportunity")]
    for id in chances:
        found[chance.choice(order[: order.index("benefit0")]), id] = None
        found[id, chance.choice([one for one in order if one.startswith(("benefit", "goal"))])] = None
    for n, tail in enumerate(order):
        for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
            back = chance.random() < 0.15
            pool = order[: n + 1] if back else order[n + 1 :]
            if pool:
                head = chance.choice(pool)
                if head != tail and not head.startswith("change"):
                    found[tail, head] = None
    return list(found)


def _beside(chance, order, arrows):
    def spots():
        some = [chance.choice(order) for _ in range(chance.randint(1, 2))]
        ends = chance.sample(arrows, min(len(arrows), chance.randint(0, 2)))
        return [*some, *(f"{tail} -> {head}" for tail, head in ends)]

    for section, key, name in (("obstacles", "hinders", "obstacle"), ("preconditions", "needed_for", "need")):
        n = chance.choice([0, 1, 2, 3, 5])
        if n:
            yield f"{section}:"
        for at in range(n):
            yield f"  {name}{at}:"
            yield f"    title: Box {name}{at}"
            yield f"    {key}: [{', '.join(dict.fromkeys(spots()))}]"
            if name == "need":
                yield f"    met: {chance.choice(['true', 'false', 'false'])}"
                if chance.random() < 0.6:
                    yield f"    due: {chance.choice(['2026-01-31', '2027-06-30'])}"
            elif chance.random() < 0.3:
                yield "    owner: Somebody"


def case(checked, *more):
    """The data of a chain's page, and what becomes of it without each box, each arrow, and some of both."""
    graph = checked.graph
    single = [((id,), ()) for id in graph.nodes] + [((), (ends,)) for ends in graph.arrow_between]
    chance = random.Random(len(single))
    ids, ends = list(graph.nodes), list(graph.arrow_between)
    some = [
        (tuple(chance.sample(ids, min(2, len(ids)))), tuple(chance.sample(ends, 1))) for _ in range(3) if ends
    ]
    return {
        "data": dict(island(graph, subject_of(checked))),
        "strikes": [_strike(checked, boxes, arrows) for boxes, arrows in (*single, *some, *more)],
    }


def _strike(checked, boxes, arrows):
    words = ComparisonWords(checked.language)
    comparison = struck(checked, frozenset(boxes), frozenset(arrows))
    found = comparison.consequences
    told = []
    for one in found:
        said = words.consequence(one, struck=True)
        if one.node.owner and not one.effect.good:
            said += " " + words.struck("owner", owner=one.node.owner)
        told.append(said)
    return {
        "boxes": list(boxes),
        "arrows": [list(ends) for ends in arrows],
        "falls": [
            {
                "node": one.node.id,
                "because": [node.id for node in one.because],
                "arrow": [node.id for node in one.arrow] if one.arrow else None,
                "effect": one.effect.value,
            }
            for one in found
        ],
        "said": told,
        "head": words.struck("what", what=removed_parts(comparison)),
    }
