"""Notes as typed → boxes: the same words are one box, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left

from nyttokedja.importing.identity import identity
from nyttokedja.importing.model import Place, Remark
from nyttokedja.importing.notation.note_fields import NoteBox, Tail, read_tail
from nyttokedja.importing.notation.outline import Mention, Outline

_BESIDE = ("obstacle", "risk", "precondition", "cost")
"""Kinds whose words are known apart from those of the chain."""
_CHAIN = "chain"
_SPACES = (_CHAIN, *_BESIDE)
_MARKED = {"behaviour": "effect", "effect_goal": "effect"}
"""Kind → the type of box that it marks."""
_MARKS_ON = {"behaviour": ("effect",), "effect_goal": ("effect", "benefit")}
_CUT = ("...", "…")
_SHORTEST = 3
"""So many letters begin the words of another note."""


def boxed(outline: Outline) -> tuple[list[NoteBox], list[NoteBox | None]]:
    """The boxes and notes of an outline in the order of their first lines, and that of each mention."""
    boxes = _Boxes(outline)
    boxes.resolve()
    return boxes.all(), boxes.of


class _Boxes:
    def __init__(self, outline: Outline) -> None:
        self._mentions = outline.mentions
        self._remarks = outline.remarks
        self._touched = {end for arrow in outline.arrows for end in (arrow.tail, arrow.head)}
        self._known: dict[tuple[str, str], list[NoteBox]] = {}
        self._keys: dict[str, list[str]] = {}  # space → its keys, sorted
        self.of: list[NoteBox | None] = [None] * len(outline.mentions)

    def all(self) -> list[NoteBox]:
        """Each box once."""
        found = {id(box): box for box in self.of if box}
        return sorted(found.values(), key=lambda box: box.first)

    def resolve(self) -> None:
        """Find the box of each mention: those with a kind first, then by words, then by beginnings."""
        cut: list[int] = []
        bare: dict[str, list[int]] = {}
        for n, mention in enumerate(self._mentions):
            if mention.kind != "note" and self._is_cut(mention):
                cut.append(n)
            elif mention.kind:
                self.of[n] = self._typed(n, mention)
            else:
                bare.setdefault(identity(self._words(mention)), []).append(n)
        for key, alike in bare.items():
            self._untyped(key, alike)
        self._keys = {space: sorted(key for at, key in self._known if at == space) for space in _SPACES}
        for n in cut:
            self.of[n] = self._begun(n, self._mentions[n])
        for n, mention in enumerate(self._mentions):
            self._detail(n, mention)

    # -- notes with a kind --------------------------------------------------------------------------

    def _typed(self, n: int, mention: Mention) -> NoteBox:
        if mention.kind == "note":
            text = mention.raw if mention.target.is_empty else self._words(mention)
            return self._new(n, mention, "note", text, "note", identity(text))
        kind = _MARKED.get(mention.kind, mention.kind)
        title, tail = self._parted(mention, kind)
        key = identity(title)
        found = self._found(_space(kind), key, tail)
        if found is None:
            found = self._new(n, mention, kind, title, _space(kind), key)
        return self._join(found, mention, tail)

    def _found(self, space: str, key: str, tail: Tail) -> NoteBox | None:
        """The box with these words: for the same receiver, where both say who."""
        alike = self._known.get((space, key), [])
        if "for" not in tail:
            return alike[0] if alike else None
        who = identity(tail["for"][0])
        same = (box for box in alike if identity(box.fields.get("for", "")) == who)
        return next(same, None) or next((box for box in alike if "for" not in box.fields), None)

    def _join(self, box: NoteBox, mention: Mention, tail: Tail) -> NoteBox:
        """Let a mention with a kind say more of its box."""
        kind = _MARKED.get(mention.kind, mention.kind)
        if mention.kind in _MARKS_ON and box.kind in _MARKS_ON[mention.kind]:
            box.fields[mention.kind] = True
        elif kind != box.kind and mention.kind:
            place = Place("line-and-first", mention.line, str(box.line))
            said = {"first": box.kind, "other": kind}
            self._remarks.append(Remark("second-kind", box.title, place, said))
        for key, (value, raw) in tail.items():
            box.say(key, " ".join(value) if key == "tags" else value, raw, mention.line)
            if key == "for" and raw.startswith("(") and box.fields.get(key) == value:
                self._remarks.append(Remark("receiver", value, Place("line", mention.line)))
        return box

    # -- notes without ------------------------------------------------------------------------------

    def _untyped(self, key: str, alike: list[int]) -> None:
        """Find the box of mentions with the same words, where an arrow meets any of them; else notes."""
        touched = [n for n in alike if n in self._touched]
        if not touched:
            for n in alike:
                self.of[n] = self._new(n, self._mentions[n], "note", self._mentions[n].raw, "note", key)
            return
        first = self._mentions[touched[0]]
        box, tail = self._named(key, first)
        if box is None:
            box = self._guessed(alike[0], first)
        else:
            self._join(box, first, tail)
            box.first = min(box.first, alike[0])
        for n in alike:
            self.of[n] = box

    def _named(self, key: str, mention: Mention) -> tuple[NoteBox | None, Tail]:
        """The box that words without a kind name, and what is said of it after them."""
        spaces = ("obstacle", "risk", *_SPACES) if mention.guess == "obstacle" else (*_SPACES, "note")
        for space in spaces:
            if found := self._known.get((space, key)):
                return found[0], Tail()
        title, tail = self._parted(mention, "benefit")
        if not tail:
            return None, tail
        for space in spaces:
            for box in self._known.get((space, identity(title)), []):
                who = tail.get("for", ("", ""))[0]
                if not who or identity(box.fields.get("for", "")) == identity(who):
                    tail.pop("for", None)
                    return box, tail
        return None, tail

    def _guessed(self, first: int, mention: Mention) -> NoteBox:
        kind = mention.guess
        title, tail = self._parted(mention, kind)
        place = Place("line", mention.line)
        self._remarks.append(Remark("untyped", title, place, {"kind": kind}))
        box = self._new(first, mention, kind, title, _space(kind), identity(title))
        return self._join(box, mention, tail)

    # -- beginnings of words ------------------------------------------------------------------------

    def _begun(self, n: int, mention: Mention) -> NoteBox:
        """The box whose words a mention begins, or one of its own."""
        start = identity(self._words(mention).rstrip(".… "))
        spaces = (_space(_MARKED.get(mention.kind, mention.kind)),) if mention.kind else _SPACES
        fitting = [box for space in spaces for box in self._beginning_with(space, start)]
        if len(fitting) == 1 and (mention.kind or n in self._touched):
            fitting[0].first = min(fitting[0].first, n)
            return self._join(fitting[0], mention, Tail())
        if len(fitting) > 1 and (mention.kind or n in self._touched):
            found = {"found": len(fitting)}
            self._remarks.append(
                Remark("beginning", self._words(mention), Place("line", mention.line), found)
            )
        if mention.kind:
            return self._typed(n, mention)
        if n in self._touched:
            return self._guessed(n, mention)
        return self._new(n, mention, "note", mention.raw, "note", identity(mention.raw))

    def _beginning_with(self, space: str, start: str) -> list[NoteBox]:
        keys = self._keys[space]
        at = bisect_left(keys, start)
        found: list[NoteBox] = []
        while at < len(keys) and keys[at].startswith(start):
            found.append(self._known[space, keys[at]][0])
            at += 1
        return found

    def _is_cut(self, mention: Mention) -> bool:
        words = mention.target.words
        if mention.target.literal or not words.endswith(_CUT):
            return False
        return len(words.rstrip(".… ")) >= _SHORTEST

    # -- all ----------------------------------------------------------------------------------------

    def _detail(self, n: int, mention: Mention) -> None:
        """Let the lines below a mention say more of its box."""
        box = self.of[n]
        if box is None:
            return
        for detail in mention.details:
            if detail.key == "because" and mention.arrows:
                continue
            if box.kind == "note":
                box.title = f"{box.title}\n{detail.raw}"
            elif detail.key == "because":
                box.say("", detail.raw, detail.raw, detail.line)
            else:
                box.say(detail.key, detail.value, detail.raw, detail.line)

    def _parted(self, mention: Mention, kind: str) -> tuple[str, Tail]:
        target = mention.target
        if not target.literal:
            title, tail = read_tail(target.words, kind)
        else:
            rest, tail = read_tail(f"x {target.words}", kind)
            title = f"{target.literal}{rest[1:].rstrip()}"
        emoji = target.mark.emoji if target.mark else ""
        return f"{emoji} {title}" if emoji else title, tail

    def _words(self, mention: Mention) -> str:
        target = mention.target
        emoji = f"{target.mark.emoji} " if target.mark and target.mark.emoji else ""
        return emoji + " ".join(filter(None, (target.literal, target.words)))

    def _new(self, n: int, mention: Mention, kind: str, title: str, space: str, key: str) -> NoteBox:
        box = NoteBox(kind, title, n, mention.line, key)
        if mention.kind in _MARKS_ON:
            box.fields[mention.kind] = True
        self._known.setdefault((space, key), []).append(box)
        return box


def _space(kind: str) -> str:
    return kind if kind == "note" or kind in _BESIDE else _CHAIN
