"""Remedies of how a chain hangs together (NK201–NK214)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.orders.model import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RemoveOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import ForEach, Rewrite, Way, way
from nyttokedja.editing.remedies.steps_of import POINTING, an_effect, caused, removed, set_, turned, unlinked

_FIRST = "{circle[0]}"
_FROM_THERE = (way(LinkOrder("…", "{node}")),)
_SEVERAL = (way(LinkOrder("…", "{node}"), LinkOrder("…", "{node}")),)
_NOT_ALL = way(UnsetOrder("{node}", "needs_all"), loses="{entry}")
_ONE_IS_ENOUGH = way(UnsetOrder("{needs}", "needs_all"), loses="{needs:fields/needs_all}")
_NO_DRAWBACK = an_effect("{drawbacks[0]}", "{drawbacks[0]:fields/category perspective for}")

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK201", ""): (
        unlinked("{last}", _FIRST, "{closing.entry}"),
        turned("{last}", _FIRST, "{closing.entry}"),
        way(LinkOrder("{last}", _FIRST, {"because": "…"})),
    ),
    ("NK201", "explained"): (way(Rewrite("place", "…", "closing"), loses=_FIRST),),
    ("NK202", ""): (*_FROM_THERE, removed()),
    ("NK202", "upstream"): caused("{begins}"),
    ("NK202", "needs"): (*caused("{missing}"), _ONE_IS_ENOUGH),
    ("NK202", "detached"): _FROM_THERE,
    ("NK202", "drawback"): (
        *_FROM_THERE,
        _NO_DRAWBACK,
    ),
    ("NK203", ""): caused("{node}"),
    ("NK203", "upstream"): caused("{begins}"),
    ("NK203", "needs"): (*caused("{missing}"), _ONE_IS_ENOUGH),
    ("NK203", "detached"): _FROM_THERE,
    ("NK204", ""): caused("{node}"),
    ("NK204", "upstream"): caused("{begins}"),
    ("NK204", "needs"): (*caused("{missing}"), _ONE_IS_ENOUGH),
    ("NK204", "detached"): _FROM_THERE,
    ("NK204", "drawback"): (
        *_FROM_THERE,
        _NO_DRAWBACK,
    ),
    ("NK205", ""): (way(LinkOrder("…", "…")), way(AddOrder("benefit", "…", sources=("…",)))),
    ("NK205", "no-arrow"): (
        way(LinkOrder("{node}", "…")),
        way(AddOrder("behaviour", "…", sources=("{node}",), pointers={"leads_to": ("…",)})),
    ),
    ("NK206", ""): (way(LinkOrder("{node}", "…")), way(MoveOrder("{node}", "benefit"))),
    ("NK207", ""): (
        way(LinkOrder("…", "{node}"), LinkOrder("{node}", "…")),
        way(
            RemoveOrder("{node}"),
            AddItem("", ("notes",), "{node:title}"),
            loses=f"{{entry}} {{remarks}} {{node}}{POINTING}",
        ),
    ),
    ("NK207", "beside"): _FROM_THERE,
    ("NK208", ""): tuple(
        way(
            UnlinkOrder("{node}", "{target}"),
            AddOrder(between, "…", sources=("{node}",), pointers={"leads_to": ("{target}",)}),
            loses="{entry}",
        )
        for between in ("behaviour", "effect")
    ),
    ("NK209", "into-change"): (turned("{node}", "{target}"), way(MoveOrder("{target}", "effect"))),
    ("NK209", "out-of-goal"): (turned("{node}", "{target}"), way(MoveOrder("{target}", "goal"))),
    ("NK210", ""): (unlinked("{node}", "{target}"),),
    ("NK220", ""): (*_SEVERAL, _NOT_ALL),
    ("NK220", "one"): (*_FROM_THERE, _NOT_ALL),
    ("NK211", ""): (
        way(ForEach("benefits", LinkOrder("{one}", "…"))),
        way(ForEach("benefits", AddOrder("goal", "…", sources=("{one}",)))),
    ),
    ("NK212", ""): (
        way(AddOrder("behaviour", "…", sources=("…",), pointers={"leads_to": ("{node}",)})),
        set_("…", "behaviour", "true"),
    ),
    ("NK213", ""): (
        way(AddOrder("risk", "…", pointers={"at": ("…",)})),
        set_("", "risks", "none"),
    ),
    ("NK213", "some"): (way(ForEach("sections", SetOrder("", "{one}", "none"))),),
}
