"""A chain → a presentation of PowerPoint, laid out as our picture, with glued arrows.

One slide has all of it; where that is much, each goal has one more, with what leads there.
"""

from __future__ import annotations

import io
from datetime import datetime

from nyttokedja.errors import CannotWrite
from nyttokedja.exporting.diagram import diagram_of
from nyttokedja.exporting.diagram_parts import parts_of
from nyttokedja.exporting.model import Exportable, Written
from nyttokedja.exporting.pptx.slide import TONGUES, SlideWriter, set_size
from nyttokedja.extras import how_to_install
from nyttokedja.importing.model import Remark
from nyttokedja.writing.packages import timeless

_LONG_AGO = datetime(1980, 1, 1)


def write_pptx(exportable: Exportable) -> Written:
    """The chain as a presentation; the same chain gives the same bytes.

    Raises:
        CannotWrite: what writes presentations is not installed.
    """
    try:
        from pptx import Presentation
    except ImportError as error:
        raise CannotWrite(
            "Writing PowerPoint needs a part that is not installed. Install it with: {command}",
            command=how_to_install("office"),
        ) from error
    presentation = Presentation()
    diagram = diagram_of(exportable)
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by, about.revision = diagram.title, "", "", 1
    about.comments = about.keywords = about.subject = ""
    about.language = TONGUES[diagram.language]
    about.created = about.modified = _LONG_AGO
    set_size(presentation, diagram)
    parts, without = parts_of(diagram)
    for part in (diagram, *parts):
        SlideWriter(presentation, part).write()
    held = io.BytesIO()
    presentation.save(held)
    remarks = tuple(Remark("goal-without-slide", title) for title in without)
    return Written(timeless(held.getvalue()), remarks)
