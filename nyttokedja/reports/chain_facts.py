"""A file that has been read → all that it says of each box and of the chain, as facts in the chain's words.

The data is walked as the schema lays it out, so that a new key needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from nyttokedja.language.forms import ONE_OR_SEVERAL, POINTING, Form, alone_key, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS, title_from
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.normal_form import normal_form
from nyttokedja.reading.source import Source
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import validate

_NOT_TOLD = frozenset({"nyttokedja", "title", "language", *SECTIONS})
"""What a page says elsewhere: its title, its language, its boxes."""
_MAIN = {"acceptance": "rule", "comparison": "what", "converted": "kind"}
"""`$def` → the key that stands first of what it says, where it does not stand alone for it in files."""
_STORIES = "success_stories"
"""What people have told, which is told on only with their consent."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under its label: a value, or the ids of boxes (several, for an arrow) that it points at.

    ``facts`` are those that belong to it; ``key`` is its key in the file.
    """

    label: str
    value: str = ""
    targets: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    key: str = field(default="", compare=False)


@dataclass(frozen=True)
class ChainFacts:
    """What a file says, in a language."""

    source: Source
    language: str

    @cached_property
    def chain(self) -> tuple[Fact, ...]:
        """What it says of the chain as a whole; what it is about stands first."""
        held = {key: value for key, value in self._data.items() if key not in _NOT_TOLD}
        if stories := held.pop(_STORIES, None):
            held[_STORIES] = [one for one in stories if isinstance(one, dict) and one.get("consent") is True]
        about = self._facts(held.pop("about", None), root_form().within("about"))
        return (*about, *self._facts(held, root_form()))

    @cached_property
    def nodes(self) -> Mapping[str, tuple[Fact, ...]]:
        """Id → what it says of the box besides its title, in the order of the schema."""
        return dict(self._nodes())

    @cached_property
    def _data(self) -> dict[str, Any]:
        assert self.source.root is not None
        translated = translate(self.source.root)
        return normal_form(validate(translated.root, translated.keys).root)

    @cached_property
    def _perspectives(self) -> Mapping[Any, Any]:
        """Perspective → its name in this chain."""
        about = self._data.get("about")
        named = about.get("perspectives") if isinstance(about, dict) else None
        return named if isinstance(named, dict) else {}

    def _nodes(self) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        for section in SECTIONS:
            nodes, form = self._data.get(section), root_form().within(section)
            if isinstance(nodes, dict) and form is not None:
                for id, node in nodes.items():
                    yield id, tuple(self._facts(node, form.within(id), skip="title"))

    def _facts(self, data: Any, form: Form | None, skip: str = "") -> Iterator[Fact]:
        if not isinstance(data, dict) or form is None:
            return
        order = {key: n for n, key in enumerate(form.schema.get("properties", {}))}
        for key, value in sorted(data.items(), key=lambda item: order.get(item[0], len(order))):
            if key != skip:
                yield from (replace(fact, key=key) for fact in self._fact(key, value, form))

    def _fact(self, key: str, value: Any, form: Form) -> Iterator[Fact]:
        held = form.within(key)
        label = self._label(key, form)
        said = texts(self.language)
        if held is not None and held.name == "indicators" and isinstance(value, dict):
            for id, indicator in value.items():
                fact = self._item(said.word("page/details", "indicator"), indicator, held.within(id))
                yield fact if fact.value else replace(fact, value=title_from(id))
        elif held is not None and held.name == "measurements" and isinstance(value, dict):
            for day in sorted(value):
                yield self._item(said.say("page/details", "measured", date=day), value[day], held.within(day))
        elif isinstance(value, list):
            one = said.group("sentences/")["one"].get(key, label)
            for item in value:
                yield self._item(
                    label if held and held.name in ONE_OR_SEVERAL else one, item, held and held.item
                )
        else:
            yield self._item(label, value, held)

    def _item(self, label: str, value: Any, form: Form | None) -> Fact:
        if form is None or not isinstance(value, dict):
            if form is not None and form.name in POINTING and isinstance(value, str):
                return Fact(label, targets=tuple(ARROW.split(value.strip())))
            return Fact(label, self._value(value, form))
        main = _MAIN.get(form.name) or alone_key(form)
        own = self._item(label, value[main], form.within(main)) if main in value else Fact(label)
        return Fact(label, own.value, own.targets, tuple(self._facts(value, form, skip=main)))

    def _label(self, key: str, form: Form) -> str:
        known = key in form.schema.get("properties", {})
        word = words(self.language).key(key, form.name).replace("_", " ") if known else key
        return word[:1].upper() + word[1:]

    def _value(self, value: Any, form: Form | None) -> str:
        if isinstance(value, bool):
            return str(form.truth(value, self.language) if form else value).lower()
        if isinstance(value, int | float):
            return texts(self.language).number(value)
        if form is not None and form.key == "perspective" and value in self._perspectives:
            return str(self._perspectives[value])
        if form is not None and value in form.listed:
            return form.word(value, self.language).replace("_", " ")
        return "" if value is None else str(value).strip()
