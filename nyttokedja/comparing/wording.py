"""Comparison → the sentences that every format says of it, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from nyttokedja.checking.check import Checked
from nyttokedja.checking.settings import SettingChange
from nyttokedja.checking.settings.changes import NOT_UNDERSTOOD
from nyttokedja.comparing.fact_wording import FactWords
from nyttokedja.comparing.model import (
    ArrowChange,
    Comparison,
    Consequence,
    Doubt,
    Effect,
    Kind,
    NodeChange,
    Weight,
)
from nyttokedja.comparing.result_change import NetChange, ResultChange
from nyttokedja.comparing.setting_wording import setting_sentence
from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import mention, texts
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import Finding

TOUCHED = "~"
"""The sign of what is not changed itself."""
GOOD, BAD = "✓", "✗"

_COUNTED = {Kind.ADDED: "{}-new", Kind.REMOVED: "{}-gone", Kind.CHANGED: "{}"}
"""What has become of a box or an arrow → the name of the sentence that counts them."""
_GRAVITY = ("unread", "gone", "reasoning", "new", "detail", "wording", "settings", "none")
"""What becomes of chains, the gravest first."""


class ComparisonWords(FactWords):
    """The sentences about a comparison in a language; every text from a chain is as it stands there.

    Where `longest` is given, values of more characters are cut short.
    """

    def heading(self, name: str) -> str:
        """The heading of a part."""
        return self._texts.word("comparison/heading", name)

    def weight(self, weight: Weight) -> str:
        """The word for what a part of a change is about."""
        return self._texts.word("comparison/class", weight.word)

    def count(self, what: str, n: int, group: str = "count") -> str:
        """A number of something."""
        return self._texts.count(what, n, f"comparison/{group}")

    def legend(self, name: str) -> str:
        """What a sign means."""
        return self._texts.word("comparison/legend", name)

    def column(self, name: str) -> str:
        """The head of a column."""
        return self._texts.word("comparison/column", name)

    def card(self, name: str, **particulars: Any) -> str:
        """A sentence or a word of the card for a pull request."""
        return self._fill("card", name, **particulars)

    def run(self, name: str, **particulars: Any) -> str:
        """A sentence about a run."""
        return self._fill("run", name, **particulars)

    def log(self, name: str, **particulars: Any) -> str:
        """A sentence about a history; of its two forms the one that ``n`` asks for."""
        return self._fill("log", name, **particulars)

    def verdict(self, comparison: Comparison) -> str:
        """One sentence about the whole."""
        return self.verdict_of(verdict_name(comparison))

    def verdict_of(self, name: str) -> str:
        """The same, by its name in the texts."""
        return self._fill("verdict", name)

    def verdicts(self, comparisons: Sequence[Comparison]) -> str:
        """One sentence about several chains, the gravest first; about a single one, its verdict."""
        if len(comparisons) == 1:
            return self.verdict(comparisons[0])
        counts = Counter(map(gravity, comparisons))
        said = self._texts.listed(self.count(_GRAVITY[n], counts[n], "chains") for n in sorted(counts))
        return f"{said[:1].upper()}{said[1:]}." if said else self.run("same")

    def is_partial(self, comparison: Comparison) -> bool:
        """Whether something of a side was left out for its faults, so that it may seem to be gone."""
        sides = (comparison.before, comparison.after)
        return any(side.chain is not None and _is_partial(side) for side in sides if side)

    def counters(self, *comparisons: Comparison) -> list[str]:
        """How much of what there is in all of them, only what there is any of."""
        counts: Counter[str] = Counter()
        for one in comparisons:
            found = one.findings
            counts.update("good" if each.effect.good else "bad" for each in consequences(one))
            counts.update(_COUNTED[change.kind].format("node") for change in one.nodes)
            counts.update(_COUNTED[change.kind].format("arrow") for change in one.arrows)
            counts["doubt"] += len(one.doubts)
            counts.update({"new": len(found.new), "gone": len(found.gone) if one.after else 0})
            by_settings = one.settings
            counts.update({"hidden": len(by_settings.hidden), "added": len(by_settings.added)})
            counts.update({"weighed": len(by_settings.weighed)})
        changes = [said.format(part) for part in ("node", "arrow") for said in _COUNTED.values()]
        names = ("bad", "good", *changes, "doubt", "new", "gone", "hidden", "added", "weighed")
        return [self.count(name, counts[name]) for name in names if counts[name]]

    def consequence(self, consequence: Consequence, *, struck: bool = False) -> str:
        """What becomes of a goal or benefit; with ``struck``, if something were taken away."""
        name = consequence.effect.value
        group = "struck" if struck and name in self._texts.group("comparison/struck") else "consequence"
        needy = f"{name}-needs" if consequence.needs else ""
        source, target = consequence.arrow or (None, None)
        return self._fill(
            group,
            needy if needy in self._texts.group(f"comparison/{group}") else name,
            node=mention(consequence.node),
            because=tuple(map(mention, consequence.because)),
            source=source and mention(source),
            target=target and mention(target),
            lost=consequence.lost,
        )

    def consequence_and_owner(self, consequence: Consequence) -> str:
        """What becomes of a goal or benefit, and whose it is where that is for the worse."""
        said, owner = self.consequence(consequence), consequence.node.owner
        if not owner or consequence.effect.good:
            return said
        return f"{said} {self.struck('owner', owner=owner)}"

    def result(self, change: ResultChange | None) -> Iterator[tuple[str, str]]:
        """What becomes of the calculation's result: (sign, sentence)."""
        if change is None:
            return
        for net in change.nets:
            yield GOOD if net.good else BAD, self._net(net, change.currencies)
        for name, nodes in (("left", change.left), ("joined", change.joined)):
            if nodes:
                yield TOUCHED, self._fill("result", name, nodes=tuple(map(mention, nodes)), n=len(nodes))

    def _net(self, net: NetChange, currencies: tuple[str, str]) -> str:
        figures = [Figures(self.language, currency) for currency in currencies]
        sides = [*zip(figures, (net.before, net.after), strict=True)]
        shown = ["" if value is None else said.money(value) for said, value in sides]
        if shown[0] == shown[1]:
            shown = ["" if value is None else said.whole(value) for said, value in sides]
        name = "new" if net.before is None else "gone" if net.after is None else "changed"
        party = self._texts.word("comparison/party", net.party)
        return self._fill("result", name, party=party, before=shown[0], after=shown[1])

    def struck(self, name: str, **particulars: Any) -> str:
        """A sentence about what is struck out."""
        return self._fill("struck", name, **particulars)

    def doubt(self, doubt: Doubt) -> str:
        """Why an arrow is to be examined again."""
        return self._fill(
            "doubt",
            "one" if len(doubt.reworded) == 1 else "both",
            source=mention(doubt.source),
            target=mention(doubt.target),
            reworded=mention(doubt.reworded[0]),
        )

    def settings(self, changes: Sequence[SettingChange], n: int) -> str:
        """That so many chains are judged by other settings."""
        lost = any(change.key == NOT_UNDERSTOOD for change in changes)
        return self._fill("settings", "lost" if lost else "changed", n=n)

    def weighed(self, was: Finding, now: Finding) -> str:
        """A finding that weighs something else by other settings, on one line."""
        before = self._texts.word("severity", was.severity.word)
        return self._fill("settings", "weighed", finding=finding(now), before=before)

    def setting(self, change: SettingChange) -> str:
        """A setting that is another."""
        return setting_sentence(change, self.language)

    def node(self, change: NodeChange) -> str:
        """A box that has changed: its type, title and id."""
        node = change.node
        return f"{self._texts.word('type', node.type.value)} {self._texts.quoted(node.title)} ({node.id})"

    def short(self, text: str) -> str:
        """A text from a chain, shortened and on one line."""
        return self._texts.fill("{text:bare}", {"text": text}, self.language)

    def type(self, node: Node) -> str:
        """The word for what a box is."""
        return self._texts.word("type", node.type.value)

    def the(self, node: Node) -> str:
        """A box as it is spoken of in a sentence: its type in definite form, and its title."""
        return f"{self._texts.word('the', node.type.value)} {self._texts.quoted(node.title)}"

    def arrow(self, change: ArrowChange, comparison: Comparison) -> str:
        """An arrow that has changed, by the titles of its ends."""
        return " → ".join(map(self._texts.quoted, self.ends(change, comparison)))

    def ends(self, change: ArrowChange, comparison: Comparison) -> tuple[str, str]:
        """The titles of an arrow's ends; where it leads to nothing, what is written there."""
        source, target = change.ends
        return _title(source, comparison), target if change.loose else _title(target, comparison)

    def id_change(self, change: NodeChange) -> str:
        """That a box has another id now."""
        assert change.before is not None
        return self._fill("field", "id", before=change.before.id, after=change.node.id)


