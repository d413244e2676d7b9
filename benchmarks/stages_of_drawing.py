"""Where the work of a picture goes: the instructions of each of its stages, from the file to the SVG.

Called as a program, it does each stage of some chains in a process of its own, and prints their ids.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from benchmarks import corpus, instructions
from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import Checked, check
from nyttokedja.drawing.content.annotations import annotations_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.reached import with_reached
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.drawing.layout.trials import Draft, best_draft
from nyttokedja.drawing.page.compose import LaidOutPicture, around_of, lay_out_picture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.routing.arrow_labels import word_lengths
from nyttokedja.drawing.svg.theme import LIGHT

_CHAINS = 3
"""So many chains are drawn, after others that have filled what is remembered from picture to picture."""

ALL = "the whole picture"


def rows(nodes: int) -> Iterator[str]:
    """A line for each stage of a picture: thousands of instructions, and as shares of the whole.

    The work of the layout engine, which is another program, is not in them.
    """
    command = [sys.executable, "-m", "benchmarks.stages_of_drawing", str(nodes)]
    printed, counts = instructions.of_processes(command, Path.cwd())
    named = [(name, counts[int(id)]) for id, name in (line.split(" ", 1) for line in printed.splitlines())]
    # each process has what its parent had done by then, which is all stages before its own
    each = {name: (count - before) // _CHAINS for (_, before), (name, count) in pairwise(named)}
    each[ALL] = sum(each.values())
    for name, count in each.items():
        yield f"{nodes:>6} boxes: {name:<26}{count // 1000:>12,} k {count / each[ALL]:>8.2f}"


class _Drawing:
    """The chains that are drawn, and what each stage has made of them."""

    def __init__(self, nodes: int, first: int) -> None:
        self._files = [corpus.chain(nodes, first + n).encode() for n in range(_CHAINS)]
        self._checked: list[Checked] = []
        self._subjects: list[Subject] = []
        self._drafts: list[Draft] = []
        self._dots: list[str] = []
        self._answers: list[Mapping[str, float]] = []
        self._pictures: list[LaidOutPicture] = []

    def check(self) -> None:
        self._checked = [check(data) for data in self._files]

    def describe(self) -> None:
        self._subjects = list(map(_subject, self._checked))

    def choose(self) -> None:
        self._drafts = [
            best_draft(one, around_of(one), word_lengths(one.words), "right") for one in self._subjects
        ]

    def order(self) -> None:
        self._dots = [draft.dot for draft in self._drafts]

    def ask(self) -> None:
        self._answers = layout_of()(self._dots)

    def place(self) -> None:
        given = zip(self._subjects, self._drafts, self._answers, strict=True)
        self._pictures = [lay_out_picture(*one, LIGHT) for one in given]

    def write(self) -> None:
        for picture in self._pictures:
            svg_of(picture)


_STAGES = {
    "check": _Drawing.check,
    "texts": _Drawing.describe,
    "trials of size": _Drawing.choose,
    "order of boxes, DOT": _Drawing.order,
    "talk with the engine": _Drawing.ask,
    "places and routes": _Drawing.place,
    "SVG": _Drawing.write,
}


def _subject(checked: Checked) -> Subject:
    chain, graph = checked.chain, checked.graph
    assert chain is not None
    assert graph is not None
    words = picture_words(chain.language)
    annotations = with_reached(annotations_of(checked.findings, graph.nodes, words), graph, words, None)
    return Subject(chain, graph, words, annotations, worths=worths_of(graph, words))


def main() -> None:
    """Do each stage in a process of its own, and then here, for those that follow."""
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    nodes = int(sys.argv[1])
    before, drawing = _Drawing(nodes, 100), _Drawing(nodes, 0)
    for stage in _STAGES.values():
        stage(before)
    print(instructions.forked(lambda: None, 1), "", flush=True)
    for name, stage in _STAGES.items():
        print(instructions.forked(partial(stage, drawing), 1), name, flush=True)
        stage(drawing)


if __name__ == "__main__":
    main()
