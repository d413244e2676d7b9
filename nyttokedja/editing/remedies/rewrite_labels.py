"""A part of a text that is written otherwise → the name of what that is called."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.editing.remedies.model import BLANK, Rewrite

_TEXTS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *("{quoted:alone}", "{rest_quoted}", "{place_quoted}", "{item_quoted}"),
            '"{text}"{cut_comment}',
        ),
        "quote",
    ),
    "{joined_quoted}": "quote-both",
    "# ": "as-comment",
    "{ours}": "ours",
    "{theirs}": "theirs",
    **dict.fromkeys(
        (
            *("{newline}{indent}", "{newline}{indent}  ", "{newline}{indent}  {id}: "),
            "{newline}{indent}{title:key}: {above_said}",
        ),
        "own-line",
    ),
    "{above_lines}": "own-lines",
    ": …{moved_out}": "move-out",
    **dict.fromkeys((", {text}{character}", "{comma}{rest}"), "into-bracket"),
    **dict.fromkeys(("- …: ", "…: ", "{{…: {held}}}"), "word-before"),
    "… ": "close-before",
    "nyttokedja: 1{newline}{title:key}: …{newline}": "begin",
    "nyttokedja: 1{newline}{title:key}: …{newline}{notes:key}:{newline}{as_notes}": "begin-with-notes",
    "{between}{missing}: …": "add-missing",
    **dict.fromkeys(
        (
            *("[{text}]{cut_comment}", "[{held}]", "{as_item}", "{as_several}", "[{value}]"),
            "[{{{rule:key/acceptance}: {held}, {at:key/acceptance}: …}}]",
        ),
        "as-list",
    ),
    '["{held}"]': "as-list-of-one",
    "{unlisted}": "as-text",
    "{as_boxes}": "as-boxes",
    '{{…: "{held}"}}': "as-one-box",
    "{none}": "none-there",
    "{as_arrows}": "as-arrows",
    "{unbracketed}": "unbracket",
    '{newline}paths = ["…"]{newline}': "add-paths",
    "[{key}]\n… = …\n": "as-table",
    "{example:alone}": "as-shown",
}
"""What is written → its name, where that says more than what it is."""

_GONE: Mapping[str, str] = {
    "line": "drop-line",
    "block": "drop-below",
    "all_after": "drop-after",
    "above_said": "",
}
"""What is taken away → its name; "" is what comes back at once elsewhere."""

_NOTHING = ("before", "after", "end", "closing", "below", "after_entry", "above_bracket")
"""The spots where nothing stands yet."""


def rewriting(step: Rewrite) -> str:
    """The name of the text that tells it; "" where the other steps tell all."""
    if step.text in _TEXTS:
        return _TEXTS[step.text]
    if not step.text or step.text == "{comment}":
        return _GONE.get(step.spot, "drop-text") if not step.text else ""
    if BLANK in step.text:
        is_empty = step.spot in _NOTHING or step.text == " …"
        return "write-missing" if is_empty else "write-other-there" if step.of else "write-other"
    return "insert" if step.spot in _NOTHING else "change-to"
