"""Comparison → the sentences that every format says of it, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.checking.check import Checked
from nyttokedja.comparing.facts import NAMED, steps
from nyttokedja.comparing.model import (
    ArrowChange,
    Comparison,
    Consequence,
    Doubt,
    Effect,
    FieldChange,
    Kind,
    NodeChange,
    Scalar,
    Weight,
)
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import mention, texts
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import Finding

SIGNS: Mapping[Kind, str] = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.CHANGED: "Δ"}
"""How each kind of change is shown; `TOUCHED` is for what is not changed itself."""
TOUCHED = "~"
GOOD, BAD = "✓", "✗"

_GRAVITY = ("unread", "gone", "reasoning", "new", "detail", "wording", "none")
"""What becomes of chains, the gravest first."""

_LISTED = {"strength": "link"} | {
    key: key for key in ("category", "perspective", "every", "better", "timing", "stage", "size")
}
"""Keys whose values are words of the format → what the words are listed under."""


class ComparisonWords:
    """The sentences about a comparison in a language; every text from a chain is as it stands there.

    Where `longest` is given, values of more characters are cut short.
    """

    def __init__(self, language: str, longest: int | None = None) -> None:
        self.language = language
        self._longest = longest
        self._texts = texts(language)

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
            counts.update({"node": len(one.nodes), "arrow": len(one.arrows), "doubt": len(one.doubts)})
            counts.update({"new": len(found.new), "gone": len(found.gone) if one.after else 0})
        names = ("bad", "good", "node", "arrow", "doubt", "new", "gone")
        return [self.count(name, counts[name]) for name in names if counts[name]]

    def consequence(self, consequence: Consequence, *, struck: bool = False) -> str:
        """What becomes of a goal or benefit; with ``struck``, if something were taken away."""
        imagined = struck and consequence.effect.value in self._texts.group("comparison/struck")
        group = "struck" if imagined else "consequence"
        source, target = consequence.arrow or (None, None)
        return self._fill(
            group,
            consequence.effect.value,
            node=mention(consequence.node),
            because=tuple(map(mention, consequence.because)),
            source=source and mention(source),
            target=target and mention(target),
            lost=consequence.lost,
        )

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

    def fields(
        self, fields: tuple[FieldChange, ...], form: str = "chain", *, brief: bool = False
    ) -> Iterator[tuple[str, str]]:
        """The sign and the sentence of each fact that has changed.

        An item that is new or gone is one sentence, with all that it says; ``brief`` gives its name alone.

        Args:
            fields: the changes.
            form: what holds them: the type of a box, ``leads_to`` or ``chain``.
            brief: whether to leave out what new and gone items say.
        """
        heads = {f.path for f in fields if f.before is True or f.after is True}
        held: dict[tuple[str, ...], list[FieldChange]] = {}
        for field in fields:
            over = next((field.path[:n] for n in range(1, len(field.path)) if field.path[:n] in heads), None)
            held.setdefault(over or field.path, []).append(field)
        for path, those in held.items():
            head = next(field for field in those if field.path == path)
            inside = [] if brief else [field for field in those if field is not head]
            yield self._field(head, form, inside)

    def _field(self, field: FieldChange, form: str, inside: Sequence[FieldChange]) -> tuple[str, str]:
        kind = Kind.ADDED if field.before is None else Kind.REMOVED if field.after is None else Kind.CHANGED
        name = {Kind.ADDED: "new", Kind.REMOVED: "gone", Kind.CHANGED: "changed"}[kind]
        path, before, after = field.path, field.before, field.after
        if len(path) > 1 and True in (before, after) and path[-2] in NAMED:
            said = self._texts.quoted(path[-1])
            if inside:
                said += f" ({self._held(inside, path, form)})"
            path = path[:-1]
            before, after = before and said, after and said
        return SIGNS[kind], self._fill(
            "field",
            name,
            what=self._path(path, form),
            before=self._cut(self._value(before, path[-1])),
            after=self._cut(self._value(after, path[-1])),
        )

    def _held(self, fields: Sequence[FieldChange], path: tuple[str, ...], form: str) -> str:
        """What an item says, in brief: the fact of a level that it is known by stands for the level."""
        said: list[str] = []
        last: tuple[str, ...] = ()
        for field in fields:
            keys = list(field.path[len(path) :])
            value = field.after if field.before is None else field.before
            if value is True and field.path[-2] in NAMED:
                continue  # its facts name it
            if keys[-1] == "value":
                keys, last = keys[:-1], tuple(keys[:-1])
            elif len(keys) > 1 and tuple(keys[:-1]) == last:
                keys = keys[-1:]
            shown = " ".join(self._key(name, form) for name in keys)
            said.append(f"{shown} {self._cut(self._value(value, field.path[-1]))}")
        return ", ".join(said)

    def _path(self, path: tuple[str, ...], form: str) -> str:
        """The words for the keys on the way to a fact, and the names of the items between them."""
        return " › ".join(
            self._texts.quoted(step) if is_name else self._key(step, form) for step, is_name in steps(path)
        )

    def _key(self, key: str, form: str) -> str:
        return words(self.language).key(_LISTED.get(key, key), form).replace("_", " ")

    def _value(self, value: Scalar, key: str) -> str:
        if isinstance(value, bool):
            return self._texts.word("comparison/field", "yes" if value else "no")
        if isinstance(value, int | float):
            return self._texts.number(value)
        if value is None:
            return ""
        if key == "type":
            return self._texts.word("type", value)
        if key in _LISTED:
            return words(self.language).value(value, _LISTED[key]).replace("_", " ")
        return value

    def _cut(self, value: str) -> str:
        whole = self._longest is None or len(value) <= self._longest
        return value if whole else f"{value[: self._longest].rstrip()}…"

    def _fill(self, group: str, name: str, /, **particulars: Any) -> str:
        return self._texts.say(f"comparison/{group}", name, **particulars)


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
    return "unread-before" if comparison.unread else comparison.weight.word


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
