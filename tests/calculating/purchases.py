"""The worked example, groceries bought online, with what a test adds to it."""

from dataclasses import replace
from decimal import Decimal

from nyttokedja.model.chain import Action, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference
from nyttokedja.model.stage import Stage
from tests.calculating.chains import benefit, box, chain, change, cost, drawback, factor

HALF_A_YEAR = tuple(map(Decimal, ("0.5", "1")))
ONCE = tuple(map(Decimal, ("1", "0")))

FACTORS = (
    factor("personer", 120),
    factor("andel", 0.7, 0.5, 0.8),
    factor("brukare", formula="personer * andel"),
    factor("inkop", formula="brukare * 1 * 52"),
    factor("min_fysiskt", 50),
    factor("min_digitalt", 35, 40, 30),
    factor("timkostnad_usk", 359),
    factor("avgift", 49),
)


def obstacle(id, hinders, source=None, type=NodeType.OBSTACLE, **said):
    return box(id, type, hinders=(Reference(hinders, NOWHERE, source),), **said)


def handled(node):
    return replace(node, owner="Enhetschef", actions=(Action("Provköp", NOWHERE),))


def hours(before, after="0"):
    return {"before": before, "after": after, "yearly": "hours * timkostnad_usk", "profile": HALF_A_YEAR}


def boxes():
    """Every box, by its id."""
    freed = hours("inkop * min_fysiskt / 60", "inkop * min_digitalt / 60")
    fuel = {"yearly": "inkop * 0.9 * 3 / 10 * 10.8", "profile": HALF_A_YEAR}
    fee = {"yearly": "inkop * avgift", "profile": HALF_A_YEAR}
    once = {"category": "redistribution", "timing": "once"}
    nodes = (
        change("handlar", id="digitala"),
        box("handlar", NodeType.EFFECT, ("frigjord_tid", "transport", "leveransavgift"), behaviour=True),
        box("transport", NodeType.EFFECT, ("lagre_drivmedel",)),
        handled(obstacle("vill_inte", "handlar")),
        handled(obstacle("levererar_inte", "transport", "handlar")),
        benefit("frigjord_tid", freed, category="redistribution"),
        benefit("lagre_drivmedel", fuel),
        drawback("leveransavgift", fee, perspective="residents"),
        cost("surfplattor", "6 * 3000", timing="running"),
        cost(
            "forandringsledning", {"hours": "brukare * 3", "yearly": "hours * 635", "profile": ONCE}, **once
        ),
        cost(
            "utbildning", {"hours": "60 * 1.5", "yearly": "hours * timkostnad_usk", "profile": ONCE}, **once
        ),
        cost(
            "information",
            {"hours": "brukare * 20 / 60", "yearly": "hours * timkostnad_usk", "profile": ONCE},
            **once,
        ),
        cost(
            "drift", {"hours": "6 * 1", "yearly": "hours * 502"}, category="redistribution", timing="running"
        ),
    )
    return {node.id: node for node in nodes}


def purchases(*others, factors=FACTORS, start=1, horizon=6, **changed):
    """The example; ``changed`` has other boxes in place of some, and ``others`` come after them all."""
    nodes = (*(boxes() | changed).values(), *others)
    made = chain(*nodes, factors=factors, start=start, horizon=horizon, rate=0.03)
    return replace(made, said_stage=Stage.PLAN)


def measuring(name, *made, id="matt"):
    """An indicator of a factor, with dates and values."""
    measurements = tuple(Measurement(parse(date), value, NOWHERE) for date, value in made)
    return Indicator(id, id, NOWHERE, measures=name, measurements=measurements)
