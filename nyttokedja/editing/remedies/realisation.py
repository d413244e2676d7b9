"""Remedies of who sees to it that a benefit comes, and how (NK4)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.orders.model import SetOrder
from nyttokedja.editing.remedies.model import ForEach, Rewrite, Way, way
from nyttokedja.editing.remedies.steps_of import action, set_

_OWNER = set_("{node}", "owner")
_ANOTHER_OWNER = set_("{node}", "owner", loses="{owner}")
_BECAUSE = SetOrder("", "prioritising.{one}.because", "…")
_DECIDED_BY = SetOrder("", "prioritising.{one}.decided_by", "…")
_ANOTHER_NAME = way(Rewrite("place", "…"), loses="{criterion}")
_CONVERSION = way(
    AddItem("{node}", ("conversion",), {"kind": "…", "decided_by": "…"}),
    SetOrder("{node}", "conversion.1.amount", "…"),
    SetOrder("{node}", "conversion.1.unit", "…"),
)

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK401", "benefit"): (_OWNER,),
    ("NK401", "change"): (_OWNER,),
    ("NK401", "no-stage"): (
        set_("", "stage", "analysis"),
        way(SetOrder("", "stage", "plan"), ForEach("nodes", SetOrder("{one}", "owner", "…"))),
    ),
    ("NK402", ""): (_ANOTHER_OWNER,),
    ("NK403", ""): (set_("{node}", "{field_path}", loses="{address} {held}"),),
    ("NK403", "decision"): (set_("", "{field_path}", loses="{address}"),),
    ("NK404", ""): (set_("{node}", "use"), _CONVERSION),
    ("NK404", "money"): (set_("{node}", "use"),),
    ("NK405", "who"): (set_("{node}", "{path}.who"),),
    ("NK405", "due"): (set_("{node}", "{path}.due"),),
    ("NK405", "both"): (way(SetOrder("{node}", "{path}.who", "…"), SetOrder("{node}", "{path}.due", "…")),),
    ("NK406", ""): (set_("{node}", "when"),),
    ("NK407", ""): (
        way(action("{node}")),
        way(action("…")),
    ),
    ("NK408", ""): (_CONVERSION,),
    ("NK409", "hours"): (set_("{node}", "{path}.amount", loses="{held}"),),
    ("NK409", "money"): (set_("{node}", "{path}.amount", loses="{held}"),),
    ("NK409", "both"): (set_("{node}", "{path}.amount", loses="{held}"),),
    ("NK410", ""): (set_("{node}", "{path}.decided_by"),),
    ("NK411", ""): (set_("", "handover.ready"),),
    ("NK412", ""): (way(AddItem("", ("approved",), {"role": "…", "date": "…"})),),
    ("NK413", ""): (_ANOTHER_OWNER,),
    ("NK414", "because"): (way(ForEach("criteria", _BECAUSE)),),
    ("NK414", "decided_by"): (way(ForEach("criteria", _DECIDED_BY)),),
    ("NK415", ""): (_ANOTHER_NAME,),
    ("NK415", "meant"): (way(Rewrite("place", "{meant}"), loses="{criterion}"),),
}
