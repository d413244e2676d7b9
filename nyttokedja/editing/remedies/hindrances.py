"""Remedies of what stands in the way (NK6)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import AddOrder, LinkOrder, MoveOrder, SetOrder
from nyttokedja.editing.remedies.model import ForEach, Way, way
from nyttokedja.editing.remedies.steps_of import action, set_

_CONSEQUENCE = SetOrder("{node}", "consequence", "…")
_WHO = SetOrder("{node}", "who", "…")
_DUE = SetOrder("{node}", "due", "…")
_MET = set_("{node}", "met", "true", loses="{node:fields/met}")
_DEALT_WITH = way(
    ForEach("obstacles", action("{one}"), ("obstacle", "risk")),
    ForEach("obstacles", SetOrder("{one}", "met", "true"), ("precondition",)),
    loses="{obstacles:fields/met}",
)
_ANOTHER_PATH = way(LinkOrder("…", "{node}"))
_DONE = set_("{node}", "{path}.done", "true", loses="{entry}")

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK601", ""): (way(LinkOrder("{node}", "…")), way(MoveOrder("{node}", "risk"), _CONSEQUENCE)),
    ("NK602", ""): (way(action("{node}")), set_("{node}", "owner")),
    ("NK602", "action"): (way(action("{node}")),),
    ("NK603", ""): (set_("{node}", "requires"), way(MoveOrder("{node}", "benefit"))),
    ("NK604", ""): (_ANOTHER_PATH,),
    ("NK605", ""): (_DEALT_WITH, _ANOTHER_PATH),
    ("NK605", "limited"): (_DEALT_WITH, _ANOTHER_PATH),
    ("NK606", ""): (
        way(_CONSEQUENCE),
        way(AddOrder("drawback", "…", sources=("{node}",))),
        set_("{node}", "hinders"),
    ),
    ("NK607", "who"): (way(_WHO),),
    ("NK607", "due"): (way(_DUE),),
    ("NK607", "both"): (way(_WHO, _DUE), _MET),
    ("NK607", "unmet"): (_MET, set_("{node}", "due", loses="{by}")),
    ("NK608", ""): (set_("{node}", "{path}.due", loses="{by}"), _DONE),
    ("NK608", "unsaid"): (
        way(ForEach("places", SetOrder("{one:box}", "{one:within}.done", "true"))),
        way(ForEach("places", SetOrder("{one:box}", "{one:within}.due", "…")), loses="{places:entry}"),
    ),
    ("NK609", ""): (
        _DEALT_WITH,
        way(ForEach("benefits", LinkOrder("…", "{one}"))),
    ),
    ("NK610", ""): (way(ForEach("goals", LinkOrder("…", "{one}"))),),
}
