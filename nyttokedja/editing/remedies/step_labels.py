"""Step of a remedy → what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nyttokedja.editing.edits import AddItem
from nyttokedja.editing.orders.model import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RemoveOrder,
    RetitleOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
)
from nyttokedja.editing.remedies.model import (
    BLANK,
    Drop,
    Fill,
    Indent,
    Mend,
    Reencode,
    Remedy,
    Reword,
    Rewrite,
    Step,
)
from nyttokedja.editing.remedies.rewrite_labels import rewriting
from nyttokedja.editing.remedies.surroundings import surroundings
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import Texts
from nyttokedja.model.chain import NodeType

_HERE = ("{node}", "{one", "{answers", "{arrow_box}", "{box}")
"""How templates say the box that the finding is about."""

_WHOLE = ("baseline", "target", "measurements", "perspectives")
"""What is named instead of its parts."""

_POINTERS = ("hinders", "at", "needed_for")
_MOST = 3
"""So many facts are named."""


@dataclass(frozen=True)
class Speaker:
    """Who says what a remedy is called."""

    remedy: Remedy
    texts: Texts

    def say(self, name: str, /, **particulars: Any) -> str:
        """One of the texts of labels."""
        return self.texts.say("remedies/do", name, **particulars)

    def filled(self, template: str) -> str:
        """A template with what the finding says."""
        return self.remedy.filled(template)

    def box(self, template: str) -> str:
        """The title of a box."""
        return self.filled(template.replace("}", ":title}"))

    def at(self, text: str, id: str) -> str:
        """A text with the box that it is about, where that is not the one of the finding."""
        if id == BLANK:
            return self.say("at-another", text=text)
        return text if not id or id.startswith(_HERE) else self.say("at", text=text, box=self.box(id))

    def fact(self, key: str) -> Mapping[str, str]:
        """What a kind of fact is called, with its articles."""
        held = self.texts.group("remedies/fact")
        found: Mapping[str, str] = held.get(key, held["other"])
        return found

    def kind(self, path: str) -> str:
        """The canonical key that says what kind of fact a path leads to."""
        if "{key}" in path or "{field_path}" in path:
            return str(self.remedy.finding.particulars["key"])
        parts = path.split(".")
        if parts[0] == "indicators":
            return "indicators"
        if parts[-2:-1] == ["factors"]:
            return "factor"
        if parts == ["{path}", "due"]:
            return "action-due"
        return next((one for one in _WHOLE if one in parts), parts[-1])

    def type(self, template: str) -> str:
        """What a type or section is called, with its article; "" where people say which."""
        name = "" if template == BLANK else self.filled(template)
        group = self.texts.group("remedies/a" if name == "behaviour" else "a")
        return str(group[self._types.get(name, name)]) if name else ""

    def types(self, section: str) -> str:
        """What several of a section are called."""
        return self.texts.word("types", self._types.get(section, section))

    @property
    def _types(self) -> Mapping[str, str]:
        """Sections, as the schema or the file calls them → types."""
        said = words(self.remedy.finding.keys)
        return {name: one.value for one in NodeType for name in (one.section, said.key(one.section))}

    def line(self, of: str) -> int:
        """The line of the finding, or of a particular."""
        here = surroundings(self.remedy.here.parsed, self.remedy.finding, of)
        return here.parsed.source.place(here.span).line


def facts(steps: Sequence[SetOrder | Fill], speaker: Speaker) -> str:
    """Facts that people are asked for; what goes with an indicator is no more than that."""
    kinds = list(dict.fromkeys(speaker.kind(step.key) for step in steps))
    kinds = kinds[: 1 if kinds[0] == "indicators" else _MOST]
    way = speaker.remedy.way
    changed = bool(way.loses) and not any(isinstance(step, Drop) for step in way.steps)
    what = speaker.texts.listed(speaker.fact(kind)["the" if changed else "a"] for kind in kinds)
    return speaker.at(speaker.say("change-fact" if changed else "add-fact", what=what), steps[0].id)


def of_step(step: Step, speaker: Speaker) -> str:
    """What a step is called; "" where the others tell all."""
    return _NAMED[type(step)](step, speaker)


def _set(step: SetOrder | Fill, of: Speaker) -> str:
    if "{held_text}" in step.value:
        return of.say("to-another") if "{key}" in step.key else of.say("to-fact", key=_last(step, of))
    kind = of.kind(step.key)
    if "{" in step.value:
        return of.say("title-as-text") if kind == "text" else ""
    if BLANK in step.value:
        return facts((step,), of)
    if step.value == "none":
        return of.say("none", types=of.types(of.filled(step.key)))
    if step.value == "true":
        return of.texts.word("remedies/true", kind)
    said = words(of.remedy.finding.keys).value(step.value, kind)
    return of.say("set-to", what=of.fact(kind)["the"], value=said)


def _unset(step: UnsetOrder, of: Speaker) -> str:
    kind = "" if step.key == "notes" else of.kind(step.key)
    if kind in ("", "perspectives"):
        return of.say("unset" if kind else "unset-notes")
    return of.at(of.say("unset-fact", what=of.fact(kind)["the"]), step.id)


def _last(step: SetOrder | Fill, of: Speaker) -> str:
    """The file's word for the key that a path ends with."""
    return of.filled(step.key.rpartition(".")[2])


