"""Returned → the sentences that say what has come, what has changed, and what has vanished from the wall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nyttokedja.importing.returning.merging import Returned
from nyttokedja.importing.returning.vanished import Vanished
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import Texts, texts
from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.tree import TYPE

_MOST_SHOWN = 12


class Told:
    """What is said of an import into a chain, in the chain's language.

    Args:
        result: what it came to.
        file: the chain file's name.
        source: that of the foreign file.
    """

    def __init__(self, result: Returned, file: str, source: str) -> None:
        said = result.before.facts.get("language")
        self.language = said if said in LANGUAGES else LANGUAGES[0]
        self.result, self.file, self.source = result, file, source
        self.texts: Texts = texts(self.language)

    def lines(self) -> Iterator[str]:
        """All of it, a sentence or an item a line."""
        result = self.result
        if result.before == result.after:
            yield self.say("nothing")
        yield from self._pruned()
        titles = [str(result.after.nodes[id]["title"]) for id in result.new]
        yield from self._several("new", titles)
        yield from self._several("new-notes", result.new_notes)
        yield from self._several("changed", self._changed())
        yield from self._several("struck", result.struck)
        yield from self._several("twins", result.matched.twins)
        yield from self._shown(
            [self.say("near", title=one, other=other) for one, other in result.matched.near]
        )
        if result.clashes:
            yield self.say("clashes")
            clashes = (
                _named(one).sentence(result.before, result.theirs, self.language, "returning/clash")
                for one in result.clashes
            )
            yield from (f"  {line}" for line in self._shown(list(dict.fromkeys(clashes))))
        yield from self._gone()

    def say(self, name: str, **particulars: Any) -> str:
        """A sentence about the two files."""
        known = {"file": self.file, "typed": as_typed(self.file), "source": self.source}
        return self.texts.say("returning/told", name, **{**known, **particulars})

    def _several(self, name: str, items: Iterable[str]) -> Iterator[str]:
        if some := tuple(items):
            yield self.say(name, items=some, n=len(some))

    def _changed(self) -> Iterator[str]:
        for id, keys in self.result.changed.items():
            node = self.result.after.nodes.get(id)
            shown = ", ".join(self._key(node[TYPE] if node else "", key) for key in keys)
            yield f"{self._title(id)} ({shown})" if id else shown

    def _key(self, section: str, key: str) -> str:
        if key == TYPE:
            return self.texts.word("git/", "section")
        form = root_form().within(section) if section else root_form()
        form = form.within("") if form and section else form
        known = form is not None and key in form.schema.get("properties", {})
        return words(self.language).key(key, form.name) if form and known else key

    def _title(self, id: str) -> str:
        for side in (self.result.before, self.result.theirs):
            if id in side.nodes:
                return str(side.nodes[id]["title"])
        return id

    def _pruned(self) -> Iterator[str]:
        if self.result.pruned.spots:
            yield self.say("pruned")
            yield from (f"  {line}" for line in self._things(self.result.pruned))

    def _gone(self) -> Iterator[str]:
        """What stays in the chain, with the command that takes it away."""
        gone = self.result.gone
        if not gone.spots:
            return
        yield self.say("gone")
        yield from (f"  {line}" for line in self._things(gone, commands=True))
        yield self.say("prune")

    def _things(self, gone: Vanished, *, commands: bool = False) -> Iterator[str]:
        boxes = set(gone.boxes)
        for id in gone.boxes:
            yield self._line("gone-box", f"remove {id}", commands, title=self._title(id))
        for tail, head in gone.arrows:
            if boxes.isdisjoint((tail, *head.split(" -> "))):
                ends = {"title": self._title(tail), "other": self._ends(head)}
                yield self._line("gone-arrow", f"unlink {tail} {as_typed(head)}", commands, **ends)
        for id, key in gone.facts:
            if id and id not in boxes:
                name = self._key(self.result.before.nodes[id][TYPE], key)
                yield self._line("gone-fact", f"unset {id} {name}", commands, title=self._title(id), key=name)
            elif not id:
                yield self._line("gone-chain-fact", "", commands=False, key=self._key("", key))
        for text in gone.notes:
            yield self._line("gone-note", "", commands=False, title=text)

    def _ends(self, head: str) -> str:
        return " → ".join(self._title(id) for id in head.split(" -> "))

    def _line(self, name: str, command: str, commands: bool, **particulars: Any) -> str:
        said = self.say(name, **particulars)
        return f"{said}: nyttokedja {command} {as_typed(self.file)}" if commands else said

    def _shown(self, lines: list[str]) -> list[str]:
        return lines if len(lines) <= _MOST_SHOWN else [*lines[:_MOST_SHOWN], "…"]


def as_typed(name: str) -> str:
    """A name as it is typed in a command."""
    return f'"{name}"' if " " in name else name


def _named(clash: Conflict) -> Conflict:
    """A clash by the name of its sentence: a box that was struck out is more than a fact that was."""
    whole = clash.reason == "removed-changed" and not clash.keys
    return clash._replace(reason="struck-changed") if whole else clash
