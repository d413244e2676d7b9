"""What the templates of remedies may speak of besides the particulars of a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from nyttokedja.editing.remedies.held import HELD
from nyttokedja.editing.remedies.lines import conflict, entries
from nyttokedja.editing.remedies.spots import SPOTS, Spot
from nyttokedja.editing.remedies.surroundings import Surroundings
from nyttokedja.writing.quoting import quoted, scalar


def _raw(spot: Spot, here: Surroundings) -> str:
    return here.raw(here.at(spot))


def _comma(here: Surroundings) -> str:
    said = here.raw(here.above.said)
    return ", " if entries(said) else ""


def _above_lines(here: Surroundings) -> str:
    lead = here.raw(here.line.indent)
    return "".join(f"{here.newline}{lead}{entry}" for entry in entries(here.raw(here.above.said)))


def _markers(here: Surroundings) -> str:
    found = conflict(here.text, here.span.start)
    text, ends = here.text, (found.all.start, *found.ours, *found.theirs, found.all.end)
    return " ".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))


def _place_quoted(here: Surroundings) -> str:
    return quoted(here.raw(here.span), '"')


def _comment(here: Surroundings) -> str:
    """The comment of the line, as a line of its own."""
    said = here.text[here.line.said_end : here.line.end].strip()
    return f"{here.raw(here.line.indent)}{said}{here.newline}" if said else ""


def _as_notes(here: Surroundings) -> str:
    """Each line of the file as a note."""
    lines = (re.sub(r"^[-–—*•·]+[ \t]+", "", line.strip()) for line in here.text.splitlines())
    return "".join(f"  - {scalar(line)}{here.newline}" for line in lines if line)


SAID: Mapping[str, Callable[[Surroundings], str]] = {
    **{spot: partial(_raw, spot) for spot in SPOTS},
    "path": lambda here: ".".join(here.keys),
    "newline": lambda here: here.newline,
    "indent": lambda here: here.raw(here.line.indent),
    "rest_quoted": lambda here: quoted(here.raw(here.rest), '"'),
    "place_quoted": _place_quoted,
    "item_quoted": lambda here: quoted(here.raw(here.at("item")).strip(), '"'),
    "joined_quoted": lambda here: quoted(" ".join(here.raw(here.at("above_on")).split()), '"'),
    "as_notes": _as_notes,
    "comment": _comment,
    "comma": _comma,
    "box": lambda here: here.finding.node,
    "further_in": lambda here: str(here.line.depth + 2),
    **HELD,
    "above_lines": _above_lines,
    "ours": lambda here: here.raw(conflict(here.text, here.span.start).ours),
    "theirs": lambda here: here.raw(conflict(here.text, here.span.start).theirs),
    "markers": _markers,
}
"""Name → what it is in a file: the spots, and what is made of them."""
