"""Indicators: where they have a scale, their values are words of it; where they have none, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.scales import step_of
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.fields import items_of, parts_of
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart
from nyttokedja.reading.schema_errors.error import At, Path, Problem, SchemaError, locate


def unfit_values(root: MappingPart, keys: str) -> Iterator[SchemaError]:
    """What is wrong with the values of indicators, and with their scales.

    Args:
        root: a file's canonical parts, which fit the schema.
        keys: the language of the file's keys.
    """
    for at, facts in _indicators(root):
        if "scale" in facts:
            yield from _on_scale(root, at, facts, keys)
            continue
        for path, value in _values(at, facts):
            if isinstance(value.value, str):
                yield from _no_number(locate(root, path, keys))


def _indicators(root: MappingPart) -> Iterator[tuple[Path, Mapping[str, Part]]]:
    """The path of each indicator that says more than its title, and what it says."""
    for section, held in root.entries:
        boxes = held.entries if section.value in SECTIONS and isinstance(held, MappingPart) else ()
        for id, box in boxes:
            indicators = parts_of(box).get("indicators")
            for name, indicator in indicators.entries if isinstance(indicators, MappingPart) else ():
                if isinstance(indicator, MappingPart):
                    yield (section.value, id.value, "indicators", name.value), parts_of(indicator)


def _values(at: Path, facts: Mapping[str, Part]) -> Iterator[tuple[Path, ScalarPart]]:
    """The values of an indicator and their paths."""
    levels = [((*at, key), facts[key]) for key in ("baseline", "target") if key in facts]
    made = parts_of(facts.get("measurements"))
    for path, part in (*levels, *(((*at, "measurements", day), part) for day, part in made.items())):
        value = parts_of(part).get("value", part)
        if isinstance(value, ScalarPart):
            yield (*path, "value") if value is not part else path, value


def _no_number(at: At) -> Iterator[SchemaError]:
    from nyttokedja.reading.schema_errors.values import wrong_type  # many patterns, for files that fail

    for error in wrong_type(at, Problem("type", ["number"], None, {})):
        yield error._replace(path=_level(at.path))


def _on_scale(root: MappingPart, at: Path, facts: Mapping[str, Part], keys: str) -> Iterator[SchemaError]:
    if "better" in facts:
        there = locate(root, (*at, "better"), keys)
        fault = there.fault("wrong-value", "better-on-scale", there.own_key, key=there.name)
        yield SchemaError(fault, there.path)
    scale = [word.written for word in items_of(facts["scale"]) if isinstance(word, ScalarPart)]
    for number, word in enumerate(scale):
        if step_of(word, scale) != number:
            there = locate(root, (*at, "scale", number), keys)
            yield SchemaError(there.fault("wrong-value", "twice-on-scale", text=word), there.path)
    for path, value in _values(at, facts):
        if step_of(value.written, scale) is None:
            yield _off_scale(locate(root, path, keys), value.written, scale)


def _off_scale(at: At, text: str, scale: Sequence[str]) -> SchemaError:
    """The fault of a value that is no word of its scale: taken as the one that is meant, or left out."""
    fault = at.fault("wrong-value", "off-scale", key=at.name, text=text, allowed=tuple(scale))
    meant = nearest(text, scale)
    if meant is None:
        return SchemaError(fault, _level(at.path))
    shown = {**fault.particulars, "meant": meant}
    return SchemaError(at.fault("wrong-value", "off-scale-meant", **shown), at.path, meant)


def _level(path: Path) -> Path:
    """The path of what a value stands in, which is nothing without it."""
    return path[:-1] if path[-1] == "value" else path
