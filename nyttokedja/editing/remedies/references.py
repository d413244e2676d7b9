"""Remedies of what points where it cannot (NK1)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import AddOrder, LinkOrder, SetOrder
from nyttokedja.editing.remedies.model import Drop, Rewrite, Way, way
from nyttokedja.editing.remedies.steps_of import GONE

_ANOTHER = way(Rewrite("place", "…"), loses="{place}")
"""Another name in its place."""

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK101", ""): (_ANOTHER, way(AddOrder("…", "{written}", "{suggestion}"))),
    ("NK101", "words"): (
        _ANOTHER,
        way(Rewrite("place", "{suggestion}"), AddOrder("…", "{written}", "{suggestion}"), loses="{place}"),
    ),
    ("NK101", "meant"): (way(Rewrite("place", "{meant}"), loses="{place}"), GONE),
    ("NK101", "end"): (way(Rewrite("place", "{meant}"), loses="{place}"), GONE),
    ("NK101", "several"): (way(Rewrite("held", "{as_several}"), loses="{held}"),),
    ("NK101", "arrow"): (_ANOTHER,),
    ("NK101", "whole"): (_ANOTHER,),
    ("NK102", ""): (
        way(Rewrite("place", "…"), loses="{id}"),
        way(Rewrite("place", "…", "first"), loses="{id}"),
    ),
    ("NK103", ""): (_ANOTHER, GONE),
    ("NK104", ""): (GONE, _ANOTHER),
    ("NK105", ""): (GONE,),
    ("NK105", "turned"): (way(Drop(), LinkOrder("{target}", "{node}"), loses="{entry} {remarks}"),),
    ("NK105", "from-risk"): (
        way(Drop(), SetOrder("{node}", "consequence", "…"), loses="{entry} {remarks}"),
        way(Drop(), AddOrder("drawback", "…", sources=("{node}",)), loses="{entry} {remarks}"),
    ),
    ("NK105", "pointer"): (_ANOTHER,),
    ("NK106", ""): (_ANOTHER,),
    ("NK106", "address"): (_ANOTHER, GONE),
    ("NK106", "backslash"): (way(Rewrite("place", "{suggestion}"), loses="{place}"),),
    ("NK106", "form"): (_ANOTHER, GONE),
}
