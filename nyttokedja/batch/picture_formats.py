"""The formats of pictures by their names: checks of files → the content of each picture.

``FORMATS`` is the one table of them. The command line reads it when it starts, so that what draws is imported
when a picture is to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nyttokedja.checking.check import Checked
    from nyttokedja.errors import CannotDraw
    from nyttokedja.model.chain import Chain
    from nyttokedja.model.graph import Graph


def _svg(results: Sequence[Checked], engine: str) -> Sequence[str | CannotDraw]:
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.drawing import Job, draw_many

    jobs = [
        Job(r.chain, r.graph, r.findings, r.today)
        for r in results
        if r.chain is not None and r.graph is not None
    ]
    return draw_many(jobs, layout_of(engine))


def _dot(results: Sequence[Checked], engine: str) -> Sequence[str | CannotDraw]:
    return [_dot_or_reason(r.chain, r.graph) for r in results if r.chain is not None and r.graph is not None]


def _dot_or_reason(chain: Chain, graph: Graph) -> str | CannotDraw:
    from nyttokedja.drawing.dot.export import to_dot
    from nyttokedja.errors import CannotDraw

    try:
        return to_dot(chain, graph)
    except CannotDraw as reason:
        return reason


PictureFormat = Callable[[Sequence["Checked"], str], "Sequence[str | bytes | CannotDraw]"]
"""The checks of files that hold chains, and the name of a layout engine → their pictures, in their order.

A picture is a text, bytes, or the reason why there is none.
"""

FORMATS: Mapping[str, PictureFormat] = {"svg": _svg, "dot": _dot}
"""Name → format; the name is also the ending of the file."""
