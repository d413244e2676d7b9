"""History → lines for a terminal: each commit, what it changed in the reasoning, and how much besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.comparing import Weight
from nyttokedja.comparing.model import Effect, Kind
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reports.comparison.text import painted
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import Paint, plain
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

_ID = 8
_SUBJECT = 100
_MOST = 20
"""So many boxes, arrows and facts are told of a commit."""
_WHOLE = frozenset({"new", "cut", "gone"})
"""What becomes of a whole chain, of which the parts are not told one by one."""


@dataclass(frozen=True, slots=True)
class View:
    """How a history is shown: all that is known of it, only one box, in which colours."""

    all: bool = False
    node: bool = False
    paint: Paint = plain


def report(history: FileLog, setting: ReportContext) -> str:
    """All that is said of a history, as in a pipe."""
    words = ComparisonWords(setting.language)
    view = View(node=bool(history.node))
    blocks = ["".join(f"{line}\n" for line in lines(one, words, view)) for one in history.told]
    last = "".join(f"{line}\n" for line in ending(history, 0, words))
    return "\n".join([*blocks, last] if last else blocks)


def lines(told: LogEntry, words: ComparisonWords, view: View) -> Iterator[str]:
    """What is said of one commit."""
    step = told.step
    subject = step.subject if len(step.subject) <= _SUBJECT else step.subject[: _SUBJECT - 1] + "…"
    yield f"{view.paint(step.commit[:_ID], 'place')} {clean(f'{step.date} {subject}').rstrip()}"
    shown = list(_shown(told, view))
    for line in _verdict(told, words, view, alone=not shown):
        yield f"  {clean(line)}"
    grave = [one for one in shown if one.part == "consequence"]
    rest = [one for one in shown if one.part != "consequence"]
    kept = rest if view.all or view.node else rest[:_MOST]
    yield from (f"    {painted(one.sign, view.paint)} {clean(one.text)}" for one in (*grave, *kept))
    if len(kept) < len(rest):
        yield "    " + words.log("more", n=len(rest) - len(kept))
    if shown and not view.all and not view.node and (counts := _counts(told, words)):
        yield "  " + view.paint(words.log("rest", what=counts), "soft")


def ending(
    history: FileLog, hidden: int, words: ComparisonWords, *, reasoning: bool = False
) -> Iterator[str]:
    """What is said last: that nothing is shown, how many commits are not, and that there were older ones."""
    if not history.told and not history.node:
        yield words.log("quiet" if reasoning else "nothing")
    if hidden:
        yield words.log("light" if reasoning else "hidden", n=hidden)
    if history.cut:
        yield words.log("earlier")


def _shown(told: LogEntry, view: View) -> Iterator[LogSentence]:
    """The sentences that are shown of a commit."""
    if told.status in _WHOLE and not view.all and not view.node:
        return
    unreached = {one.nodes for one in told.said if one.kind == Effect.NEW_UNREACHED}
    for one in told.said:
        wanted = view.all or one.weight is Weight.REASONING
        doubled = one.part == "node" and one.kind == Kind.ADDED and not one.inborn and one.nodes in unreached
        if not doubled and (view.node or (wanted and not one.inborn)):
            yield one


def _verdict(told: LogEntry, words: ComparisonWords, view: View, *, alone: bool) -> Iterator[str]:
    """The sentences about the whole commit; of one box that is followed, only what is to be known of it."""
    step = told.step
    if not view.node:
        verdict = _whole(told, words)
        counts = _counts(told, words) if alone and told.status == "changed" else ""
        yield f"{verdict.removesuffix('.')}: {counts}." if counts else verdict
        if step.name != step.before_name:
            yield words.run("renamed", file=step.name, before=step.before_name)
    if told.base:
        yield words.log("base", commit=told.base[:_ID])
    if len(step.before) > 1 and told.status == "changed":
        yield words.log("merge")
    if told.incomplete:
        yield words.log("incomplete")


def _whole(told: LogEntry, words: ComparisonWords) -> str:
    nodes, arrows = told.counts
    said = texts(words.language)
    if told.status in ("new", "cut"):
        name = "born" if told.status == "new" else "cut"
        return words.log(name, nodes=said.count("node", nodes), arrows=said.count("link", arrows))
    if told.status in ("unread", "unfetched"):
        return words.log(told.status, why=told.why)
    return words.verdict_of("gone" if told.status == "gone" else told.weight.word)


def _counts(told: LogEntry, words: ComparisonWords) -> str:
    """How many details and wordings there are besides the reasoning."""
    weights = [one.weight for one in told.said if not one.inborn]
    listed = [
        words.log(name, n=weights.count(weight))
        for name, weight in (("details", Weight.DETAIL), ("wordings", Weight.WORDING))
        if weight in weights
    ]
    return texts(words.language).listed(listed)
