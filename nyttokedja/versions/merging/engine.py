"""bytes of base, ours and theirs → Merged: by lines where that says what both meant, else box by box.

    trees → what both sides mean, and where they conflict → lines, if they say that → edits of ours

A file that was merged is read again, and says what was meant; else it is left with conflict markers.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.regressions import new_errors
from nyttokedja.editing import CannotEdit, RenameId
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.language.codes import LANGUAGES, guessed
from nyttokedja.model.findings import Finding
from nyttokedja.reading.comments import comments
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.lines import Labels, LineMerge, Lines
from nyttokedja.versions.merging.renames import renames
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import Tree, dangling, in_one_order, tree_of
from nyttokedja.versions.merging.tree_edits import changes, with_comments

_BROKEN = frozenset({"NK001", "NK002", "NK101", "NK102"})
"""What a merge of lines can make of two files that had it not: something is lost, or stands twice."""


class Versions(NamedTuple):
    """The bytes of the three versions of a file: the one that both grew from, and the two."""

    base: bytes
    ours: bytes
    theirs: bytes


class _Files(NamedTuple):
    """The three versions, each read once."""

    base: Parsed
    ours: Parsed
    theirs: Parsed


class Trees(NamedTuple):
    """What the three versions say."""

    base: Tree
    ours: Tree
    theirs: Tree


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to.

    Where it is not ``clean``, `data` has conflict markers, and `told` says why, a sentence each in the
    chain's language. `errors` are those that neither side had; `unsaid` is how many comments of theirs
    did not come along, and ``reordered`` says that the new order of their boxes did not.
    """

    data: bytes
    clean: bool
    language: str
    told: tuple[str, ...] = ()
    errors: tuple[Finding, ...] = ()
    unsaid: int = 0
    reordered: bool = False


def merge(versions: Versions, by_lines: LineMerge, labels: Labels | None = None) -> Merged:
    """Merge two versions of a chain file that grew from one. Raises what ``by_lines`` raises.

    Args:
        versions: the bytes of the three; where there is no base, it is empty.
        by_lines: how files are merged line by line, as `nyttokedja.versions.line_merge.by_lines`.
        labels: what conflict markers call the three.
    """
    return _Merge(versions, by_lines, labels or Labels()).result()