def _is_partial(side: Checked) -> bool:
    return not side.complete or (side.chain is not None and any(node.faulty for node in side.chain.nodes))


def verdict_name(comparison: Comparison) -> str:
    """The name of a chain's verdict in the texts."""
    if comparison.after is None:
        return "gone"
    if comparison.after.chain is None:
        return "unread-after"
    if comparison.before is None:
        return "new"
    if comparison.unread:
        return "unread-before"
    if not comparison.weight and comparison.settings.is_seen:
        return "settings"
    return comparison.weight.word


def is_whole(comparison: Comparison) -> bool:
    """Whether the chain as a whole is new or gone."""
    return verdict_name(comparison) in ("new", "gone")


def gravity(comparison: Comparison) -> int:
    """What chains are sorted by, the gravest first."""
    return _GRAVITY.index(verdict_name(comparison).partition("-")[0])


def consequences(comparison: Comparison) -> tuple[Consequence, ...]:
    """What a change means; of a chain that is new or gone not that each goal and benefit is so too."""
    apart = (Effect.NEW, Effect.GONE) if is_whole(comparison) else ()
    return tuple(one for one in comparison.consequences if one.effect not in apart)


def finding(found: Finding) -> str:
    """A finding on one line."""
    said = texts(found.language)
    return f"{found.code} {said.word('severity', found.severity.word)}: {said.message(found)}"


def _title(id: str, comparison: Comparison) -> str:
    """The title of a box as it is now, or as it was last; its id where there is none."""
    for side in (comparison.after, comparison.before):
        if side and side.graph and id in side.graph.nodes:
            return side.graph.nodes[id].title
    return id
