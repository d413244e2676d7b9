"""Mind maps of FreeMind and Freeplane (``.mm``), and outlines in OPML → a board.

In a tree a branch may be a part, a cause or a heading: only ``--indent`` says which, so no arrows are made
without it. A branch whose words are only those for a type is a heading: what hangs from it has that type.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Shape
from nyttokedja.importing.drawings.markup import html_lines
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.packages.xml import local_name, xml_tree

_BLOCKS = ("p", "li", "h1", "h2", "h3")
_Words = Callable[[Element], tuple[str, ...]]


def read_freemind(data: bytes, options: ImportOptions) -> Board:
    """What a mind map holds; its root is the title.

    Raises:
        CannotRead: it is damaged, or too large.
    """
    root = xml_tree([data])
    reader = _Reader("node", _mind_map_words, options.indent)
    tops = [top for top in root if local_name(top) == "node"]
    title = " ".join(_mind_map_words(tops[0])) if len(tops) == 1 else ""
    if len(tops) == 1:
        reader.beside(tops[0], "root", ())
    reader.branches(tops[0] if len(tops) == 1 else root, "", ())
    return reader.board(title)


def read_opml(data: bytes, options: ImportOptions) -> Board:
    """What an outline holds.

    Raises:
        CannotRead: it is damaged, or too large.
    """
    root = xml_tree([data])
    title = " ".join(html_lines("".join(one.text or "" for one in root.iter() if local_name(one) == "title")))
    reader = _Reader("outline", _outline_words, options.indent)
    for body in root:
        if local_name(body) == "body":
            reader.branches(body, "", ())
    return reader.board(title)


class _Reader:
    """Reads branches, each as a shape or a heading."""

    def __init__(self, name: str, words: _Words, indent: str) -> None:
        self._name, self._words, self._indent = name, words, indent
        self._shapes: list[Shape] = []
        self._groups: list[Group] = []
        self._connectors: list[Connector] = []

    def branches(self, holder: Element, parent: str, groups: tuple[str, ...]) -> None:
        """Read what hangs from a branch; ``parent`` is the shape that this is, "" for none."""
        for branch in holder:
            if local_name(branch) != self._name:
                continue
            number = len(self._shapes) + len(self._groups)
            id, lines = branch.get("ID") or f"branch-{number}", self._words(branch)
            if self._is_heading(branch, lines):
                self._groups.append(Group(id, lines, groups=groups, sort="container"))
                self.beside(branch, id, groups)
                self.branches(branch, parent, (*groups, id))
                continue
            note = " ".join(_note(branch))
            if not lines:
                lines, note = html_lines(note), ""
            lasting = branch.get("ID") is not None
            fill = branch.get("BACKGROUND_COLOR", "").lower()
            looks = {"fill": fill} if fill else {}
            self._shapes.append(Shape(id, lines, looks=looks, groups=groups, note=note, lasting=lasting))
            self._join(parent, id)
            self._links(branch, id)
            self.branches(branch, id, ())

    def beside(self, branch: Element, id: str, groups: tuple[str, ...]) -> None:
        """Keep what is noted at a branch that is no box itself, as a text of its own."""
        if note := _note(branch):
            self._shapes.append(Shape(f"{id} …", note, groups=groups, lasting=False))

    def board(self, title: str) -> Board:
        """All that was read."""
        return Board(title, (Page("", tuple(self._shapes), tuple(self._connectors), tuple(self._groups)),))

    def _is_heading(self, branch: Element, lines: tuple[str, ...]) -> bool:
        held = any(local_name(one) == self._name for one in branch)
        return held and len(lines) == 1 and kind_of_word(lines[0]) is not None

    def _join(self, outer: str, inner: str) -> None:
        if outer and self._indent:
            tail, head = (outer, inner) if self._indent == "leads-to" else (inner, outer)
            self._connectors.append(Connector(f"{tail}-{head}", tail, head))

    def _links(self, branch: Element, id: str) -> None:
        """The arrows that are drawn from a branch to another, besides the tree."""
        for link in branch:
            if local_name(link) == "arrowlink" and link.get("DESTINATION"):
                marks = (_mark(link.get("STARTARROW", "None")), _mark(link.get("ENDARROW", "Default")))
                label = html_lines(link.get("MIDDLE_LABEL", ""))
                self._connectors.append(
                    Connector(link.get("ID", ""), id, link.get("DESTINATION"), marks=marks, lines=label)
                )


def _mind_map_words(branch: Element) -> tuple[str, ...]:
    """The words of a branch: an attribute, or what is written with looks inside it."""
    if plain := html_lines(branch.get("TEXT", "")):
        return plain
    return _rich(branch, "NODE")


def _rich(branch: Element, kind: str) -> tuple[str, ...]:
    for one in branch:
        if local_name(one) == "richcontent" and one.get("TYPE") == kind:
            blocks = ["".join(block.itertext()) for block in one.iter() if local_name(block) in _BLOCKS]
            return html_lines("\n".join(blocks) or "".join(one.itertext()))
    return ()


def _note(branch: Element) -> tuple[str, ...]:
    """What is noted at a branch, with its attributes: ``ägare: Enhetschef``."""
    attributes = (
        f"{one.get('NAME', '')}: {one.get('VALUE', '')}"
        for one in branch
        if local_name(one) == "attribute" and one.get("VALUE")
    )
    return (
        *_rich(branch, "DETAILS"),
        *_rich(branch, "NOTE"),
        *html_lines(branch.get("_note", "")),
        *html_lines("\n".join(attributes)),
    )


def _outline_words(branch: Element) -> tuple[str, ...]:
    return html_lines(branch.get("text") or branch.get("title") or "")


def _mark(name: str) -> Mark:
    return Mark.NONE if name in ("None", "NONE", "") else Mark.ARROW
