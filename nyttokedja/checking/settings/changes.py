"""What held for a chain and what holds now → the settings that are others, by what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES, Rule
from nyttokedja.checking.settings.resolve import DEFAULTS, OF_FILES, OF_RUNS, Resolved
from nyttokedja.reading.limits import SETTABLE

OFF, ON, SEVERITY = "ignore", "select", "severity"
"""The settings that name rules."""
NOT_UNDERSTOOD = "not-understood"
"""What stands for a setting where those of a side cannot be understood: the other side's hold for both."""
KNOWN = "known"
"""What stands for a setting where the baseline of a side has the same name and says something else."""
_PLAIN = tuple(
    key for key in DEFAULTS if key not in (OFF, ON, SEVERITY, "limits", "prioritising", *OF_FILES, *OF_RUNS)
)


class SettingChange(NamedTuple):
    """A setting that is another; ``limits`` with the name of the limit behind a point.

    `rules` are the codes of the rules that are off now, or on, or weigh something else. A value is None
    where nobody says one, or where the setting has none.
    """

    key: str
    before: Any = None
    after: Any = None
    rules: tuple[str, ...] = ()


def changes(before: Resolved, after: Resolved) -> tuple[SettingChange, ...]:
    """What is another for a chain, in the order in which settings are shown, however it is said."""
    if before is after:
        return ()
    return tuple(_changes(before, after))


def _changes(before: Resolved, after: Resolved) -> Iterator[SettingChange]:
    old, new = before.config, after.config
    was_on, is_on = ({rule.code for rule in RULES if _is_on(rule, side)} for side in (old, new))
    for key, those in ((OFF, was_on - is_on), (ON, is_on - was_on)):
        if those:
            yield SettingChange(key, rules=tuple(sorted(those)))
    yield from _weighed(old, new, was_on & is_on)
    for key in _PLAIN:
        one, other = _said(before, key), _said(after, key)
        if one != other:
            yield SettingChange(key, one, other)
    was, now = (", ".join(one.id for one in side.priorities.criteria) for side in (old, new))
    if was != now:
        yield SettingChange("prioritising", was or None, now or None)
    for name, (which, unit) in SETTABLE.items():
        least, most = (getattr(side.limits, which) // unit for side in (old, new))
        if least != most:
            yield SettingChange(f"limits.{name}", least, most)


def _is_on(rule: Rule, config: Config) -> bool:
    return rule.code not in config.ignore if rule.default else rule.code in config.select


def _weighed(old: Config, new: Config, codes: set[str]) -> Iterator[SettingChange]:
    """The rules that are on in both and weigh something else, those of equal weights together."""
    found: dict[tuple[str | None, str | None], list[str]] = {}
    for code in sorted(codes):
        was, now = _weight(old.severity, code), _weight(new.severity, code)
        if was != now:
            found.setdefault((was, now), []).append(code)
    for (was, now), those in found.items():
        yield SettingChange(SEVERITY, was, now, tuple(those))


def _weight(said: Mapping[str, Any], code: str) -> str | None:
    """The word for what a rule is said to weigh; None where its weight follows the stage of the chain."""
    return said[code].word if code in said else None


def _said(side: Resolved, key: str) -> Any:
    """The value that holds: the one that was said last, or else what holds where nobody says any."""
    said = side.settings[key]
    if said:
        return said[-1].value
    return (
        None if key == "stage" else DEFAULTS[key]
    )  # to say that it is an analysis is more than to say nothing
