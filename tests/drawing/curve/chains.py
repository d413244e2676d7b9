"""Chains of one indicator, for curves and for what is said of how it stands."""

from datetime import date

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config


def checked(indicator: str, language: str = "en", today: date | None = None, begins: str = "2027-03-01"):
    """The check of a chain whose only effect has one indicator, written in English keys."""
    text = f"""
nyttokedja: 1
title: Night camera
language: {language}
stage: follow-up
changes:
  camera: {{title: Camera, when: {begins}, leads_to: visits}}
effects:
  visits: {{title: Fewer visits, indicators: {{visits: {indicator}}}}}
"""
    return check(text.encode(), "chain.yaml", Config(today=today))


def indicator_of(indicator: str, language: str = "en", **more):
    """Its box, the indicator, and the graph."""
    made = checked(indicator, language, **more)
    node = made.graph.nodes["visits"]
    return node, node.indicators[0], made.graph
