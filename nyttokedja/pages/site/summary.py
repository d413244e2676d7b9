"""A check → what a site knows of the chain; the words are those of the chain's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.drawing.content.details import type_of
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.agenda import agenda, last_said
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.handling import is_done, is_handled
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.periods import Period
from nyttokedja.model.severity import Severity
from nyttokedja.pages.site.model import Charge, Duty, SiteBox, SiteIndicator, Summary
from nyttokedja.reports.findings.text import failure_sentence
from nyttokedja.reports.standings import followed, level_said, standing_said

_CHARGES = {NodeType.BENEFIT: Charge.BENEFIT, NodeType.PRECONDITION: Charge.ARRANGE}


def unread(outcome: Outcome, name: str) -> Summary:
    """What is known of a file that no chain could be read from."""
    said = texts(outcome.language)
    problem = failure_sentence(outcome) if outcome.trouble else said.word("site/", "unread")
    return Summary(outcome.name, name, outcome.language, problem, errors=_count(outcome, Severity.ERROR))


def summary(checked: Checked, name: str) -> Summary:
    """What is known of a chain.

    What there is to do is told as of the day of the run; without one, as of the last that the chain says has
    happened: so that the same chains give the same site.
    """
    chain, graph = checked.chain, checked.graph
    if chain is None or graph is None:
        return unread(summed_up(checked), name)
    outcome, said = summed_up(checked), texts(chain.language)
    day = checked.today or last_said(chain)
    words = picture_words(chain.language)
    return Summary(
        checked.source.name,
        " ".join(chain.title.split()) or name,
        chain.language,
        stage=said.word("stage", chain.stage.value),
        organisation=chain.about.organisation,
        about=chain.about.summary or chain.about.purpose,
        errors=_count(outcome, Severity.ERROR),
        warnings=_count(outcome, Severity.WARNING),
        boxes=tuple(_box(node, graph, type_of(node, words)) for node in chain.nodes),
        indicators=tuple(_indicator(n, i, graph, checked, said) for n in chain.nodes for i in n.indicators),
        duties=tuple(duty for node in chain.nodes for duty in _duties(node, day, checked.today)),
        tasks=agenda(graph, day),
    )


def _count(outcome: Outcome, severity: Severity) -> int:
    return sum(found.severity is severity for found in outcome.findings if not found.accepted)


def _box(node: Node, graph: Graph, kind: str) -> SiteBox:
    spots = graph.resolve_all((*node.hinders, *node.at))
    about = tuple(spot.target.title if isinstance(spot, Arrow) else spot.title for spot in spots)
    handled = node.type in (NodeType.OBSTACLE, NodeType.RISK) and is_handled(
        node, graph.chain.stage, graph.today
    )
    return SiteBox(node.id, node.type.value, kind, node.title, node.owner, node.is_goal, about, handled)


def _indicator(
    node: Node, indicator: Indicator, graph: Graph, checked: Checked, said: Texts
) -> SiteIndicator:
    one = followed(node, indicator, graph, checked.today)
    return SiteIndicator(
        node.id,
        node.title,
        indicator.title,
        level_said(indicator.baseline, indicator, said),
        level_said(indicator.target, indicator, said),
        level_said(one.made, indicator, said),
        standing_said(one, graph, said),
        indicator.measured_by or node.owner,
    )


def _duties(node: Node, day: date, today: date | None) -> Iterator[Duty]:
    def duty(
        role: str, charge: Charge, what: str, by: Period | None = None, *, done: bool = False
    ) -> Iterator[Duty]:
        if role.strip() and not done:
            late = bool(today and by and by.last < today)
            written, last = (by.written, by.last) if by else ("", None)
            yield Duty(" ".join(role.split()), charge, what, node.id, node.title, written, last, late)

    settled = node.type is NodeType.PRECONDITION and bool(node.met)
    who = node.owner or (node.who if node.type is NodeType.PRECONDITION else "")
    by = node.due if node.type is NodeType.PRECONDITION else node.when
    yield from duty(who, _CHARGES.get(node.type, Charge.BOX), node.title, by, done=settled)
    for action in node.actions:
        yield from duty(
            action.who or node.owner, Charge.ACT, action.what, action.due, done=is_done(action, day)
        )
    for indicator in node.indicators:
        target = indicator.target.date if indicator.target else None
        yield from duty(indicator.measured_by or node.owner, Charge.MEASURE, indicator.title, target)
        yield from duty(indicator.judged_by, Charge.JUDGE, indicator.title, target)
