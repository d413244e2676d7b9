"""bytes of base, ours and theirs → Merged: by lines where that says what both meant, else box by box.

    trees → what both sides mean, and where they conflict → lines, if they say that → edits of a side

A file that was merged is read again, and says what was meant, and has the comments of both sides; else it is
left with conflict markers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.regressions import new_errors
from nyttokedja.editing import CannotEdit
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.language.codes import LANGUAGES, guessed
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity
from nyttokedja.reading.comments import comments
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.line_meaning import holds_both
from nyttokedja.versions.merging.lines import Labels, LineMerge, Lines
from nyttokedja.versions.merging.markers import marked
from nyttokedja.versions.merging.renames import renames, with_new_ids
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import Tree, dangling, in_one_order, tree_of
from nyttokedja.versions.merging.tree_edits import changes, with_comments

_BROKEN = frozenset({"NK001", "NK002", "NK101", "NK102"})
"""What a merge of lines can make of two files that had it not: something is lost, or stands twice."""

_MOST_WORK, _MOST_READ_AGAIN = 300_000_000, 1_000_000
"""Edits times bytes of what is merged box by box at all, and what is read again where it is edit by edit."""
_MOST_TOLD = 20
"""So many conflicts are told one by one: whoever has more begins with the file."""


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
    chain's language. `errors` are those that neither side had; ``reordered`` says that the new order of
    their boxes did not come along.
    """

    data: bytes
    clean: bool
    language: str
    told: tuple[str, ...] = ()
    errors: tuple[Finding, ...] = ()
    reordered: bool = False


def merge(versions: Versions, by_lines: LineMerge, labels: Labels | None = None) -> Merged:
    """Merge two versions of a chain file that grew from one. Raises what ``by_lines`` raises.

    Args:
        versions: the bytes of the three; where there is no base, it is empty.
        by_lines: how files are merged line by line, as `nyttokedja.versions.line_merge.by_lines`.
        labels: what conflict markers call the three.
    """
    return _Merge(versions, by_lines, labels or Labels()).result()


