"""The follow-up: usage first, then effects, then benefits, and what is to be decided of it.

The sections are the same in every language; which of them stand where is the custom of the country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nyttokedja.documents.blocks import section
from nyttokedja.documents.follow_up.afterwards import afterwards
from nyttokedja.documents.follow_up.benefits import benefits
from nyttokedja.documents.follow_up.brief import brief, conclusion
from nyttokedja.documents.follow_up.conversion import conversion
from nyttokedja.documents.follow_up.deviations import deviations
from nyttokedja.documents.follow_up.freed import avoided_costs, costs, freed_time
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.follow_up.unexpected import quality, unexpected
from nyttokedja.documents.follow_up.usage import usage
from nyttokedja.documents.model import Document, Section
from nyttokedja.documents.opening import document_of
from nyttokedja.documents.source import Source

_PARTS: Mapping[str, Callable[[Telling], Part]] = {
    "brief": brief,
    "usage": usage,
    "benefits": benefits,
    "freed_time": freed_time,
    "avoided_costs": avoided_costs,
    "quality": quality,
    "costs": costs,
    "unexpected": unexpected,
    "deviations": deviations,
    "conversion": conversion,
    "conclusion": conclusion,
    "afterwards": afterwards,
}

_SWEDISH = tuple(_PARTS)
_OTHERS = (
    *("achieved", "freed_time", "avoided_costs", "quality", "costs", "conclusion"),
    *("unexpected", "deviations", "conversion", "afterwards"),
)
_ACHIEVED = ("brief", "usage", "benefits")
"""What stands under *Benefits achieved* where that is the first heading."""


def document(source: Source) -> Document:
    """The follow-up of a chain on the day that it is judged on."""
    told = Telling(source)
    order = _SWEDISH if source.said.language == "sv" else _OTHERS
    return document_of(source, "follow-up", (one for name in order for one in _section(name, told)))


def _section(name: str, told: Telling) -> Iterator[Section]:
    heading = told.heading(name)
    if name == "achieved":
        first, *rest = (_PARTS[part](told) for part in _ACHIEVED)
        inner = zip(_ACHIEVED[1:], rest, strict=True)
        parts = [Section(each, told.heading(each), part.blocks, part.sections) for each, part in inner]
        yield Section(name, heading, first.blocks, tuple(parts))
        return
    part = _PARTS[name](told)
    yield from section(name, heading, part.blocks, part.sections)
