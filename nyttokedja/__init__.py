"""nyttokedja: effect chains as text that is checked, analysed and drawn.

The listing of this package tells the way of the data, which is frozen and goes one way::

    bytes → reading → Chain (model) → checking → findings → reports
                        └→ comparing, editing, versions    └→ drawing → picture

`docs/development.md` says what each room holds.

From Python::

    from pathlib import Path
    from nyttokedja import check, draw, texts

    path = Path("chains/lakemedelsautomat.yaml")
    checked = check(path.read_bytes(), path.name)
    for finding in checked.findings:
        print(finding.place.line, finding.code, texts(finding.language).message(finding))
    for goal in checked.chain.goals:
        print(goal.title, goal.id in checked.graph.expected)
    Path("automat.svg").write_text(draw(checked.chain, checked.graph, checked.findings), "utf-8")

`read` gives a file's parts with their places, `check` its chain, graph and findings, `Graph` answers
questions about a chain, and `draw` makes its picture; `texts` speaks of findings, and `nyttokedja.editing`
changes files without harming them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nyttokedja.batch.draw import draw
    from nyttokedja.checking.check import Checked, check
    from nyttokedja.checking.config import Config
    from nyttokedja.errors import CannotDraw, CannotRead, CannotWrite, NyttokedjaError
    from nyttokedja.language.texts import texts
    from nyttokedja.model.chain import Chain, Node, NodeType
    from nyttokedja.model.findings import Finding
    from nyttokedja.model.graph import Graph
    from nyttokedja.model.severity import Severity
    from nyttokedja.model.stage import Stage
    from nyttokedja.reading.source import Source, read

__version__ = "0.2.0"
"""The version of the package; pyproject.toml takes it from here."""

_HOMES = {
    "checking.check": ("Checked", "check"),
    "model.chain": ("Chain", "Node", "NodeType"),
    "model.stage": ("Stage",),
    "checking.config": ("Config",),
    "batch.draw": ("draw",),
    "errors": ("CannotDraw", "CannotRead", "CannotWrite", "NyttokedjaError"),
    "model.findings": ("Finding",),
    "model.severity": ("Severity",),
    "model.graph": ("Graph",),
    "reading.source": ("Source", "read"),
    "language.texts": ("texts",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "CannotDraw",
    "CannotRead",
    "CannotWrite",
    "Chain",
    "Checked",
    "Config",
    "Finding",
    "Graph",
    "Node",
    "NodeType",
    "NyttokedjaError",
    "Severity",
    "Source",
    "Stage",
    "check",
    "draw",
    "read",
    "texts",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from its home when it is first asked for: the program's start stays short."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
