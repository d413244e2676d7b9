"""The state in short, and what follows from it: figures that are counted, and what is to be decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nyttokedja.calculating.model import ALL
from nyttokedja.documents.blocks import facts_of, listed, missing
from nyttokedja.documents.follow_up.conversion import undecided
from nyttokedja.documents.follow_up.deviations import has_action, is_behind, is_late
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block, KeyFigure, KeyFigures, Paragraph, Tone
from nyttokedja.model.standings import Verdict
from nyttokedja.reports.calculation.outcome import degree_said
from nyttokedja.reports.standings import Followed

_ON_COURSE = frozenset({Verdict.ON_COURSE})
_REACHED = frozenset({Verdict.REACHED})


def brief(told: Telling) -> Part:
    """How many indicators have reached their targets, follow their plans, and deviate."""
    return Part(tuple(_brief(told)))


def _brief(told: Telling) -> Iterator[Block]:
    chain = told.source.chain
    yield from state(told)
    if figures := tuple(key_figures(told)):
        yield KeyFigures(figures)
    if chain.about.summary.strip():
        yield Paragraph(chain.about.summary.strip())
    if told.source.today is None:
        yield Paragraph(told.say("no_day"), Tone.ASIDE)


def state(told: Telling) -> Iterator[Block]:
    """How it stands, in a sentence; or that nobody can say."""
    if not told.followed:
        yield missing(told.say("no_indicators"))
    elif not any(one.made for one in told.followed):
        yield missing(told.say("nothing_measured"))
    else:
        yield Paragraph(_counted(told), Tone.LEAD)


def _counted(told: Telling) -> str:
    found = told.followed
    measured = [one for one in found if one.made]
    behind = [one for one in measured if is_behind(one) and not is_late(one)]
    late = sum(map(is_late, measured))
    reached, on_course = _are(measured, _REACHED), _are(measured, _ON_COURSE)
    counts = (
        ("reached", len(reached)),
        ("on_course", len(on_course)),
        ("behind", len(behind)),
        ("late", late),
        ("open", len(measured) - len(reached) - len(on_course) - len(behind) - late),
    )
    said = told.source.said.listed(told.say(f"n_{name}", n=n) for name, n in counts if n)
    return told.say("counted", n=len(found), measured=len(measured), counts=said)


def _are(found: list[Followed], verdicts: frozenset[Verdict]) -> list[Followed]:
    return [one for one in found if one.stands and one.stands.verdict in verdicts and not is_behind(one)]


def key_figures(told: Telling) -> Iterator[KeyFigure]:
    """At most three figures: how many indicators are well, hours freed, and the net, against the plan."""
    measured = [one for one in told.followed if one.made]
    well = len(_are(measured, _REACHED | _ON_COURSE))
    if judged := well + sum(map(is_behind, measured)):
        yield KeyFigure(told.say("figure_well"), told.say("n_of", n=well, total=judged))
    made = told.source.calculated
    if years := told.hours_by_year:
        year, planned, came = years[-1]
        hours = told.say("hours", n=told.figures.number(came))
        share = degree_said(told.source.worth, came / planned if planned else None)
        note = told.say("figure_plan", plan=told.say("hours", n=told.figures.number(planned)), share=share)
        yield KeyFigure(told.say("figure_hours", year=str(year)), hours, note)
    if made.outcome and made.outcome.measured and made.likely:
        party = told.source.worth.party if told.source.worth.party in made.outcome.run.results else ALL
        came, planned = made.outcome.run.results[party].net, made.likely.results[party].net
        label = told.say("figure_net", whose=told.source.worth.whose(party))
        note = told.say("figure_planned", plan=told.figures.money(planned))
        yield KeyFigure(label, told.figures.money(came), note)


def conclusion(told: Telling) -> Part:
    """The state once more, and what it asks of those who decide; what they have decided so far."""
    return Part(tuple(_conclusion(told)))


def _conclusion(told: Telling) -> Iterator[Block]:
    source, decision = told.source, told.source.chain.decision
    yield from state(told)
    if asked := tuple(proposals(told)):
        yield Paragraph(told.say("proposed"))
        yield from listed(asked)
    elif told.followed:
        yield Paragraph(told.say("nothing_proposed"))
    if decision:
        facts = (
            ("decision", decision.what),
            ("decided_by", decision.by),
            ("decided_on", decision.date.written if decision.date else ""),
            ("reference", decision.reference),
        )
        yield from facts_of((source.word("follow-up-columns", name), text) for name, text in facts)


def proposals(told: Telling, named: Callable[[Followed], str] | None = None) -> Iterator[str]:
    """What is to be decided: a sentence each; indicators as they are `named`, or by titles and units."""
    called = named or told.called
    behind = [one for one in told.followed if is_behind(one) and one.made and not is_late(one)]
    if without := [one for one in behind if not has_action(one, told)]:
        yield told.say("decide_action", n=len(without), indicators=tuple(map(called, without)))
    if acted := [one for one in behind if has_action(one, told)]:
        yield told.say("decide_acted", n=len(acted), indicators=tuple(map(called, acted)))
    if unmeasured := [one for one in told.followed if one.made is None or is_late(one)]:
        yield told.say("decide_measure", n=len(unmeasured), indicators=tuple(map(called, unmeasured)))
    if nothing := undecided(told):
        yield told.say("decide_conversion", n=len(nothing), boxes=told.titles(nothing))
    if told.source.chain.handover is None:
        yield told.say("decide_handover")
