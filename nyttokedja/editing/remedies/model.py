"""A remedy as data: the steps that do what the sentence of a finding asks, and the words that go with it.

Every text of a step is a template. ``{x}`` is a particular of the finding: a node is its id, a place its
line; ``{x:key}`` is the file's word for a key, ``{x:key/k}`` that in a k, ``{x:value/k}`` for a value of k,
``{x:fields/k l}`` how a node's fields k and l stand in the file, ``{x:alone}`` a text without the colon
before it. What stands round the place of the finding is said by the names of `said.SAID`, round that of the
particular ``first`` by ``{first.entry}``. ``…`` is what people say, and ``{answers[0]}`` what they have
said.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import partial
from typing import Any

from nyttokedja.editing.edits import Edit
from nyttokedja.editing.orders.model import Order
from nyttokedja.editing.remedies.said import SAID
from nyttokedja.editing.remedies.spots import Spot
from nyttokedja.editing.remedies.surroundings import Surroundings, surroundings
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Finding, Mention, Place

BLANK = "…"
"""Where a person must write something, in the templates of steps."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Put a text in the place of a part of the file; ``of`` is a particular that is another place."""

    spot: Spot
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Indent:
    """Indent a line as far as told, and those below that stand further in as much more or less."""

    to: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Take away the entry or item where the finding is; ``of`` is as for `Rewrite`."""

    of: str = ""


@dataclass(frozen=True, slots=True)
class Reword:
    """Write another word for one, each time that it stands in the entry where the finding is."""

    word: str
    now: str


@dataclass(frozen=True, slots=True)
class Reencode:
    """Save the file in UTF-8 instead of another encoding."""

    encoding: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What the fix of the finding does."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Give a field of a box a value, as a `SetOrder` does, if it has none."""

    id: str
    key: str
    value: str = BLANK


@dataclass(frozen=True, slots=True)
class ForEach:
    """A step for each of a particular that is several, or each node of a type: ``{one}`` in its templates."""

    of: str
    step: Fill | Order | Edit
    types: tuple[str, ...] = ()


Step = Reencode | Rewrite | Indent | Drop | Reword | Mend | ForEach | Fill | Order | Edit


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do what a finding asks: its steps, and a template of the words that they may take away.

    What is about the text as it stands (`Rewrite`, `Indent`, `Drop`) is done first and all at once; orders
    and edits after that, one by one.
    """

    steps: tuple[Step, ...]
    loses: str = ""


def way(*steps: Step, loses: str = "") -> Way:
    """A way of these steps."""
    return Way(steps, loses)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way with the finding that it mends, and what stands round it in its file."""

    way: Way
    here: Surroundings

    @property
    def finding(self) -> Finding:
        """What it mends."""
        return self.here.finding

    @property
    def blanks(self) -> int:
        """How many things people must say."""
        return sum(text.count(BLANK) for text in _texts(self._single))

    def steps(self, *answers: str) -> tuple[Step, ...]:
        """The steps with answers in the place of the blanks, in their order; those without one stay."""
        waiting = iter(answers)

        def said(text: str) -> str:
            parts = text.split(BLANK)
            filled = [self.filled(part, answers) for part in parts]
            return "".join(
                part + (next(waiting, BLANK) if n < len(parts) - 1 else "") for n, part in enumerate(filled)
            )

        return tuple(_with_texts(step, said) for step in self._single)

    @property
    def _single(self) -> tuple[Step, ...]:
        """The steps, each for one of several."""
        return tuple(single for step in self.way.steps for single in self._each(step))

    def _each(self, step: Step) -> Iterator[Step]:
        if not isinstance(step, ForEach):
            yield step
            return
        for n, one in enumerate(self.finding.particulars[step.of]):
            if not step.types or one.type in step.types:
                yield _with_texts(step.step, partial(_of_one, f"{{{step.of}[{n}]"))

    @property
    def loses(self) -> str:
        """The words that may go."""
        return self.filled(self.way.loses)

    def filled(self, template: str, answers: tuple[str, ...] = ()) -> str:
        """A template with what the finding and its file say."""
        answers = (*answers, *(BLANK for _ in range(self.blanks - len(answers))))
        names = {**self.finding.particulars, "answers": answers}
        return _Filler(self.here).vformat(template, (), names)


def _of_one(one: str, template: str) -> str:
    return template.replace("{one", one)


class _Filler(string.Formatter):
    def __init__(self, here: Surroundings) -> None:
        self._here = here

    def get_field(self, field_name: str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        of, dot, spot = field_name.partition(".")
        if dot:  # what stands round another place than that of the finding
            there = surroundings(self._here.parsed, self._here.finding, of)
            return SAID[spot](there), of
        return super().get_field(field_name, args, kwargs)

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        name = str(key)
        if name in kwargs:
            return kwargs[name]
        return SAID[name](self._here) if name in SAID else name  # a key's own name: {owner:key}

    def format_field(self, value: Any, spec: str) -> str:
        if spec.startswith("key"):
            return words(self._here.finding.keys).key(value, spec.partition("/")[2])
        if spec.startswith("value"):
            return words(self._here.finding.keys).value(value, spec.partition("/")[2])
        if spec == "alone":
            return str(value).removeprefix(": ")
        if isinstance(value, Mention):
            return self._node(value, spec)
        if isinstance(value, Place):
            way = self._here.elsewhere(value).way
            if spec == "entry":
                return SAID["entry"](self._here.elsewhere(value))
            return {"box": "".join(way[1:2]), "within": ".".join(way[2:])}.get(spec, str(value.line))
        if isinstance(value, float):
            return f"{value:.12g}"
        if isinstance(value, tuple):
            return ", ".join(self.format_field(item, spec) for item in value)
        return str(value)

    def _node(self, value: Mention, spec: str) -> str:
        if spec.startswith("fields/"):
            return self._here.fields(value, spec.partition("/")[2].split())
        if spec == "entry":
            return SAID["entry"](self._here.elsewhere(value.place))
        return {"title": value.title, "type": value.type}.get(spec, value.id)


def _texts(value: Any) -> Iterator[str]:
    """The templates in a step, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _texts((key, held))
    elif is_dataclass(value):
        yield from _texts(tuple(getattr(value, field.name) for field in fields(value)))


def _with_texts(value: Any, said: Callable[[str], str]) -> Any:
    """The same value with other texts, which are made in the order of `_texts`."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else said(value)
    if isinstance(value, tuple | list):
        return type(value)(_with_texts(item, said) for item in value)
    if isinstance(value, Mapping):
        return {said(key): _with_texts(held, said) for key, held in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _with_texts(getattr(value, field.name), said) for field in fields(value)}
        return replace(value, **changed)
    return value
