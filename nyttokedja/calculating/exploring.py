"""A likely run → what is asked around it: what factors do, what stands in the way, what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import localcontext
from typing import NamedTuple

from nyttokedja.calculating.frame import EXACT, discounts_of
from nyttokedja.calculating.limits import Limits
from nyttokedja.calculating.model import (
    FactorEffect,
    Frame,
    IfStanding,
    Options,
    Outcome,
    RunResult,
    Simulation,
)
from nyttokedja.calculating.net import Net
from nyttokedja.calculating.network import Network
from nyttokedja.calculating.outcome import measured_in, outcome_of
from nyttokedja.calculating.run import basis_of
from nyttokedja.calculating.sensitivity import effects_of
from nyttokedja.calculating.simulation import simulated
from nyttokedja.calculating.standing import if_standing
from nyttokedja.model.graph import Graph


class Explored(NamedTuple):
    """What was found, by the fields of `Calculated`."""

    is_too_large: bool = False
    effects: Mapping[str, tuple[FactorEffect, ...]] = {}
    simulation: Simulation | None = None
    if_standing: tuple[IfStanding, ...] = ()
    outcome: Outcome | None = None


def explored(graph: Graph, frame: Frame, likely: RunResult, options: Options) -> Explored:
    """What the options ask for beyond the runs; the outcome wherever something is measured."""
    scope = basis_of(graph).scope
    measured = measured_in(graph.chain, scope, frame)
    if not (options.explores or options.simulates or measured):
        return Explored()
    with localcontext(EXACT):
        network = Network(scope, options.changed)
        net = Net(network, likely, discounts_of(frame))
        tries = (options.explores or options.simulates) and not net.is_too_large
        effects = effects_of(net) if tries else {}
        return Explored(
            is_too_large=net.is_too_large,
            effects=effects if options.explores else {},
            simulation=simulated(net, effects, Limits(network)) if options.simulates and tries else None,
            if_standing=if_standing(graph, likely) if options.explores else (),
            outcome=outcome_of(frame, network, likely, measured) if measured else None,
        )
