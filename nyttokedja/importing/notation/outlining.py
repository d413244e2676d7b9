"""Lines → `Outline`: each line is a header, a heading, a word on the note above, or notes with arrows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nyttokedja.importing.model import Place, Remark
from nyttokedja.importing.notation.arrow_signs import Beginning, beginning, is_rule
from nyttokedja.importing.notation.headers import COMMENT, header
from nyttokedja.importing.notation.lines import Line
from nyttokedja.importing.notation.marks import heading_kind, mark_of
from nyttokedja.importing.notation.outline import NOWHERE, Detail, DrawnArrow, Mention, Outline
from nyttokedja.importing.notation.senders import is_reaction, senders
from nyttokedja.importing.notation.targets import Step, Target, steps
from nyttokedja.importing.notation.vocabulary import (
    Vocabulary,
    aside_words,
    asking_words,
    reasons,
)
from nyttokedja.importing.notation.wrapped_lines import key_line, whole_lines
from nyttokedja.model.spelling import fold

_HEADING = -2
_WORDED = re.compile(r"((?:[^\W\d_]+ ){0,2}[^\W\d_]+):\s")
_WORDLESS = "-–—*•·+>"
_GUESSES = {"hampers": "obstacle", "opportunity": "opportunity"}
_POINTING = ("obstacle", "risk", "precondition")
"""Kinds that can only be about the note that they stand under."""


def outlined(lines: list[Line], vocabulary: Vocabulary, indent: str = "") -> Outline:
    """Who stands under whom in notes.

    Args:
        lines: those of a file.
        vocabulary: that of its language.
        indent: what being indented without an arrow means, as `ImportOptions` has it.
    """
    levelled = all(line.indent == 0 for line in lines)
    outliner = _Outliner(vocabulary, indent, levelled=levelled, senders=senders(lines))
    for line in whole_lines(lines, vocabulary):
        outliner.take(line)
    outliner.end_heading()
    return outliner.outline


class _Outliner:
    """Takes the lines of notes, one after the other."""

    def __init__(
        self, vocabulary: Vocabulary, indent: str, *, levelled: bool, senders: Mapping[int, str]
    ) -> None:
        self.outline = Outline()
        self._vocabulary = vocabulary
        self._indent = indent
        self._levelled = levelled
        self._senders = senders
        self._above: list[tuple[tuple[int, int], int]] = []  # the notes that a line may stand under
        self._begun = False
        self._last = NOWHERE
        self._heading: tuple[str, int, Line] | None = None
        self._typed = True  # whether the heading has given its kind to a line

    def take(self, line: Line) -> None:
        """Read one line."""
        if is_reaction(line.text):
            self._remark("reaction", line.number, line.text)
            return
        if said := self._senders.get(line.number):
            self._remark("sender", line.number, said.rstrip(": "))
            line = line._replace(text=line.text[len(said) :])
            if not line.text:
                return
        if line.text.startswith(COMMENT):
            self._comment(line)
        elif not is_rule(line.text):
            start = beginning(line.text)
            if not self._head(line, start):
                self._body(line, self._started(line.text, start))

    def end_heading(self) -> None:
        """Say of a heading that no line was typed under."""
        if self._heading and not self._typed:
            heading = self._heading[2]
            self._remark("heading-empty", heading.number, heading.text.strip("# :"))
        self._heading, self._typed = None, True

    def _comment(self, line: Line) -> None:
        words = " ".join(line.text[2:].split())
        if words:
            self.outline.comments.append(words)
            self._remark("comment", line.number, words)

    def _head(self, line: Line, start: Beginning) -> bool:
        """Whether a line says something of the whole chain, or is a heading."""
        headers = self.outline.headers
        text = line.text
        if not self._begun and line.indent == 0:
            text = " ".join(text.split())
            found = header(text)
            if found and found[1] and found[0] not in headers:
                headers[found[0]] = found[1]
                return True
            if found and not found[1]:
                self._note(text, line.number)
                return True
        if start.arrows:
            return False
        if kind := heading_kind(start.rest, self._vocabulary):
            self.end_heading()
            self._pop((line.indent, 0))
            self._above.append(((line.indent, 0), _HEADING))
            self._heading, self._typed = (kind, line.indent, line), False
            return True
        if text.startswith("#") and (words := text.lstrip("#")) and words.startswith(" "):
            self.end_heading()
            self._above.clear()
            if not self._begun and "title" not in headers:
                headers["title"] = words.strip().rstrip("#").strip()
                return True
        return False

    def _body(self, line: Line, start: Beginning) -> None:
        """Read a line of notes, or one that is about the note above."""
        if not start.rest.strip(_WORDLESS):
            return
        self._begun = True
        if self._heading and line.indent < self._heading[1]:
            self.end_heading()
        depth = (start.level if self._levelled else line.indent, len(start.arrows))
        parent = self._pop(depth)
        if not start.arrows and parent >= 0 and self._about(parent, line, start):
            return
        bare = start.bullet or bool(start.arrows)
        arrow = start.arrows[-1] if start.arrows else ""
        read = list(steps(start.rest, self._vocabulary, arrow, bare=bare))
        if not start.bullet and not start.arrows and parent >= 0 and self._is_loose(read):
            self._loose(parent, line.number, start.rest)
        elif read:
            self._notes(read, arrow, parent, line.number)
            self._above.append((depth, self._last))

    def _started(self, text: str, start: Beginning) -> Beginning:
        """The beginning of a line of notes; a lone ``!`` is a word of it where no mark follows."""
        rest = " ".join(start.rest.split()).lstrip("#" if text.startswith("#") else "").strip()
        if start.arrows[-1:] == ("hampers?",):
            if mark_of(rest, self._vocabulary) is None:
                return Beginning(bullet=False, level=0, arrows=(), rest=" ".join(text.split()))
            return Beginning(start.bullet, start.level, (*start.arrows[:-1], "hampers"), rest)
        return start._replace(rest=rest)

    def _pop(self, depth: tuple[int, int]) -> int:
        """The note that a line of this depth stands under; NOWHERE for none, and for one without words."""
        while self._above and self._above[-1][0] >= depth:
            self._above.pop()
        return next((note for _, note in reversed(self._above) if note != _HEADING), NOWHERE)

    def _about(self, parent: int, line: Line, start: Beginning) -> bool:
        """Whether a line gives a key to the note above, or the reason of the arrow to it."""
        note = self.outline.mentions[parent]
        if found := key_line(start.rest):
            note.details.append(Detail(*found, start.rest, line.number))
            return True
        reason = reasons().match(start.rest)
        if reason is None or (reason[1] and not note.arrows):
            return False
        words = start.rest[reason.end() :]
        if ":" not in reason[0] and mark_of(words, self._vocabulary, "arrow"):
            depth = (line.indent, 1)
            parent = self._pop(depth)
            self._notes(list(steps(words, self._vocabulary, "back", bare=True)), "back", parent, line.number)
            self._above.append((depth, self._last))
        else:
            note.details.append(Detail("because", words, start.rest, line.number))
        return True

    def _is_loose(self, read: list[Step]) -> bool:
        """Whether the words of an indented line only say more of the note above."""
        under_heading = bool(self._above) and self._above[-1][1] == _HEADING
        return not under_heading and len(read) == 1 and not any(one.mark for one in read[0].targets)

    def _loose(self, parent: int, number: int, words: str) -> None:
        key = "uncertain" if words.startswith("?") or words.endswith("?") else ""
        self.outline.mentions[parent].details.append(Detail(key, words, words, number))

    # -- notes and their arrows ---------------------------------------------------------------------

    def _notes(self, read: list[Step], arrow: str, parent: int, number: int) -> None:
        """Add the notes of a line, with the arrows to the first of them and those between them."""
        tails = [parent]
        for n, step in enumerate(read):
            sign = step.arrow if n else arrow
            heads = [self._mention(target, sign, number) for target in step.targets]
            for head in heads:
                if sign:
                    drawn = [self._arrow(tail, head, sign, number) for tail in tails]
                    self.outline.mentions[head].arrows += [one for one in drawn if one >= 0]
                elif n == 0 and parent >= 0:
                    self._implied(parent, head, number)
            tails = heads
        last = self.outline.mentions[tails[-1]]
        last.arrows = [arrow for head in tails for arrow in self.outline.mentions[head].arrows]
        self._last = tails[-1] if not last.target.is_empty else NOWHERE

    def _mention(self, target: Target, sign: str, number: int) -> int:
        kind = target.kind
        if not kind and not sign and self._heading:
            kind = self._under_heading(target, number)
        if target.mark and target.mark.shared:
            read_as = {"letter": target.mark.shared.upper(), "kind": target.kind}
            self._remark("shared-letter", number, **read_as)
        if target.mark and target.mark.bare:
            self._remark("colon-missing", number, target.mark.bare)
        if target.is_empty:
            kind = "note"
        guess = _GUESSES.get(sign, "effect")
        self.outline.mentions.append(Mention(number, target, kind, guess, target.typed))
        return len(self.outline.mentions) - 1

    def _under_heading(self, target: Target, number: int) -> str:
        """The kind that a heading gives to a note, "" for what is beside its matter, which is said."""
        assert self._heading is not None
        said = _WORDED.match(target.words) if not target.literal else None
        asks = target.words.endswith("?") and fold(target.words.partition(" ")[0]) in asking_words()
        if asks or (said and fold(said[1]) in aside_words()) or not any(map(str.isalnum, target.typed)):
            self._remark("heading-aside", number, target.typed)
            return ""
        if said:
            self._remark("heading-colon", number, target.typed)
        self._typed = True
        return self._heading[0]

    def _note(self, text: str, number: int) -> None:
        self.outline.mentions.append(Mention(number, Target(text, None, text), "note", "effect", text))

    def _arrow(self, tail: int, head: int, sign: str, number: int) -> int:
        """Draw an arrow as its sign says; its place, NOWHERE where it has no beginning."""
        empty = [end for end in (tail, head) if end < 0 or self.outline.mentions[end].target.is_empty]
        if empty:
            if head not in empty:
                target = self.outline.mentions[head].target
                self._remark("arrow-from-nowhere", number, target.literal or target.words)
            return NOWHERE
        if sign in ("back", "hampers"):
            tail, head = head, tail
        self.outline.arrows.append(DrawnArrow(tail, head, number, sign == "hampers"))
        return len(self.outline.arrows) - 1

    def _implied(self, parent: int, note: int, number: int) -> None:
        """Draw the arrow that a note needs no sign for, or say that it has none."""
        mention = self.outline.mentions[note]
        if mention.target.is_empty or mention.kind in ("note", "cost", ""):
            return
        if mention.kind in _POINTING:
            drawn = self._arrow(parent, note, "back", number)
            if drawn >= 0:
                self.outline.arrows[drawn].implied = True
        elif mention.kind == "opportunity" or self._indent == "leads-to":
            self._arrow(parent, note, "forward", number)
        elif self._indent == "contributes":
            self._arrow(parent, note, "back", number)
        else:
            self._remark("indented", number, mention.target.literal or mention.target.words)

    def _remark(self, key: str, number: int, item: str = "", **particulars: str) -> None:
        self.outline.remarks.append(Remark(key, item, Place("line", number), particulars))
