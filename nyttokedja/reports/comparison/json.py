"""Comparisons → nyttokedja's own JSON, as schemas/comparison.schema.json describes it.

Keys and the words they lead by are canonical; sentences are in the language of each chain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from nyttokedja.comparing import Comparison, Consequence, NodeChange, Weight
from nyttokedja.comparing.model import ArrowChange, Compared, Doubt, FieldChange, SettingsEffect
from nyttokedja.comparing.result_change import ResultChange
from nyttokedja.comparing.wording import ComparisonWords, verdict_name
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import Finding
from nyttokedja.reports.findings.diagnostics import finding_diagnostic
from nyttokedja.reports.findings.json import finding_fields
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext

SCHEMA = "comparison.schema.json"


def report(compared: Sequence[Compared], context: ReportContext) -> str:
    """Every chain of the run, also those that have not changed."""
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "files": [_file(one, context) for one in compared],
            "summary": _summary(compared),
        }
    )


def _file(compared: Compared, context: ReportContext) -> dict[str, Any]:
    comparison = compared.comparison
    words, found = ComparisonWords(comparison.language), comparison.findings
    moved = [{"before": _finding(was, context), "after": _finding(to, context)} for was, to in found.moved]
    return {
        "file": compared.name,
        "before": compared.before_name,
        "language": comparison.language,
        "status": verdict_name(comparison),
        "weight": comparison.weight.word,
        "verdict": words.verdict(comparison),
        "renamed": dict(comparison.renamed),
        "fields": _fields(comparison.fields),
        "nodes": [_node(change) for change in comparison.nodes],
        "arrows": [_arrow(change) for change in comparison.arrows],
        "consequences": [_consequence(one, words) for one in comparison.consequences],
        "result": _result(comparison.result, words),
        "doubts": [_doubt(one, words) for one in comparison.doubts],
        "findings": {
            "new": [_finding(one, context) for one in found.new],
            "gone": [_finding(one, context) for one in found.gone],
            "moved": moved,
        },
        "settings": _settings(comparison.settings, words, context),
        "unread": _unread(comparison, context),
    }


def _settings(settings: SettingsEffect, words: ComparisonWords, context: ReportContext) -> dict[str, Any]:
    weighed = [
        {"before": _finding(was, context), "after": _finding(now, context)} for was, now in settings.weighed
    ]
    return {
        "changes": [
            {
                "setting": one.key,
                "rules": list(one.rules),
                "before": one.before,
                "after": one.after,
                "message": words.setting(one),
            }
            for one in settings.changes
        ],
        "hidden": [_finding(one, context) for one in settings.hidden],
        "added": [_finding(one, context) for one in settings.added],
        "weighed": weighed,
    }


def _fields(fields: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [
        {"path": list(field.path), "before": field.before, "after": field.after, "weight": field.weight.word}
        for field in fields
    ]


def _node(change: NodeChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        **_box(change.node),
        "before_id": change.before.id if change.before else None,
        "weight": change.weight.word,
        "fields": _fields(change.fields),
    }


def _box(node: Node) -> dict[str, str]:
    return {"id": node.id, "type": node.type.value, "title": node.title}


def _arrow(change: ArrowChange) -> dict[str, Any]:
    source, target = change.ends
    return {
        "kind": change.kind,
        "source": source,
        "target": target,
        "loose": change.loose,
        "weight": change.weight.word,
        "fields": _fields(change.fields),
    }


def _consequence(one: Consequence, words: ComparisonWords) -> dict[str, Any]:
    return {
        "effect": one.effect,
        "good": one.effect.good,
        "node": _box(one.node),
        "because": [_box(node) for node in one.because],
        "arrow": {"source": one.arrow[0].id, "target": one.arrow[1].id} if one.arrow else None,
        "lost": one.lost or None,
        "message": words.consequence(one),
    }


def _result(change: ResultChange | None, words: ComparisonWords) -> dict[str, Any] | None:
    """What becomes of the calculation's result: nets in the likely run, to 0.01."""
    if change is None:
        return None
    return {
        "weight": (Weight.REASONING if change.is_grave else Weight.DETAIL).word,
        "nets": [
            {"party": net.party, "before": _money(net.before), "after": _money(net.after), "good": net.good}
            for net in change.nets
        ],
        "left": [_box(node) for node in change.left],
        "joined": [_box(node) for node in change.joined],
        "messages": [text for _, text in words.result(change)],
    }


def _money(value: Decimal | None) -> float | None:
    return None if value is None else float(round(value, 2))


def _doubt(doubt: Doubt, words: ComparisonWords) -> dict[str, Any]:
    return {
        "source": doubt.source.id,
        "target": doubt.target.id,
        "reworded": [node.id for node in doubt.reworded],
        "message": words.doubt(doubt),
    }


def _finding(finding: Finding, context: ReportContext) -> dict[str, Any]:
    return finding_fields(finding_diagnostic(finding), finding, context)


def _unread(comparison: Comparison, context: ReportContext) -> list[dict[str, Any]]:
    sides = {"before": comparison.before, "after": comparison.after}
    return [
        {"side": name, "findings": [_finding(one, context) for one in side.findings]}
        for name, side in sides.items()
        if side is not None and side in comparison.unread
    ]


def _summary(compared: Sequence[Compared]) -> dict[str, Any]:
    comparisons = [one.comparison for one in compared]
    effects = Counter(one.effect.good for each in comparisons for one in each.consequences)
    return {
        "weight": max((one.weight for one in compared), default=Weight.NONE).word,
        "files": len(compared),
        "changed": sum(one.changed for one in compared),
        "unread": sum(bool(each.unread) for each in comparisons),
        "nodes": sum(len(each.nodes) for each in comparisons),
        "arrows": sum(len(each.arrows) for each in comparisons),
        "worse": effects[False],
        "better": effects[True],
        "doubts": sum(len(each.doubts) for each in comparisons),
        "new_findings": sum(len(each.findings.new) for each in comparisons),
        "gone_findings": sum(len(each.findings.gone) for each in comparisons),
        "judged_otherwise": sum(bool(each.settings.changes) for each in comparisons),
        "hidden_findings": sum(len(each.settings.hidden) for each in comparisons),
        "added_findings": sum(len(each.settings.added) for each in comparisons),
        "weighed_findings": sum(len(each.settings.weighed) for each in comparisons),
    }
