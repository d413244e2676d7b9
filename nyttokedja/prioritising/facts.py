"""A checked chain → its row, calculated on the terms that the settings say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from nyttokedja.calculating import Calculated, Options, calculate
from nyttokedja.calculating.model import OWN, Frame, Item, Standing
from nyttokedja.calculating.results import counts_hours, perspective_of
from nyttokedja.checking.check import Checked
from nyttokedja.checking.gathering import facts_of
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.model import completeness
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.pool import pool_key
from nyttokedja.model.priorities import Terms
from nyttokedja.model.severity import Severity
from nyttokedja.prioritising.model import Money, Row, Sized

POINTS: Mapping[str, int] = {"none": 0, "small": 1, "medium": 2, "large": 3}
"""Size → its points."""
STRENGTHS = ("direct", "indirect", "", "limited")
"""How strongly an arrow leads to a goal, the strongest first; "" where it does not say."""
_BESIDE = frozenset({Standing.HANGS, Standing.UNCAUSED, Standing.FAULTY, Standing.NO_CATEGORY})


def row_of(checked: Checked, terms: Terms) -> Row:
    """The row of a file that could be read as a chain."""
    chain, graph = checked.chain, checked.graph
    assert chain is not None
    assert graph is not None
    asked = completeness(ask(chain, graph, checked.findings, checked.today).answers)
    benefits = list(chain.of(NodeType.BENEFIT))
    left = (found for found in checked.findings if not found.accepted)
    row = Row(
        name=checked.source.name,
        title=chain.title,
        organisation=chain.about.organisation,
        language=chain.language,
        stage=chain.stage.value,
        sizes=_sizes(graph),
        goals=_goals(graph),
        ratings={one.criterion: one for one in chain.prioritising},
        completeness=asked.percent,
        errors=sum(found.severity is Severity.ERROR for found in left),
        benefits=len(benefits),
        owned=sum(bool(node.owner) for node in benefits),
        exposed=tuple(node.title for node in benefits if node.id in graph.hindered),
        uncertain=tuple(node.title for node in chain.nodes if node.uncertain),
    )
    return _calculated(row, checked, graph, terms)


def _calculated(row: Row, checked: Checked, graph: Graph, terms: Terms) -> Row:
    """The row with what the chain is worth, on the terms as far as they are said."""
    chain = graph.chain
    asked = _on_terms(chain, terms)
    made = calculate(Graph(asked, graph.today, graph.tolerance), Options(explores=False))
    row = replace(row, at_fault=bool(made.faults))
    if made.frame is None or made.likely is None:
        return row
    summed = [item for item in made.items if item.standing is Standing.SUMMED]
    own = [item for item in summed if perspective_of(item.node) == OWN]
    result = made.likely.results[OWN]
    hours = [item for item in made.items if counts_hours(item) and perspective_of(item.node) == OWN]
    return replace(
        row,
        money=_money(made, made.frame, own, graph) if own else None,
        hours_freed=result.hours_freed if hours else (),
        hours_spent=result.hours_spent if hours else (),
        horizon=made.frame.horizon,
        valued=sum(item.node.type is NodeType.BENEFIT for item in summed),
        costed=sum(item.node.type is not NodeType.BENEFIT for item in summed),
        waiting=tuple(item.node.title for item in made.items if item.standing in _BESIDE),
        unvalued=sum(node.type is NodeType.BENEFIT for node in made.unvalued),
        factors=Counter(factor.kind for factor in _factors(chain)),
        pools=_pools(checked, made.items),
    )


def _on_terms(chain: Chain, terms: Terms) -> Chain:
    """The chain as if it said these terms itself."""
    said = chain.calculation
    if said is None:
        return chain
    if terms.rate is not None:
        said = replace(said, rate=terms.rate)
    if terms.horizon is not None:
        said = replace(said, horizon=Decimal(terms.horizon))
    if terms.first_year is not None:
        said = replace(said, first_year=terms.first_year)
    return replace(chain, calculation=said)


def _money(made: Calculated, frame: Frame, items: Sequence[Item], graph: Graph) -> Money:
    assert made.likely is not None
    result = made.likely.results[OWN]
    own = calculate(graph, Options(explores=False)).frame
    terms = _terms_of(frame)
    before = _terms_of(own) if own else Terms()
    changed = (
        name for name in ("rate", "first_year", "horizon") if getattr(terms, name) != getattr(before, name)
    )
    start = graph.chain.calculation.start if graph.chain.calculation else None
    categories = {item.node.category for item in items}
    year = result.year
    return Money(
        terms=terms,
        changed=tuple(changed),
        net_financial=result.net_financial if "financial" in categories else None,
        net_redistribution=result.net_redistribution if "redistribution" in categories else None,
        net=result.net,
        costs=result.costs if any(item.node.type is not NodeType.BENEFIT for item in items) else None,
        per_krona=result.per_krona,
        year=year,
        calendar_year=int(start) + year - 1 if year and start and start > 1 else None,
    )


def _terms_of(frame: Frame) -> Terms:
    first = "discounted" if frame.discounts_first else "undiscounted"
    return Terms(frame.currency, frame.price_year, frame.rate, first, frame.horizon)


def _factors(chain: Chain) -> Iterator[Factor]:
    """The factors that are numbers somebody has put there."""
    shared = chain.calculation.factors if chain.calculation else ()
    own = (factor for node in chain.nodes if node.value for factor in node.value.factors)
    return (factor for factor in (*shared, *own) if factor.likely is not None)


def _pools(checked: Checked, items: Iterable[Item]) -> Mapping[str, Mapping[int, Decimal]]:
    """Pool → the hours that expected benefits take from it, by year."""
    taken: dict[str, dict[int, Decimal]] = {}
    facts = facts_of(checked)
    for claim in facts.claims if facts else ():
        by_year = taken.setdefault(claim.pool, {})
        for year, hours in claim.hours:
            by_year[year] = by_year.get(year, Decimal(0)) + hours
    if taken:
        return taken
    for item in items:
        value, frees = item.node.value, item.node.type is NodeType.BENEFIT and counts_hours(item)
        if value and value.pool.strip() and frees:
            by_year = taken.setdefault(pool_key(value.pool), {})
            by_year[0] = by_year.get(0, Decimal(0)) + (item.hours or 0)
    return taken


def _sizes(graph: Graph) -> Mapping[str, Sized]:
    """Party → the sizes of what is said to have one; of benefits those that are expected."""
    found: dict[str, Sized] = {}
    for node in graph.chain.of(NodeType.BENEFIT, NodeType.DRAWBACK):
        gains = node.type is NodeType.BENEFIT
        if not node.size or (gains and node.id not in graph.expected):
            continue
        was, points = found.get(node.perspective, Sized()), POINTS[node.size]
        found[node.perspective] = (
            replace(was, benefits=was.benefits + points, n_benefits=was.n_benefits + 1)
            if gains
            else replace(was, drawbacks=was.drawbacks + points, n_drawbacks=was.n_drawbacks + 1)
        )
    return found


def _goals(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Strength → the titles of the goals that are expected to be served so, each by its strongest arrow."""
    strongest: dict[str, int] = {}
    for arrow in graph.arrows:
        if _is_served(arrow.source, arrow.target, graph):
            rank = STRENGTHS.index(arrow.link.strength)
            strongest[arrow.target.id] = min(rank, strongest.get(arrow.target.id, rank))
    served = {
        strength: tuple(
            graph.nodes[id].title for id, rank in strongest.items() if STRENGTHS[rank] == strength
        )
        for strength in STRENGTHS
    }
    return {strength: titles for strength, titles in served.items() if titles}


def _is_served(source: Node, target: Node, graph: Graph) -> bool:
    return target.type is NodeType.GOAL and source.type is not NodeType.GOAL and source.id in graph.expected
