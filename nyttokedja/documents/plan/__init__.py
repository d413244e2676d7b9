"""The plan: what is changed and why, what it is to give, who does what when, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.documents.model import Document, Section
from nyttokedja.documents.opening import document_of
from nyttokedja.documents.plan.after import conversion, decision, handover
from nyttokedja.documents.plan.benefits import benefits, glance
from nyttokedja.documents.plan.change import chain, change
from nyttokedja.documents.plan.conditions import hazards, preconditions
from nyttokedja.documents.plan.follow_up import follow_up
from nyttokedja.documents.plan.missing import missing
from nyttokedja.documents.roles import roles
from nyttokedja.documents.source import Source

_SECTIONS: Mapping[str, Callable[[Source, str], Section]] = {
    "change": change,
    "chain": chain,
    "glance": glance,
    "benefits": benefits,
    "preconditions": preconditions,
    "hazards": hazards,
    "conversion": conversion,
    "follow-up": follow_up,
    "missing": missing,
    "decision": decision,
    "handover": handover,
}
"""The sections of a plan, in their order."""


def document(source: Source) -> Document:
    """The plan of a chain."""
    made = (
        build(source, f"{n} {source.word('plan', name)}")
        for n, (name, build) in enumerate(_SECTIONS.items(), 1)
    )
    return document_of(source, "plan", [*made, *roles(source)])
