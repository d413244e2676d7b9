"""Chains before and after a change, made without any file."""

from nyttokedja.checking.check import Checked, check
from nyttokedja.comparing import compare
from nyttokedja.comparing.model import Compared
from nyttokedja.model.chain import Action, Chain, Link, Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Level
from nyttokedja.model.pointers import Reference
from nyttokedja.model.stage import Stage
from nyttokedja.reading.source import read
from nyttokedja.reports.comparison import reporter
from nyttokedja.reports.model import ReportContext
from tests.reports.findings.told import finding

SETTING = ReportContext("sv", "1.2.3")

BEFORE = """\
förändringar: {f: {rubrik: Kamera, ägare: Chef, leder_till: [a, b]}}
effekter:
  a: {rubrik: Färre besök, leder_till: n}
  b: {rubrik: Bättre sömn, leder_till: m}
nyttor:
  n: {rubrik: Frigjord tid, ägare: Chef, leder_till: g}
  m: {rubrik: Bättre hälsa, ägare: Chef, leder_till: g}
mål: {g: {rubrik: Bo hemma, beslutat_i: Planen}}
"""
AFTER = (
    BEFORE.replace("[a, b]", "a")
    .replace("Färre besök", "Nattbesök på distans")
    .replace("m: {rubrik: Bättre hälsa, ägare: Chef,", "m: {rubrik: Bättre hälsa,")
)
BROKEN = "nyttor: ["


def of(before, after, name="a.yaml", before_name=None, language="sv"):
    """A file as it was and as it is; None where there is none."""
    head = f"nyttokedja: 1\nrubrik: Prov\nspråk: {language}\nskede: plan\n"
    sides = (
        None if text is None else check((head + text).encode(), named)
        for text, named in ((before, before_name or name), (after, name))
    )
    return Compared(name, before_name or name, compare(*sides))


def side(text, *, later, language="sv"):
    """A chain in which everything that can be said says the same; and a later one with all of it changed."""
    said = f"{text}!" if later else text
    goal = Indicator("i", said, NOWHERE, unit=said, target=None if later else Level(3.0, NOWHERE))
    nodes = (
        Node("c", NodeType.CHANGE, said, NOWHERE, actions=(Action(said, NOWHERE, who=said),)),
        Node(
            "e",
            NodeType.EFFECT,
            said,
            NOWHERE,
            links=(Link("e", "b", NOWHERE, said), Link("e", text, NOWHERE)),
        ),
        Node("b", NodeType.BENEFIT, said, NOWHERE, owner="" if later else text, indicators=(goal,)),
        Node("o2" if later else "o", NodeType.OBSTACLE, said, NOWHERE, hinders=(Reference("b", NOWHERE),)),
        Node("n" if later else "g", NodeType.GOAL, text, NOWHERE),
        Node(f"{text} " if later else text, NodeType.DRAWBACK, said, NOWHERE),
    )
    if not later:
        nodes = (Node("c", NodeType.CHANGE, text, NOWHERE, links=(Link("c", "e", NOWHERE),)), *nodes[1:])
    chain = Chain(said, language, Stage.PLAN, nodes=nodes)
    found = (finding(said, language=language),)
    return Checked(read(b"", "a.yaml"), found, chain, Graph(chain), language=language)


def hostile(text, name="a.yaml", before_name=None, language="sv"):
    """A chain that tries to be more than text, before and after a change."""
    sides = (side(text, later=later, language=language) for later in (False, True))
    return Compared(name, before_name or name, compare(*sides))


def report(format, *compared, setting=SETTING):
    """A report as text."""
    return reporter(format)(compared, setting)
