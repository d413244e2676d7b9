"""Remedies of what the chain as a whole says, and of its times (NK215–NK219)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import AddOrder, MoveOrder, SetOrder, UnsetOrder
from nyttokedja.editing.remedies.model import ForEach, Way, way
from nyttokedja.editing.remedies.steps_of import set_

_NOW = SetOrder("", "about.alternatives.now", "…")
_NEW = SetOrder("", "about.alternatives.new", "…")
_ACTION_DUE = set_("{node}", "{path}.due", loses="{by}")
_IN_PLACE = set_("{node}", "met", "true")
_NEEDED = (set_("{node}", "due", loses="{by}"), set_("{needs}", "when", loses="{began}"), _IN_PLACE)

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK215", "both"): (way(_NOW, _NEW),),
    ("NK215", "now"): (way(_NOW),),
    ("NK215", "new"): (way(_NEW),),
    ("NK216", ""): (way(AddOrder("cost", "…")), set_("", "costs", "none")),
    ("NK217", ""): (set_("{node}", "when", loses="{on}"), set_("{change}", "when", loses="{began}")),
    ("NK217", "goal"): (set_("{node}", "when", loses="{on}"), set_("{benefit}", "when", loses="{comes}")),
    ("NK217", "precondition"): _NEEDED,
    ("NK217", "expected"): _NEEDED,
    ("NK217", "preparation"): (_ACTION_DUE, set_("{node}", "due", loses="{on}")),
    ("NK217", "action"): (_ACTION_DUE, set_("{node}", "when", loses="{on}")),
    ("NK217", "rollout"): (_ACTION_DUE, set_("{last}", "when", loses="{on}")),
    ("NK217", "target"): (
        set_("{node}", "{path}.date", loses="{on}"),
        set_("{change}", "when", loses="{began}"),
    ),
    ("NK218", ""): (way(MoveOrder("…", "benefit")),),
    ("NK219", ""): (
        way(
            AddOrder("benefit", "…", "…", sources=("…",)),
            SetOrder("{answers[1]}", "perspective", "{perspectives[0]}"),
        ),
        way(ForEach("perspectives", UnsetOrder("", "about.perspectives.{one}")), loses="{entry}"),
    ),
}
