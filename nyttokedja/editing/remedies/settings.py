"""Remedies of the settings (NK007): their file is no chain, and only its text is rewritten."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.remedies.model import Rewrite, Way, way

_VALUE = way(Rewrite("value", "…"), loses="{value}")
_PLACE = way(Rewrite("place", "…"), loses="{place}")
_GONE = way(Rewrite("line", ""), loses="{line}")

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK007", "repeated"): (_GONE,),
    ("NK007", "unknown-key"): (way(Rewrite("name", "…"), loses="{key}"), _GONE),
    ("NK007", "meant-key"): (way(Rewrite("name", "{meant}"), loses="{key}"),),
    ("NK007", "no-rule"): (_PLACE,),
    ("NK007", "meant-rule"): (way(Rewrite("place", '"{meant}"'), loses="{place}"),),
    ("NK007", "broken"): (way(Rewrite("place", ""), loses="{place}"), _PLACE),
    ("NK007", "choice"): (_VALUE,),
    ("NK007", "meant"): (way(Rewrite("value", "{meant}"), loses="{value}"),),
    ("NK007", "range"): (_VALUE,),
    ("NK007", "not-text"): (way(Rewrite("value", '"…"'), loses="{value}"),),
    ("NK007", "not-number"): (_VALUE,),
    ("NK007", "not-whole"): (_VALUE,),
    ("NK007", "not-list"): (way(Rewrite("value", "[{value}]")),),
    ("NK007", "not-table"): (way(Rewrite("line", "[{key}]\n… = …\n"), loses="{value}"),),
    ("NK007", "lacking"): (way(Rewrite("below", "{newline}{text} = …{newline}")),),
    ("NK007", "criterion-twice"): (_VALUE,),
    ("NK007", "no-criterion"): (way(Rewrite("name", "…"), loses="{text}"),),
    ("NK007", "meant-criterion"): (way(Rewrite("name", "{meant}"), loses="{text}"),),
    ("NK007", "no-limits"): (way(Rewrite("below", "{newline}limits = […, …, …]{newline}")),),
    ("NK007", "no-from"): (way(Rewrite("below", '{newline}from = "…"{newline}')),),
    ("NK007", "limits-order"): (_VALUE,),
    ("NK007", "no-paths"): (way(Rewrite("below", '{newline}paths = ["…"]{newline}')),),
}
