"""Where we differ: the statements on which answers are apart, with what those see who chose each level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nyttokedja.documents.maturity.parts import table_of
from nyttokedja.documents.maturity.report.told import Part, Told
from nyttokedja.documents.model import Block, Cell, Paragraph, Section, Tone
from nyttokedja.maturity.figures import Spread, disagreements
from nyttokedja.model.maturity import Tally
from nyttokedja.model.user_sums import LEAST


def differ(told: Told) -> Part:
    """Those first where most are far from each other."""
    shown = [tally for tally in told.compiled.tallies if told.spread(tally)]
    if not shown:
        return [Paragraph(told.say("report", "too_few_to_differ", least=LEAST), Tone.MISSING)], []
    apart = disagreements(shown)
    found = {tally.statement.id for tally, _ in apart}
    agreed = tuple(tally.statement.title for tally in shown if tally.statement.id not in found)
    lead = told.word("report", "disagreement" if apart else "no_disagreement")
    blocks: list[Block] = [Paragraph(lead)]
    if apart and agreed:
        blocks.append(Paragraph(told.say("report", "agreed", titles=agreed)))
    if apart and not any(tally.statement.anchors for tally, _ in apart):
        blocks.append(Paragraph(told.word("report", "anchors_unknown"), Tone.ASIDE))
    sections = (
        Section(
            f"differ-{tally.statement.id}",
            tally.statement.title,
            tuple(_levels(told, tally, spread)),
        )
        for tally, spread in apart
    )
    return blocks, tuple(sections)


def _levels(told: Told, tally: Tally, spread: Spread) -> Iterator[Block]:
    """The levels from the lowest that was chosen to the highest."""
    assert tally.counts is not None
    has_anchors = bool(tally.statement.anchors)
    names = ("level", "anchor", "count") if has_anchors else ("level", "count")
    rows: list[Sequence[Cell | str]] = []
    for level in range(spread.lowest, spread.highest + 1):
        count = tally.counts[level - 1]
        anchor = [tally.statement.anchor(level)] if has_anchors else []
        rows.append([told.level(level), *anchor, Cell(str(count), Decimal(count))])
    yield table_of(tally.statement.text, [told.column(name) for name in names], rows)
