"""NK307–NK310: whether what a benefit is worth is put down as what it is, and counted once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.language.lexicon import lexicon
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow

_ONCE_ANALYSED = by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING)


@rule("NK307", "freed-time-twice", _ONCE_ANALYSED)
def freed_time_twice(review: Review) -> Iterator[Hit]:
    """Freed time that leads to a benefit of quality, so that the same hour is counted twice.

    If the time is used for better care, the better care is the benefit and the freed time a step on the
    way to it: make it an effect. If the time stays a benefit of its own, its use has not been decided,
    and no arrow leads from it to quality. Effects between the two change nothing; a benefit between them
    ends the search.

    Bad:

        benefits:
          freed_time: {category: redistribution, leads_to: safer_patients}
          safer_patients: {category: quality}

    Good:

        effects:
          freed_time: {leads_to: safer_patients}
        benefits:
          safer_patients: {category: quality}

    Source: Inera, nyttoanalys: omfördelning.
    """
    for node in review.chain.of(NodeType.BENEFIT):
        if node.category == "redistribution":
            arrows = [a for a in review.graph.leaving[node.id] if a.target.id in review.graph.quality_after]
            if arrows:
                quality = review.graph.quality_after[arrows[0].target.id]
                yield at(node, span=arrows[0].link.span, quality=quality)


@rule("NK308", "unsupported-saving", _ONCE_ANALYSED)
def unsupported_saving(review: Review) -> Iterator[Hit]:
    """A financial benefit that is freed time, without evidence that a cost really falls.

    An hour that is freed is still paid for. It becomes money only where somebody need not be employed,
    a contract ends or overtime is no longer paid. Say on the arrow to the benefit what shows that
    (`evidence`), or call the benefit redistribution. A financial benefit that freed time leads to is
    asked for the same.

    Bad:

        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time: {title: Freed time for night staff, category: financial}

    Good:

        effects:
          fewer_visits:
            leads_to: {to: freed_time, evidence: The night shift of the north team has been withdrawn}
        benefits:
          freed_time: {title: Freed time for night staff, category: financial}

    Source: Inera, nyttoanalys: finansiell nytta.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(NodeType.BENEFIT):
        if node.category == "financial" and not node.faulty:
            arrows = review.graph.entering[node.id]
            freed = [arrow for arrow in arrows if _is_unsupported_time(arrow)]
            if heard.speaks_of_freed_time(node.title):
                if not any(arrow.link.evidence for arrow in arrows):
                    yield at(node, span=node.title_span)
            elif freed:
                yield at(node, "from-time", span=freed[0].link.span, source=freed[0].source)


def _is_unsupported_time(arrow: Arrow) -> bool:
    source = arrow.source
    is_time = source.type is NodeType.BENEFIT and source.category == "redistribution"
    return is_time and not arrow.link.evidence


@rule("NK309", "outside-frame", _ONCE_ANALYSED)
def outside_frame(review: Review) -> Iterator[Hit]:
    """A perspective that the chain's own list of perspectives leaves out.

    `about.perspectives` says whose benefits and costs the analysis looks at. What stands outside that
    frame is either something the frame should have, or something the analysis has decided not to see.

    Bad:

        about: {perspectives: {own: The municipality}}
        benefits:
          better_sleep: {perspective: residents}

    Good:

        about: {perspectives: {own: The municipality, residents: Service users}}
        benefits:
          better_sleep: {perspective: residents}

    Source: Inera, nyttoanalys: avgränsning.
    """
    frame = review.chain.about.perspectives
    if not frame or any(fault.path[:2] == ("about", "perspectives") for fault in review.faults):
        return
    for node in review.chain.nodes:
        if node.perspective and node.perspective not in frame:
            yield at(node, span=node.span_of("perspective"), perspective=node.perspective)


@rule("NK310", "misplaced-fact", _ONCE_ANALYSED)
def misplaced_fact(review: Review) -> Iterator[Hit]:
    """Money at a benefit or drawback of quality or environment.

    Only financial benefits and redistribution carry money: a lower cost is a financial benefit, and what
    quality is worth is said in words or measured in its own unit. A category or a perspective on a box
    that can have none is found already when the file is read (NK003).

    Bad:

        benefits:
          lower_costs: {title: Lower cost of fuel, category: environment}

    Good:

        benefits:
          lower_costs: {title: Lower cost of fuel, category: financial}
          cleaner_air: {title: Lower emissions, category: environment}

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(NodeType.BENEFIT, NodeType.DRAWBACK):
        if node.category in ("quality", "environment"):
            yield from _money_at(node, review.chain.language)


def _money_at(node: Node, language: str) -> Iterator[Hit]:
    heard = lexicon(language)
    if heard.speaks_of_money(node.title):
        yield at(node, span=node.title_span, kind=node.category)
        return
    for indicator in node.indicators:
        if heard.is_in_money(indicator.unit):
            shown: dict[str, Any] = {"indicator": indicator.title, "unit": indicator.unit}
            yield at(node, "unit", span=indicator.span, kind=node.category, **shown)
            return


RULES: tuple[Rule, ...] = (freed_time_twice, unsupported_saving, outside_frame, misplaced_fact)
