"""A file → its picture: checked, drawn, and named after the file; and a chain → its picture, for Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nyttokedja.batch.check import BUG, check_file
from nyttokedja.batch.engines import AUTO, layout_of
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.batch.product import Product
from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.comparing.excerpting import excerpted
from nyttokedja.errors import CannotDraw, crash_message
from nyttokedja.model.chain import Chain
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph
from nyttokedja.model.picture_settings import DIRECTIONS, THEMES, PictureSettings
from nyttokedja.printing.model import Printed

if TYPE_CHECKING:
    from nyttokedja.batch.picture_formats import Drawn
    from nyttokedja.checking.config import Config
    from nyttokedja.drawing.content.overlay import Overlay


def draw(
    chain: Chain,
    graph: Graph,
    findings: Sequence[Finding] = (),
    *,
    overlay: Overlay | None = None,
    today: date | None = None,
    engine: str = AUTO,
    timeout: float = 60.0,
    theme: str = THEMES[0],
    direction: str = DIRECTIONS[0],
    bare: bool = False,
    data_attributes: bool = False,
) -> str:
    """The picture of a chain as SVG text, by a layout engine; ``timeout`` is in seconds for each layout.

    Where a day is given as ``today``, it says which targets have been reached. An ``overlay`` gives the
    status of its boxes and arrows, in the picture of a change. With ``data_attributes``, the group of a box
    carries the id of its node as ``data-node``, and each part of an arrow those of its ends as
    ``data-source`` and ``data-target``. A ``theme`` is light, dark, print or high-contrast; the goals are at
    the ``direction`` right, left or down; ``bare`` boxes have a pictogram and a title alone.

    Raises:
        ValueError: there is no such theme or direction.
        CannotDraw: no layout engine is there, or the one chosen failed, hung or is forbidden to run.
    """
    from nyttokedja import drawing

    for name, value, known in (("theme", theme, THEMES), ("direction", direction, DIRECTIONS)):
        if value not in known:
            raise ValueError(f"{name} is {value!r}, and has to be one of {', '.join(known)}")
    settings = PictureSettings(theme, direction, bare)
    layout = layout_of(engine, timeout)
    return drawing.draw(
        chain,
        graph,
        findings,
        overlay=overlay,
        today=today,
        settings=settings,
        layout=layout,
        data_attributes=data_attributes,
    )


def pictures(tasks: Sequence[Task], format: str, engine: str) -> list[Product]:
    """Check and draw files, together since starts of the engine are shared. Never raises."""
    results = [check_file(file, config) for file, config in tasks]
    drawn: dict[int, Drawn] = {}
    parts: list[Checked | Outcome | None] = []
    for n, (result, task) in enumerate(zip(results, tasks, strict=True)):
        part = _part(result, task.config.picture) if isinstance(result, Checked) else result
        if isinstance(part, CannotDraw):
            drawn[n] = part
        parts.append(None if isinstance(part, CannotDraw) else part)
    for settings, group in by_settings(parts, [task.config for task in tasks]).items():
        made = _drawn([result for _, result in group], format, engine, settings)
        drawn.update(zip((n for n, _ in group), made, strict=True))
    return [
        Product(result) if isinstance(result, Outcome) else _picture(result, drawn.get(n))
        for n, result in enumerate(results)
    ]


def _part(checked: Checked, settings: PictureSettings) -> Checked | CannotDraw:
    """The part of a chain that is asked for, or the reason why there is none."""
    try:
        return excerpted(checked, settings)
    except CannotDraw as reason:
        return reason


def by_settings(
    results: Sequence[Checked | Outcome | None], configs: Sequence[Config]
) -> Mapping[PictureSettings, Sequence[tuple[int, Checked]]]:
    """The chains that can be drawn, with their places in the row, by what is chosen about their pictures."""
    groups: dict[PictureSettings, list[tuple[int, Checked]]] = {}
    for n, (result, config) in enumerate(zip(results, configs, strict=True)):
        if isinstance(result, Checked) and result.chain is not None:
            groups.setdefault(config.picture, []).append((n, result))
    return groups


def _drawn(
    results: Sequence[Checked], format: str, engine: str, settings: PictureSettings
) -> Sequence[Drawn]:
    """All in one go; where that fails as it never should, each by itself: one stops no other."""
    try:
        return FORMATS[format](results, engine, settings)
    except Exception as error:  # noqa: BLE001
        if len(results) > 1:
            return [drawn for result in results for drawn in _drawn([result], format, engine, settings)]
        return [CannotDraw(BUG.format(crash_message(error)))]


def _picture(result: Checked, drawn: Drawn | None) -> Product:
    outcome = summed_up(result)
    if isinstance(drawn, CannotDraw):
        return Product(outcome, failure=str(drawn))
    if isinstance(drawn, Printed):
        return Product(outcome, drawn.content, remarks=drawn.remarks)
    return Product(outcome, drawn)
