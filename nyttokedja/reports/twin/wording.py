"""Boxes, arrows and facts → the words for them: a type in its definite form, and the title in quotes.

*The effect “Fewer visits”*: a title stands as a name after its type, so that a noun phrase and a whole
sentence read equally well in every frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any

from nyttokedja.drawing.content.details import Subject, title_of
from nyttokedja.drawing.content.standing import stood
from nyttokedja.drawing.content.wording import PictureWords, picture_words
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import Action, Node
from nyttokedja.model.graph import Arrow
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.progress import latest
from nyttokedja.model.stage import Stage

_LONG = 1e15
"""A number from which on nobody reads its thousands."""


@dataclass(frozen=True, slots=True)
class TwinWords:
    """The words of one language."""

    texts: Texts

    def say(self, group: str, name: str, **particulars: Any) -> str:
        """A sentence, filled with texts as they are."""
        return self.texts.template(f"twin/{group}", name, particulars.get("n")).format(**particulars)

    def word(self, group: str, name: str) -> str:
        """A text as it stands."""
        return self.texts.word(f"twin/{group}", name)

    @property
    def picture(self) -> PictureWords:
        """The words of pictures in the same language."""
        return picture_words(self.texts.language)

    # -- boxes ----------------------------------------------------------------------------------------

    def quoted(self, node: Node) -> str:
        """The title of a box in quotation marks, whole."""
        opening, closing = self.texts.common["quotes"]
        return f"{opening}{title_of(node)}{closing}"

    def box(self, node: Node) -> str:
        """A box: *the effect “Fewer visits”*."""
        return f"{self.word('the', node.kind)} {self.quoted(node)}"

    def at_start(self, node: Node) -> str:
        """A box at the beginning of a sentence."""
        return capitalised(self.box(node))

    def boxes(self, nodes: Iterable[Node], noted: dict[str, str] | None = None) -> str:
        """Several boxes; those of one type that follow each other share the word for it.

        Args:
            nodes: the boxes.
            noted: what is said in brackets after some of them, by their ids.
        """
        groups = [(kind, list(held)) for kind, held in groupby(nodes, key=lambda node: node.kind)]
        return self.texts.listed(self.alike(kind, held, noted) for kind, held in groups)

    def alike(self, kind: str, nodes: Sequence[Node], noted: dict[str, str] | None = None) -> str:
        """Several boxes of one kind: *the effects “A” and “B”*."""
        word = self.word("the" if len(nodes) == 1 else "these", kind)
        names = [self.quoted(node) + (noted or {}).get(node.id, "") for node in nodes]
        return f"{word} {self.texts.listed(names)}"

    def needs(self, node: Node, arrows: Sequence[Arrow]) -> str:
        """That a box comes only when all that leads to it does."""
        causes = self.boxes(arrow.source for arrow in arrows)
        name = "two" if len(arrows) == 2 else "more"
        return self.say("needs", name, box=self.at_start(node), causes=causes)

    def spot(self, spot: Node | Arrow) -> str:
        """A box, or an arrow as what its ends say: *that “A” leads to “B”*."""
        if isinstance(spot, Node):
            return self.box(spot)
        return self.say("frames", "arrow", source=self.quoted(spot.source), target=self.quoted(spot.target))

    # -- facts ----------------------------------------------------------------------------------------

    def action(self, action: Action) -> str:
        """What is done, by whom and when, and whether it is done."""
        due = self.picture.say("lines", "due", due=action.due.written) if action.due else ""
        return with_facts(one_line(action.what), one_line(action.who), due, self._done(action))

    def _done(self, action: Action) -> str:
        if action.done is None:
            return ""
        if isinstance(action.done, bool):
            return self.word("action", "done" if action.done else "undone")
        return self.say("action", "done_on", done=action.done.written)

    def actions(self, actions: Iterable[Action]) -> str:
        """Several actions."""
        return "; ".join(map(self.action, actions))

    def indicators(self, node: Node, subject: Subject) -> str:
        """The indicators of a box; at follow-up, each with how it stands, as its picture says it."""
        graph, today = subject.excerpt.whole if subject.excerpt else subject.graph, subject.today
        follows = subject.chain.stage is Stage.FOLLOW_UP
        return "; ".join(
            self.indicator(one, today, stood(node, one, graph, self.picture, today)[0] if follows else "")
            for one in node.indicators
        )

    def indicator(self, one: Indicator, today: date | None, stands: str) -> str:
        """An indicator with its baseline, its latest value, how it ``stands``, its target, and who measures
        how often.
        """
        parts = [with_facts(one_line(one.title) or one_line(one.id), one_line(one.unit))]
        course = (self._level("baseline", one.baseline), self._level("target", one.target))
        parts.append(" ".join(level for level in course if level))
        if last := latest(one, today):
            parts.append(self.say("measured", "latest", value=self._shown(last), date=last.date.written))
        if stands:
            parts.append(stands)
        if one.source:
            parts.append(self.say("measured", "source", source=one_line(one.source)))
        if one.every:
            parts.append(self.texts.word("questions/every", one.every))
        by = (("measured_by", one_line(one.measured_by)), ("judged_by", one_line(one.judged_by)))
        parts += [self.say("measured", key, who=who) for key, who in by if who]
        return ", ".join(part for part in parts if part)

    def _level(self, name: str, level: Level | None) -> str:
        if level is None:
            return ""
        said = self.say("measured", name, value=self._shown(level))
        return with_facts(said, level.date.written if level.date else "")

    def _shown(self, level: Level | Measurement) -> str:
        shown = level.shown
        return one_line(shown) if isinstance(shown, str) else self.number(shown)

    def number(self, value: float) -> str:
        """A number, its thousands apart, with the decimals that it has."""
        if abs(value) >= _LONG:
            return self.texts.number(value)
        return Figures(self.texts.language).exact(Decimal(repr(value)))

    def few(self, listed: Sequence[str], most: int) -> str:
        """The first of several, and how many more there are."""
        shown = list(listed[:most])
        if len(listed) > most:
            shown.append(self.say("frames", "more", n=len(listed) - most))
        return "; ".join(shown)


@cache
def twin_words(language: str) -> TwinWords:
    """The words of a language; Swedish for one that is not known."""
    return TwinWords(texts(language if language in LANGUAGES else "sv"))


def capitalised(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def whole(text: str) -> str:
    """A text that people wrote, on one line, ended as a sentence is; "" for nothing."""
    flat = one_line(text)
    return flat if not flat or flat.endswith((".", "!", "?", "…")) else f"{flat}."


def with_facts(text: str, *facts: str) -> str:
    """A text with facts in brackets, those that there are."""
    said = ", ".join(fact for fact in facts if fact)
    return f"{text} ({said})" if said else text
