"""Chains that have been calculated, made by hand: no formula is read, every value is given."""

from dataclasses import replace
from decimal import Decimal

from nyttokedja.calculating.model import (
    ALL,
    OWN,
    Calculated,
    FactorEffect,
    Frame,
    IfStanding,
    Item,
    Result,
    Run,
    RunResult,
    Simulation,
    Spread,
    Standing,
)
from nyttokedja.checking.calculated import CalculationOutcome, Reckoning
from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.calculation import Calculation, Factor, Value
from nyttokedja.model.chain import About, Chain, Node, NodeType
from nyttokedja.model.findings import NOWHERE, Finding, Place
from nyttokedja.model.severity import Severity
from nyttokedja.reports.calculation import reporter
from nyttokedja.reports.model import ReportContext

SETTING = ReportContext("sv", "1.2.3")
ZERO = Decimal(0)
BENEFIT, DRAWBACK, COST = NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.COST

MISSING = CalculationOutcome(Outcome("nej.yaml", trouble="not-found"))
CRASHED = CalculationOutcome(Outcome("krasch.yaml", trouble="ZeroDivisionError: oops", crashed=True))
OTHER = CalculationOutcome(Outcome("docker.yaml", is_chain=False))
BROKEN = CalculationOutcome(
    Outcome(
        "fel.yaml",
        findings=(
            Finding("NK001", "unreadable-file", Severity.ERROR, "fel.yaml", Place(2, 1), {}, "not-a-chain"),
        ),
    )
)
FRAME = Frame(
    start=1,
    horizon=6,
    rate=Decimal("0.03"),
    discounts_first=False,
    price_year=2026,
    currency="SEK",
    work_year=Decimal(1700),
    assumed=frozenset(),
)


def box(id, kind=BENEFIT, category="redistribution", perspective="own", title="", value=None, **more):
    return Node(
        id,
        kind,
        title or id.replace("_", " ").capitalize(),
        NOWHERE,
        category=category,
        perspective=perspective,
        value=value or Value(NOWHERE, yearly="1", profile=(Decimal("0.5"), Decimal(1))),
        **more,
    )


def item(
    node, yearly, first=1, later=1, frame=FRAME, standing=Standing.SUMMED, hours=None, before=None, because=()
):
    """A valued box whose first year has one share and later years another."""
    shares = tuple(Decimal(str(first if t == 0 else later)) for t in range(frame.horizon))
    yearly = None if yearly is None else Decimal(str(yearly))
    hours = None if hours is None else Decimal(str(hours))
    values = () if yearly is None else tuple(yearly * share for share in shares)
    growth = 1 + frame.rate
    late = 1 if frame.discounts_first else 0
    discounted = tuple(value / growth ** (t + late) for t, value in enumerate(values))
    by_year = () if hours is None else tuple(hours * share for share in shares)
    after = None if before is None else Decimal(before) - hours
    start = None if before is None else Decimal(before)
    return Item(node, standing, yearly, hours, start, after, shares, values, discounted, by_year, because)


def result(items, frame, party):
    """The result of a party, by adding up."""
    counted = [
        one
        for one in items
        if one.standing is Standing.SUMMED and one.values
        if party == ALL or (one.node.perspective or ("own" if one.node.type is COST else "")) == party
    ]

    def by_year(field, want):
        rows = [getattr(one, field) for one in counted if want(one) and getattr(one, field)]
        return tuple(sum((row[t] for row in rows), ZERO) for t in range(frame.horizon))

    def gains(one):
        return one.node.type is BENEFIT

    def pays(one):
        return not gains(one)

    def total(category, want):
        return sum(by_year("discounted", lambda one: want(one) and one.node.category == category), ZERO)

    plus = by_year("values", lambda one: gains(one) and one.node.category == "financial")
    minus = by_year("values", lambda one: pays(one) and one.node.category == "financial")
    return Result(
        by_year("discounted", gains),
        by_year("discounted", pays),
        total("financial", gains),
        total("financial", pays),
        total("redistribution", gains),
        total("redistribution", pays),
        tuple(a - b for a, b in zip(plus, minus, strict=True)),
        by_year("hours_by_year", gains),
        by_year("hours_by_year", pays),
    )


def run(items, frame=FRAME):
    parties = [OWN, ALL, *(one.node.perspective for one in items if one.node.perspective)]
    return RunResult(tuple(items), {party: result(items, frame, party) for party in dict.fromkeys(parties)})


