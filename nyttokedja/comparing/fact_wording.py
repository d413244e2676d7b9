"""Facts that have changed → a sentence each, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.comparing.facts import NAMED, steps
from nyttokedja.comparing.model import FieldChange, Kind, Scalar
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts

SIGNS: Mapping[Kind, str] = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.CHANGED: "Δ"}
"""How each kind of change is shown."""

_LISTED = {"strength": "link"} | {
    key: key
    for key in (
        *("category", "perspective", "every", "better", "timing", "stage", "size"),
        *("currency", "first_year", "kind", "unit"),
    )
}
"""Keys whose values are words of the format → what the words are listed under."""


class FactWords:
    """The sentences about facts in a language; every text from a chain is as it stands there.

    Where `longest` is given, values of more characters are cut short.
    """

    def __init__(self, language: str, longest: int | None = None) -> None:
        self.language = language
        self._longest = longest
        self._texts = texts(language)

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
            said = self._texts.quoted(self._name(path))
            if inside:
                said += f" ({self._held(inside, path, form)})"
            path = path[:-1]
            before, after = before and said, after and said
        return SIGNS[kind], self._fill(
            "field",
            name,
            what=self._path(path, form),
            before=self._cut(self._value(before, path, form)),
            after=self._cut(self._value(after, path, form)),
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
            said.append(f"{shown} {self._cut(self._value(value, field.path, form))}".lstrip())
        return ", ".join(said)

    def _path(self, path: tuple[str, ...], form: str) -> str:
        """The words for the keys on the way to a fact, and the names of the items between them."""
        return " › ".join(
            self._texts.quoted(self._name(path[: n + 1])) if is_name else self._key(step, form)
            for n, (step, is_name) in enumerate(steps(path))
        )

    def _name(self, path: tuple[str, ...]) -> str:
        """What an item is known by; a part of a conversion, by its kind and its year."""
        if path[-2] != "conversion":
            return path[-1]
        kind, *rest = path[-1].split(" ")
        return " ".join((words(self.language).value(kind, "kind").replace("_", " "), *rest))

    def _key(self, key: str, form: str) -> str:
        return words(self.language).key(_LISTED.get(key, key), form).replace("_", " ")

    def _value(self, value: Scalar, path: tuple[str, ...], form: str) -> str:
        key = path[-1]
        if isinstance(value, bool):
            return self._texts.word("comparison/field", "yes" if value else "no")
        if isinstance(value, int | float):
            return self._texts.number(value)
        if value is None:
            return ""
        if key == "type":
            return self._texts.word("type", value)
        if key in _LISTED and (key != "unit" or "conversion" in path):
            return words(self.language).value(value, _LISTED[key], form).replace("_", " ")
        return value

    def _cut(self, value: str) -> str:
        whole = self._longest is None or len(value) <= self._longest
        return value if whole else f"{value[: self._longest].rstrip()}…"

    def _fill(self, group: str, name: str, /, **particulars: Any) -> str:
        return self._texts.say(f"comparison/{group}", name, **particulars)
