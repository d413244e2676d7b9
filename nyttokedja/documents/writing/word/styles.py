"""What the styles that we write in are called in a file, by their built-in names; what it lacks is added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from nyttokedja.documents.writing.word.markup import TONGUES

if TYPE_CHECKING:
    from docx.document import Document as WordFile

Styles = Mapping[str, str]
"""The built-in name of a style, or ours → its id in the file."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL, _ID, _TYPE = f"{_W}val", f"{_W}styleId", f"{_W}type"

_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "title": ("rubrik", "tittel"),
    "subtitle": ("underrubrik", "undertittel"),
    **{f"heading {n}": (f"rubrik {n}", f"overskrift {n}") for n in range(1, 6)},
    "caption": ("beskrivning", "bildetekst"),
    "list bullet": ("punktlista", "punktliste", "punktmerket liste"),
    "strong": ("stark", "sterk"),
    "footer": ("sidfot", "bunntekst"),
}  # fmt: skip
"""What programs that do not keep the built-in names call these styles in Swedish and Norwegian."""


def styles_of(file: WordFile, base: WordFile, language: str) -> Styles:
    """The styles of a file, with those of our base that it lacked, in a language."""
    root: Any = file.styles.element
    ids = {_name(style): style.get(_ID) for style in reversed(root.findall(f"{_W}style"))}
    found: dict[str, str] = {}
    lacking = []
    for style in base.styles.element.findall(f"{_W}style"):
        name = _name(style)
        there = next((one for one in (name, *_ELSEWHERE.get(name, ())) if one in ids), None)
        if there is None:
            lacking.append(style)
        found[style.get(_ID)] = ids[there] if there else _free(style.get(_ID), ids.values())
    _add(root, lacking, found, file, base)
    _speak(root, TONGUES[language])
    return _Names(
        {_name(style): found[style.get(_ID)] for style in base.styles.element.findall(f"{_W}style")}
    )


class _Names(dict[str, str]):
    """Styles by their names, whatever the case of their letters."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())


def _name(style: Any) -> str:
    return str(style.find(f"{_W}name").get(_VAL, "")).lower() if style.find(f"{_W}name") is not None else ""


def _free(id: str, taken: Iterable[str]) -> str:
    known = set(taken)
    while id in known:
        id += "1"
    return id


def _add(root: Any, lacking: Iterable[Any], ids: Mapping[str, str], file: WordFile, base: WordFile) -> None:
    for style in map(deepcopy, lacking):
        style.set(_ID, ids[style.get(_ID)])
        style.attrib.pop(f"{_W}default", None)
        for pointer in ("basedOn", "next", "link"):
            for element in style.findall(f"{_W}{pointer}"):
                element.set(_VAL, ids[element.get(_VAL)])
        for element in style.iter(f"{_W}numId"):
            element.set(_VAL, _bullets(file, base))
        root.append(style)


def _bullets(file: WordFile, base: WordFile) -> str:
    """The number of a list with bullets like that of our base, which is added to a file."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    ours: Any = base.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    try:
        numbering: Any = file.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        file.part.relate_to(ours, RELATIONSHIP_TYPE.NUMBERING)
        return "1"
    root = numbering.element
    listed, ways = root.findall(f"{_W}abstractNum"), root.findall(f"{_W}num")
    abstract = deepcopy(ours.element.find(f"{_W}abstractNum"))
    number = deepcopy(ours.element.find(f"{_W}num"))
    way = _after(one.get(f"{_W}abstractNumId") for one in listed)
    id = _after(one.get(f"{_W}numId") for one in ways)
    abstract.set(f"{_W}abstractNumId", way)
    number.set(f"{_W}numId", id)
    number.find(f"{_W}abstractNumId").set(_VAL, way)
    root.insert(root.index(listed[-1]) + 1 if listed else 0, abstract)
    here = [*root.findall(f"{_W}abstractNum"), *ways]
    root.insert(root.index(here[-1]) + 1, number)
    return id


def _after(numbers: Iterable[str]) -> str:
    return str(max((int(number) for number in numbers), default=0) + 1)


def _speak(root: Any, tongue: str) -> None:
    """Have all styles in one language."""
    for element in list(root.iter(f"{_W}lang")):
        if element.get(_VAL):
            element.set(_VAL, tongue)
    at = root
    for number, name in enumerate(("docDefaults", "rPrDefault", "rPr")):
        inside = at.find(f"{_W}{name}")
        if inside is None:
            inside = at.makeelement(f"{_W}{name}", {})
            at.insert(0, inside) if number < 2 else at.append(inside)
        at = inside
    if at.find(f"{_W}lang") is None:
        at.append(at.makeelement(f"{_W}lang", {_VAL: tongue}))
