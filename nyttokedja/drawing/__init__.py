"""Chain → picture. A layout engine orders and places the boxes; everything else is done here.

The rooms, in the order in which a picture is made; each knows only those before it::

    typesetting   text → lines that fit, measured and hyphenated the same on every machine
    svg           elements and their XML, pictograms, colours, rectangles
    content       chain, graph, findings → the texts of boxes, kinds of arrows, annotations, overlay
    boxes         texts → boxes of known size, and the docks of obstacles and risks below them
    layout        boxes and arrows → ranks → layered graph → DOT → layout → where everything is
    routing       → the lines of arrows and of the stems of docks, and their labels
    page          → columns, bands, title block, legend: the whole picture, and its SVG
    dot           chain → DOT for Graphviz tools
    mermaid       chain → a Mermaid flowchart
    changes       comparison → the picture of the change

The layout is a function from DOT texts to answers that is handed in: nothing here starts a program, a process
or a thread. `layout.trials` says in which width, ranks and rows a chain is laid out, to be read in print.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.layout.engine_input import Answer, Layout, check
from nyttokedja.drawing.svg.theme import THEMES
from nyttokedja.errors import CannotDraw
from nyttokedja.model.chain import Chain
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph
from nyttokedja.model.picture_settings import PLAIN, PictureSettings
from nyttokedja.model.stage import Stage

if TYPE_CHECKING:
    from nyttokedja.drawing.page.compose import LaidOutPicture

__all__ = ["Job", "compose", "compose_many", "draw", "draw_many"]


class Job(NamedTuple):
    """What a picture is made of: a chain, its graph, and the findings that are annotated in it.

    Where a day is given, the picture says which targets have been reached on it. A part of a chain has its
    ``excerpt``.
    """

    chain: Chain
    graph: Graph
    findings: Sequence[Finding] = ()
    today: date | None = None
    settings: PictureSettings = PLAIN
    excerpt: Excerpt | None = None


def draw(
    chain: Chain,
    graph: Graph,
    findings: Sequence[Finding] = (),
    *,
    overlay: Overlay | None = None,
    today: date | None = None,
    settings: PictureSettings = PLAIN,
    layout: Layout,
    data_attributes: bool = False,
) -> str:
    """The picture of a chain as SVG text; with ``data_attributes``, boxes and arrows carry their nodes' ids.

    Args and Raises as `compose`.
    """
    from nyttokedja.drawing.page.document import svg_of

    picture = compose(chain, graph, findings, overlay=overlay, today=today, settings=settings, layout=layout)
    return svg_of(picture, data_attributes=data_attributes)


def compose(
    chain: Chain,
    graph: Graph,
    findings: Sequence[Finding] = (),
    *,
    overlay: Overlay | None = None,
    today: date | None = None,
    settings: PictureSettings = PLAIN,
    layout: Layout,
) -> LaidOutPicture:
    """The picture of a chain with everything in its place, before it is written in any format.

    Args:
        chain: what is drawn.
        graph: that of the same chain.
        findings: what is annotated in its boxes and counted in its title block.
        overlay: the status of its boxes and arrows, in the picture of a change.
        today: the day on which it says what has been reached; without one it says nothing of that.
        settings: its theme and direction, and whether its boxes are bare.
        layout: what lays out graphs; it is called once for each trial.

    Raises:
        CannotDraw: the chain is too large for a picture, the layout failed, or its answer leaves a box
            without a place.
    """
    trials = _trials(Job(chain, graph, findings, today, settings), overlay)
    answer: Answer | None = None
    while True:
        try:
            dot = trials.send(answer)
        except StopIteration as end:
            picture: LaidOutPicture = end.value
            return picture
        answer = layout([dot])[0]


def draw_many(
    jobs: Iterable[Job], layout: Layout, *, data_attributes: bool = False
) -> list[str | CannotDraw]:
    """The pictures of many chains as SVG, with few calls of the layout; one that fails gives its reason."""
    from nyttokedja.drawing.page.document import svg_of

    return [
        made if isinstance(made, CannotDraw) else svg_of(made, data_attributes=data_attributes)
        for made in compose_many(jobs, layout)
    ]


def compose_many(jobs: Iterable[Job], layout: Layout) -> list[LaidOutPicture | CannotDraw]:
    """The pictures of many chains before they are written, as `draw_many`."""
    trials = [_trials(Job(*job)) for job in jobs]
    done: dict[int, LaidOutPicture | CannotDraw] = {}
    answers: dict[int, Answer | None] = dict.fromkeys(range(len(trials)))
    while answers:
        dots: dict[int, str] = {}
        for number, answer in answers.items():
            try:
                dots[number] = trials[number].send(answer)
            except StopIteration as end:
                done[number] = end.value
            except CannotDraw as reason:
                done[number] = reason
        answers = dict(_laid(dots, done, layout))
    return [done[number] for number in range(len(trials))]


def _laid(
    dots: dict[int, str], done: dict[int, LaidOutPicture | CannotDraw], layout: Layout
) -> Iterable[tuple[int, Answer]]:
    """All in one call; where that fails, each by itself, so that one bad chain stops no other."""
    if not dots:
        return
    try:
        yield from zip(dots, layout(list(dots.values())), strict=True)
    except CannotDraw as failure:
        if len(dots) == 1:
            done[next(iter(dots))] = failure
            return
        for number, dot in dots.items():
            try:
                yield number, layout([dot])[0]
            except CannotDraw as reason:
                done[number] = reason


def _trials(job: Job, overlay: Overlay | None = None) -> Generator[str, Answer | None, LaidOutPicture]:
    """Gives graphs to lay out, takes their answers, returns the picture of the best trial."""
    from nyttokedja.drawing.content.annotations import annotations_of
    from nyttokedja.drawing.content.details import Subject
    from nyttokedja.drawing.content.reached import with_reached
    from nyttokedja.drawing.content.size import check_size
    from nyttokedja.drawing.content.wording import picture_words
    from nyttokedja.drawing.content.worth import worths_of
    from nyttokedja.drawing.layout.trials import best_draft
    from nyttokedja.drawing.page.compose import around_of, lay_out_picture
    from nyttokedja.drawing.routing.arrow_labels import word_lengths

    chain, graph, findings, today, settings, excerpt = job
    check_size(chain, graph)
    words = picture_words(chain.language)
    judged = excerpt.whole if excerpt else graph
    annotations = annotations_of(findings, graph.nodes, words)
    if chain.stage is not Stage.FOLLOW_UP:  # where each indicator says how it stands
        annotations = with_reached(annotations, judged, words, today)
    worths = worths_of(judged, words)
    subject = Subject(chain, graph, words, annotations, overlay, worths, today, excerpt, bare=settings.bare)
    draft = best_draft(subject, around_of(subject), word_lengths(words), settings.direction)
    answer = check((yield draft.dot) or {}, draft.layered) if draft.units else {}
    return lay_out_picture(subject, draft, answer, THEMES[settings.theme], settings.direction)
