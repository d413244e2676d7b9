"""What is in the sum, what is not and why, and what is not valued in money."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating.model import Item, Standing
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.reports.calculation.document import Block, Listed, Table
from nyttokedja.reports.calculation.wording import Telling

_WITHOUT_WORTH = (Standing.FAULTY, Standing.UNVALUED)
"""What has no number that might be in a sum."""
_TYPES = (NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.COST)


def valued(told: Telling) -> Iterator[Block]:
    """The boxes in the sum, and those that are not, each with the reason."""
    counts = [told.say("valued", kind.value, n=n) for kind in _TYPES if (n := len(told.of(kind)))]
    if counts:
        yield told.say("valued", "in", counts=told.texts.listed(counts))
        rows = tuple(
            (told.title(item.node), told.category(item.node), told.party_name(item.node.perspective))
            for item in told.summed
        )
        yield Table(told.columns("what", "category", "whose", text=3), rows)
    else:
        yield told.word("valued", "none_in")
    yield from _without_whose(told)
    if left := left_out(told):
        yield told.word("valued", "out")
        yield Listed(left)
    else:
        yield told.word("valued", "all_in")


def left_out(told: Telling) -> tuple[str, ...]:
    """What is not in the sum, a line a box, and why; what it would be worth where that is known."""
    lines = [_reason(told, item) for item in told.items if item.standing is not Standing.SUMMED]
    lines += [told.say("valued", "unvalued", title=told.title(node)) for node in told.calculated.unvalued]
    return tuple(lines)


def _reason(told: Telling, item: Item) -> str:
    title, name = told.title(item.node), item.standing.value
    if item.standing is Standing.HANGS and not item.because:
        name = "hangs_alone"
    if item.standing is Standing.UNVALUED and item.hours is not None:
        name = "in_hours"
    titles = {node.id: told.title(node) for node in told.chain.nodes}
    because = tuple(titles.get(id, id) for id in item.because)
    reason = told.say("valued", name, title=title, because=because)
    if item.yearly is None or item.standing in _WITHOUT_WORTH:
        return reason
    return told.say("valued", "worth", reason=reason, yearly=told.figures.money(item.yearly))


def _without_whose(told: Telling) -> Iterator[str]:
    for name, types in (("no_whose", _TYPES[:2]), ("own_cost", _TYPES[2:])):
        silent = tuple(told.title(item.node) for item in told.of(*types) if not item.node.perspective)
        if silent:
            yield told.say("valued", name, titles=silent, n=len(silent))


def unvalued(told: Telling) -> Iterator[Block]:
    """What is not valued in money: its size, or its hours."""
    hours = {item.node.id: item.hours for item in told.items}
    items = [item.node for item in told.items if item.standing is Standing.UNVALUED]
    nodes = [*items, *told.calculated.unvalued]
    if not nodes:
        yield told.word("note", "nothing_left")
        return
    rows = tuple(
        (
            told.title(node),
            told.texts.word("type", node.type.value),
            told.category(node),
            told.party_name(node.perspective) if node.perspective else "",
            _size(node, told),
            told.figures.about(worth) if (worth := hours.get(node.id)) is not None else "",
        )
        for node in nodes
    )
    yield Table(told.columns("what", "kind", "category", "whose", "size", "hours", text=5), rows)


def _size(node: Node, told: Telling) -> str:
    word = words(told.texts.language).value(node.size, "size") if node.size else ""
    return word.replace("_", " ")