def _drop(step: Drop, of: Speaker) -> str:
    """An arrow, a pointer, or whatever stands on a line."""
    keys = set() if step.of else {*of.remedy.here.way[2:]}
    said = {one: {words(language).key(one) for language in LANGUAGES} for one in ("leads_to", *_POINTERS)}
    if keys & said["leads_to"]:
        return of.say("unlink")
    pointer = any(keys & said[one] for one in _POINTERS)
    return of.say("unpoint") if pointer else of.say("drop", line=of.line(step.of))


def _add(step: AddOrder, of: Speaker) -> str:
    if "{" in step.title:
        return of.say("as-some-box" if step.type == BLANK else "as-box", type=of.type(step.type))
    return of.say("add", type=of.type(step.type))


def _link(step: LinkOrder, of: Speaker) -> str:
    if BLANK not in (step.source, step.target):
        return of.say("add-fact", what=of.fact(next(iter(step.facts)))["a"])
    if step.source != BLANK:
        return of.say("link-from-here")
    if step.target == BLANK:
        return of.say("link")
    here = step.target.startswith(_HERE)
    return of.say("link-here") if here else of.say("link-to", box=of.box(step.target))


def _move(step: MoveOrder, of: Speaker) -> str:
    type_ = of.type(step.type)
    if step.id in ("{node}", BLANK):
        return of.say("move" if step.id == "{node}" else "move-another", type=type_)
    return of.say("move-box", type=type_, box=of.box(step.id))


def _indent(step: Indent, of: Speaker) -> str:
    return of.say("outdent" if of.filled(step.to) == "0" else "indent")


def _rewrite(step: Rewrite, of: Speaker) -> str:
    name = rewriting(step)
    if name == "write-other" and of.remedy.finding.code.startswith("NK1"):  # all of names
        name = "write-name"
    gone = of.filled(f"{{{step.spot}}}")
    if name == "drop-text" and not gone.isprintable():
        name = "drop-unseen"
    said = {"text": of.filled(step.text).strip(), "gone": gone, "line": of.line(step.of)}
    return of.say(name, **{**of.remedy.finding.particulars, **said}) if name else ""


_NAMED: Mapping[type, Callable[[Any, Speaker], str]] = {
    SetOrder: _set,
    Fill: _set,
    Drop: _drop,
    AddOrder: _add,
    LinkOrder: _link,
    MoveOrder: _move,
    Indent: _indent,
    UnlinkOrder: lambda step, of: of.say("unlink"),
    RemoveOrder: lambda step, of: of.say("remove"),
    RetitleOrder: lambda step, of: of.say("retitle"),
    UnsetOrder: _unset,
    AddItem: lambda step, of: of.at(of.say("add-fact", what=of.fact(step.field[0])["a"]), step.node),
    Reencode: lambda step, of: of.say("reencode"),
    Reword: lambda step, of: of.say("reword", word=of.filled(step.word), now=of.filled(step.now)),
    Rewrite: _rewrite,
    Mend: lambda step, of: of.say("mend"),
}
