"""Remedies of how a benefit is measured and followed up (NK5)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import SetOrder
from nyttokedja.editing.remedies.model import Fill, ForEach, Way, way
from nyttokedja.editing.remedies.steps_of import measured, set_

_EVERYTHING = measured("{node}")
_BASELINE = (
    SetOrder("{node}", "{path}.baseline.value", "…"),
    SetOrder("{node}", "{path}.baseline.date", "…"),
)
_TARGET = (
    SetOrder("{node}", "{path}.target.value", "…"),
    SetOrder("{node}", "{path}.target.date", "…"),
)
_DATE = set_("{node}", "{path}.date")
_EARLIER = (
    way(
        SetOrder("{node}", "{path}.value", "…"),
        SetOrder("{node}", "{path}.date", "…"),
        loses="{held}",
    ),
    set_("{node}", "{path}.date", loses="{on}"),
)
_CHANGED_PLACES = way(
    SetOrder("{node}", "{indicator_path}.baseline", "{target}"),
    SetOrder("{node}", "{indicator_path}.target", "{baseline}"),
)
_MEASURED = set_("{node}", "{path}.measurements.…")
_EXPLAINED = (Fill("{node}", "{path}.judgement"), Fill("{node}", "{path}.action"))

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK501", ""): (_EVERYTHING, measured("…")),
    ("NK501", "goal"): (_EVERYTHING, measured("…")),
    ("NK501", "no-stage"): (
        set_("", "stage", "analysis"),
        way(
            SetOrder("", "stage", "plan"),
            ForEach("nodes", SetOrder("{one}", "indicators.….title", "…")),
        ),
    ),
    ("NK502", ""): (way(*_BASELINE),),
    ("NK502", "date"): (_DATE,),
    ("NK503", ""): (way(*_TARGET),),
    ("NK503", "date"): (_DATE,),
    ("NK504", ""): (set_("{node}", "{path}.source"),),
    ("NK505", ""): (
        way(*(Fill("{node}", f"{{path}}.{key}") for key in ("measured_by", "judged_by", "every"))),
    ),
    ("NK506", ""): _EARLIER,
    ("NK506", "own"): _EARLIER,
    ("NK507", "lower"): (
        _CHANGED_PLACES,
        set_("{node}", "{indicator_path}.better", "higher", loses="{lower:value/better}"),
    ),
    ("NK507", "higher"): (
        _CHANGED_PLACES,
        set_("{node}", "{indicator_path}.better", "lower", loses="{higher:value/better}"),
    ),
    ("NK507", "scale"): (_CHANGED_PLACES,),
    ("NK508", ""): (_MEASURED, set_("{node}", "{path}.every", loses="{every}")),
    ("NK508", "first"): (_MEASURED,),
    ("NK509", ""): (way(*_EXPLAINED),),
    ("NK509", "worse"): (set_("{node}", "{path}.action"),),
    ("NK510", ""): (_EVERYTHING, measured("…")),
    ("NK511", ""): (way(*_EXPLAINED),),
    ("NK512", ""): (_MEASURED,),
    ("NK512", "first"): (_MEASURED,),
    ("NK513", ""): (_EVERYTHING, measured("…")),
}
