"""Remedies of files that cannot be read (NK001)."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.remedies.model import Indent, Reencode, Rewrite, Way, way
from nyttokedja.editing.remedies.spots import Spot


def _gone(spot: Spot) -> Way:
    """A part of the file taken away."""
    return way(Rewrite(spot, ""), loses=f"{{{spot}}}")


_QUOTED = way(Rewrite("said", "{quoted:alone}"))
"""Quotation marks round what stands after the key."""

_REST_QUOTED = way(Rewrite("rest", "{rest_quoted}"))
_LINE_GONE = _gone("line")

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK001", "utf-16"): (way(Reencode("utf-16")),),
    ("NK001", "cp1252"): (way(Reencode("cp1252")),),
    ("NK001", "not-a-mapping"): (
        way(
            Rewrite("file", "nyttokedja: 1{newline}{title:key}: …{newline}{notes:key}:{newline}{as_notes}"),
        ),
    ),
    ("NK001", "control-character"): (_gone("place"),),
    ("NK001", "conflict-marker"): (
        way(Rewrite("conflict", "{ours}"), loses="{markers} {theirs}"),
        way(Rewrite("conflict", "{theirs}"), loses="{markers} {ours}"),
    ),
    ("NK001", "empty"): (way(Rewrite("before", "nyttokedja: 1{newline}{title:key}: …{newline}")),),
    ("NK001", "too-long"): (way(Rewrite("place", "…"), loses="{place}"),),
    ("NK001", "alias"): (_REST_QUOTED, way(Rewrite("place", "…"), loses="{place}")),
    ("NK001", "anchor"): (_REST_QUOTED, _gone("word")),
    ("NK001", "tag"): (_REST_QUOTED, _gone("word")),
    ("NK001", "directive"): (_LINE_GONE,),
    ("NK001", "several-documents"): (_gone("all_after"), _LINE_GONE),
    ("NK001", "merge-key"): (way(Rewrite("rest", "…"), loses="{rest}"),),
    ("NK001", "complex-key"): (way(Rewrite("place", "…"), loses="{place}"), _REST_QUOTED),
    ("NK001", "dots"): (_LINE_GONE,),
    ("NK001", "number-sign"): (
        way(Rewrite("item", "{quoted:alone}")),
        way(Rewrite("before", "… ")),
    ),
    ("NK001", "colon-in-text"): (_QUOTED,),
    ("NK001", "curly-quotes"): (_QUOTED,),
    ("NK001", "first-character"): (way(Rewrite("place", "{quoted:alone}")),),
    ("NK001", "after-quote"): (_QUOTED,),
    ("NK001", "entry-in-text"): (way(Rewrite("other", "{newline}{indent}")), _QUOTED),
    ("NK001", "open-quote"): (way(Rewrite("end", "{character}")),),
    ("NK001", "open-bracket"): (way(Rewrite("closing", "{closing}")),),
    ("NK001", "wrong-bracket"): (way(Rewrite("place", "{closing}")),),
    ("NK001", "extra-bracket"): (_gone("place"),),
    ("NK001", "after-bracket"): (
        way(Rewrite("bracket", ", {text}{character}")),
        _gone("place"),
        _QUOTED,
    ),
    ("NK001", "extra-comma"): (_gone("place"), way(Rewrite("before", " …"))),
    ("NK001", "missing-comma"): (way(Rewrite("before", ", ")),),
    ("NK001", "in-bracket"): (way(Rewrite("item", "{item_quoted}")),),
    ("NK001", "under-text"): (
        way(Rewrite("above_said", ""), Rewrite("above_blank", "{newline}{indent}{title:key}: {above_said}")),
    ),
    ("NK001", "under-item"): (way(Rewrite("above_sign", "- …: ")), _gone("block")),
    ("NK001", "under-list"): (way(Rewrite("line", "{comment}"), Rewrite("above_bracket", "{comma}{rest}")),),
    ("NK001", "under-bracket"): (
        way(Rewrite("line", "{comment}"), Rewrite("above_bracket", "{comma}{rest}")),
        way(Rewrite("above_said", ""), Rewrite("above_blank", "{above_lines}")),
    ),
    ("NK001", "no-key"): (way(Rewrite("before", "…")), _LINE_GONE),
    ("NK001", "no-dash"): (way(Rewrite("place", "{example:alone}")),),
    ("NK001", "dash-among-names"): (
        way(Rewrite("sign", "…: ")),
        way(Rewrite("line", "{comment}"), AddItem("", ("notes",), "{text}")),
    ),
    ("NK001", "no-colon"): (way(Rewrite("after", ":")), way(Rewrite("above_on", "{joined_quoted}"))),
    ("NK001", "list-on-line"): (
        way(Rewrite("blank", "{newline}{indent}  ")),
        way(Rewrite("said", "{example:alone}")),
    ),
    ("NK001", "too-far"): (way(Indent("{indent}")),),
    ("NK001", "indentation"): (way(Indent("…")),),
    ("NK001", "no-brace"): (way(Rewrite("place", "{example:alone}")),),
}
