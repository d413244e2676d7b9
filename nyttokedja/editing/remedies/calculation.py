"""Remedies of what is said of the calculation (NK810–NK824)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import AddOrder, SetOrder, UnsetOrder
from nyttokedja.editing.remedies.model import Drop, ForEach, Rewrite, Way, way
from nyttokedja.editing.remedies.steps_of import set_

_WRITTEN = way(Rewrite("held", "…"), loses="{held}")
"""Another formula, number or profile written in the place of what stands there."""

_SIZED = way(
    UnsetOrder("{node}", "value"),
    SetOrder("{node}", "size", "…"),
    loses="{node:fields/value} {node:fields/size}",
)
_ADDED = set_("", "calculation.factors.{name}")
_MENDED = way(Rewrite("held", "{mended}"), loses="{held}")


def _unvalued(id: str) -> Way:
    return way(UnsetOrder(id, "value"), loses=f"{id[:-1]}:fields/value}}")


_EITHER = (_unvalued("{node}"), _unvalued("{other}"))
"""The value of one of two boxes taken away."""

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK810", ""): (_SIZED, set_("{node}", "category", loses="{kind:value/category}")),
    ("NK810", "hours"): (
        set_("{node}", "category", "redistribution", loses="{kind:value/category}"),
        _SIZED,
    ),
    ("NK810", "size"): (
        way(UnsetOrder("{node}", "size"), loses="{node:fields/size}"),
        _unvalued("{node}"),
    ),
    **{
        ("NK811", variant): (_WRITTEN,)
        for variant in (
            *("unreadable", "unfinished", "comma", "long", "operations", "deep"),
            *("hours-here", "circle", "division", "big"),
        )
    },
    ("NK811", "unknown"): (_WRITTEN, _ADDED),
    ("NK811", "meant"): (_MENDED, _ADDED),
    ("NK811", "with-unit"): (_MENDED,),
    ("NK811", "no-hours"): (set_("{node}", "value.hours"), _WRITTEN),
    ("NK811", "reserved"): (way(Rewrite("key", "…"), loses="{factor}"),),
    ("NK811", "both"): (
        way(Drop(), loses="{entry}"),
        way(Drop(of="other"), loses="{other.entry}"),
    ),
    ("NK811", "neither"): (set_("{box}", "{path}.likely"),),
    ("NK811", "measures"): (
        set_("{node}", "{path}.measures", loses="{name}"),
        way(UnsetOrder("{node}", "{path}.measures"), loses="{name} {measures:key}"),
    ),
    ("NK811", "measures-words"): (
        way(UnsetOrder("{node}", "{path}.measures"), loses="{name} {measures:key}"),
    ),
    ("NK812", ""): (way(ForEach("factors", SetOrder("{box}", "{under.path}.{one}.source", "…"))),),
    ("NK812", "standard"): (way(ForEach("factors", SetOrder("{box}", "{under.path}.{one}.as_of", "…"))),),
    ("NK813", ""): (way(Rewrite("held", "{high}"), Rewrite("held", "{low}", of="other")),),
    ("NK813", "lowest"): (way(Rewrite("key", "{highest:key}"), loses="{lowest:key}"),),
    ("NK813", "highest"): (way(Rewrite("key", "{lowest:key}"), loses="{highest:key}"),),
    ("NK813", "outside"): (_WRITTEN,),
    ("NK814", ""): (_MENDED, set_("", "calculation.horizon", loses="{years}")),
    ("NK814", "negative"): (_MENDED,),
    ("NK814", "outside"): (_MENDED,),
    ("NK814", "inflation"): (_MENDED,),
    ("NK814", "comma"): (_MENDED,),
    ("NK815", ""): (_WRITTEN,),
    ("NK815", "cost"): (_WRITTEN,),
    ("NK815", "lowest"): (_WRITTEN,),
    ("NK816", ""): _EITHER,
    ("NK816", "pool"): _EITHER,
    ("NK817", ""): _EITHER,
    ("NK818", "no-cost"): (
        set_("…", "value"),
        way(AddOrder("cost", "…", "…"), SetOrder("{answers[1]}", "value", "…")),
        set_("", "costs", "none"),
    ),
    ("NK818", "no-benefit"): (set_("…", "value"),),
    ("NK819", ""): (
        set_("{node}", "value.evidence"),
        set_("{node}", "category", "redistribution", loses="{financial:value/category}"),
    ),
    ("NK821", ""): _EITHER,
    ("NK822", ""): (set_("", "calculation.price_year"),),
    ("NK822", "horizon"): (set_("", "calculation.horizon"),),
    ("NK822", "range"): (_WRITTEN,),
    ("NK822", "no-section"): (set_("", "calculation.horizon"),),
    ("NK824", "sum"): (_WRITTEN,),
    ("NK824", "minutes"): (way(Rewrite("held", "({formula}) / 60")),),
    ("NK824", "not-hours"): (_WRITTEN,),
    ("NK824", "not-money"): (_WRITTEN,),
    ("NK824", "thousands"): (way(Rewrite("held", "({formula}) * {by}")),),
    ("NK824", "mixed"): (way(Rewrite("held", "({formula}) / {by}")),),
    ("NK824", "mixed-larger"): (way(Rewrite("held", "({formula}) * {by}")),),
}
