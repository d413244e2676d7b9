"""Remedies of what is said of boxes and arrows (NK3)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RetitleOrder,
    SetOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import Drop, Fill, ForEach, Way, way
from nyttokedja.editing.remedies.steps_of import an_effect, removed, set_

_TITLE = way(RetitleOrder("{node}", "…"), loses="{node:title}")


def _category(canonical: str) -> Way:
    return set_("{node}", "category", canonical, loses="{kind:value/category}")


REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK301", ""): (set_("{node}", "category"),),
    ("NK302", ""): (set_("{node}", "perspective"),),
    ("NK303", ""): (
        set_("{node}", "for", loses="{receiver}"),
        way(SetOrder("{node}", "for", "…"), AddOrder("benefit", "…", sources=("…",)), loses="{receiver}"),
    ),
    ("NK304", ""): (set_("{node}", "text"),),
    ("NK305", ""): (
        set_("{node}", "adopted_in"),
        way(MoveOrder("{node}", "effect"), SetOrder("{node}", "effect_goal", "true")),
    ),
    ("NK306", ""): (way(LinkOrder("{node}", "{target}", {"because": "…"})),),
    ("NK307", ""): (
        an_effect(),
        way(Drop(), Fill("{node}", "use"), loses="{entry} {remarks}"),
    ),
    ("NK308", ""): (
        set_("{node}", "category", "redistribution", loses="{financial:value/category}"),
        way(LinkOrder("…", "{node}", {"evidence": "…"})),
    ),
    ("NK308", "from-time"): (
        set_("{arrow_box}", "{arrow_path}.evidence"),
        removed(),
    ),
    ("NK309", ""): (
        set_("", "about.perspectives.{perspective}"),
        set_("{node}", "perspective", loses="{perspective:value/perspective}"),
        removed(),
    ),
    ("NK310", ""): (_category("financial"), _TITLE),
    ("NK310", "unit"): (_category("…"), set_("{node}", "{path}.unit", loses="{unit}")),
    ("NK310", "redistribution"): (_category("redistribution"), _TITLE),
    ("NK310", "environment"): (_category("environment"), _TITLE),
    ("NK310", "quality"): (_category("quality"), _TITLE),
    ("NK310", "cost"): (
        way(UnsetOrder("{node}", "timing"), MoveOrder("{node}", "drawback"), loses="{node:fields/timing}"),
    ),
    ("NK311", ""): (an_effect(),),
    ("NK312", ""): (
        way(
            ForEach("costs", Fill("{one}", "category")),
            ForEach("costs", Fill("{one}", "perspective")),
            ForEach("costs", Fill("{one}", "timing")),
        ),
    ),
}
