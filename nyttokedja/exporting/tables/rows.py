"""A chain as plain data → the rows of the table that a template has, one a box or note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.identity import identity
from nyttokedja.importing.tables.fields import OF_INDICATOR
from nyttokedja.importing.tables.gathering import names_in
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import LEADS_TO, POINTERS, SECTIONS, title_from

COLUMNS = (
    "kind",
    "title",
    "leads_to",
    "hinders",
    "for",
    "owner",
    "when",
    "category",
    "perspective",
    "text",
    "uncertain",
    "id",
)
"""The columns of the first sheet, by their names in ``headings.toml``."""
INDICATORS = ("box", *OF_INDICATOR, "text", "id")
ACTIONS = ("box", "action", "action_who", "due", "done", "id")
_HAMPERS = "!- "
_PARTED = "; "

Row = Mapping[str, Any]
"""Name of a column → what stands there: a text or a number; nothing where it is empty."""


class ChainRows:
    """The rows of a chain.

    Args:
        data: the chain in its normal form.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        said = data.get("language", "")
        self.language = said if said in LANGUAGES else LANGUAGES[0]
        self._words = words(self.language)
        self._kinds = texts(self.language).group("picture/boxes")
        self._notes: Sequence[Any] = data.get("notes") or ()
        self._nodes: dict[str, tuple[str, Mapping[str, Any]]] = {}
        for section, kind in SECTIONS.items():
            if isinstance(data.get(section), dict):
                self._nodes |= {id: (kind.value, node or {}) for id, node in data[section].items()}
        self._titles = {
            id: cleaned(node.get("title") or title_from(id)) for id, (_, node) in self._nodes.items()
        }
        self._called = self._names()

    def boxes(self) -> Iterator[Row]:
        """A row for each box, and then for each note."""
        for id, (type, node) in self._nodes.items():
            kind = "behaviour" if node.get("behaviour") else type
            row = {
                "kind": self._kinds[kind],
                "title": self._titles[id],
                "leads_to": self._targets(arrow["to"] for arrow in node.get(LEADS_TO) or ()),
                "hinders": self._concerned(type, node),
                "id": id,
            }
            row |= {
                key: str(node[key]) for key in ("for", "owner", "when", "text", "uncertain") if key in node
            }
            row |= {
                key: self._words.value(node[key], key) for key in ("category", "perspective") if key in node
            }
            yield {key: value for key, value in row.items() if value != ""}
        for note in self._notes:
            text = note if isinstance(note, str) else note.get("text", "")
            yield {"kind": self._kinds["note"], "title": text}

    def indicators(self) -> Iterator[Row]:
        """A row for each indicator."""
        for id, (_, node) in self._nodes.items():
            for own, indicator in (node.get("indicators") or {}).items():
                yield {"box": self._titles[id], "id": id, **self._indicator(own, indicator or {})}

    def actions(self) -> Iterator[Row]:
        """A row for each action."""
        for id, (_, node) in self._nodes.items():
            for action in node.get("actions") or ():
                told = {"what": action} if isinstance(action, str) else action
                row = {"box": self._titles[id], "action": told.get("what", ""), "id": id}
                row |= {
                    name: str(told[key])
                    for name, key in (("action_who", "who"), ("due", "due"))
                    if key in told
                }
                if "done" in told:
                    row["done"] = self._truth(told["done"])
                yield row

    def _indicator(self, id: str, indicator: Mapping[str, Any]) -> Row:
        row: dict[str, Any] = {"indicator": cleaned(indicator.get("title") or title_from(id))}
        row |= {
            key: str(indicator[key])
            for key in ("unit", "source", "measured_by", "judged_by", "text")
            if key in indicator
        }
        row |= {
            key: self._words.value(indicator[key], key) for key in ("better", "every") if key in indicator
        }
        if "scale" in indicator:
            row["scale"] = _PARTED.join(map(str, indicator["scale"]))
        for level in ("baseline", "target"):
            said = indicator.get(level)
            row[level] = said.get("value", "") if isinstance(said, Mapping) else "" if said is None else said
            row[f"{level}_date"] = str(said.get("date", "")) if isinstance(said, Mapping) else ""
        measured = (indicator.get("measurements") or {}).items()
        values = ((when, one.get("value") if isinstance(one, Mapping) else one) for when, one in measured)
        row["measurement"] = _PARTED.join(
            f"{when}: {value if isinstance(value, str) else _number(value)}"
            for when, value in values
            if value is not None
        )
        return {key: value for key, value in row.items() if value != ""}

    def _truth(self, done: object) -> str:
        if not isinstance(done, bool):
            return str(done)
        said = self._words.truths(str(done).lower())
        return said[0] if said else str(done).lower()

    def _concerned(self, type: str, node: Mapping[str, Any]) -> str:
        """What a box that stands beside the chain points at; what a risk hinders has a mark of its own."""
        named: list[str] = []
        for key in POINTERS:
            value = node.get(key) or ()
            for target in (value,) if isinstance(value, str) else value:
                called = self._called.get(target, "")
                mark = _HAMPERS if type == "risk" and key == "hinders" else ""
                named += [f"{mark}{called}"] if called else []
        return _PARTED.join(dict.fromkeys(named))

    def _targets(self, ids: Iterator[str]) -> str:
        known = [id for id in ids if id in self._called]
        said = _PARTED.join(self._called[id] for id in known)
        if len(known) > 1 and identity(said) in self._by_words:
            return _PARTED.join(known)
        return said

    def _names(self) -> Mapping[str, str]:
        """What each box is called where others point at it: its title where that is read so, else its id."""
        self._by_words: dict[str, list[str]] = {}
        for id, title in self._titles.items():
            self._by_words.setdefault(identity(title), []).append(id)
        for note in self._notes:
            text = note if isinstance(note, str) else note.get("text", "")
            self._by_words.setdefault(identity(cleaned(text)), []).append("")
        called = {}
        for id, title in self._titles.items():
            alone = self._by_words[identity(title)] == [id]
            whole = next((one for one in (title, f'"{title}"') if names_in(one) == ((title, False),)), "")
            called[id] = whole if alone and whole else id
        return called


def _number(value: float) -> str:
    """A number that is read as itself: three decimals could be thousands."""
    said = format(value, ".12g")
    return f"{said}0" if len(said.partition(".")[2]) == 3 else said
