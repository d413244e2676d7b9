"""Remedies of titles and words (NK7), of notes (NK8) and of decisions (NK9)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import (
    AddOrder,
    MoveOrder,
    RemoveOrder,
    RetitleOrder,
    SetOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import ForEach, Reword, Way, way
from nyttokedja.editing.remedies.steps_of import GONE, POINTING, measured, removed, set_

_TITLE = RetitleOrder("{node}", "…")
_RETITLED = way(_TITLE, loses="{node:title}")
_SORTED = UnsetOrder("", "notes")
_KEYS = "{notes:key} {text:key} {tags:key} {origin:key} {remarks}"
_ASSUMED = way(
    _SORTED,
    SetOrder("", "about.assumptions", "{assumptions}{notes_said}"),
    loses=_KEYS,
)
_WHY = SetOrder("", "{path}.why", "…")
_DECIDED_BY = SetOrder("", "{path}.decided_by", "…")
_RULE = set_("", "{path}.rule", loses="{rule}")

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK701", ""): (way(_TITLE, AddOrder("{node:type}", "…", sources=("…",)), loses="{node:title}"),),
    ("NK702", ""): (way(_TITLE, SetOrder("{node}", "text", "{node:title}")),),
    ("NK703", ""): (_RETITLED, removed()),
    ("NK704", ""): (_RETITLED, measured("{node}")),
    ("NK705", ""): (
        set_("{node}", "{key}", loses="{node:title} {held}"),
        set_("{node}", "category", "financial", loses="{redistribution:value/category}"),
    ),
    ("NK706", ""): (way(Reword("{word}", "{now}"), loses="{word} " * 9),),
    ("NK706", "about"): (way(Reword("{word}", "{now}"), loses="{word} " * 9),),
    ("NK707", ""): (_RETITLED, way(MoveOrder("{node}", "change"))),
    ("NK708", ""): (
        way(ForEach("boxes", RetitleOrder("{one}", "…")), loses="{boxes:title}"),
        way(ForEach("boxes", RemoveOrder("{one}")), loses=f"{{boxes:entry}} {{boxes}}{POINTING}"),
    ),
    ("NK801", ""): (
        _ASSUMED,
        way(_SORTED, loses="{entry} {remarks}"),
    ),
    ("NK801", "one"): (
        way(_SORTED, AddOrder("…", "{notes_said}"), loses=_KEYS),
        _ASSUMED,
        way(_SORTED, loses="{entry} {remarks}"),
    ),
    ("NK901", "nothing"): (GONE, _RULE, set_("", "{path}.at", loses="{at}")),
    ("NK901", "no-rule"): (_RULE,),
    ("NK901", "broken"): (GONE,),
    ("NK902", ""): (set_("", "{path}.until", loses="{last}"),),
    ("NK903", ""): (way(_WHY, _DECIDED_BY),),
    ("NK903", "why"): (way(_WHY),),
    ("NK903", "decided_by"): (way(_DECIDED_BY),),
}
