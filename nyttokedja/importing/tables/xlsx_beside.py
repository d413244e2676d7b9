"""What stands beside the cells of a sheet of Excel: comments, and texts in boxes that lie on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.relations import Relation
from nyttokedja.importing.packages.xml import Element, xml_tree


def comments(package: Package, beside: Iterable[Relation]) -> Mapping[str, str]:
    """Cell, as ``B7``, → what is written beside it; who wrote it is never read.

    Raises:
        CannotRead: they are damaged.
    """
    beside = tuple(beside)
    talks: dict[str, str] = {}
    for root in _trees(package, beside, "threadedComment"):
        for one in root.iterfind("{*}threadedComment"):
            cell, said = one.get("ref", ""), one.findtext("{*}text") or ""
            talks[cell] = f"{talks[cell]}\n{said.strip()}" if cell in talks else said.strip()
    notes = dict(pair for root in _trees(package, beside, "comments") for pair in _notes(root))
    # of a talk there is a copy among the notes, which tells how to read it
    return {cell: said for cell, said in {**notes, **talks}.items() if said}


def drawn_texts(package: Package, beside: Iterable[Relation]) -> tuple[tuple[str, ...], int]:
    """The texts of boxes that lie on a sheet, and how many pictures and diagrams there are.

    Raises:
        CannotRead: they are damaged.
    """
    texts, pictures = [], 0
    for root in _trees(package, tuple(beside), "drawing"):
        for body in root.iterfind(".//{*}txBody"):
            paragraphs = (_text(one) for one in body.iterfind("{*}p"))
            texts.append(" ".join(" ".join(paragraphs).split()))
        pictures += sum(1 for name in ("pic", "graphicFrame") for _ in root.iterfind(f".//{{*}}{name}"))
    return tuple(text for text in texts if text), pictures


def _trees(package: Package, beside: tuple[Relation, ...], kind: str) -> Iterator[Element]:
    for one in beside:
        if one.kind == kind and one.target in package:
            yield xml_tree(package.chunks(one.target))


def _notes(root: Element) -> Iterator[tuple[str, str]]:
    authors = [one.text or "" for one in root.iterfind("{*}authors/{*}author")]
    for one in root.iterfind("{*}commentList/{*}comment"):
        said, author = _text(one).strip(), one.get("authorId", "")
        if author.isdecimal() and int(author) < len(authors) and authors[int(author)]:
            said = said.removeprefix(f"{authors[int(author)]}:").strip()
        yield one.get("ref", ""), said


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iterfind(".//{*}t"))
