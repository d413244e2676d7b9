"""Picture → PNG, as large as is asked for or as is sharp on a screen and in print."""

from __future__ import annotations

from math import sqrt

from nyttokedja.drawing.page.aria import picture_title
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.errors import CannotDraw
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.printing import typst
from nyttokedja.printing.lettering import lettering_of
from nyttokedja.printing.model import Printed, Remark

_DPI, _CSS_DPI = 192.0, 96.0
"""The pixels an inch where nobody asks, and those at which a px of the picture is a pixel."""

MOST_PIXELS = 64_000_000
"""No PNG has more pixels: other programs refuse them, and memory ends."""


def png_of(picture: LaidOutPicture, settings: PictureSettings) -> Printed:
    """The PNG of a picture.

    Raises:
        CannotDraw: it would be too large, or typst is not installed.
    """
    width, height = picture.width, picture.height
    scale = _scale(width, height, settings)
    svg, title = svg_of(picture), picture_title(picture.subject)
    lettering = lettering_of([svg, title], tagged=False)
    data = {"svg": lettering(svg), "title": lettering(title), "width": width, "height": height}
    remarks = (Remark.of_missing(lettering.missing),) if lettering.missing else ()
    return Printed(typst.png("picture.typ", data, 72.0 * scale), remarks)


def _scale(width: float, height: float, settings: PictureSettings) -> float:
    """Pixels a px of the picture."""
    most = sqrt(MOST_PIXELS / (width * height))
    if settings.width is None and settings.dpi is None:
        return min(_DPI / _CSS_DPI, most)
    scale = settings.width / width if settings.width is not None else (settings.dpi or _DPI) / _CSS_DPI
    if scale > most:
        raise CannotDraw(
            f"The picture would have {width * scale:.0f} × {height * scale:.0f} pixels, which is more than "
            f"programs can open. Choose a width of at most {int(width * most)} pixels."
        )
    return scale