def scaled(one, by):
    """The same item in another run."""
    by = Decimal(str(by))

    def times(values):
        return tuple(value * by for value in values)

    return replace(
        one,
        yearly=one.yearly and one.yearly * by,
        hours=one.hours and one.hours * by,
        values=times(one.values),
        discounted=times(one.discounted),
        hours_by_year=times(one.hours_by_year),
    )


def of(items, frame=FRAME, chain=None, name="a.yaml", spread=(0.8, 1.2), outcome=None, changed=None, **more):
    """The outcome of a chain with these items."""
    items = tuple(items)
    runs = {
        Run.LOWEST: run([scaled(one, spread[0]) for one in items], frame),
        Run.LIKELY: run(items, frame),
        Run.HIGHEST: run([scaled(one, spread[1]) for one in items], frame),
    }
    nodes = tuple(one.node for one in items) + more.get("unvalued", ())
    chain = chain or Chain("Digitala inköp", nodes=nodes, calculation=Calculation())
    outcome = outcome or Outcome(name, language=chain.language)
    return CalculationOutcome(
        outcome, chain, Calculated(frame, runs, more.pop("faults", ()), items=items, **more), changed or {}
    )


def digital(language="sv", title="Digitala inköp", frame=FRAME, name="a.yaml", **more):
    """The worked example, with its likely values."""
    items = [
        item(box("frigjord_tid"), "392028", 0.5, hours=1092, before=3640, frame=frame),
        item(box("lagre_drivmedel", category="financial"), "12737.088", 0.5, frame=frame),
        item(box("leveransavgift", DRAWBACK, "financial", "residents"), "214032", 0.5, frame=frame),
        item(box("surfplattor", COST, "financial"), "18000", frame=frame),
        item(box("forandringsledning", COST), "160020", 1, 0, hours=252, frame=frame),
        item(box("utbildning", COST), "32310", 1, 0, hours=90, frame=frame),
        item(box("information", COST), "10052", 1, 0, hours=28, frame=frame),
        item(box("drift", COST), "3012", hours=6, frame=frame),
    ]
    return of(items, frame, _chain(items, language, title), name, effects=EFFECTS, **more)


def _chain(items, language, title, **more):
    return Chain(
        title,
        language,
        nodes=tuple(one.node for one in items),
        calculation=Calculation(factors=FACTORS),
        about=About(),
        **more,
    )


PEOPLE = Factor(
    "personer", "Personer som får hjälp", NOWHERE, "personer", Decimal(120), source="System", kind="local"
)
MINUTES = Factor(
    "min_digitalt",
    "Minuter digitalt",
    NOWHERE,
    "minuter",
    Decimal(35),
    Decimal(40),
    Decimal(30),
    source="Gissning",
    kind="estimate",
)
USERS = Factor("brukare", "Brukare", NOWHERE, formula="personer * 0.7")
FACTORS = (PEOPLE, MINUTES, USERS)
_D = Decimal


def effect(factor, nets, at, even, **more):
    """What a factor does: the net at its limits, the limits, and where the net is nothing."""
    lowest, highest = map(_D, nets)
    return FactorEffect(factor, "", lowest, highest, *map(_D, at), break_even=even and _D(even), **more)


EFFECTS = {
    OWN: (
        effect(MINUTES, ("1072669.50", "2400261.14"), (40, 30), "48.0798", assumed=False),
        effect(PEOPLE, ("1510143.38", "1962787.25"), ("105.6", "134.4"), "9.5153", assumed=True),
    ),
    ALL: (
        effect(MINUTES, ("-14550.39", "1313041.25"), (40, 30), "39.8904", assumed=False),
        effect(
            PEOPLE,
            (500000, 800000),
            ("105.6", "134.4"),
            None,
            assumed=True,
            out_of_reach=1,
            pulls_both_ways=True,
        ),
    ),
}
SIMULATION = Simulation(
    {
        OWN: Spread(1647113.98, 1250969.11, 1637769.86, 2062272.26, 0.0),
        ALL: Spread(611722.41, 256676.25, 605941.84, 975550.73, 0.001),
    },
    ("andel", "min_digitalt"),
    (),
)
OBSTACLE = Node("vill_inte", NodeType.OBSTACLE, "Brukaren vill inte", NOWHERE)


def standing(*falls, share=1):
    net = {OWN: _D("-319622.81"), ALL: _D("-319622.81")}
    return IfStanding(OBSTACLE, falls, _D(str(share)), net)


def report(format, *outcomes, setting=SETTING, party=OWN, side_by_side=False):
    """A report as text."""
    return reporter(format)(Reckoning(outcomes, party, side_by_side), setting)
