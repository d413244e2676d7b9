"""Chain → picture: an SVG text, by a layout engine that only orders and places.

The pipeline, one module a step; each takes values and gives values:

    findings → marks ┐
    chain + graph    ┴→ particulars → boxes → docks ┐  (wrap, metrics: text measured by us)
    graph → flow ──────────────────────────────────┴→ ranks → net → layout (DOT) → engines (y)
    → balance, free → place (levelled) → lanes, gutters (x) → canvas
    → routes, backward, joints, opportunities, bands
    → picture → svg (outlines, icons, paint, heading, columns, linkwords (clearance), legend, labels)

In the picture of a change an `Overlay` goes along with the chain: looks and discs draw it.

`draft` tells which widths and folds are tried until the print is large enough on an A3.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.layout.engine_input import Answer, check
from nyttokedja.drawing.layout.engines import ENGINES, lay_out
from nyttokedja.errors import CannotDraw
from nyttokedja.model.chain import Chain
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph

__all__ = ["ENGINES", "draw", "draw_many"]

Job = tuple[Chain, Graph, Sequence[Finding]]


def draw(
    chain: Chain,
    graph: Graph,
    findings: Sequence[Finding] = (),
    *,
    overlay: Overlay | None = None,
    engine: str = "auto",
    timeout: float = 60.0,
) -> str:
    """The picture of a chain as SVG text; ``timeout`` is in seconds for each layout.

    An ``overlay`` tells upon it what has become of its boxes and arrows.

    Raises:
        CannotDraw: no layout engine is there, or the one chosen failed, hung or is forbidden to run.
    """
    drawing = _drawing((chain, graph, findings), overlay)
    answer: Answer | None = None
    while True:
        try:
            dot = drawing.send(answer)
        except StopIteration as end:
            return str(end.value)
        answer = lay_out([dot], engine, timeout)[0]


def draw_many(jobs: Iterable[Job], *, engine: str = "auto", timeout: float = 60.0) -> list[str | CannotDraw]:
    """The pictures of many chains, with few starts of the engine; a chain that fails gives its reason."""
    drawings = [_drawing(job) for job in jobs]
    done: list[str | CannotDraw] = [""] * len(drawings)
    answers: dict[int, Answer | None] = dict.fromkeys(range(len(drawings)))
    while answers:
        dots: dict[int, str] = {}
        for number, answer in answers.items():
            try:
                dots[number] = drawings[number].send(answer)
            except StopIteration as end:
                done[number] = end.value
            except CannotDraw as reason:
                done[number] = reason
        answers = dict(_laid(dots, done, engine, timeout))
    return done


def _laid(
    dots: dict[int, str], done: list[str | CannotDraw], engine: str, timeout: float
) -> Iterable[tuple[int, Answer]]:
    """All in one call; where that fails, each by itself, so that one bad chain stops no other."""
    if not dots:
        return
    try:
        yield from zip(dots, lay_out(list(dots.values()), engine, timeout), strict=True)
    except CannotDraw:
        for number, dot in dots.items():
            try:
                yield number, lay_out([dot], engine, timeout)[0]
            except CannotDraw as reason:
                done[number] = reason


def _drawing(job: Job, overlay: Overlay | None = None) -> Generator[str, Answer | None, str]:
    """Gives graphs to lay out, takes their answers, returns the SVG of the best trial."""
    from nyttokedja.drawing.content.annotations import marks_of
    from nyttokedja.drawing.content.details import Subject
    from nyttokedja.drawing.content.wording import picture_words
    from nyttokedja.drawing.layout.trials import READABLE, drafts_of, printed
    from nyttokedja.drawing.page.compose import picture_of
    from nyttokedja.drawing.page.document import height_of, svg_of
    from nyttokedja.drawing.svg.theme import LIGHT

    chain, graph, findings = job
    words = picture_words(chain.language)
    subject = Subject(chain, graph, words, marks_of(findings, graph.nodes, words), overlay)
    best, best_print = None, 0.0
    for draft in drafts_of(subject):
        if best is not None and draft.best_print <= best_print:
            break
        answer = check((yield draft.dot) or {}, draft.net) if draft.units else {}
        picture = picture_of(subject, draft, answer, LIGHT)
        size = printed(picture.width, height_of(picture, LIGHT))
        if size > best_print:
            best, best_print = picture, size
        if size >= READABLE:
            break
    assert best is not None
    return svg_of(best, LIGHT)
