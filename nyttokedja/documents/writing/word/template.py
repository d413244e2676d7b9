"""The bytes of an organisation's Word file → what its documents begin as; anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, normpath

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.archive import Package, open_package, password
from nyttokedja.importing.packages.xml import parse_xml
from nyttokedja.writing.packages import package

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"

_KEPT = frozenset(
    {"styles", "numbering", "settings", "theme", "fontTable", "webSettings", "header", "footer"}
    | {"image", "font", "hyperlink", "officeDocument"}
)
"""What a document has of its template. All else belongs to the text that was in it: notes, comments …"""

_LINK = re.compile(r"(?i)(?:https?|mailto):")


def template_of(data: bytes) -> bytes:
    """A Word file with the styles, the heads and feet of a template, and nothing more.

    Raises:
        CannotRead: it is no Word file, is locked, damaged or too large, or has macros or parts elsewhere.
    """
    try:
        return package(dict(_parts(open_package(data))))
    except CannotRead as error:
        if error.sentence.startswith("The template "):
            raise
        if error.sentence == password().sentence:
            raise CannotRead("The template has a password. Save a copy without one and name that.") from error
        raise CannotRead(
            "The template cannot be read: it is no Word file, or it is damaged or too large. Save it anew in "
            "Word, as .docx or .dotx."
        ) from error


def _parts(archive: Package) -> Iterator[tuple[str, bytes]]:
    main, types = _checked_types(archive)
    yield _TYPES, types
    yield _ROOT, _relations([("rId1", f"{_OFFICE}/officeDocument", main, "")])
    waiting, seen = [main], {main}
    while waiting:
        part = waiting.pop()
        yield part, _sound(archive, part)
        listed = list(_related(archive, part, is_main=part == main))
        if listed:
            yield _beside(part), _relations(listed)
        for _, _, target, mode in listed:
            inside = _inside(part, target)
            if not mode and inside not in seen:
                seen.add(inside)
                waiting.append(inside)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _checked_types(archive: Package) -> tuple[str, bytes]:
    """The name of the main part, and what its parts are, with a template called a document."""
    found: list[tuple[str, dict[str, str]]] = []
    parse_xml(
        archive.chunks(_TYPES), lambda name, given: found.append((name, given)), _ignore, _ignore
    ) if _TYPES in archive else None
    called = {given.get("PartName", "").lstrip("/"): given.get("ContentType", "") for _, given in found}
    if any("macroEnabled" in kind or "vbaProject" in kind for _, given in found for kind in given.values()):
        raise CannotRead("The template has macros (.docm, .dotm). Save it as .docx or .dotx and name that.")
    main = next((name for name, kind in called.items() if kind in (_MAIN, _TEMPLATE)), "")
    if not main or main not in archive:
        raise CannotRead("The template is no Word file. Name a file that Word has saved as .docx or .dotx.")
    made = [
        f"<{name} {' '.join(f'{key}={_quoted(value)}' for key, value in given.items())}/>"
        for name, given in found
        if name in ("Default", "Override")
    ]
    text = f'<Types xmlns="{_PACKAGE}/content-types">{"".join(made)}</Types>'
    return main, text.replace(_TEMPLATE, _MAIN).encode()


def _related(archive: Package, part: str, *, is_main: bool) -> Iterator[tuple[str, str, str, str]]:
    """What a part names, of that which is kept: id, type, target, and whether it lies elsewhere."""
    listed = _beside(part)
    found: list[dict[str, str]] = []
    if listed in archive:
        parse_xml(
            archive.chunks(listed),
            lambda name, given: found.append(given) if name == "Relationship" else None,
            _ignore,
            _ignore,
        )
    for given in found:
        kind, target = given.get("Type", ""), given.get("Target", "")
        name = kind.rpartition("/")[2]
        if given.get("TargetMode") == "External":
            _must_be_a_link(name, target)
            if name == "hyperlink" and not is_main:
                yield given.get("Id", ""), kind, target, "External"
        elif name in _KEPT and not (is_main and name == "image") and _inside(part, target) in archive:
            yield given.get("Id", ""), kind, target, ""


def _must_be_a_link(name: str, target: str) -> None:
    """Refuse what a program would fetch from elsewhere by itself.

    The file that a file was once made from is let go where it lay on a disk of the one who made it.
    """
    local = name == "attachedTemplate" and re.match(r"(?i)(?:file:///)?[a-z]:[\\/]", target)
    if not local and not (name == "hyperlink" and _LINK.match(target)):
        raise CannotRead(
            "The template fetches something from outside the file when it is opened, and is not used. Take "
            "out what is linked in it, and save it anew."
        )


def _sound(archive: Package, part: str) -> bytes:
    """A part; where it is XML, it has been read."""
    data = archive.read(part)
    if part.endswith((".xml", ".rels")):
        parse_xml([data], _ignore_start, _ignore, _ignore)
    return data


def _inside(part: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(f"{dirname(part)}/{target}").lstrip("/")


def _beside(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _relations(listed: list[tuple[str, str, str, str]]) -> bytes:
    made = "".join(
        f"<Relationship Id={_quoted(id)} Type={_quoted(kind)} Target={_quoted(target)}"
        f"{' TargetMode=' + _quoted(mode) if mode else ''}/>"
        for id, kind, target, mode in listed
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'.encode()


def _quoted(value: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(value)


def _ignore(_: str) -> None:
    """Nothing is made of texts and ends."""


def _ignore_start(_name: str, _given: dict[str, str]) -> None:
    """Nothing is made of beginnings."""
