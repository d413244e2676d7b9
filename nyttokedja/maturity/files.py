"""The bytes of a file with statements, or of a compiled one → its data in canonical words, with places.

TOML, YAML and JSON are read; their words may be those of any language. What is wrong is told by line and
column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nyttokedja.checking.settings import toml_places
from nyttokedja.checking.settings.toml_places import Unreadable
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.severity import Severity
from nyttokedja.model.spelling import fold, fold_letters, nearest
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart, span_of
from nyttokedja.reading.source import Source, read

Path = tuple[str | int, ...]
_TOML = ".toml"
_NOWHERE = Place()
_BARE = re.compile(r"^([ \t]*\[{0,2}[ \t]*)([^\W\d][\w-]*)(?=[ \t]*[\]=])", re.MULTILINE)
"""A word that begins a line of TOML, as a key or between brackets."""
_DATES = frozenset({"date", "due", "done"})
"""The canonical words for times, of which a year alone is read as a number."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong at a place: a name of ``maturity/file_faults`` with particulars, or a finding."""

    reason: str
    place: Place = _NOWHERE
    particulars: Mapping[str, Any] = field(default_factory=dict)
    told: Finding | None = None

    def sentence(self, language: str) -> str:
        """What is wrong, in a language."""
        if self.told is not None:
            return texts(language).message(self.told)
        return texts(language).say("maturity/file_faults", self.reason, **self.particulars)


@dataclass(frozen=True, slots=True)
class Held:
    """The data of a file, where each part of it stands, and which words were not known."""

    data: Mapping[str, Any]
    place: Callable[[Path], Place]
    faults: tuple[FileFault, ...] = ()


def held(data: bytes, name: str, *, free: frozenset[str] = frozenset()) -> Held | FileFault:
    """Read a file, or say why it cannot be read.

    Args:
        data: its bytes.
        name: what it is called; what ends with ``.toml`` is read as TOML, all else as YAML.
        free: the canonical words below which keys are names of somebody's own.
    """
    return _toml(data, free) if name.lower().endswith(_TOML) else _yaml(data, name, free)


def word_for(name: str, language: str) -> str:
    """The word for a canonical one in files of a language."""
    return texts(language).word("maturity/keys", name)


@cache
def _words() -> Mapping[str, str]:
    """A word of a file, folded → its canonical name."""
    said = ((texts(language).group("maturity/keys"), language) for language in LANGUAGES)
    found = {fold(word): name for words, _ in said for name, word in words.items()}
    return {**found, **{fold(name): name for name in texts(CANONICAL).group("maturity/keys")}}


class _Canonical:
    """Makes words canonical, and remembers how they were written and which are not known."""

    def __init__(self, free: frozenset[str], place: Callable[[Path], Place]) -> None:
        self._free, self._place = free, place
        self.written: dict[Path, Path] = {(): ()}
        self.faults: list[FileFault] = []

    def of(self, value: Any, at: Path = (), said: Path = ()) -> Any:
        """A value with its words made canonical; ``said`` is its path as written."""
        self.written[at] = said
        if isinstance(value, list):
            return [self.of(each, (*at, n), (*said, n)) for n, each in enumerate(value)]
        if not isinstance(value, dict):
            return value
        made: dict[str, Any] = {}
        for key, each in value.items():
            name = key if at and at[-1] in self._free else self._name(key, (*said, key))
            if name in made:
                self.faults.append(FileFault("twice", self._place((*said, key)), {"name": key}))
            elif name:
                is_year = name in _DATES and type(each) is int
                made[name] = self.of(str(each) if is_year else each, (*at, name), (*said, key))
        return made

    def _name(self, key: str, said: Path) -> str:
        if found := _words().get(fold(key)):
            return found
        every = (word for language in LANGUAGES for word in texts(language).group("maturity/keys").values())
        meant = nearest(key, list(dict.fromkeys(every)))
        particulars = {"name": key, "meant": meant}
        self.faults.append(FileFault("meant" if meant else "unknown", self._place(said), particulars))
        return ""


def _made(values: Any, place: Callable[[Path], Place], free: frozenset[str]) -> Held:
    canonical = _Canonical(free, place)
    data = canonical.of(values)

    def where(path: Path) -> Place:
        known = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in canonical.written)
        return place(canonical.written[known])

    return Held(data, where, tuple(canonical.faults))


def _toml(data: bytes, free: frozenset[str]) -> Held | FileFault:
    written = toml_places.parse(
        _BARE.sub(_plain_letters, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    )
    if isinstance(written, Unreadable):
        reason = {"repeated": "twice", "not-utf-8": "not-text"}.get(written.variant, "not-toml")
        line = data.decode("utf-8", "replace").splitlines()[written.place.line - 1 : written.place.line]
        return FileFault(reason, written.place, {"name": line[0].strip() if line else ""})
    assert written is not None
    return _made(written.values, written.place, free)


def _plain_letters(found: re.Match[str]) -> str:
    """A word of ours in letters that TOML takes without quotation marks, as many of them."""
    plain = fold_letters(found[2])
    known = fold(found[2]) in _words() and len(plain) == len(found[2])
    return f"{found[1]}{plain if known else found[2]}"


def _yaml(data: bytes, name: str, free: frozenset[str]) -> Held | FileFault:
    source = read(data, name)
    if source.root is None:
        fault = source.faults[0]
        if fault.variant == "not-a-mapping":
            return FileFault("not-a-table", source.place(fault.span))
        told = Finding(
            code="NK001",
            name=fault.rule,
            severity=Severity.ERROR,
            file=name,
            place=source.place(fault.span),
            particulars=fault.particulars,
            variant=fault.variant,
        )
        return FileFault("", told.place, told=told)
    places: dict[Path, Place] = {}
    twice: list[FileFault] = []
    values = _plain(source.root, (), source, places, twice)
    made = _made(values, lambda path: _nearest(path, places), free)
    return Held(made.data, made.place, (*twice, *made.faults))


def _nearest(path: Path, places: Mapping[Path, Place]) -> Place:
    known = (places[path[:n]] for n in range(len(path), -1, -1) if path[:n] in places)
    return next(known, Place())


def _plain(
    part: Part, at: Path, source: Source, places: dict[Path, Place], twice: list[FileFault]
) -> dict[str, Any] | list[Any] | Any:
    """The bare data of a part; a key's place is that of its word."""
    if isinstance(part, ScalarPart):
        places.setdefault(at, source.place(span_of(part)))
        return part.value
    if isinstance(part, ListPart):
        for n, each in enumerate(part.items):
            places[*at, n] = source.place(span_of(each))
        return [_plain(each, (*at, n), source, places, twice) for n, each in enumerate(part.items)]
    assert isinstance(part, MappingPart)
    made: dict[str, Any] = {}
    for key, each in part.entries:
        path = (*at, key.value)
        if key.value in made:
            twice.append(FileFault("twice", source.place(span_of(key)), {"name": key.value}))
            continue
        places[path] = source.place(span_of(key))
        made[key.value] = _plain(each, path, source, places, twice)
    return made
