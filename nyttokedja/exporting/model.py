"""What exporters are given (`Exportable`), and what they make (`Written`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from nyttokedja.checking.check import Checked
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.importing.model import Remark
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph


@dataclass(frozen=True, slots=True)
class Exportable:
    """A chain that is to be written in another format.

    Attributes:
        data: all that it says, as plain data with canonical keys in its normal form.
        checked: its chain and graph, and what was found in it.
        comments: how many comments its file has.
        layout: what places its boxes, for formats that are drawn; called when it is needed.
    """

    data: Mapping[str, Any]
    checked: Checked
    comments: int
    layout: Callable[[], Layout]

    @property
    def chain(self) -> Chain:
        """The chain."""
        assert self.checked.chain is not None
        return self.checked.chain

    @property
    def graph(self) -> Graph:
        """Its graph."""
        assert self.checked.graph is not None
        return self.checked.graph


class Written(NamedTuple):
    """A chain in another format, and remarks on what had to be written otherwise than the chain has it."""

    content: str | bytes
    remarks: tuple[Remark, ...] = ()
