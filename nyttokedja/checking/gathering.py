"""The check of a chain → its facts, which other chains are held against."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.check import Checked
from nyttokedja.checking.facts import Claim, Facts, Pointing, Titled
from nyttokedja.checking.rules import BY_NAME
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.model.findings import Mention
from nyttokedja.model.pool import pool_key
from nyttokedja.model.spelling import words_of


def facts_of(checked: Checked) -> Facts | None:
    """The facts of a chain; None where there is no chain in the file."""
    chain = checked.chain
    if chain is None:
        return None
    whole = checked.complete
    return Facts(
        name=checked.source.name,
        title=chain.title,
        stage=chain.stage,
        reference=chain.reference,
        complete=whole,
        language=checked.language,
        keys=checked.keys,
        ids=frozenset(node.id for node in chain.nodes),
        titles=tuple(_titles(checked)) if whole else (),
        pointing=tuple(_pointing(checked)),
        claims=tuple(_claims(checked)) if whole else (),
        accepted=tuple(one for one in chain.accepted if _is_over_files(one.rule)),
    )


COMPARED = IN_GRAPH - {NodeType.GOAL}


def _is_over_files(code: str) -> bool:
    rule = BY_NAME.get(code)
    return rule is not None and rule.over_files


def _titles(checked: Checked) -> Iterator[Titled]:
    assert checked.chain is not None
    for node in checked.chain.of(*COMPARED):
        if words := words_of(node.title):
            type = node.type.value
            yield f"{type} {words}", node.id, node.title, type, *checked.source.start(node.span)


def _pointing(checked: Checked) -> Iterator[Pointing]:
    assert checked.chain is not None
    for node in checked.chain.nodes:
        for link in node.elsewhere:
            yield Pointing(_mention(checked, node), link.target, checked.source.place(link.span))


def _claims(checked: Checked) -> Iterator[Claim]:
    """What expected benefits are counted to free of a pool, where it is known in which years."""
    assert checked.chain is not None
    claiming = [
        node
        for node in checked.chain.of(NodeType.BENEFIT)
        if node.value is not None and node.value.pool.strip()
    ]
    if not claiming or checked.graph is None:
        return
    from nyttokedja.calculating.calculate import calculate  # few chains claim anything
    from nyttokedja.calculating.model import Options

    calculated = calculate(checked.graph, Options(explores=False))
    frame = calculated.frame
    if frame is None or frame.start < _FIRST_YEAR:
        return
    for item in calculated.items:
        node, value = item.node, item.node.value
        if node not in claiming or value is None or node.id not in checked.graph.expected:
            continue
        hours = tuple(
            (year, hours) for year, hours in zip(frame.years, item.hours_by_year, strict=False) if hours > 0
        )
        if hours:
            place = checked.source.place(value.spans.get("pool", node.span_of("value")))
            yield Claim(_mention(checked, node), pool_key(value.pool), place, hours)


_FIRST_YEAR = 1900
"""A calculation that begins in a year before this counts years from when it begins, whenever that is."""


def _mention(checked: Checked, node: Node) -> Mention:
    return Mention(node.id, node.title, node.type.value, checked.source.place(node.span))
