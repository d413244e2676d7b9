"""Files → their documents: checked, with their pictures laid out, built and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from nyttokedja.batch.check import BUG, check_file
from nyttokedja.batch.draw import by_settings
from nyttokedja.batch.engines import layout_of
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.product import Product
from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.documents import DOCUMENTS, FORMATS
from nyttokedja.documents.source import Source
from nyttokedja.drawing import Job, compose_many
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.errors import CannotDraw, CannotRead, crash_message
from nyttokedja.importing.packages.archive import LIMITS
from nyttokedja.language.system_errors import why
from nyttokedja.printing.model import Printed

_Picture = LaidOutPicture | CannotDraw | None


def documents(tasks: Sequence[Task], name: str, format: str, engine: str) -> list[Product]:
    """Check files and make a document of each, together since starts of the engine are shared.

    Never raises. A chain that cannot be drawn has its document without a picture, and the failure with it.

    Args:
        tasks: the files.
        name: of the document.
        format: the name of its format.
        engine: the name of a layout engine.
    """
    results = [check_file(*task) for task in tasks]
    pictured = DOCUMENTS[name].pictured and FORMATS[format].pictured
    pictures = _pictures(results, tasks, engine, bare=DOCUMENTS[name].bare) if pictured else {}
    return [
        result
        if isinstance(result, Product)
        else _product(result, pictures.get(n), name, format, tasks[n].config.template)
        for n, result in enumerate(map(_read, results))
    ]


def _read(result: Checked | Outcome) -> Checked | Product:
    if isinstance(result, Checked) and result.chain is not None:
        return result
    return Product(result if isinstance(result, Outcome) else summed_up(result))


def _pictures(
    results: Sequence[Checked | Outcome], tasks: Sequence[Task], engine: str, *, bare: bool
) -> Mapping[int, LaidOutPicture | CannotDraw]:
    """The places of what is in each picture, by the number of its file."""
    made: dict[int, LaidOutPicture | CannotDraw] = {}
    for settings, group in by_settings(results, [task.config for task in tasks]).items():
        chosen = settings._replace(bare=settings.bare or bare)
        jobs = [
            Job(checked.chain, checked.graph, checked.findings, checked.today, chosen)
            for _, checked in group
            if checked.chain is not None and checked.graph is not None
        ]
        made.update(zip((n for n, _ in group), _composed(jobs, engine), strict=True))
    return made


def _composed(jobs: Sequence[Job], engine: str) -> Sequence[LaidOutPicture | CannotDraw]:
    """All in one go; where that fails as it never should, each by itself: one stops no other."""
    try:
        return compose_many(jobs, layout_of(engine))
    except Exception as error:  # noqa: BLE001
        if len(jobs) > 1:
            return [picture for job in jobs for picture in _composed([job], engine)]
        return [CannotDraw(BUG.format(crash_message(error)))]


def _product(checked: Checked, picture: _Picture, name: str, format: str, template: Path | None) -> Product:
    outcome, written = summed_up(checked), FORMATS[format]
    try:
        began = _template(template) if template and written.templated else None
        made = written(DOCUMENTS[name](Source(checked, picture)), began)
    except (CannotDraw, CannotRead) as reason:
        return Product(outcome, failure=str(reason))
    except Exception as error:  # noqa: BLE001 - one file never stops the others
        return Product(outcome, failure=BUG.format(crash_message(error)))
    failure = str(picture) if isinstance(picture, CannotDraw) else ""
    if isinstance(made, Printed):
        return Product(outcome, made.content, failure, made.remarks)
    return Product(outcome, made, failure)


def _template(path: Path) -> bytes:
    """A template, as far as one may be long."""
    try:
        with path.open("rb") as file:
            return file.read(LIMITS.packed + 1)
    except OSError as error:
        raise CannotRead(f"The template {path} cannot be opened: {why(error)}.") from error
