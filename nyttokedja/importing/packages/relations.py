"""Which part of an Office file belongs to which, as the file says it; parts outside the file are no parts."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, normpath
from typing import NamedTuple

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.xml import parse_xml

_MAIN = ("xl/workbook.xml", "word/document.xml", "ppt/presentation.xml", "content.xml")


class Relation(NamedTuple):
    """What a part calls another: an id, a kind (the last word of its type, as ``comments``), and its name."""

    id: str
    kind: str
    target: str


def relations(package: Package, part: str = "") -> tuple[Relation, ...]:
    """The parts that one part, or the package itself, names; those that lie elsewhere are left out.

    Raises:
        CannotRead: what says so is damaged.
    """
    return tuple(_relations(package, part))


def _relations(package: Package, part: str) -> Iterator[Relation]:
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels".lstrip("/")
    found: list[dict[str, str]] = []
    if listed in package:
        parse_xml(
            package.chunks(listed),
            lambda name, given: found.append(given) if name == "Relationship" else None,
            _ignore,
            _ignore,
        )
    for given in found:
        if given.get("TargetMode") != "External" and "Target" in given:
            target = given["Target"]
            inside = (
                target[1:] if target.startswith("/") else normpath(f"{dirname(part)}/{target}").lstrip("/")
            )
            yield Relation(given.get("Id", ""), given.get("Type", "").rpartition("/")[2], inside)


def main_part(package: Package) -> str:
    """The part that a package is about: its workbook, text, presentation or content; "" for none."""
    named = [one.target for one in relations(package) if one.kind == "officeDocument"]
    return next((name for name in (*named, *_MAIN) if name in package), "")


def _ignore(_: str) -> None:
    """Nothing is made of texts and ends."""
