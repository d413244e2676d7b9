"""Memory: what the last import of each source said, as the file beside the chain keeps it.

It holds no clock, and no people: what may name a person, or was written about one, is kept as a digest, which
is enough to see whether it has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, NamedTuple

from nyttokedja.importing.model import Imported
from nyttokedja.importing.returning.said import Data, parsed_of, said_by_file, tree
from nyttokedja.language.validators import verdict
from nyttokedja.model.chain import SECTIONS
from nyttokedja.versions.merging.tree import said_by

_VERSION = 1
_NAME = "nyttokedja-import"
_DIGEST = "sha256:"
_PEOPLE = frozenset({"owner", "who", "contact", "decided_by", "judged_by", "text"})
"""The keys of boxes whose words are kept as digests."""
_MOST_BYTES = 30_000_000
_CONFLICT = b"<<<<<<< "


class Origin(NamedTuple):
    """Where an import comes from: the name of the file, and the name of its format."""

    name: str
    format: str


@dataclass(frozen=True, slots=True)
class Source:
    """What the last import of one file came to.

    Attributes:
        format: the name of its format.
        data: what it said, in its normal form, with the ids that the chain has.
        refs: id of a box or text of a note → the file's lasting name for it.
        settled: name or words of a note → what was decided of it: ``dropped``, ``merged:ID``, ``box:ID``.
        gone: where in the data stands what it no longer said, but is still in the chain.
    """

    format: str
    data: Data
    refs: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[tuple[str, ...], ...] = ()

    def beside(self, others: Iterable[Source]) -> Source:
        """All that the sources of a chain have said: what a box may be known by that comes from this one.

        A board has the same names for its notes whatever its file is called; of other kinds of files, what
        was decided of a note is known in their own words alone.
        """
        data, refs, settled = self.data, dict(self.refs), dict(self.settled)
        for other in others:
            data = _joined(data, other.data)
            if other.format == self.format:
                refs, settled = {**other.refs, **refs}, {**other.settled, **settled}
        return replace(self, data=data, refs=refs, settled=settled)


def _joined(one: Data, other: Data) -> Data:
    """What two imports have said, in the words of the first."""
    there = {id for section in SECTIONS for id in _held(one, section)}
    joined = dict(one)
    for section in SECTIONS:
        more = {id: node for id, node in _held(other, section).items() if id not in there}
        if more:
            joined[section] = {**_held(one, section), **more}
    known = {note["text"] for note in one.get("notes", ())}
    if further := [note for note in other.get("notes", ()) if note["text"] not in known]:
        joined["notes"] = [*one.get("notes", ()), *further]
    return joined


def _held(said: Data, section: str) -> Mapping[str, Any]:
    held = said.get(section)
    return held if isinstance(held, Mapping) else {}


@dataclass(frozen=True, slots=True)
class Memory:
    """The last import of each source, and what was remembered before that.

    ``chain`` is the digest of the chain's bytes as they were then: where they are so again, the import has
    been taken back, and ``before`` counts.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    chain: str = ""
    before: Mapping[str, Source] = field(default_factory=dict)

    def of(self, chain: bytes) -> Memory:
        """What is remembered of a chain that has these bytes."""
        return Memory(self.before) if self.chain and self.chain == digest(chain) else self

    def with_source(self, name: str, source: Source) -> Memory:
        """The memory after another import of a source."""
        return replace(self, sources={**self.sources, name: source})

    def since(self, chain: bytes, memory: Memory) -> Memory:
        """The memory, with the bytes and the memory that there were before."""
        return replace(self, chain=digest(chain), before=memory.sources)

    def to_bytes(self) -> bytes:
        """The content of the file beside the chain."""
        held: Data = {_NAME: _VERSION, "sources": _sources(self.sources)}
        if self.chain:
            held["before"] = {"chain": self.chain, "sources": _sources(self.before)}
        return (json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest(content: bytes) -> str:
    """What bytes are known again by; the line ends that git changes do not count."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def remembered(imported: Imported, origin: Origin) -> Memory:
    """The memory of a chain that an import has made."""
    said = said_by_file(parsed_of(imported.data))
    assert said is not None, "imports are fit for the schema"
    each_once = said_by(tree(said))  # as the next import will have it
    return Memory({origin.name: Source(origin.format, each_once, imported.refs)})


def read_memory(data: bytes | None) -> tuple[Memory, str]:
    """What the file beside a chain remembers, and why that is lost: "", "damaged", "conflict", "version".

    Args:
        data: its content; None where there is no such file.
    """
    if data is None:
        return Memory(), ""
    if any(line.startswith(_CONFLICT) for line in data.splitlines()):
        return Memory(), "conflict"
    try:
        held = json.loads(data[:_MOST_BYTES])
        if held[_NAME] != _VERSION:
            return Memory(), "version"
        before = held.get("before", {"chain": "", "sources": {}})
        return Memory(_read(held["sources"]), str(before["chain"]), _read(before["sources"])), ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Memory(), "damaged"


def known_as(kept: Any, *sides: Any) -> Any:
    """Remembered data with the words of the side that a digest is one of; else it stays a digest."""
    if isinstance(kept, str) and kept.startswith(_DIGEST):
        return next((side for side in sides if isinstance(side, str) and _hidden(side) == kept), kept)
    if isinstance(kept, Mapping):
        return {
            key: known_as(value, *(side.get(key) for side in sides if isinstance(side, Mapping)))
            for key, value in kept.items()
        }
    if isinstance(kept, list):
        named = [{_name(item): item for item in side} for side in sides if isinstance(side, list)]
        return [known_as(item, *(side.get(_name(item)) for side in named)) for item in kept]
    return kept


def _name(item: Any) -> str:
    """What an item of a list is found again by."""
    known = (
        next((item[key] for key in ("to", "what", "text", "rule") if key in item), "")
        if isinstance(item, dict)
        else item
    )
    return str(known)


def _sources(sources: Mapping[str, Source]) -> Data:
    return {name: dict(_shown(source)) for name, source in sources.items()}


def _shown(source: Source) -> Iterator[tuple[str, Any]]:
    yield "format", source.format
    yield (
        "data",
        {key: value if key == "notes" else _without_people(value) for key, value in source.data.items()},
    )
    yield from (
        (name, dict(held)) for name, held in (("refs", source.refs), ("settled", source.settled)) if held
    )
    if source.gone:
        yield "gone", sorted(map(list, source.gone))


def _without_people(held: Any) -> Any:
    if isinstance(held, Mapping):
        return {
            key: _hidden(value) if key in _PEOPLE and isinstance(value, str) else _without_people(value)
            for key, value in held.items()
        }
    return [_without_people(item) for item in held] if isinstance(held, list) else held


def _hidden(words: str) -> str:
    return words if words.startswith(_DIGEST) else _DIGEST + sha256(words.encode()).hexdigest()[:20]


def _read(held: Mapping[str, Any]) -> dict[str, Source]:
    return {name: _source(one) for name, one in held.items()}


def _source(held: Mapping[str, Any]) -> Source:
    """One source.

    Raises:
        ValueError: it says what no chain says.
    """
    said = said_by_file(parsed_of(held["data"])) if verdict().is_valid(held["data"]) else None
    if said is None:
        raise ValueError(held["format"])
    refs, settled = (
        {str(key): str(value) for key, value in held.get(name, {}).items()} for name in ("refs", "settled")
    )
    gone = tuple(tuple(map(str, spot)) for spot in held.get("gone", ()))
    return Source(str(held["format"]), said, refs, settled, gone)
