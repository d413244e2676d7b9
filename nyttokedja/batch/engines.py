"""The layout engines by their names: DOT texts → answers, by a program under a time limit.

``ENGINES`` is the one table of them, `layout_of` what the drawing is given. `AUTO` takes the first that is
there and allowed to run; an engine chosen by name is never replaced by another. The command line reads the
table when it starts, so that what runs the programs is imported when one is to be run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from math import inf
from mmap import mmap
from struct import calcsize, pack, unpack
from typing import TYPE_CHECKING

from nyttokedja.errors import CannotDraw

if TYPE_CHECKING:
    from nyttokedja.drawing.layout.engine_input import Answer, Layout

AUTO = "auto"
"""The name for whichever engine there is."""


SECONDS = 60.0
"""So long an engine may take in a run and give nothing for it."""

_run: mmap | None = None
"""What is left of that, where a run shares it: a number in memory that forked processes have in common."""


def begin_run() -> None:
    """From now on all layouts share what is left of a run's time, also those of processes that are forked."""
    global _run  # noqa: PLW0603 - what is shared is inherited, and cannot be handed over later
    if _run is None:
        _run = mmap(-1, calcsize("d"))
        _run[:] = pack("d", SECONDS)


def end_run() -> None:
    """Each layout has its own time again."""
    global _run  # noqa: PLW0603
    _run = None


def _left_of_run() -> float:
    return inf if _run is None else float(unpack("d", _run[:])[0])


def _take(seconds: float) -> None:
    if _run is not None:
        _run[:] = pack("d", _left_of_run() - seconds)


def layout_of(engine: str = AUTO, timeout: float = SECONDS) -> Layout:
    """The layout by an engine, which is looked for when it is called.

    All calls of it share ``timeout`` seconds: an engine that hangs at one graph does so once. For several
    graphs there is half of what is left, so that each can be tried by itself if one makes it hang.
    """
    left = timeout

    def layout(dots: Sequence[str]) -> list[Answer]:
        nonlocal left
        allowed = min(left, _left_of_run())
        if allowed <= 0:
            raise CannotDraw(f"The layout engine took more than {timeout:g} seconds.")
        start = time.monotonic()
        try:
            return lay_out(dots, engine, allowed / 2 if len(dots) > 1 else allowed)
        except CannotDraw:
            _take(time.monotonic() - start)
            raise
        finally:
            left -= time.monotonic() - start

    return layout


def lay_out(dots: Sequence[str], engine: str = AUTO, timeout: float = 60.0) -> list[Answer]:
    """The answers to the graphs, in their order, from one call of one engine.

    Raises:
        CannotDraw: the engine is missing, forbidden, crashed, took more than ``timeout`` seconds, or gave
            something else than layouts.
    """
    from nyttokedja.batch.layout_programs import Unavailable

    if engine != AUTO:
        return _named(engine)(dots, timeout)
    reasons = []
    for run in ENGINES.values():
        try:
            return run(dots, timeout)
        except Unavailable as reason:
            reasons.append(str(reason))
    raise CannotDraw(" ".join(reasons))


def _named(engine: str) -> Engine:
    if engine not in ENGINES:
        raise CannotDraw(f"There is no layout engine {engine!r}; there are {', '.join(ENGINES)} and {AUTO}.")
    return ENGINES[engine]


def _graphviz_pure(dots: Sequence[str], seconds: float) -> list[Answer]:
    from nyttokedja.batch import layout_programs

    return layout_programs.graphviz_pure(dots, seconds)


def _pygraphviz(dots: Sequence[str], seconds: float) -> list[Answer]:
    from nyttokedja.batch import layout_programs

    return layout_programs.pygraphviz(dots, seconds)


def _dot(dots: Sequence[str], seconds: float) -> list[Answer]:
    from nyttokedja.batch import layout_programs

    return layout_programs.dot(dots, seconds)


Engine = Callable[[Sequence[str], float], list["Answer"]]
"""DOT texts and the seconds there are for all of them → their answers."""

ENGINES: Mapping[str, Engine] = {"graphviz-pure": _graphviz_pure, "pygraphviz": _pygraphviz, "dot": _dot}
"""Name → engine, in the order in which `AUTO` tries them."""
