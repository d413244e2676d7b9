"""What was decided of a note → the memory of imports that knows it, so that the note does not come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nyttokedja.importing.returning.matching import settles
from nyttokedja.importing.returning.memory import Memory, Source
from nyttokedja.importing.returning.said import notes


def settled(memory: Memory, text: str, decision: str) -> Memory:
    """The memory after it was decided that a note is ``dropped``, or is ``merged:ID``."""
    sources = {
        name: _without_note(source, text, decision) if text in set(notes(source.data)) else source
        for name, source in memory.sources.items()
    }
    return replace(memory, sources=sources)


def settled_as_box(memory: Memory, text: str, section: str, id: str, title: str) -> Memory:
    """The memory after a note has become a box: as if the import had said that box."""
    sources = dict(memory.sources)
    for name, source in sources.items():
        if text in set(notes(source.data)):
            ref = source.refs.get(text)
            left = _without_note(source, text, f"box:{id}")
            box: Mapping[str, Any] = {**left.data.get(section, {}), id: {"title": title}}
            refs = {**left.refs, id: ref} if ref else left.refs
            sources[name] = replace(left, data={**left.data, section: box}, refs=refs)
    return replace(memory, sources=sources)


def _without_note(source: Source, text: str, decision: str) -> Source:
    left = [note for note in source.data["notes"] if note["text"] != text]
    data = {key: value for key, value in source.data.items() if key != "notes"}
    return replace(
        source,
        data={**data, "notes": left} if left else data,
        refs={known: ref for known, ref in source.refs.items() if known != text},
        settled={**source.settled, settles(source, text): decision},
        gone=tuple(spot for spot in source.gone if spot[:3] != ("", "notes", text)),
    )