class _Collision(Exception):
    """What the two sides say cannot be said in one file."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(conflicts)
        self.conflicts = conflicts


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
        plain = Trees(base, ours, theirs)
        try:
            renamed = self._renamed(plain)
            try:
                return self._by_boxes(*renamed)
            except _Collision:  # without the names that seemed to be new
                with suppress(_Collision):
                    return self._by_boxes(self.files, plain)
                raise
        except _Collision as collision:
            return self._as_lines(plain) or self._conflict(collision.conflicts, plain)

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

    def _renamed(self, trees: Trees) -> tuple[_Files, Trees]:
        """The versions with the ids that either side has given.

        Raises:
            _Collision: both sides have given one box an id, and not the same, or one has taken it away.
        """
        ours, theirs = (renames(self.files.base, side) for side in self.files[1:])
        conflicts = [Conflict("renamed", old) for old in ours if theirs.get(old, ours[old]) != ours[old]]
        for named, other in ((ours, trees.theirs), (theirs, trees.ours)):
            kept = other.nodes.keys() | (ours.keys() & theirs.keys())
            conflicts += [Conflict("removed-changed", new) for old, new in named.items() if old not in kept]
        if conflicts:
            raise _Collision(tuple(conflicts))
        with suppress(CannotEdit):
            files = _Files(*map(_renaming, self.files, trees, ({**ours, **theirs}, theirs, ours)))
            again = _trees(files)
            if again is not None:
                return files, again
        return self.files, trees

    def _by_boxes(self, files: _Files, trees: Trees) -> Merged:
        """What both sides mean, by lines where those say it, or else by edits of one side.

        Raises:
            _Collision: they cannot both be, or no file says both.
        """
        wanted, conflicts = merged(*trees)
        if conflicts:
            raise _Collision(conflicts)
        if self.lines.clean and tree_of(self._parsed(self.lines.data)) == wanted:
            return self._done(self._parsed(self.lines.data))
        comments = _comments_of_both(self.files)
        reason = "not-certain"
        for start in self._starts(files):
            edited = _edited(start, (files.theirs, files.ours), wanted)
            if edited is not None and not comments - _comments(edited):
                return self._done(edited, reordered=_is_reordered(trees, edited))
            reason = reason if edited is None else "comments"
        raise _Collision((Conflict(reason),))

    def _starts(self, files: _Files) -> Iterator[Parsed]:
        """The files that can be edited to say all: ours, what lines come to where one side wins, theirs."""
        base, ours, theirs = (file.data for file in files)
        yield files.ours
        for side in ("ours", "theirs"):
            yield self._parsed(self.by_lines(base, ours, theirs, self.labels._replace(favour=side)).data)
        yield files.theirs

    def _as_lines(self, trees: Trees) -> Merged | None:
        """What git makes of it alone, where that can be read and has all that both sides have changed."""
        result = self._parsed(self.lines.data)
        tree = tree_of(result) if self.lines.clean else None
        if tree is None or not holds_both(*trees, tree) or _comments_of_both(self.files) - _comments(result):
            return None
        return self._done(result)

    def _done(self, result: Parsed, *, reordered: bool = False) -> Merged:
        config = Config(least=Severity.ERROR)
        before, also, after = (
            check_parsed(file, config) for file in (self.files.ours, self.files.theirs, result)
        )
        mine, others = new_errors(before, after), new_errors(also, after)
        errors = tuple(error for error in mine if error in others)
        return Merged(result.data, clean=True, language=self.language, errors=errors, reordered=reordered)

    def _why(self, reason: str) -> tuple[str, ...]:
        nothing = Tree({}, {})
        return (Conflict(reason).sentence(nothing, nothing, self.language),)

    def _conflict(self, conflicts: tuple[Conflict, ...], trees: Trees) -> Merged:
        told = dict.fromkeys(
            conflict.sentence(trees.ours, trees.theirs, self.language) for conflict in conflicts[:_MOST_TOLD]
        )
        if (n := len(conflicts) - _MOST_TOLD) > 0:
            told[texts(self.language).say("git/clash", "more", n=n)] = None
        return Merged(self._marked(), clean=False, language=self.language, told=tuple(told))

    def _marked(self) -> bytes:
        """The file with conflict markers: where lines collide, or, if none do, wherever the sides differ."""
        if not self.lines.clean:
            return self.lines.data
        base, ours, theirs = (file.data for file in self.files)
        return marked(base, ours, theirs, self.by_lines, self.labels)


def _is_reordered(trees: Trees, result: Parsed) -> bool:
    """Whether their boxes have come in another order than in ours, and have not got it in what was merged."""
    after = tree_of(result)
    theirs = trees.theirs
    return not any(in_one_order(one, theirs) for one in (trees.base, trees.ours, after) if one is not None)


def _trees(files: _Files) -> Trees | None:
    base, ours, theirs = map(tree_of, files)
    return None if base is None or ours is None or theirs is None else Trees(base, ours, theirs)


def _edited(start: Parsed, sides: Iterable[Parsed], wanted: Tree) -> Parsed | None:
    """A file made to say what is wanted, if that can be; with the comments of new boxes, if that can be."""
    now = tree_of(start)
    if now is None:
        return None
    edits = list(changes(now, wanted))
    if len(edits) * len(start.data) > _MOST_WORK:
        return None
    for ways in (with_comments(edits, [document(side) for side in sides]), edits):
        with suppress(CannotEdit):
            done = edit_parsed(start, ways, _MOST_READ_AGAIN).parsed
            if tree_of(done) == wanted:
                return done
    return None


def _renaming(file: Parsed, tree: Tree, ids: Mapping[str, str]) -> Parsed:
    return with_new_ids(file, {old: new for old, new in ids.items() if old in tree.nodes})


def _comments(file: Parsed) -> Counter[str]:
    return Counter(file.text[one.start : one.end].rstrip() for one in comments(file.outline))


def _comments_of_both(files: _Files) -> Counter[str]:
    """The comments that a merge must have: those of each side, but for what the other has taken away."""
    base, ours, theirs = map(_comments, files)
    return (ours - (base - theirs)) | (theirs - (base - ours))
