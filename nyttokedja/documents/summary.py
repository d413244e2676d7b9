"""The summary: one sheet for those who decide. Of what is much, the rest is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from nyttokedja.calculating.model import ALL, Run
from nyttokedja.checking.outcome import summed_up
from nyttokedja.documents.blocks import listed
from nyttokedja.documents.follow_up.brief import key_figures, proposals
from nyttokedja.documents.follow_up.conversion import undecided
from nyttokedja.documents.follow_up.told import Telling
from nyttokedja.documents.model import (
    Block,
    Document,
    Figure,
    KeyFigure,
    KeyFigures,
    Listed,
    Paragraph,
    Section,
    Tone,
)
from nyttokedja.documents.opening import document_of, picture_of
from nyttokedja.documents.source import Source
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.handling import is_handled
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage

_MOST, _LONGEST = 4, 300
"""So many points of what may be much are named under a heading, none with more letters."""
_FIGURES = 3


def document(source: Source) -> Document:
    """The summary of a chain: picture, result, what it rests on, what is missing, and what is asked."""
    told = Telling(source)
    made = document_of(source, "summary", ())
    picture = tuple(map(_small, picture_of(source)))
    parts = (
        ("result", (*picture, *_result(told))),
        ("rests", tuple(listed(map(short, _rests(told))))),
        ("missing", tuple(_missing(source))),
        ("asked", tuple(listed(_few(source, list(_asked(told)))))),
    )
    sections = (Section(name, source.word("summary", name), blocks) for name, blocks in parts if blocks)
    about = _about(source, made.about)
    return replace(made, title=short(made.title), about=about, sections=tuple(sections), one_sheet=True)


def _about(source: Source, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The head, where faults are counted, and not told."""
    errors = [one for one in summed_up(source.checked).findings if one.severity is Severity.ERROR]
    counted = source.say("summary", "faults", n=sum(not one.accepted for one in errors))
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Listed)), 0)
    if not at:
        return tuple(blocks)
    return (*blocks[: at - 1], Paragraph(counted, Tone.FAULT), *blocks[at + 1 :])


def _small(block: Block) -> Block:
    """The picture in the text, not on a sheet of its own."""
    if not isinstance(block, Figure):
        return block
    return replace(block, wide=False, caption="", spots=())


def _few(source: Source, points: Sequence[str]) -> Iterator[str]:
    """The first points, each shortened, and how many more there are."""
    shown = points if len(points) <= _MOST else points[: _MOST - 1]
    yield from (short(point) for point in shown)
    if more := len(points) - len(shown):
        yield source.say("summary", "more", n=more)


def short(text: str) -> str:
    """A text on one line, with an ellipsis for the words that it was longer by."""
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST:
        return flat
    whole, space, _ = flat[:_LONGEST].rpartition(" ")
    return f"{whole.rstrip(' ,;:.') if space else flat[: _LONGEST - 1]}…"


def _result(told: Telling) -> Iterator[Block]:
    about = told.source.chain.about
    if lead := about.summary or about.purpose:
        yield Paragraph(short(lead))
    measured = key_figures(told) if told.source.chain.stage is Stage.FOLLOW_UP else ()
    figures = (*measured, *_planned(told), *_counted(told))
    if figures:
        yield KeyFigures(figures[:_FIGURES])
    if told.source.calculation.has_result and told.source.worth.redistributes:
        yield Paragraph(told.source.said.word("calculation/brief", "freed"))


def _planned(told: Telling) -> Iterator[KeyFigure]:
    """The net and its range, what of it reaches the budget, and the hours freed in the last year."""
    source, worth = told.source, told.source.worth
    if not source.calculation.has_result:
        return
    result, runs = worth.result, source.calculated.runs

    def say(name: str, **more: Any) -> str:
        return source.say("summary", name, **more)

    ends = (runs[run].results[worth.party].net for run in (Run.LOWEST, Run.HIGHEST))
    lowest, highest = map(worth.figures.money, ends)
    whose = worth.whose(worth.party)
    yield KeyFigure(
        say("net", whose=whose, years=worth.years()),
        worth.figures.money(result.net),
        say("range", lowest=lowest, highest=highest) if lowest != highest else "",
    )
    yield KeyFigure(say("financial", years=worth.years()), worth.figures.money(result.net_financial))
    freed = worth.likely.results[ALL].hours_freed
    if any(freed):
        hours = told.say("hours", n=worth.figures.number(freed[-1]))
        yield KeyFigure(say("freed"), hours)


