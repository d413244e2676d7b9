"""A chain → a flow chart in Mermaid, which lays it out itself; our data in its comments."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping

from nyttokedja.drawing.mermaid import MAX_ARROWS, MAX_CHARACTERS
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.exporting.boxes import Box, boxes_of, own_data
from nyttokedja.exporting.links import Link, links_of
from nyttokedja.exporting.model import Exportable, Written
from nyttokedja.exporting.own_data import said_in_line
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Remark

_ARROWS: Mapping[str, str] = {"leads_to": "-->", "hinders": "--x", "at": "--o", "needed_for": "-.->"}
_STRENGTHS: Mapping[str, str] = {"direct": "==>", "indirect": "-.->", "limited": "-.->"}
_SIGNS = re.compile(
    r"[^\w\s,:?!()/'.%\u0080-\uffff\U00010000-\U0010ffff]|(?<!\w)[-_.%]|_(?!\w)|(?<=\d)\.", re.ASCII
)
"""Characters that Mermaid, Markdown or HTML may take for more than themselves."""
_FORMS: Mapping[str, tuple[str, str]] = {
    "change": ("[", "]"),
    "behaviour": ("(", ")"),
    "benefit": ("([", "])"),
    "goal": ("[[", "]]"),
    "obstacle": ("{{", "}}"),
    "note": (">", "]"),
}


def write_mermaid(exportable: Exportable) -> Written:
    """The chain as a file of Mermaid."""
    text = "\n".join(_lines(exportable)) + "\n"
    many = sum(1 for _ in links_of(exportable.data)) > MAX_ARROWS
    return Written(text, (Remark("mermaid-large"),) if many or len(text) > MAX_CHARACTERS else ())


def _lines(exportable: Exportable) -> Iterator[str]:
    boxes = boxes_of(exportable)
    names = {box.key: f"n{number}" for number, box in enumerate(boxes, start=1)}
    title, language = cleaned(exportable.data["title"]), exportable.chain.language
    yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---")
    yield f"%% nyttokedja {said_in_line({'title': title, 'language': language})}"
    yield "flowchart LR"
    yield f"  accTitle: {_escaped(title)}"
    for box in boxes:
        yield f"  %% nyttokedja {names[box.key]} {said_in_line(own_data(box))}"
        opening, closing = _FORMS.get(box.kind, ("[", "]"))
        label = f"<b>{_escaped(box.words)}</b><br/>{_escaped(box.title)}"
        yield f'  {names[box.key]}{opening}"{label}"{closing}:::{_class(box)}'
    keys = {box.id: box.key for box in boxes if box.id}
    for link in links_of(exportable.data):
        tail, head = (names[keys[id]] for id in link.ends)
        yield f"  {tail} {_arrow(link)} {head}"
    for kind, name in {box.kind: _class(box) for box in boxes}.items():
        colours = LIGHT.kinds[kind]
        yield f"  classDef {name} fill:{colours.fill},stroke:{colours.line},color:{LIGHT.ink}"


def _arrow(link: Link) -> str:
    arrow = _STRENGTHS.get(link.strength, _ARROWS[link.kind])
    return f'{arrow}|"{_escaped(link.because)}"|' if link.because else arrow


def _class(box: Box) -> str:
    """The first word of its type in plain letters, as the name of a class."""
    word = box.words.split("·", maxsplit=1)[0].strip().casefold().replace("ø", "o").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: f"#{ord(match[0])};", text)