class _Merge:
    def __init__(self, versions: Versions, by_lines: LineMerge, labels: Labels) -> None:
        self.by_lines = by_lines
        self.labels = labels
        self.lines: Lines = by_lines(*versions, labels)
        self._known: dict[bytes, Parsed] = {}
        self.files = _Files(*map(self._parsed, versions))
        self.language = "sv"

    def _parsed(self, data: bytes) -> Parsed:
        """A file that is read once, however often it comes up: what is merged may be one of the sides."""
        return self._known.setdefault(data, Parsed(data))

    def result(self) -> Merged:
        base, ours, theirs = map(tree_of, self.files)
        said = ours.facts.get("language") if ours else None
        self.language = said if said in LANGUAGES else guessed(self.files.ours.text)
        if ours is None or theirs is None:
            return self._unsound() if is_chain(self.files.ours.data) else Merged(*self.lines, self.language)
        if base is None:
            return self._without_base(ours, theirs)
        files, trees, conflicts = self._renamed(Trees(base, ours, theirs))
        wanted, more = merged(*trees)
        if conflicts or more:
            return self._conflict(conflicts or more, trees)
        by_line = self._parsed(self.lines.data)
        if self.lines.clean and tree_of(by_line) == wanted:
            return self._done(by_line)
        return self._by_edits(files, trees, wanted)

    def _unsound(self) -> Merged:
        """As git does it, unless that breaks the file."""
        if self.lines.clean:
            done = self._done(self._parsed(self.lines.data))
            if not any(error.code in _BROKEN for error in done.errors):
                return done
        return Merged(self._marked(), clean=False, language=self.language, told=self._why("unsound"))

    def _without_base(self, ours: Tree, theirs: Tree) -> Merged:
        """As git does it: there is nothing to tell who changed what."""
        tree = tree_of(self._parsed(self.lines.data)) if self.lines.clean else None
        if tree is not None and not dangling(tree) - dangling(ours) - dangling(theirs):
            done = self._done(self._parsed(self.lines.data))
            if not any(error.code in _BROKEN for error in done.errors):
                return done
        return Merged(self._marked(), clean=False, language=self.language, told=self._why("no-base"))

    def _renamed(self, trees: Trees) -> tuple[_Files, Trees, tuple[Conflict, ...]]:
        """The versions with the ids that either side has given."""
        ours, theirs = (renames(self.files.base, trees.base, side) for side in trees[1:])
        conflicts = tuple(Conflict("renamed", old) for old in ours if theirs.get(old, ours[old]) != ours[old])
        if not conflicts:
            with suppress(CannotEdit):
                files = _Files(*map(_renaming, self.files, trees, (ours | theirs, theirs, ours)))
                again = _trees(files)
                if again is not None:
                    return files, again, ()
        return self.files, trees, conflicts

    def _by_edits(self, files: _Files, trees: Trees, wanted: Tree) -> Merged:
        edited = _edited(files, trees.ours, wanted)
        if edited is None:
            return self._conflict((Conflict("not-certain"),), trees)
        base, ours, theirs, after = map(_comments, (*self.files, edited))
        if (ours - (base - theirs)) - after:
            return self._conflict((Conflict("comments"),), trees)
        unsaid = ((theirs - base) - after).total()
        reordered = not in_one_order(trees.base, trees.theirs) and not in_one_order(trees.theirs, trees.ours)
        return self._done(edited, unsaid, reordered=reordered)

    def _done(self, result: Parsed, unsaid: int = 0, *, reordered: bool = False) -> Merged:
        config = Config()
        before, also, after = (
            check_parsed(file, config) for file in (self.files.ours, self.files.theirs, result)
        )
        mine, others = new_errors(before, after), new_errors(also, after)
        errors = tuple(error for error in mine if error in others)
        return Merged(
            result.data, clean=True, language=self.language, errors=errors, unsaid=unsaid, reordered=reordered
        )

    def _why(self, reason: str) -> tuple[str, ...]:
        nothing = Tree({}, {})
        return (Conflict(reason).sentence(nothing, nothing, self.language),)

    def _conflict(self, conflicts: tuple[Conflict, ...], trees: Trees) -> Merged:
        told = dict.fromkeys(
            conflict.sentence(trees.ours, trees.theirs, self.language) for conflict in conflicts
        )
        return Merged(self._marked(), clean=False, language=self.language, told=tuple(told))

    def _marked(self) -> bytes:
        """The file with conflict markers: where lines collide, or, if none do, wherever the sides differ."""
        if not self.lines.clean:
            return self.lines.data
        return self.by_lines(b"", self.files.ours.data, self.files.theirs.data, self.labels).data


def _trees(files: _Files) -> Trees | None:
    base, ours, theirs = map(tree_of, files)
    return None if base is None or ours is None or theirs is None else Trees(base, ours, theirs)


def _edited(files: _Files, now: Tree, wanted: Tree) -> Parsed | None:
    """Our file with their changes, if it then says what is wanted; with their comments, if that can be."""
    edits = list(changes(now, wanted))
    for ways in (with_comments(edits, document(files.theirs)), edits):
        with suppress(CannotEdit):
            done = edit_parsed(files.ours, ways).parsed
            if tree_of(done) == wanted:
                return done
    return None


def _renaming(file: Parsed, tree: Tree, ids: dict[str, str]) -> Parsed:
    wanted = [RenameId(old, new) for old, new in ids.items() if old in tree.nodes]
    return edit_parsed(file, wanted).parsed


def _comments(file: Parsed) -> Counter[str]:
    return Counter(file.text[one.start : one.end].rstrip() for one in comments(file.outline))
