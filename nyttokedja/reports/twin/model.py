"""What a text twin is made of (`Telling`): a checked chain, and what of it is to be told."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.checking.check import Checked
from nyttokedja.drawing.content.annotations import annotations_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.reached import with_reached
from nyttokedja.drawing.content.size import check_size
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.model.chain import Node
from nyttokedja.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Telling:
    """A chain that could be read.

    Attributes:
        checked: the chain, its graph, and what was found in it.
        node: the only box that is told of, with what leads there and on from there; None for all.
        table: whether a table of all boxes follows the sentences.
    """

    checked: Checked
    node: Node | None = None
    table: bool = True


def subject_of(checked: Checked) -> Subject:
    """A chain as its picture has it, so that both say the same of its boxes.

    Raises:
        CannotDraw: it is too large.
    """
    chain, graph = checked.chain, checked.graph
    assert chain is not None
    assert graph is not None
    check_size(chain, graph)
    words = picture_words(chain.language)
    annotations = annotations_of(checked.findings, graph.nodes, words)
    judged = checked.excerpt.whole if checked.excerpt else graph
    if chain.stage is not Stage.FOLLOW_UP:  # where each indicator says how it stands
        annotations = with_reached(annotations, judged, words, checked.today)
    worths = worths_of(judged, words)
    return Subject(chain, graph, words, annotations, None, worths, checked.today, checked.excerpt)
