"""Three versions that lines merge without a conflict, though they say what cannot both be → conflict markers.

The lines of both sides are marked where they differ, and git is asked again: so the markers look as it is
told to make them, with the version that both grew from where it shows that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from nyttokedja.versions.merging.lines import Labels, LineMerge

_MOST_LINES = 3_000
"""So many lines that differ are compared one by one; of more, all from the first to the last are marked."""
_SIGNS = (b"\x1bb", b"\x1bo", b"\x1bt")
_NOTHING = b"\x1bn"
"""In place of no lines; no chain has the sign that they all begin with."""
_OURS = re.compile(rb"(?m)^\x1bn\x1b[bot]\r?\n|\x1b[bot]")

Lines = Sequence[bytes]


class _Region(NamedTuple):
    """A stretch of lines of the base, and the stretches that stand for it on the two sides."""

    base: slice
    ours: slice
    theirs: slice


def marked(base: bytes, ours: bytes, theirs: bytes, by_lines: LineMerge, labels: Labels) -> bytes:
    """Our file with conflict markers wherever the sides differ."""
    if not base:
        return by_lines(base, ours, theirs, labels).data
    files = [side.splitlines(keepends=True) for side in (base, ours, theirs)]
    made: list[list[bytes]] = [[], [], []]
    for region, alike in _regions(*files):
        for lines, stretch, sign, out in zip(files, region, _SIGNS, made, strict=True):
            held = lines[stretch]
            out.extend(held if alike else [_signed(line, sign) for line in held or [_NOTHING + b"\n"]])
    one, two, three = (b"".join(lines) for lines in made)
    merged = by_lines(one, two, three, labels)
    return _OURS.sub(b"", merged.data)


def _signed(line: bytes, sign: bytes) -> bytes:
    end = len(line.rstrip(b"\r\n"))
    return line[:end] + sign + (line[end:] or b"\n")


def _regions(base: Lines, ours: Lines, theirs: Lines) -> Iterator[tuple[_Region, bool]]:
    """All of the three files in stretches, each with whether ours and theirs are alike there."""
    maps = [_kept(base, side) for side in (ours, theirs)]
    both = sorted(maps[0].keys() & maps[1].keys())
    last = (-1, -1, -1)
    for line in [*both, len(base)]:
        now = (line, maps[0].get(line, len(ours)), maps[1].get(line, len(theirs)))
        between = _Region(*(slice(start + 1, end) for start, end in zip(last, now, strict=True)))
        if any(stretch.start < stretch.stop for stretch in between):
            yield between, ours[between.ours] == theirs[between.theirs]
        if line < len(base):
            yield _Region(*(slice(at, at + 1) for at in now)), True
        last = now


def _kept(base: Lines, side: Lines) -> dict[int, int]:
    """The lines of the base that a side has kept: their number there → here."""
    start = next((n for n, (one, other) in enumerate(zip(base, side, strict=False)) if one != other), None)
    if start is None:
        start = min(len(base), len(side))
    most = min(len(base), len(side)) - start
    end = next((n for n in range(most) if base[-1 - n] != side[-1 - n]), most)
    found = {n: n for n in range(start)}
    found |= {len(base) - n: len(side) - n for n in range(1, end + 1)}
    one, other = base[start : len(base) - end], side[start : len(side) - end]
    if max(len(one), len(other)) <= _MOST_LINES:
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            found |= {start + block.a + n: start + block.b + n for n in range(block.size)}
    return found
