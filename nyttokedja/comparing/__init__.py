"""Two checks of one chain, before and after a change → `Comparison`: what the change is, and what it means.

    matching (which box is which) → differences (boxes, arrows, facts) → consequences, doubts, verdicts

`striking` imagines a change: boxes and arrows that are struck out.
"""

from __future__ import annotations

from dataclasses import replace

from nyttokedja.checking.check import Checked
from nyttokedja.checking.settings import SettingChange
from nyttokedja.comparing import differences, facts, matching
from nyttokedja.comparing.consequences import consequences
from nyttokedja.comparing.findings import findings, judged_apart, reworded
from nyttokedja.comparing.model import (
    Comparison,
    Consequence,
    Effect,
    FindingChanges,
    Kind,
    NodeChange,
    SettingsEffect,
    Weight,
)
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph

__all__ = [
    "Comparison",
    "Consequence",
    "Effect",
    "Kind",
    "NodeChange",
    "Weight",
    "compare",
    "compare_judged",
    "consequences",
]


def compare(before: Checked | None, after: Checked | None) -> Comparison:
    """What lies between two states of a chain.

    Args:
        before: the check of the file as it was; None where there was none.
        after: the check of the file as it is; None where it is no more.
    """
    from nyttokedja.comparing.results import result_change  # with all of the calculation

    old, new = _graph(before), _graph(after)
    if old is None or new is None:
        return Comparison(before, after, {})  # of what is not known, nothing is new or gone
    renamed = matching.renamed(old, new)
    nodes = tuple(differences.nodes(old, new, renamed))
    return Comparison(
        before,
        after,
        renamed,
        facts.changes(facts.of_chain(old.chain, renamed), facts.of_chain(new.chain, {})),
        nodes,
        tuple(differences.arrows(old, new, renamed)),
        tuple(sorted(consequences(old, new, renamed), key=lambda one: one.rank)),
        result_change(old, new, renamed),
        tuple(differences.doubts(old, new, nodes, renamed)),
        findings(before, after, renamed, reworded(nodes)),
    )


def compare_judged(
    before: Checked | None,
    after: Checked | None,
    as_before: Checked | None,
    changes: tuple[SettingChange, ...],
) -> Comparison:
    """The same, where each side is judged by settings of its own.

    What the change does is what it does by the settings of the earlier side; what other settings do is apart.

    Args:
        before: the check of the earlier side, by its settings.
        after: that of the later side, by its own.
        as_before: that of the later side by the settings of the earlier one.
        changes: the settings that are others.
    """
    if not changes:
        return compare(before, after)
    if after is None or after.graph is None or as_before is None or as_before.graph is None:
        return replace(compare(before, after), settings=SettingsEffect(changes))
    alike = compare(before, as_before)
    found, effect = judged_apart(before, after, as_before, changes, alike.renamed, reworded(alike.nodes))
    return replace(alike, after=after, findings=FindingChanges() if alike.unread else found, settings=effect)


def _graph(side: Checked | None) -> Graph | None:
    """The graph of a side: an empty one where there is no file, None where it cannot be read."""
    return Graph(Chain("")) if side is None else side.graph
