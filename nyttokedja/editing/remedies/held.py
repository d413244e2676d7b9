"""What an entry holds → the same, as it is written elsewhere or otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from nyttokedja.editing.file_text import FileText
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.model.ids import UniqueIds
from nyttokedja.reading.comments import comments
from nyttokedja.reading.outline import end_of, line_start, parts_of
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart
from nyttokedja.writing.quoting import scalar

if TYPE_CHECKING:
    from nyttokedja.editing.remedies.surroundings import Surroundings
    from nyttokedja.reading.parsed import Parsed

_ALONE = 3
"""So many keys lead to an arrow that is no item of a list."""


def _text(here: Surroundings) -> str:
    """The text that it is, without quotation marks; anything else as it stands."""
    child = here.child
    if child is not None and isinstance(child.value, ScalarPart):
        return child.value.written
    return here.raw(here.at("held"))


def _joined(here: Surroundings) -> str:
    """What is put after that of another entry with the same key: its lines, or its text after a comma."""
    child = here.child
    if child is None or isinstance(child.value, ScalarPart) or child.value.flow:
        return f", {here.raw(here.at('held'))}"
    return f"{here.newline}{here.text[line_start(here.text, child.value.start) : child.end]}"


def _between(here: Surroundings) -> str:
    """What stands between an entry and the next one."""
    child = here.child
    return (
        ", " if child is not None and child.flow else f"{here.newline}{' ' * (child.column if child else 0)}"
    )


def _moved_out(here: Surroundings) -> str:
    """Its lines as far out as its key."""
    child = here.child
    if child is None or child.flow or isinstance(child.value, ScalarPart) or child.value.flow:
        return f" {here.raw(here.at('held'))}"
    start = line_start(here.text, child.value.start)
    further = child.value.start - start - child.column
    lines = here.text[start : child.end].split(here.newline)
    return "".join(f"{here.newline}{line[further:]}" for line in lines)


def _as_item(here: Surroundings) -> str:
    """It as an item of a list: a dash before it, and its other lines as far in as what it begins with."""
    return "- " + here.raw(here.at("held")).replace(here.newline, f"{here.newline}  ")


def _items(here: Surroundings) -> tuple[Part, ...]:
    held = here.child.value if here.child is not None else None
    return held.items if isinstance(held, ListPart) else ()


def _unlisted(here: Surroundings) -> str:
    """The items of a list as one text."""
    return scalar(", ".join(filter(None, map(_leaves, _items(here)))), in_flow(here))


def _notes(here: Surroundings) -> str:
    """The notes of a list as one text, with all that is said of each."""
    return " ".join(filter(None, map(_leaves, _items(here))))


def _leaves(part: Part) -> str:
    if isinstance(part, ScalarPart):
        return part.written
    return ", ".join(filter(None, map(_leaves, parts_of(part))))


def _as_boxes(here: Surroundings) -> str:
    """The items of a list as boxes with names of their own."""
    child, ids = here.child, UniqueIds()
    if child is None or not isinstance(child.value, ListPart):
        return here.raw(here.at("held"))
    if child.value.flow:
        return f"{{{', '.join(_box(here, item, ids, 0) for item in child.value.items)}}}"
    column = child.value.start - line_start(here.text, child.value.start)
    deeper = 2 if column == child.column else 0
    lead = f"{here.newline}{' ' * (column + deeper)}"
    return " " * deeper + lead.join(_box(here, item, ids, deeper) for item in child.value.items)


def _box(here: Surroundings, item: Part, ids: UniqueIds, deeper: int) -> str:
    raw = here.text[item.start : end_of(here.text, item)]
    if isinstance(item, ScalarPart):
        return f"{ids.make(item.written)}: {raw}"
    title = next((part.written for part in parts_of(item) if isinstance(part, ScalarPart)), "")
    if item.flow:
        return f"{ids.make(title)}: {raw}"
    lead = f"{here.newline}{' ' * (item.start - line_start(here.text, item.start) + deeper)}"
    return f"{ids.make(title)}:{lead}{raw.replace(here.newline, here.newline + ' ' * deeper)}"


def _unbracketed(here: Surroundings) -> str:
    """What stands in its brackets, or after its dash."""
    raw = here.raw(here.span)
    return raw[1:-1].strip() if raw.startswith("[") else raw.removeprefix("-").lstrip()


def _as_arrows(here: Surroundings) -> str:
    """The keys beside it as arrows: what such a key holds is why."""
    said = words(here.finding.keys)
    to, because = said.key("to"), said.key("because")
    child, arrows = here.child, []
    for one in here.parsed.outline.within(child.parent) if child is not None else ():
        target, why = one.key.written if one.key else "", here.text[one.value.start : one.end]
        arrows.append(f"{{{to}: {target}, {because}: {why}}}" if why.strip() else target)
    return f"[{', '.join(arrows)}]" if len(arrows) > 1 else "".join(arrows)


def _field_path(here: Surroundings) -> str:
    """The keys to the field that the finding names, whether it stands at that or at what holds it."""
    key = str(here.finding.particulars["key"])
    word = words(here.finding.keys).key(key)
    return ".".join(here.keys if {key, word} & {*here.keys[-1:]} else (*here.keys, key))


def _indicator_path(here: Surroundings) -> str:
    """The keys from the box to the indicator in which it stands."""
    return ".".join(here.keys[:2])


def _every(here: Surroundings) -> str:
    """How the indicator there says how often it is measured."""
    child = here.child
    names = {words(language).key("every", "indicator") for language in LANGUAGES}
    held = here.parsed.outline.within(child.path) if child is not None else ()
    return " ".join(here.text[one.head : one.end] for one in held if one.key and one.key.value in names)


def _arrow_box(here: Surroundings) -> str:
    """The box that has the arrow there."""
    return next(iter(here.way[1:2]), "")


def _arrow_path(here: Surroundings) -> str:
    """The keys from that box to the arrow; one that is alone is the first."""
    return ".".join([*here.way[2:], "1"] if len(here.way) == _ALONE else here.way[2:])


def _as_several(here: Surroundings) -> str:
    """The names that stand there as one, each as an item of a list."""
    names = str(here.finding.particulars["items"])
    child = here.child
    if child is None or child.key is not None:
        return names
    lead = here.newline + " " * child.column + "- "
    return names[1:-1] if child.flow else lead.join(name.strip() for name in names[1:-1].split(","))


def in_flow(here: Surroundings) -> bool:
    """Whether it stands between brackets."""
    return here.child is not None and here.child.flow


def _about_path(here: Surroundings) -> str:
    """The keys to what is said of the whole chain, or in the comparison that stands there."""
    about, place = words(here.finding.keys).key("about"), str(here.finding.particulars["place"])
    return place if place == about else f"{about}.{place}"


def _cut_comment(here: Surroundings) -> str:
    """The comments between the two parts of a text that a comma has cut."""
    found = re.findall(r"[ \t]#[^\r\n]*", here.raw(here.at("cut_text")))
    return f"{''.join(found)}{here.newline}  " if found else ""


def _assumptions(here: Surroundings) -> str:
    """What the chain assumes already, with a space after it."""
    root: Part = here.parsed.translated.root
    for name in ("about", "assumptions"):
        entries = root.entries if isinstance(root, MappingPart) else ()
        root = next(
            (value for key, value in entries if key.value == name), ListPart((), flow=True, start=0, end=0)
        )
    return f"{root.written} " if isinstance(root, ScalarPart) and root.written else ""


@lru_cache(maxsize=2)
def _file(parsed: Parsed) -> FileText:
    """A file as it is written, which has its remarks once for all the remedies in it."""
    return FileText(parsed)


def _remarks(here: Surroundings) -> str:
    """The comments in the entry and those that belong to it, which go with it."""
    if here.child is None:
        return ""
    file = _file(here.parsed)
    top, bottom = file.top(here.child), file.bottom(here.child)
    if "#" not in here.text[top:bottom]:
        return ""
    said = (one for one in comments(here.parsed.outline) if top <= one.start < bottom)
    return " ".join(here.text[one.start : one.end] for one in said)


HELD: Mapping[str, Callable[[Surroundings], str]] = {
    "held_text": _text,
    "assumptions": _assumptions,
    "remarks": _remarks,
    "joined": _joined,
    "between": _between,
    "moved_out": _moved_out,
    "as_item": _as_item,
    "unlisted": _unlisted,
    "notes_said": _notes,
    "as_boxes": _as_boxes,
    "unbracketed": _unbracketed,
    "cut_comment": _cut_comment,
    "field_path": _field_path,
    "indicator_path": _indicator_path,
    "every": _every,
    "arrow_box": _arrow_box,
    "arrow_path": _arrow_path,
    "as_several": _as_several,
    "as_arrows": _as_arrows,
    "about_path": _about_path,
}
