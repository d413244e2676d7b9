"""History → lines for a terminal: each commit, its changes to the reasoning, and a count of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.comparing import Weight
from nyttokedja.comparing.model import Effect, Kind
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reports.comparison.text import painted_sign
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import Paint, plain
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence
from nyttokedja.versions.log_sentences import SETTINGS

_ID = 8
_MAX_SUBJECT = 100
_MAX_CHANGES = 20
"""Changes that are shown of a commit at most; the rest are counted."""
_MAX_BOXES = 3
"""Boxes that are named where their changes are only counted."""
_WHOLE = frozenset({"new", "cut", "gone"})
"""Statuses of a commit that concern the whole chain: its parts are not shown one by one."""


@dataclass(frozen=True, slots=True)
class LogView:
    """How a history is shown: with every change, for one node alone, in which colours."""

    all: bool = False
    node: bool = False
    paint: Paint = plain


def report(history: FileLog, context: ReportContext) -> str:
    """The text of a history, without colours."""
    words = ComparisonWords(context.language)
    view = LogView(node=bool(history.node))
    blocks = ["".join(f"{line}\n" for line in commit_lines(one, words, view)) for one in history.told]
    last = "".join(f"{line}\n" for line in ending_lines(history, 0, words))
    return "\n".join([*blocks, last] if last else blocks)


def commit_lines(told: LogEntry, words: ComparisonWords, view: LogView) -> Iterator[str]:
    """The lines of one commit."""
    step = told.step
    subject = step.subject if len(step.subject) <= _MAX_SUBJECT else step.subject[: _MAX_SUBJECT - 1] + "…"
    yield f"{view.paint(step.commit[:_ID], 'place')} {clean(f'{step.date} {subject}').rstrip()}"
    shown = list(_shown_changes(told, view))
    for line in _verdict_lines(told, words, view, alone=not shown):
        yield f"  {clean(line)}"
    grave = [one for one in shown if one.part == "consequence"]
    rest = [one for one in shown if one.part != "consequence"]
    kept = rest if view.all or view.node else rest[:_MAX_CHANGES]
    yield from (f"    {painted_sign(one.sign, view.paint)} {clean(one.text)}" for one in (*grave, *kept))
    if len(kept) < len(rest):
        yield "    " + words.log("more", n=len(rest) - len(kept))
    if shown and not view.all and not view.node and (counts := _lesser_counts(told, words)):
        yield "  " + view.paint(words.log("rest", what=counts), "soft")


def ending_lines(
    history: FileLog, hidden: int, words: ComparisonWords, *, reasoning: bool = False
) -> Iterator[str]:
    """The last lines: that no commit is shown, how many are hidden, and that older ones were not fetched."""
    if not history.told and not history.node:
        yield words.log("quiet" if reasoning else "nothing")
    if hidden:
        yield words.log("light" if reasoning else "hidden", n=hidden)
    if history.cut:
        yield words.log("earlier")


def _shown_changes(told: LogEntry, view: LogView) -> Iterator[LogSentence]:
    """The changes of a commit that are shown."""
    if told.status in _WHOLE and not view.all and not view.node:
        return
    unreached = {one.nodes for one in told.said if one.kind == Effect.NEW_UNREACHED}
    for one in told.said:
        wanted = view.all or one.weight is Weight.REASONING or one.part == SETTINGS
        doubled = one.part == "node" and one.kind == Kind.ADDED and not one.inborn and one.nodes in unreached
        if not doubled and (view.node or (wanted and not one.inborn)):
            yield one


def _verdict_lines(told: LogEntry, words: ComparisonWords, view: LogView, *, alone: bool) -> Iterator[str]:
    """The sentences about the whole commit; where one node is followed, only what its history needs."""
    step = told.step
    if not view.node:
        verdict = _verdict(told, words)
        counts = _lesser_counts(told, words) if alone and told.status == "changed" else ""
        yield f"{verdict.removesuffix('.')}: {counts}." if counts else verdict
        if step.name != step.before_name:
            yield words.run("renamed", file=step.name, before=step.before_name)
    if told.base:
        yield words.log("base", commit=told.base[:_ID])
    if len(step.before) > 1 and told.status == "changed":
        yield words.log("merge")
    if told.incomplete:
        yield words.log("incomplete")


def _verdict(told: LogEntry, words: ComparisonWords) -> str:
    nodes, arrows = told.counts
    said = texts(words.language)
    if told.status in ("new", "cut"):
        name = "born" if told.status == "new" else "cut"
        return words.log(name, nodes=said.count("node", nodes), arrows=said.count("link", arrows))
    if told.status in ("unread", "unfetched"):
        return words.log(told.status, why=told.why)
    return words.verdict_of("gone" if told.status == "gone" else told.weight.word)


def _lesser_counts(told: LogEntry, words: ComparisonWords) -> str:
    """The number of changes to details and to wording, and in which boxes, as a phrase; "" for none."""
    listed = []
    for name, weight in (("details", Weight.DETAIL), ("wordings", Weight.WORDING)):
        of_weight = [
            one for one in told.said if one.weight is weight and not one.inborn and one.part != SETTINGS
        ]
        if of_weight:
            boxes = dict.fromkeys(one.nodes[0] for one in of_weight if one.nodes)
            more = ["…"] if len(boxes) > _MAX_BOXES else []
            where = ", ".join([*list(boxes)[:_MAX_BOXES], *more])
            listed.append(words.log(name, n=len(of_weight)) + (f" ({where})" if where else ""))
    return texts(words.language).listed(listed)
