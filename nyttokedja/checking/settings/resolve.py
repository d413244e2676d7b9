"""Layers of settings → the `Config` that they make together, and where each part of it was said.

A later layer goes before an earlier one. What `select` and `ignore` name adds up; where several names are
about one rule, those of the latest layer count, of these the most exact, and of equals `ignore`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES, Rule
from nyttokedja.model.picture_settings import PLAIN, PictureSettings
from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import Priorities
from nyttokedja.model.severity import NEVER, Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reading.limits import LIMITS, SETTABLE, Limits

DEFAULTS: Mapping[str, Any] = {
    "select": [],
    "ignore": [],
    "severity": {},
    "stage": Stage.ANALYSIS.value,
    "language": None,
    "fail-on": Severity.ERROR.word,
    "tolerance": Config().tolerance,
    "most-nodes": Config().most_nodes,
    "baseline": None,
    "limits": {name: getattr(LIMITS, which) // unit for name, (which, unit) in SETTABLE.items()},
    "prioritising": {},
    "theme": PLAIN.theme,
    "direction": PLAIN.direction,
    "bare": PLAIN.bare,
    "focus": None,
    "hops": PLAIN.hops,
    "only": [],
    "paper": PLAIN.paper,
    "width": PLAIN.width,
    "dpi": PLAIN.dpi,
    "template": None,
    "pools": [],
}
"""Every setting, in the order in which they are shown, with what holds where nobody says anything."""

OF_PICTURES = ("theme", "direction", "bare", "focus", "hops", "only", "paper", "width", "dpi")
"""The settings of pictures."""

OF_FILES = (*OF_PICTURES, "template")
"""The settings of what is made of a chain: nothing is found otherwise for them."""

OF_RUNS = ("pools",)
"""The settings that many chains are held against together: in one alone, nothing is found for them."""

_INSTEAD: Mapping[str, str] = {"width": "dpi", "dpi": "width"}
"""Setting → the one that a later layer says instead of it."""


class Layer(NamedTuple):
    """Settings from one place; `origin` says of a key where it was said, for whoever asks.

    Files that they name are named from `folder`.
    """

    values: Mapping[str, Any]
    origin: Callable[[str], str] = str
    folder: Path = Path()


class Setting(NamedTuple):
    """A value that holds, and where it was said; "" where nobody did."""

    value: Any
    origin: str = ""


class Resolved(NamedTuple):
    """What holds for a chain: the config, and each key's values with their origins, in order."""

    config: Config
    settings: Mapping[str, tuple[Setting, ...]] = {}


def resolve(layers: Sequence[Layer], base: Config) -> Resolved:
    """The layers' settings together, the first the weakest, on top of what no layer says."""
    said = {key: tuple(_said(_counting(layers, key), key)) for key in DEFAULTS}
    last = {key: settings[-1].value for key, settings in said.items() if settings}
    config = Config(
        select=frozenset(rule.code for rule in RULES if not rule.default and _is_on(rule, layers)),
        ignore=frozenset(rule.code for rule in RULES if rule.default and not _is_on(rule, layers)),
        severity=dict(_severities(layers)),
        language=base.language,
        assumed_language=last.get("language"),
        stage=Stage(last["stage"]) if "stage" in last else base.stage,
        fail_on=_level(last["fail-on"]) if "fail-on" in last else base.fail_on,
        most_nodes=last.get("most-nodes", base.most_nodes),
        tolerance=last.get("tolerance", base.tolerance),
        today=base.today,
        limits=_limits(layers, base.limits),
        baseline=_named(layers, "baseline", base.baseline),
        picture=_picture(last, base.picture),
        template=_named(layers, "template", base.template),
        priorities=_priorities(last["prioritising"]) if "prioritising" in last else base.priorities,
        pools=tuple(_pools(layers)) or base.pools,
    )
    return Resolved(config, said)


def _counting(layers: Sequence[Layer], key: str) -> Sequence[Layer]:
    """The layers after the last one that says another setting instead of this."""
    other = _INSTEAD.get(key)
    takes_back = (n for n, layer in enumerate(layers, 1) if other in layer.values and key not in layer.values)
    return layers[max(takes_back, default=0) :]


def _said(layers: Iterable[Layer], key: str) -> Iterator[Setting]:
    for layer in layers:
        if key in layer.values:
            yield Setting(layer.values[key], layer.origin(key))


def _is_on(rule: Rule, layers: Sequence[Layer]) -> bool:
    for layer in reversed(layers):
        asked_for, off = (_most_exact(rule, layer.values.get(key, ())) for key in ("select", "ignore"))
        if asked_for or off:
            return asked_for > off
    return rule.default


def _most_exact(rule: Rule, names: Iterable[str]) -> int:
    return max(map(rule.exactness, names), default=0)


def _severities(layers: Iterable[Layer]) -> Iterator[tuple[str, Severity]]:
    for layer in layers:
        said = layer.values.get("severity", {})
        for rule in RULES:
            name = max(said, key=rule.exactness, default="")
            if rule.exactness(name):
                yield rule.code, Severity[said[name].upper()]


def _picture(last: Mapping[str, Any], picture: PictureSettings) -> PictureSettings:
    """What is chosen about a picture; of ``only``, the latest list holds alone."""
    said = {key: last[key] for key in OF_PICTURES if key in last}
    if "only" in said:
        said["only"] = tuple(said["only"])
    return picture._replace(**said)


def _pools(layers: Iterable[Layer]) -> Iterator[Pool]:
    """The pools of all layers; of those with one name, the latest."""
    said = [Pool(**one) for layer in layers for one in layer.values.get("pools", ())]
    yield from {pool.key: pool for pool in said}.values()


def _priorities(said: Mapping[str, Any]) -> Priorities:
    from nyttokedja.checking.settings.priorities import priorities_of  # few settings say any

    return priorities_of(said)


def _level(word: str) -> Severity | None:
    return None if word == NEVER else Severity[word.upper()]


def _named(layers: Iterable[Layer], key: str, path: Path | None) -> Path | None:
    """The file that a setting names, from the folder of the latest layer that does."""
    for layer in layers:
        if key in layer.values:
            path = layer.folder / layer.values[key]
    return path


def _limits(layers: Iterable[Layer], limits: Limits) -> Limits:
    for layer in layers:
        said = layer.values.get("limits", {})
        changed = {which: said[name] * unit for name, (which, unit) in SETTABLE.items() if name in said}
        limits = limits._replace(**changed)
    return limits
