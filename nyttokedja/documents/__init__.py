"""Chains → the documents people decide on: overview, calculation, plan, follow-up and summary.

``DOCUMENTS`` is the one table of what is told, ``FORMATS`` that of what it is written as: each names its
module, which is imported when it is used. The command line reads both when it starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from nyttokedja.documents.model import Document
    from nyttokedja.documents.source import Source
    from nyttokedja.printing.model import Printed


@dataclass(frozen=True, slots=True)
class Kind:
    """A document: the module whose ``document`` builds it, and what the help says of it.

    ``pictured`` says that the picture of the chain stands in it, ``bare`` that its boxes are titles alone.
    """

    module: str
    about: str
    pictured: bool = True
    bare: bool = False

    def __call__(self, source: Source) -> Document:
        """The document of a chain."""
        return cast("Document", import_module(f"{__name__}.{self.module}").document(source))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module whose ``written`` makes the content of its files, and their endings.

    New files get the first ending. ``pictured`` says that figures stand in it, ``templated`` that it may
    begin as a file of an organisation.
    """

    module: str
    endings: tuple[str, ...]
    pictured: bool = True
    templated: bool = False

    def __call__(self, document: Document, template: bytes | None = None) -> str | bytes | Printed:
        """A document as a text or bytes, bytes with remarks where something cannot be shown.

        Raises:
            CannotDraw: what it is made with is not installed.
            CannotRead: the template cannot be used.
        """
        given = {"template": template} if self.templated else {}
        made = import_module(f"{__name__}.writing.{self.module}").written(document, **given)
        return cast("str | bytes | Printed", made)


DOCUMENTS: Mapping[str, Kind] = {
    "overview": Kind("overview", "what is changed, what comes of it, and whose it is"),
    "calculation": Kind("calculation", "what it is worth", pictured=False),
    "plan": Kind("plan", "who does what and when, for the benefits to come, and what is missing"),
    "follow-up": Kind(
        "follow_up", "how it has gone: measured against plan, and what to decide", pictured=False
    ),
    "summary": Kind("summary", "all that those who decide need, on one sheet", bare=True),
}
"""Name → document, in the order in which they are needed."""

FORMATS: Mapping[str, Format] = {
    "markdown": Format("markdown", ("md", "markdown")),
    "html": Format("html", ("html", "htm")),
    "pdf": Format("pdf", ("pdf",)),
    "docx": Format("docx", ("docx",), templated=True),
    "xlsx": Format("xlsx", ("xlsx",), pictured=False),
}
"""Name → format."""