def _counted(told: Telling) -> Iterator[KeyFigure]:
    """What can be counted of any chain."""
    source, chain = told.source, told.source.chain
    benefits = tuple(chain.of(NodeType.BENEFIT))
    owned = sum(bool(node.owner) for node in benefits)
    ready = sum(bool(one.indicator.baseline and one.indicator.target) for one in told.followed)
    for name, n, total in (("owned", owned, len(benefits)), ("ready", ready, len(told.followed))):
        if total:
            yield KeyFigure(source.word("summary", name), told.say("n_of", n=n, total=total))
    if goals := len(chain.goals):
        yield KeyFigure(source.word("summary", "goals"), str(goals))


def _rests(told: Telling) -> Iterator[str]:
    source, chain = told.source, told.source.chain

    def say(name: str, **more: Any) -> str:
        return source.say("summary", name, **more)

    if chain.about.assumptions.strip():
        yield say("assumed", text=chain.about.assumptions)
    changes = tuple(chain.of(NodeType.CHANGE))
    if changes:
        yield say("changes", n=len(changes), boxes=_titles(told, changes))
    hampering = tuple(chain.of(NodeType.OBSTACLE, NodeType.RISK))
    if hampering:
        handled = sum(is_handled(node, chain.stage, source.today) for node in hampering)
        yield say("handled", n=handled, total=len(hampering))
    needed = tuple(chain.of(NodeType.PRECONDITION))
    if needed:
        yield say("met", n=sum(bool(node.met) for node in needed), total=len(needed))
    factors = [factor for _, factor in source.worth.every_factor if factor.likely is not None]
    if not source.calculation.has_result and any(chain.of(NodeType.BENEFIT)):
        yield source.word("summary", "unvalued")
    if factors:
        guessed = sum(factor.kind == "estimate" or not factor.source for factor in factors)
        yield say("guessed", n=guessed, total=len(factors))


def _titles(told: Telling, nodes: Sequence[Node]) -> tuple[str, ...]:
    return tuple(short(told.title(node)) for node in nodes)


def _missing(source: Source) -> Iterator[Block]:
    """The names of what is wrong or lacks, the gravest first, each with the boxes that it is found at."""
    found = [one for one in summed_up(source.checked).findings if not one.accepted]
    grave = sorted(
        (one for one in found if one.severity > Severity.INFO), key=lambda one: (-one.severity, one.code)
    )
    codes = dict.fromkeys(one.code for one in grave)
    points = [_lacking(source, code, [one.node for one in grave if one.code == code]) for code in codes]
    if points:
        yield from listed(_few(source, points))
    else:
        yield Paragraph(source.word("summary", "nothing_missing"))


def _lacking(source: Source, code: str, ids: Sequence[str]) -> str:
    """What is found, and the boxes where it is; where it is at none, how often."""
    what, nodes = source.said.title(code), source.graph.nodes
    if boxes := tuple(title_of(nodes[id]) for id in dict.fromkeys(ids) if id in nodes):
        return source.say("summary", "lacking", what=what, boxes=tuple(map(short, boxes)))
    return source.say("summary", "times", what=what, n=len(ids))


def _asked(told: Telling) -> Iterator[str]:
    """What those who decide are asked for, as far as the chain says it."""
    source, chain = told.source, told.source.chain

    def say(name: str, **more: Any) -> str:
        return source.say("summary", name, **more)

    if chain.stage is Stage.FOLLOW_UP:
        yield from tuple(proposals(told, told.indicator)) or (told.say("nothing_proposed"),)
        return
    plan = chain.stage is Stage.PLAN
    yield say("approved" if plan and chain.approved else "approve" if plan else "go_on")
    if offers := tuple(chain.of(NodeType.OPPORTUNITY)):
        yield say("offers", n=len(offers), boxes=_titles(told, offers))
    if ownerless := [node for node in chain.of(NodeType.BENEFIT) if not node.owner]:
        yield say("ownerless", n=len(ownerless), boxes=_titles(told, ownerless))
    if plan and (nothing := undecided(told)):
        yield told.say("decide_conversion", n=len(nothing), boxes=_titles(told, nothing))
