"""Comparison → the sentences that a log says of it, each with its weight and the boxes that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.comparing import Comparison, Weight
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.model import ArrowChange, Effect, FieldChange, Kind, NodeChange
from nyttokedja.comparing.wording import BAD, GOOD, ComparisonWords
from nyttokedja.language.texts import mention
from nyttokedja.versions.log_model import LogSentence

SETTINGS = "settings"
"""The part of a sentence about what a chain is judged by."""
_SAID_ALREADY = frozenset({Effect.NEW, Effect.GONE})
"""Effects that say no more than that a box has come or gone."""


def said(comparison: Comparison, words: ComparisonWords) -> Iterator[LogSentence]:
    """What it means first, then boxes, arrows and the chain itself."""
    for one in comparison.consequences:
        if one.effect not in _SAID_ALREADY:
            ids = tuple(node.id for node in (one.node, *one.because, *(one.arrow or ())))
            sign = GOOD if one.effect.good else BAD
            yield LogSentence(
                "consequence", one.effect.value, sign, Weight.REASONING, words.consequence_and_owner(one), ids
            )
    for change in comparison.nodes:
        yield from _node(change, words)
    for arrow in comparison.arrows:
        yield from _arrow(arrow, comparison, words)
    for weight, sign, what in _facts(comparison.fields, "chain", words):
        yield LogSentence("chain", _KINDS[sign], sign, weight, words.log("chain-field", what=what))
    for setting in comparison.settings.changes:
        sentence = words.log("settings", what=words.setting(setting))
        yield LogSentence(SETTINGS, Kind.CHANGED.value, SIGNS[Kind.CHANGED], Weight.DETAIL, sentence)


_KINDS = {sign: kind.value for kind, sign in SIGNS.items()}


def _node(change: NodeChange, words: ComparisonWords) -> Iterator[LogSentence]:
    node, ids = change.node, _ids(change)
    spoken = mention(node)
    if change.kind is not Kind.CHANGED:
        sentence = words.log(f"node-{change.kind.value}", node=spoken)
        yield LogSentence("node", change.kind.value, SIGNS[change.kind], Weight.REASONING, sentence, ids)
    elif change.renamed and change.before:
        sentence = words.log("node-id", node=spoken, before=change.before.id, after=node.id)
        yield LogSentence("node", change.kind.value, SIGNS[change.kind], Weight.WORDING, sentence, ids)
    inborn = change.kind is Kind.ADDED
    fields = change.fields if change.kind is not Kind.REMOVED else ()
    for weight, sign, what in _facts(fields, node.type.value, words):
        sentence = words.log("node-field", node=spoken, what=what)
        yield LogSentence("node", _KINDS[sign], sign, weight, sentence, ids, inborn)


def _ids(change: NodeChange) -> tuple[str, ...]:
    """The id of a box, and the one it had."""
    return tuple(dict.fromkeys(node.id for node in (change.after, change.before) if node))


def _arrow(change: ArrowChange, comparison: Comparison, words: ComparisonWords) -> Iterator[LogSentence]:
    source, target = words.ends(change, comparison)
    kind, sign = change.kind.value, SIGNS[change.kind]
    if change.kind is not Kind.CHANGED:
        sentence = words.log(f"arrow-{kind}", source=source, target=target)
        yield LogSentence("arrow", kind, sign, Weight.REASONING, sentence, change.ends)
    fields = change.fields if change.kind is Kind.CHANGED else ()
    for weight, sign, what in _facts(fields, "link", words):
        sentence = words.log("arrow-field", source=source, target=target, what=what)
        yield LogSentence("arrow", kind, sign, weight, sentence, change.ends)


def _facts(
    fields: tuple[FieldChange, ...], form: str, words: ComparisonWords
) -> Iterator[tuple[Weight, str, str]]:
    """The weight, the sign and the sentence of each fact, the gravest first."""
    for weight in reversed(Weight):
        alike = tuple(field for field in fields if field.weight is weight)
        for sign, what in words.fields(alike, form):
            yield weight, sign, what
