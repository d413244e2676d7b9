"""What a person might say where a remedy leaves a blank: words of a good example, boxes that are there …"""

from dataclasses import fields, is_dataclass
from itertools import chain, islice, product

from nyttokedja.editing.orders import (
    AddOrder,
    LinkOrder,
    MoveOrder,
    RemoveOrder,
    RenameOrder,
    SetOrder,
    UnlinkOrder,
)
from nyttokedja.editing.remedies.model import Fill
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart

MOST = 60
_ROLE = ("Enhetschef", "Head of unit")
_TIME = ("2027-06", "2028-06", "2029-12", "2026-06", "2024-01")
_TITLES = ["Sjuksköterskan dokumenterar en gång", "Färre fel vid överlämning"]
_TIMES = ("when", "due", "date", "until", "met", "done")
_OTHER_TIMES = ("on", "by", "began", "comes")
"""The particulars that are times, which what is asked for may have too."""
_VALUES = ("target", "course", "baseline")
_BY_KEY = {
    **dict.fromkeys(("owner", "who", "measured_by", "judged_by", "decided_by", "contact"), _ROLE),
    **dict.fromkeys(_TIMES, _TIME),
    **dict.fromkeys(("value", "baseline", "target"), ("10", "1", "100", "5")),
    "every": ["år", "year", "kvartal", "quarter"],
    "id": ["nytt_namn"],
    "type": ["effect", "benefit", "goal", "change"],
    "title": _TITLES,
}
_ANYTHING = ["Något som någon skriver här", *_TITLES, "nytt_namn", "12"]


def answers(remedy, checked, good, own=()):
    """Sets of answers to try, likely ones first."""
    whole = [one for one in own if isinstance(one, tuple) and len(one) == remedy.blanks]
    own = [one for one in own if not isinstance(one, tuple)]
    places = _places(remedy)
    known = [node.id for node in checked.chain.nodes] if checked.chain else []
    said = _said(good)
    own = [*own, *map(str, remedy.finding.particulars.get("allowed", ()))]
    times = [
        str(remedy.finding.particulars[name]) for name in _OTHER_TIMES if name in remedy.finding.particulars
    ]
    times += [str(checked.today)] if checked.today else []
    values = [str(remedy.finding.particulars[name]) for name in _VALUES if name in remedy.finding.particulars]
    said = {**said, "value": [*values, *said.get("value", ())]}
    said = {**said, **{key: [*times, *said.get(key, ())] for key in _TIMES}}
    options = [[*own, *_options(key, known, said)] for key in places]
    if not places:
        return [()]
    alike = (
        [one if key == "box" else some[0] for key, some in zip(places, options, strict=True)] for one in known
    )
    return islice(chain(whole, alike if "box" in places else (), product(*options)), MOST)


def _options(key, known, said):
    if key == "box":
        return known
    if key == "id":
        return _BY_KEY[key]
    if key == "text":
        return [*_ANYTHING, *known]
    return [*said.get(key, ()), *_BY_KEY.get(key, _ANYTHING)]


def _places(remedy):
    """For each blank, the canonical key that it is of; ``box`` for one that names a box, else ``text``."""
    marks = [f"\ue000{n}\ue001" for n in range(remedy.blanks)]
    found = {}
    for step in remedy.steps(*marks):
        for key, text in _keyed(step):
            for mark in marks:
                if mark in text:
                    found.setdefault(mark, key)
    return [found[mark] for mark in marks]


def _keyed(step):
    if isinstance(step, SetOrder | Fill):
        named = [part for part in step.key.split(".") if not part.isdigit()]
        measured = "measurements." in step.key
        yield from [("box", step.id), ("when" if measured else "id", step.key)]
        yield "value" if measured else named[-1], step.value
    elif isinstance(step, AddOrder):
        yield from [("type", step.type), ("title", step.title), ("id", step.id or "")]
        yield from (("box", source) for source in step.sources)
        yield from (("box", id) for ids in step.pointers.values() for id in ids)
    elif isinstance(step, LinkOrder | UnlinkOrder | RemoveOrder):
        yield from (
            (field.name, getattr(step, field.name))
            if field.name not in ("source", "target", "id")
            else ("box", getattr(step, field.name))
            for field in fields(step)
            if field.name != "facts"
        )
        yield from getattr(step, "facts", {}).items()
    elif isinstance(step, MoveOrder | RenameOrder):
        yield from [("box", step.id), ("type", getattr(step, "type", "")), ("id", getattr(step, "new", ""))]
    elif is_dataclass(step):
        yield from _held(step, "text")


def _held(value, key):
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from [("id", name), *_held(held, name)]
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _held(item, key)
    elif is_dataclass(value):
        own = (
            value.field[-1]
            if isinstance(getattr(value, "field", None), tuple) and isinstance(value.field[-1], str)
            else key
        )
        for field in fields(value):
            name = "box" if field.name == "node" else "id" if field.name == "field" else own
            yield from _held(getattr(value, field.name), name)


def _said(good):
    """Canonical key → the texts that a good example has there."""
    found = {}
    for text in good:
        parsed = Parsed(text.encode())
        if parsed.can_be_read:
            _walk(parsed.translated.root, "", found)
    return found


def _walk(part, key, found):
    if isinstance(part, ScalarPart):
        if part.written and part.written not in found.setdefault(key, []):
            found[key].append(part.written)
    elif isinstance(part, ListPart):
        for item in part.items:
            _walk(item, key, found)
    elif isinstance(part, MappingPart):
        for name, held in part.entries:
            _walk(held, name.value, found)
