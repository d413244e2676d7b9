"""The sections of a document, sheet by sheet → the body of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nyttokedja.documents.model import (
    Document,
    Facts,
    Figure,
    KeyFigures,
    Listed,
    Paragraph,
    Table,
    Tone,
)
from nyttokedja.documents.writing.flow import (
    Heading,
    Item,
    Run,
    caption_height,
    headings,
    height_above,
    is_long,
    opens_across,
    runs,
)
from nyttokedja.documents.writing.paper import A4, placed
from nyttokedja.documents.writing.single import Single, single
from nyttokedja.documents.writing.word.markup import field, paragraph, run, together, twips
from nyttokedja.documents.writing.word.pictures import Pictures
from nyttokedja.documents.writing.word.styles import Styles
from nyttokedja.documents.writing.word.tables import figures_of, table_of

_ACROSS = 42.0
"""The margin of sheets across, in pt."""

_WIDE = A4[1] - 2 * _ACROSS
"""How wide what stands on them is, on the smallest."""

_SPARE = 1.15
"""By how much more room is left for what stands above a figure: Word sets it in a typeface of its own."""

_DEEPEST, _LISTED = 5, 2
"""The lowest level of headings, and of those in the contents."""

_TONES: Mapping[Tone, str] = {
    Tone.PLAIN: "normal",
    Tone.LEAD: "Effect chain lead",
    Tone.MISSING: "Effect chain missing",
    Tone.FAULT: "Effect chain fault",
    Tone.ASIDE: "Effect chain aside",
}

_BREAK = "<w:pageBreakBefore/>"
_CUT = '<w:pBdr><w:top w:val="dashed" w:sz="4" w:space="8" w:color="8A909A"/></w:pBdr>'
"""The line above a slip."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upright sheet: its size and margins in pt, and what else its section says, as XML.

    ``room`` and ``high`` are what is inside the margins. ``shared`` stands at the beginning of each section:
    its head and foot; ``rest`` in the first alone.
    """

    size: tuple[float, float] = A4
    margins: str = ""
    room: float = 0.0
    high: float = 0.0
    shared: str = ""
    rest: str = ""


class Body:
    """Makes the body, as a text of XML."""

    def __init__(
        self, document: Document, styles: Styles, pictures: Pictures, sheet: Sheet, contents: str
    ) -> None:
        self._document, self._styles, self._pictures = document, styles, pictures
        self._sheet, self._contents = sheet, contents
        self._single: Single | None = None
        if document.one_sheet:
            edges = sheet.size[0] - sheet.room, sheet.size[1] - sheet.high
            self._single = on = single(document, edges)
            room, high = (length - edge for length, edge in zip(on.paper, edges, strict=True))
            self._sheet = replace(sheet, size=on.paper, room=room, high=high)
        self._marks = 0

    def written(self) -> str:
        """All of it, but for the properties of the last section."""
        first = Run(across=False, items=[*self._document.about])
        made = runs(self._document, self._sheet.room)
        head = [
            paragraph(self._styles["subtitle"], run(self._document.kind)),
            paragraph(self._styles["title"], run(self._document.title)),
            *self._run(first, self._sheet.room, opens=False),
            *(self._listing() if is_long(self._document) and not self._single else ()),
        ]
        across = opens_across(made)
        if made and (across or not made[0].across):
            room = A4[1] - 2 * _ACROSS if across else self._sheet.room
            head += self._run(made[0], room, opens=False)
            del made[0]
        rest = self._sheet.rest
        parts, paper = ["".join(head)], [self._across(A4, rest) if across else self._upright(rest)]
        for one in made:
            size = self._paper(one)
            room = size[1] - 2 * _ACROSS if one.across else self._sheet.room
            parts.append("".join(self._run(one, room, opens=True)))
            paper.append(self._across(size) if one.across else self._upright())
        ended = [_ended(part, section) for part, section in zip(parts[:-1], paper[:-1], strict=True)]
        return "".join([*ended, parts[-1], paper[-1]])

    def _paper(self, one: Run) -> tuple[float, float]:
        """The sheet that the figure of a run needs, upright."""
        above = 0.0
        for item in one.items:
            if isinstance(item, Figure):
                return placed(item, _ACROSS, *_around(item, above)).paper
            above += height_above(item, _WIDE)
        return A4

    def _upright(self, rest: str = "") -> str:
        """The properties of a section whose sheets are upright."""
        sheet = self._sheet
        wide, high = map(twips, sheet.size)
        return f'<w:sectPr>{sheet.shared}<w:pgSz w:w="{wide}" w:h="{high}"/>{sheet.margins}{rest}</w:sectPr>'

    def _across(self, size: tuple[float, float], rest: str = "") -> str:
        """Those of one whose sheets lie across."""
        edge = twips(_ACROSS)
        sides = "".join(f' w:{side}="{edge}"' for side in ("top", "right", "bottom", "left"))
        return (
            f'<w:sectPr>{self._sheet.shared}<w:pgSz w:w="{twips(size[1])}" w:h="{twips(size[0])}" '
            f'w:orient="landscape"/><w:pgMar{sides} w:header="400" w:footer="400" w:gutter="0"/>'
            f"{rest}</w:sectPr>"
        )

    def _run(self, one: Run, room: float, *, opens: bool) -> Iterator[str]:
        """What stands on sheets that lie the same way; ``opens`` where they begin on a new one anyway."""
        above, after_table, in_slip = 0.0, False, False
        for number, item in enumerate(one.items):
            in_slip = item.is_slip if isinstance(item, Heading) else in_slip
            goes_on = number + 1 < len(one.items) and not isinstance(one.items[number + 1], Heading)
            if isinstance(item, Figure) and one.across:
                sheets = self._pictures.across(item, _ACROSS, *_around(item, above))
                yield from (_on_new_sheet(xml) if n else xml for n, xml in enumerate(sheets))
            else:
                xml = self._item(item, room, starts=number > 0 or not opens)
                if after_table and not isinstance(item, Heading | Figure):
                    xml = _spaced(xml)
                yield together(xml, goes_on=goes_on) if in_slip else xml
                above += height_above(item, _WIDE)
            after_table = isinstance(item, Table | KeyFigures)

    def _item(self, item: Item, room: float, *, starts: bool) -> str:
        styles = self._styles
        match item:
            case Heading():
                return self._heading(item, starts=starts)
            case Paragraph():
                return paragraph(styles[_TONES[item.tone]], run(item.text))
            case Listed():
                return "".join(paragraph(styles["list bullet"], run(point)) for point in item.points)
            case Facts():
                return "".join(
                    paragraph(
                        styles["Effect chain fact"],
                        f"{run(fact.label, styles['strong'])}<w:r><w:tab/></w:r>{run(fact.text)}",
                    )
                    for fact in item.facts
                )
            case KeyFigures():
                return figures_of(item, room, styles)
            case Table():
                return table_of(item, room, styles)
            case Figure():
                return self._pictures.in_text(item, room, self._single.scale if self._single else None)
        raise TypeError(type(item).__name__)

    def _heading(self, heading: Heading, *, starts: bool) -> str:
        self._marks += 1
        mark = f'w:id="{self._marks}"'
        text = (
            f'<w:bookmarkStart {mark} w:name="_Toc{self._marks:06}"/>{run(heading.text)}'
            f"<w:bookmarkEnd {mark}/>"
        )
        style = self._styles[f"heading {min(heading.level, _DEEPEST)}"]
        look = _BREAK * (heading.starts_page and starts) + _CUT * heading.is_slip
        return paragraph(style, text, look)

    def _listing(self) -> Iterator[str]:
        """The contents, as a field that Word fills with the numbers of pages."""
        yield paragraph(self._styles["toc heading"], run(self._contents))
        listed = [
            (number, one) for number, one in enumerate(headings(self._document), 1) if one.level <= _LISTED
        ]
        for place, (number, one) in enumerate(listed):
            link = f'<w:hyperlink w:anchor="_Toc{number:06}" w:history="1">{run(one.text)}</w:hyperlink>'
            begin = _CONTENTS if place == 0 else ""
            end = _ENDED if place == len(listed) - 1 else ""
            yield paragraph(self._styles[f"toc {one.level}"], f"{begin}{link}{end}")


_CONTENTS = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def foot(document: Document, styles: Styles, words: str) -> str:
    """The paragraph at the foot of every sheet: the title, and the number of the page."""
    before, _, rest = words.partition("{n}")
    between, _, after = rest.partition("{m}")
    side = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
    title = f"{document.kind}: {document.title}"
    pages = f"{run(before)}{field('PAGE', '1')}{run(between)}{field('NUMPAGES', '1')}{run(after)}"
    return paragraph(styles["footer"], f"{run(title)}{side}{pages}")


def _around(figure: Figure, above: float) -> tuple[float, float]:
    """The room for what stands above a wide figure, and for its caption."""
    return above * _SPARE, caption_height(figure.caption, _WIDE) * _SPARE


def _ended(xml: str, section: str) -> str:
    """The end of a section in its last paragraph; after a table in one of its own, which takes no room."""
    at = xml.rfind("</w:pPr>")
    if xml.endswith("</w:tbl>") or at < 0:
        low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return f"{xml}<w:p><w:pPr>{low}{section}</w:pPr></w:p>"
    return f"{xml[:at]}{section}{xml[at:]}"


def _on_new_sheet(xml: str) -> str:
    return xml.replace("</w:pPr>", f"{_BREAK}</w:pPr>", 1)


def _spaced(xml: str) -> str:
    """What stands after a table, with room above it."""
    return xml.replace("</w:pPr>", '<w:spacing w:before="160"/></w:pPr>', 1)
