"""What a row says of its box, beside its words and arrows: fields where its type has them, else its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Place
from nyttokedja.importing.tables.gathering import Draft, Gathering
from nyttokedja.importing.tables.sheets import Cell
from nyttokedja.importing.tables.values import amount, day, lines_of, listed, value_of
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.scales import step_of

_WORDS = frozenset({"for", "owner", "use", "requires", "consequence", "size_because", "uncertain", "origin"})
_LISTED = frozenset({"category", "perspective", "size", "timing"})
OF_INDICATOR = (
    "indicator",
    "unit",
    "better",
    "scale",
    "baseline",
    "baseline_date",
    "target",
    "target_date",
    "source",
    "every",
    "measured_by",
    "judged_by",
    "measurement",
)
"""The columns that say something of an indicator, by their names in ``headings.toml``."""
_TEXTSOF_INDICATOR = frozenset({"unit", "source", "measured_by", "judged_by"})
_KEYS = {"measurement": "measurements"}
_LEVELS = ("baseline", "target")
_SEVERAL = ";"

Said = tuple[str, str, Cell]
"""What a column holds, its heading, and a cell of it."""


def describe(draft: Draft, said: Iterable[Said], place: Place, gathering: Gathering) -> None:
    """Let a box say what the cells of its row say."""
    of_indicator: list[Said] = []
    for name, heading, cell in said:
        if name in OF_INDICATOR:
            of_indicator.append((name, heading, cell))
        elif not _put(draft, name, cell, gathering, place):
            _keep_in_text(draft, name, heading, cell, gathering)
    if of_indicator:
        _indicators(draft, of_indicator, gathering, place)


def _put(draft: Draft, name: str, cell: Cell, gathering: Gathering, place: Place) -> bool:
    """Whether a field of the box holds what a cell says."""
    text = cleaned(cell.text)
    if name in _WORDS:
        return draft.put(name, text)
    if name in _LISTED:
        value = value_of(text, name)
        return value is not None and draft.put(name, value)
    if name in ("when", "due"):
        when = day(text)
        key = "due" if name == "due" and draft.may_have("due") else "when"
        return when is not None and draft.put(key, when)
    if name == "tags" and draft.may_have("tags"):
        tags = draft.fields.setdefault("tags", [])
        tags += [
            tag
            for part in text.replace(",", _SEVERAL).split(_SEVERAL)
            if (tag := part.strip()) and tag not in tags
        ]
        return True
    if name == "action" and draft.may_have("actions"):
        actions = draft.fields.setdefault("actions", [])
        actions += [{"what": what} for what in listed(cell.text) if {"what": what} not in actions]
        return True
    return False


def _keep_in_text(draft: Draft, name: str, heading: str, cell: Cell, gathering: Gathering) -> None:
    text = lines_of(cell.text)
    if name == "text":
        draft.add_line(text)
        return
    called = cleaned(heading).rstrip(" :")
    draft.add_line(f"{called}: {text}" if called else text)
    if name == "other":
        if called:
            gathering.remark("column-in-text", called)
    elif draft.type != "note" and name != "id":
        gathering.remark("cell-in-text", f"{called}: {cleaned(cell.text)}" if called else cleaned(cell.text))


def _indicators(draft: Draft, said: list[Said], gathering: Gathering, place: Place) -> None:
    """The indicator that a row has; where it has no name, or its box can have none, its cells are words."""
    titles = [title for name, _, cell in said if name == "indicator" for title in listed(cell.text) if title]
    if not titles or not draft.may_have("indicators"):
        for name, heading, cell in said:
            _keep_in_text(draft, name, heading, cell, gathering)
        return
    indicators = draft.fields.setdefault("indicators", {})
    ids = UniqueIds()
    for id in indicators:
        ids.keep(id)
    rest = [one for one in said if one[0] != "indicator"]
    if len(titles) > 1:
        for title in titles:
            indicators[ids.make(title)] = {"title": title}
        for name, heading, cell in rest:
            _keep_in_text(draft, name, heading, cell, gathering)
        return
    made, lines = indicator_of(rest, titles[0], gathering, place)
    if any(one == made for one in indicators.values()):
        return
    if lines:
        made["text"] = "\n".join(lines)
    indicators[ids.make(titles[0])] = made


def indicator_of(
    said: Iterable[Said], title: str, gathering: Gathering, place: Place
) -> tuple[dict[str, Any], list[str]]:
    """An indicator, and what of it no field holds, a line each."""
    made: dict[str, Any] = {"title": title}
    lines: list[str] = []
    dates: dict[str, Any] = {}
    for name, heading, cell in sorted(said, key=lambda one: one[0] != "scale"):  # values may be words of it
        text = cleaned(cell.text)
        value = _value_of_indicator(name, cell, made, gathering, place)
        level = name.removesuffix("_date")
        if level != name and value is not None and dates.setdefault(level, value) == value:
            continue
        if level == name and value is not None and made.setdefault(_KEYS.get(name, name), value) == value:
            continue
        lines.append(f"{cleaned(heading).rstrip(' :')}: {text}")
    for level, when in dates.items():
        if level in made:
            made[level] = {"value": made[level], "date": when}
        else:
            lines.append(f"{level}: {when}")
    return made, lines


def _value_of_indicator(
    name: str, cell: Cell, made: dict[str, Any], gathering: Gathering, place: Place
) -> Any:
    text = cleaned(cell.text)
    scale = made.get("scale", ())
    if name == "scale":
        said = list(dict.fromkeys(word for part in text.split(_SEVERAL) if (word := part.strip())))
        return said if len(said) > 1 else None
    if scale and name in ("better", *_LEVELS):
        return None if name == "better" else _word(text, scale)  # its order says which way is better
    if name in _LEVELS:
        found = amount(cell)
        if found is None:
            if any(map(str.isdigit, text)):
                gathering.remark("number-unclear", text, place)
            return None
        if found[1] and made.setdefault("unit", found[1]) != found[1]:
            return None
        return found[0]
    if name in _TEXTSOF_INDICATOR:
        return text
    if name in ("better", "every"):
        return value_of(text, name)
    return _measurements(cell.text, scale) if name == "measurement" else day(text)


def _measurements(text: str, scale: Sequence[str]) -> Mapping[str, float | str] | None:
    """``2027-03: 12; 2027-06: 10`` as dates and values; None where any part is something else."""
    found: dict[str, float | str] = {}
    for part in text.replace("\n", _SEVERAL).split(_SEVERAL):
        when, colon, said = part.partition(":") if scale else part.rpartition(":")
        value, date = _word(said, scale) if scale else _number(said), day(when)
        if not colon or value is None or date is None:
            return None
        found[str(date)] = value
    return found


def _number(text: str) -> float | None:
    measured = amount(Cell(text.strip()))
    return None if measured is None or measured[1] else measured[0]


def _word(text: str, scale: Sequence[str]) -> str | None:
    """The word of a scale that a text is, as the scale has it."""
    step = step_of(text, scale)
    return None if step is None else scale[step]
