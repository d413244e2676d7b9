"""A presentation of PowerPoint → a board, a page for each slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Board, Page, Shape
from nyttokedja.importing.drawings.pptx.slide import SlideReader
from nyttokedja.importing.drawings.pptx.xml import P, Palette, R, paragraphs
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.packages.archive import Package, open_package
from nyttokedja.importing.packages.relations import main_part, relations
from nyttokedja.importing.packages.xml import xml_tree

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MOST_SLIDES = 1_000


def read_pptx(data: bytes, options: ImportOptions) -> Board:
    """What a presentation holds.

    Raises:
        CannotRead: it is none, or is damaged, locked with a password, or too large.
    """
    reader = _Presentation(open_package(data, options.name), options.hidden)
    pages = tuple(reader.pages())
    titled = [page for page in pages if page.shapes]
    title = reader.title or (titled[0].name if len(titled) == 1 and not titled[0].name.isdigit() else "")
    return Board(title, pages, reader.unread, reader.language)


class _Presentation:
    """Reads the slides in their order; `title` is that of a title slide, `unread` counts what was left.

    ``language`` is what our own presentations say.
    """

    def __init__(self, package: Package, with_hidden: bool) -> None:
        self._package = package
        self._with_hidden = with_hidden
        self._palettes: dict[str, Palette] = {}
        self.title = ""
        self.language = ""
        self.unread: Counter[str] = Counter()

    def pages(self) -> Iterator[Page]:
        """The pages, without slides that are hidden."""
        for n, part in enumerate(self._slides(), start=1):
            slide = self._tree(part)
            if slide is None or (slide.get("show") in ("0", "false") and not self._with_hidden):
                self.unread["slides"] += slide is not None
                continue
            reader = SlideReader(self._palette(part), self._with_hidden, self._diagrams(part))
            page = reader.page(slide, n)
            self.unread.update(reader.unread)
            self.language = self.language or reader.language
            if reader.is_title_slide and not self.title:
                self.title = reader.title
            self.unread["speech"] += self._has_speech(part, slide)
            yield Page(page.name, (*page.shapes, *self._comments(part)), page.connectors, page.groups)

    def _slides(self) -> list[str]:
        main = main_part(self._package)
        root = self._tree(main)
        if root is None or root.tag != f"{P}presentation":
            raise CannotRead("The file is no presentation of PowerPoint.")
        named = {one.id: one.target for one in relations(self._package, main)}
        ids = [one.get(f"{R}id", "") for one in root.iterfind(f"{P}sldIdLst/{P}sldId")]
        if len(ids) > _MOST_SLIDES:
            raise CannotRead("The presentation has more than {n} slides.", n=_MOST_SLIDES)
        parts = (named.get(id, "") for id in ids)
        return [part for part in parts if part in self._package]

    def _tree(self, part: str) -> Element | None:
        return xml_tree(self._package.chunks(part)) if part and part in self._package else None

    def _related(self, part: str, kind: str) -> str:
        return next((one.target for one in relations(self._package, part) if one.kind == kind), "")

    def _palette(self, slide: str) -> Palette:
        layout = self._related(slide, "slideLayout")
        if layout not in self._palettes:
            master = self._related(layout, "slideMaster") if layout else ""
            theme = self._related(master, "theme") if master else ""
            self._palettes[layout] = Palette(self._tree(theme), self._tree(master))
        return self._palettes[layout]

    def _diagrams(self, slide: str) -> Mapping[str, tuple[str, ...]]:
        """The texts of the diagrams of a slide, which PowerPoint lays out itself, by their relations."""
        found = {}
        for one in relations(self._package, slide):
            root = self._tree(one.target) if one.kind == "diagramData" else None
            points = root.iterfind(f"{_DIAGRAM}ptLst/{_DIAGRAM}pt/{_DIAGRAM}t") if root is not None else ()
            texts = (" ".join(" ".join(paragraphs(point)).split("\n")) for point in points)
            found[one.id] = tuple(text for text in texts if text)
        return found

    def _comments(self, slide: str) -> list[Shape]:
        """What people have commented on a slide, as texts of their own; who they are is not read."""
        part = self._related(slide, "comments")
        root = self._tree(part)
        found = [one.text or "" for one in root.iter(f"{P}text")] if root is not None else []
        if root is not None and not found:
            found = [
                text for body in root.iter() if body.tag.endswith("}txBody") for text in paragraphs(body)
            ]
        return [
            Shape(f"comment {n}", tuple(line for line in text.split("\n") if line.strip()), lasting=False)
            for n, text in enumerate(found, start=1)
            if text.strip()
        ]

    def _has_speech(self, part: str, slide: Element) -> bool:
        """Whether a slide has notes for whoever presents it, which say more than its shapes say when heard.

        Those of our own presentations say that alone.
        """
        root = self._tree(self._related(part, "notesSlide"))
        shapes = root.iterfind(f".//{P}sp") if root is not None else ()
        bodies = (
            one for one in shapes if (ph := one.find(f".//{P}ph")) is not None and ph.get("type") == "body"
        )
        spoken = {line for one in bodies for line in paragraphs(one.find(f"{P}txBody"))}
        heard = {cleaned(one.get("descr", "")) for one in slide.iter(f"{P}cNvPr")} if spoken else set()
        return not spoken <= heard
