"""The formats of pictures by their names: checks of files → the content of each picture.

``FORMATS`` is the one table of them. The command line reads it when it starts, so that what draws is imported
when a picture is to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nyttokedja.model.picture_settings import PLAIN, PictureSettings

if TYPE_CHECKING:
    from nyttokedja.checking.check import Checked
    from nyttokedja.drawing import Job
    from nyttokedja.drawing.page.compose import LaidOutPicture
    from nyttokedja.errors import CannotDraw
    from nyttokedja.model.chain import Chain
    from nyttokedja.model.graph import Graph
    from nyttokedja.printing.model import Printed

    Drawn = str | bytes | Printed | CannotDraw
    """A picture as text or bytes, bytes with remarks, or the reason why there is none."""

Make = Callable[[Sequence["Checked"], str, PictureSettings], "Sequence[Drawn]"]
"""The checks of files that hold chains, the name of a layout engine, and what is chosen about the pictures →
the pictures, in the order of the checks.
"""


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A format: what makes it, and the endings of its files, the first of which new files get.

    ``binary`` says that its files are no texts.
    """

    make: Make
    endings: tuple[str, ...]
    binary: bool = False

    def __call__(
        self, results: Sequence[Checked], engine: str, settings: PictureSettings = PLAIN
    ) -> Sequence[Drawn]:
        """The pictures of some checks, in their order."""
        return self.make(results, engine, settings)


def _svg(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.drawing import compose_many
    from nyttokedja.drawing.page.document import svg_of
    from nyttokedja.errors import CannotDraw

    made = compose_many(_jobs(results, settings), layout_of(engine))
    return [one if isinstance(one, CannotDraw) else _remarked(svg_of(one), one) for one in made]


def _remarked(made: str | Printed, picture: LaidOutPicture) -> str | Printed:
    """What was made of a picture, with a remark where its print is small."""
    from nyttokedja.drawing.layout.estimate import small_print
    from nyttokedja.printing.model import Printed, Remark

    size = small_print(picture.width, picture.height)
    if size is None:
        return made
    content, remarks = made if isinstance(made, Printed) else (made, ())
    return Printed(content, (*remarks, Remark.of_small_print(size)))


def _jobs(results: Sequence[Checked], settings: PictureSettings) -> list[Job]:
    """What each picture is made of."""
    from nyttokedja.drawing import Job

    return [Job(*_drawable(r), r.findings, r.today, settings, r.excerpt) for r in results]


def _dot(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.drawing.dot.export import to_dot

    return _each(results, lambda result: to_dot(*_drawable(result), result.excerpt, settings))


def _mermaid(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.drawing.mermaid import to_mermaid

    return _each(results, lambda result: to_mermaid(*_drawable(result), result.excerpt, settings))


def _png(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.printing.png import png_of

    def print_(_: Checked, picture: LaidOutPicture) -> str | Printed:
        return _remarked(png_of(picture, settings), picture)

    return _printed(results, engine, settings, print_)


def _pdf(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.printing.pdf import pdf_of
    from nyttokedja.reports.twin.document import blocks_of
    from nyttokedja.reports.twin.model import Telling

    def print_(result: Checked, picture: LaidOutPicture) -> Printed:
        return pdf_of(picture, blocks_of(Telling(result)), settings)

    return _printed(results, engine, settings, print_)


def _printed(
    results: Sequence[Checked],
    engine: str,
    settings: PictureSettings,
    print_: Callable[[Checked, LaidOutPicture], str | Printed],
) -> Sequence[Drawn]:
    """Each picture printed; what prints is looked for before anything is laid out."""
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.drawing import compose_many
    from nyttokedja.errors import CannotDraw
    from nyttokedja.printing.typst import check_installed

    def printed(result: Checked) -> str | Printed:
        picture = pictures[id(result)]
        if isinstance(picture, CannotDraw):
            raise picture
        return print_(result, picture)

    try:
        check_installed()
    except CannotDraw as reason:
        return [reason] * len(results)
    made = compose_many(_jobs(results, settings), layout_of(engine))
    pictures = dict(zip(map(id, results), made, strict=True))
    return _each(results, printed)


def _told(format: str) -> Make:
    """The chain in words or as data, as `nyttokedja read` tells it."""

    def make(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
        from nyttokedja.reports.model import ReportContext
        from nyttokedja.reports.twin import reporter
        from nyttokedja.reports.twin.model import Telling

        def told(result: Checked) -> str:
            return str(reporter(format)(Telling(result), ReportContext()))

        return _each(results, told)

    return make


def _drawable(result: Checked) -> tuple[Chain, Graph]:
    assert result.chain is not None
    assert result.graph is not None
    return result.chain, result.graph


def _each(results: Sequence[Checked], make: Callable[[Checked], str | bytes | Printed]) -> Sequence[Drawn]:
    """A picture of each chain by itself, or the reason why there is none."""
    return [_or_reason(result, make) for result in results]


def _or_reason(result: Checked, make: Callable[[Checked], str | bytes | Printed]) -> Drawn:
    from nyttokedja.errors import CannotDraw

    try:
        return make(result)
    except CannotDraw as reason:
        return reason


def pictures_of_pages(
    results: Sequence[Checked], engine: str, settings: PictureSettings
) -> Sequence[str | CannotDraw]:
    """The pictures that pages have in them, or the reason why there is none."""
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.drawing import draw_many

    return draw_many(_jobs(results, settings), layout_of(engine), data_attributes=True)


def _html(results: Sequence[Checked], engine: str, settings: PictureSettings) -> Sequence[Drawn]:
    from nyttokedja.pages.chain_page import chain_page

    drawn = pictures_of_pages(results, engine, settings)
    theme = settings.theme
    return [chain_page(result, picture, theme=theme) for result, picture in zip(results, drawn, strict=True)]


FORMATS: Mapping[str, PictureFormat] = {
    "svg": PictureFormat(_svg, ("svg",)),
    "png": PictureFormat(_png, ("png",), binary=True),
    "pdf": PictureFormat(_pdf, ("pdf",), binary=True),
    "dot": PictureFormat(_dot, ("dot", "gv")),
    "mermaid": PictureFormat(_mermaid, ("mmd", "mermaid")),
    "html": PictureFormat(_html, ("html", "htm")),
    "text": PictureFormat(_told("text"), ("txt",)),
    "markdown": PictureFormat(_told("markdown"), ("md", "markdown")),
    "json": PictureFormat(_told("json"), ("json",)),
}
"""Name → format."""
