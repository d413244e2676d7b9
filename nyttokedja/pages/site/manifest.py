"""What a site remembers of itself: which files it wrote, from what, and what the chains said then.

It lies in the site as ``.nyttokedja-site.json``. The chains are kept as what they say, without the comments
of their files, which nobody meant to publish.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from nyttokedja.checking.check import Checked
from nyttokedja.reading.normal_form import normal_form
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import validate

NAME = ".nyttokedja-site.json"
VERSION = 1
_OURS = re.compile(r"(?:(?:chains|roles|calendars)/)?[a-z0-9-]+\.(?:html|ics)")
"""The form of all names that are ours: nothing else is ever taken away, whatever a manifest says."""


class Change(NamedTuple):
    """What became of a chain, ``added``, ``removed`` or ``changed``: the verdict, and lines in parts."""

    file: str
    title: str
    language: str
    state: str
    verdict: str = ""
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


class Kept(NamedTuple):
    """A chain as it was: what it is called, what its page was made of, and what it said."""

    title: str
    language: str
    key: str
    said: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was written: file of a chain → what is kept of it, place → the digest of what was written there.

    ``changes`` are those of the last time that something was another; None where nothing ever was.
    """

    chains: Mapping[str, Kept] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] | None = None


def digest(content: str | bytes) -> str:
    """What tells one content from another."""
    return sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def said_by(checked: Checked) -> Mapping[str, Any] | None:
    """What a chain says, as plain data that reads as a chain again; None where it could not be read."""
    root = checked.source.root
    if root is None or checked.chain is None:
        return None
    translated = translate(root)
    data = normal_form(validate(translated.root, translated.keys).root)
    said: Mapping[str, Any] = json.loads(
        json.dumps({**data, "language": checked.chain.language}, default=str)
    )
    return said


def as_file(said: Mapping[str, Any]) -> bytes:
    """What a chain said, as a file: JSON is YAML too."""
    return json.dumps(said, ensure_ascii=True).encode()


def written(manifest: Manifest) -> str:
    """A manifest as it is kept."""
    data = {
        "version": VERSION,
        "files": dict(sorted(manifest.files.items())),
        "chains": {name: kept._asdict() for name, kept in sorted(manifest.chains.items())},
        "changes": None if manifest.changes is None else [change._asdict() for change in manifest.changes],
    }
    return json.dumps(data, ensure_ascii=True, indent=1) + "\n"


def read(text: str) -> Manifest | None:
    """A manifest as it was kept; None of what is none."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            return None
        changes = data["changes"]
        return Manifest(
            {str(name): Kept(**kept) for name, kept in data["chains"].items()},
            {str(name): str(said) for name, said in data["files"].items() if _OURS.fullmatch(name)},
            None if changes is None else tuple(map(_change, changes)),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _change(data: Mapping[str, Any]) -> Change:
    parts: Sequence[Any] = data["parts"]
    lines = tuple((str(head), tuple((str(s), str(t)) for s, t in under)) for head, under in parts)
    words = {key: str(data[key]) for key in ("file", "title", "language", "state", "verdict")}
    return Change(**words, parts=lines)
