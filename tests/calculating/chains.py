"""Chains with calculations, built by hand."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from nyttokedja.checking.check import check
from nyttokedja.model.calculation import Calculation, Factor, Value
from nyttokedja.model.chain import Chain, Link, Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.pointers import Reference

EXAMPLE = Path("tests/cases/calculation/digitala_inkop.yaml")


def factor(id, likely=None, lowest=None, highest=None, formula="", **said):
    numbers = (None if number is None else Decimal(str(number)) for number in (likely, lowest, highest))
    return Factor(id, id, NOWHERE, said.pop("unit", ""), *numbers, formula=formula, **said)


def box(id, type=NodeType.BENEFIT, leads_to=(), value=None, needed_for=(), **said):
    """A box; its value is a formula or the parts of a `Value`."""
    if isinstance(value, str):
        value = {"yearly": value}
    if value is not None:
        value = Value(NOWHERE, **value)
    links = tuple(Link(id, target, NOWHERE) for target in leads_to)
    references = tuple(Reference(target, NOWHERE) for target in needed_for)
    return Node(id, type, id, NOWHERE, links=links, value=value, needed_for=references, **said)


def benefit(id, value=None, category="financial", perspective="own", **said):
    return box(id, NodeType.BENEFIT, value=value, category=category, perspective=perspective, **said)


def drawback(id, value=None, category="financial", perspective="own", **said):
    return box(id, NodeType.DRAWBACK, value=value, category=category, perspective=perspective, **said)


def cost(id, value=None, category="financial", perspective="own", **said):
    return box(id, NodeType.COST, value=value, category=category, perspective=perspective, **said)


def change(*leads_to, id="andring"):
    return box(id, NodeType.CHANGE, leads_to)


def chain(*nodes, factors=(), horizon=6, start=1, language="sv", about=None, **frame):
    numbers = {key: Decimal(str(frame[key])) for key in ("rate", "work_year") if key in frame}
    years = None if horizon is None else Decimal(str(horizon))
    calculation = Calculation(NOWHERE, start, years, factors=tuple(factors), **(frame | numbers))
    extra = {} if about is None else {"about": about}
    return Chain("Prov", language, nodes=nodes, calculation=calculation, **extra)


def example(**frame):
    """The chain of the worked example, with another frame."""
    whole = check(EXAMPLE.read_bytes()).chain
    assert whole is not None
    numbers = {key: Decimal(str(frame[key])) for key in ("rate", "horizon", "work_year") if key in frame}
    return replace(whole, calculation=replace(whole.calculation, **frame | numbers))
