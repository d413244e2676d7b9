"""Remedies of keys and values that do not fit the format (NK002–NK006), where they have no fix."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.orders.model import AddOrder, SetOrder
from nyttokedja.editing.remedies.model import Drop, Indent, Rewrite, Way, way

_GONE = way(Drop(), loses="{entry} {remarks}")
_KEY = way(Rewrite("key", "…"), loses="{key}")
_VALUE = way(Rewrite("place", "…"), loses="{place}")
_FILLED = way(Rewrite("held", " …"))
_TRUTHS = (
    way(Rewrite("place", "{allowed[0]}"), loses="{place}"),
    way(Rewrite("place", "{allowed[1]}"), loses="{place}"),
)
_MERGED = way(Drop(), Rewrite("after_entry", "{joined}", "first"), loses="{key} {remarks}")
_TWICE = (
    _GONE,
    way(Drop("first"), loses="{first.entry} {first.remarks}"),
    _MERGED,
)
_SWALLOWED = (way(Rewrite("comment_sign", "# ")), way(Rewrite("with_comment", "{quoted:alone}")))

REMEDIES: Mapping[tuple[str, str], tuple[Way, ...]] = {
    ("NK002", ""): _TWICE,
    ("NK002", "two-words"): _TWICE,
    ("NK003", "meant-there"): (
        _GONE,
        way(Drop("first"), Rewrite("key", "{meant}"), loses="{key} {first.entry} {first.remarks}"),
        _MERGED,
    ),
    ("NK003", ""): (_KEY, _GONE),
    ("NK003", "elsewhere"): (way(Drop(), SetOrder("…", "{key}", "{held_text}")), _GONE),
    ("NK003", "of-box"): (way(Drop(), SetOrder("…", "{meant}", "{held_text}"), loses="{key}"),),
    ("NK003", "of-indicator"): (
        way(Drop(), SetOrder("{box}", "indicators.….{meant}", "{held_text}"), loses="{key}"),
    ),
    ("NK003", "of-chain"): (way(Drop(), AddOrder("{meant}", "{held_text}"), loses="{key}"),),
    ("NK003", "of-about"): (way(Drop(), SetOrder("", "{about_path}.{meant}", "{held_text}"), loses="{key}"),),
    ("NK003", "comma-in-text"): (
        way(Rewrite("cut_text", '"{text}"{cut_comment}')),
        way(Rewrite("cut_text", "[{text}]{cut_comment}")),
    ),
    ("NK003", "unindented"): (way(Indent("2")),),
    ("NK003", "arrow"): (way(Rewrite("holder", "{as_arrows}")),),
    ("NK003", "indent"): (way(Indent("{further_in}")),),
    ("NK003", "dedent"): (way(Indent("0")),),
    ("NK003", "loose"): (way(Indent("…")),),
    ("NK004", "huge-number"): (way(Rewrite("place", "{place_quoted}")), _VALUE),
    ("NK004", "group-or-decimals"): (
        way(Rewrite("place", "{whole}"), loses="{place}"),
        way(Rewrite("place", "{decimals}"), loses="{place}"),
    ),
    ("NK004", "number"): (_VALUE,),
    ("NK004", "unit-in-sum"): (_VALUE,),
    ("NK004", "boolean"): _TRUTHS,
    ("NK004", "truth-or-date"): (*_TRUTHS, _VALUE),
    ("NK004", "empty"): (_FILLED, _GONE),
    ("NK004", "empty-must"): (_FILLED,),
    ("NK004", "choice"): (_VALUE,),
    ("NK004", "off-scale"): (_VALUE,),
    ("NK004", "twice-on-scale"): (_GONE, _VALUE),
    ("NK004", "short-scale"): (way(Rewrite("held", '[{unlisted}, "…"]')),),
    ("NK004", "better-on-scale"): (_GONE,),
    ("NK004", "date"): (_VALUE,),
    ("NK004", "no-date"): (_VALUE,),
    ("NK004", "year"): (_VALUE,),
    ("NK004", "missing"): (way(Rewrite("after_entry", "{between}{missing}: …")),),
    ("NK004", "not-keys"): (
        way(Rewrite("held", "…"), loses="{held}"),
        way(Rewrite("after_key", ": …{moved_out}")),
    ),
    ("NK004", "not-keys-but-list"): (way(Rewrite("held", "{as_item}")),),
    ("NK004", "not-list"): (way(Rewrite("held", "{unlisted}")),),
    ("NK004", "not-list-but-section"): (way(Rewrite("held", "{as_boxes}")),),
    ("NK004", "list"): (way(Rewrite("held", "[{held}]")), way(Rewrite("held", '["{held}"]'))),
    ("NK004", "keys"): (way(Rewrite("held", "{{…: {held}}}")),),
    ("NK004", "section"): (
        way(Rewrite("held", '{{…: "{held}"}}')),
        way(Rewrite("held", "{none}"), loses="{held}"),
    ),
    ("NK004", "rule-code"): (_VALUE,),
    ("NK004", "negative"): (_VALUE,),
    ("NK004", "percent"): (way(Rewrite("held", "{number}"), loses="{held}"),),
    ("NK004", "range"): (_VALUE,),
    ("NK004", "list-of-keys"): (
        way(Rewrite("held", "[{{{rule:key/acceptance}: {held}, {at:key/acceptance}: …}}]")),
    ),
    ("NK004", "nested-list"): (way(Rewrite("place", "{unbracketed}")),),
    ("NK004", "entries"): (way(Rewrite("blank", "{newline}{indent}  {id}: ")),),
    ("NK005", ""): _SWALLOWED,
    ("NK005", "all"): _SWALLOWED,
}
