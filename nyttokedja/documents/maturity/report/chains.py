"""What the chains show: beside the answers, what can be seen in the repository without anybody's opinion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.documents.maturity.parts import table_of
from nyttokedja.documents.maturity.report.told import Part, Told
from nyttokedja.documents.model import Block, Cell, Paragraph, Tone
from nyttokedja.language.figures import Figures
from nyttokedja.maturity.evidence import FACTS, Evidence, Share

_HOURS = "hours"


def chains(told: Told) -> Part:
    """A row a fact, in the order of the statements."""
    found = told.evidence
    if found is None:
        return [Paragraph(told.word("chains", "not_asked"))], []
    blocks = [*_about(told, found)]
    if found.chains:
        names = ("shown", "share", "statement", "median")
        blocks.append(table_of("", [told.column(name) for name in names], [*_rows(told, found)]))
        blocks.append(Paragraph(told.word("chains", "caveat"), Tone.ASIDE))
        if told.today is None:
            blocks.append(Paragraph(told.word("chains", "no_day"), Tone.ASIDE))
    return blocks, []


def _about(told: Told, found: Evidence) -> Iterator[Block]:
    if found.chains:
        yield Paragraph(told.say("chains", "lead", n=found.chains))
    elif not found.left_out:
        yield Paragraph(told.word("chains", "none"), Tone.MISSING)
    for name in ("left_out", "unread"):
        if n := getattr(found, name):
            yield Paragraph(told.say("chains", name, n=n), Tone.ASIDE if name == "left_out" else Tone.FAULT)


def _rows(told: Told, found: Evidence) -> Iterator[Sequence[Cell | str]]:
    ours = {tally.statement.id: tally for tally in told.compiled.tallies}
    for statement, facts in FACTS.items():
        tally = ours.get(statement)
        spread = told.spread(tally) if tally else None
        median = told.median(spread.median) if spread else Cell("")
        about = (tally.statement.title if tally else "", median)
        for name, kind in facts:
            yield told.word("shown", name), share_of(told, found, name, kind), *about
        if not facts and tally:
            yield told.word("chains", "nothing"), told.word("chains", "nowhere"), *about


def share_of(told: Told, found: Evidence, name: str, kind: str) -> str:
    """How many of how many, in words; that there is nothing to be seen where that is so."""
    if kind == _HOURS:
        if found.hours is None:
            return told.word("chains", "nowhere")
        figures = Figures(told.language)
        planned, came = (figures.number(hours) for hours in found.hours)
        return told.say("chains", _HOURS, came=came, planned=planned)
    share = found.shares.get(name, Share())
    if not share.of:
        return told.word("chains", "nowhere")
    return told.say("chains", f"of_{kind}", n=share.n, of=share.of)
