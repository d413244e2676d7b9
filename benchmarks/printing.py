"""PDF and PNG of pictures that are laid out: processor seconds in a process that has started."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.clock import seconds
from benchmarks.pictures.realistic import recipe
from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import check
from nyttokedja.drawing import compose
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.model.picture_settings import PLAIN
from nyttokedja.printing.pdf import pdf_of
from nyttokedja.printing.png import png_of
from nyttokedja.reports.twin.document import blocks_of
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.blocks import Block

_SEEDS = range(3)
"""No picture is printed twice: what sets them remembers."""


class _Printable(NamedTuple):
    picture: LaidOutPicture
    blocks: Sequence[Block]
    boxes: int


def rows(folder: Path) -> Iterator[str]:
    """A line for each size and format."""
    warm = _printable(4, 0)
    for size, goal in ((18, "   goal ≤ 0.5"), (60, "")):
        made = [_printable(size, seed) for seed in _SEEDS]
        picture = made[0].picture
        (folder / "p.svg").write_text(svg_of(picture), "utf-8")
        for name, options in (("pdf", ["-f", "pdf"]), ("png", ["-w", str(round(2 * picture.width))])):
            took = _processor(warm, made, _pdf if name == "pdf" else _png)
            row = f"{name} of {made[0].boxes} boxes, of the processor{took:>9.3f} s"
            if shutil.which("rsvg-convert"):
                command = ["rsvg-convert", *options, "p.svg", "-o", f"p.{name}"]
                row += f"   rsvg-convert, the picture alone {seconds({'': [command]}, 3, folder)['']:.3f} s"
            yield row + (goal if name == "pdf" else "")


def _printable(size: int, seed: int) -> _Printable:
    checked = check(recipe(size, seed=seed).yaml)
    assert checked.chain is not None
    assert checked.graph is not None
    picture = compose(checked.chain, checked.graph, checked.findings, layout=layout_of())
    return _Printable(picture, blocks_of(Telling(checked)), len(checked.chain.nodes))


def _pdf(one: _Printable) -> object:
    return pdf_of(one.picture, one.blocks, PLAIN)


def _png(one: _Printable) -> object:
    return png_of(one.picture, PLAIN)


def _processor(warm: _Printable, made: Sequence[_Printable], work: Callable[[_Printable], object]) -> float:
    work(warm)
    taken = []
    for one in made:
        started = time.process_time()
        work(one)
        taken.append(time.process_time() - started)
    return median(taken)
