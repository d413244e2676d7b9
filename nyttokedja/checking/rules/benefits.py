"""NK307–NK310: whether what a benefit is worth is put down as what it is, and counted once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.language.lexicon import Lexicon, lexicon
from nyttokedja.model.arrows import Arrow
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph

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
    (`evidence`), or call the benefit redistribution. A financial benefit that freed time leads to, straight
    or by effects, is asked for the same.

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
        shown = node.value is not None and node.value.evidence
        if node.category == "financial" and not node.faulty and not shown:
            arrows = review.graph.entering[node.id]
            freed = sorted(filter(partial(_is_unsupported, review.graph), arrows), key=_is_roundabout)
            if heard.speaks_of_freed_time(node.title):
                if not any(arrow.link.evidence for arrow in arrows):
                    yield at(node, span=node.title_span)
            elif freed:
                time = review.graph.time_before[freed[0].source.id]
                yield at(node, "from-time", span=freed[0].link.span, source=time)


def _is_unsupported(graph: Graph, arrow: Arrow) -> bool:
    """Whether an arrow comes from freed time, straight or by effects, and nothing shows that a cost falls."""
    return arrow.source.id in graph.time_before and not arrow.link.evidence


def _is_roundabout(arrow: Arrow) -> bool:
    return arrow.source.type is not NodeType.BENEFIT


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
    """A benefit whose category is not that of what it says, such as money at a benefit of quality.

    Only financial benefits and redistribution carry money: a lower cost is a financial benefit, and what
    quality is worth is said in words or measured in its own unit. Freed working time is redistribution,
    while the time of residents and relatives is quality to them; emissions are environment. A cost that
    residents or relatives bear is a drawback. All but money is an info. A category or a perspective on a
    box that can have none is found already when the file is read (NK003).

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
    heard = lexicon(review.chain.language)
    for node in review.chain.of(NodeType.BENEFIT):
        if node.category and (meant := _category_said(heard, node)):
            yield at(node, meant, span=node.title_span, at_most=INFO, kind=node.category)
    for node in review.chain.of(NodeType.COST):
        if node.perspective in ("residents", "relatives"):
            yield at(node, "cost", span=node.span_of("perspective"), at_most=INFO, whose=node.perspective)


def _category_said(heard: Lexicon, node: Node) -> str:
    """The category that a title speaks of, where it is clearly another than the benefit has; else ""."""
    title, kind = node.title, node.category
    if heard.speaks_of_money(title):
        return ""
    said = {
        "quality": heard.speaks_of("quality", title),
        "environment": heard.speaks_of("environment", title),
    }
    if said.get(kind) or (kind == "redistribution" and heard.names_time(title)):
        return ""
    if kind in ("quality", "environment") and heard.frees_time(title):
        return "redistribution" if node.perspective == "own" and not any(said.values()) else ""
    timely = kind == "financial" and heard.names_time(title)  # NK308
    return "" if timely else "environment" if said["environment"] else "quality" if said["quality"] else ""


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
