"""A repository, and folders with chains → what is written into its own configuration, and taken out again.

Nothing that is versioned is touched, nor what is the user's or the machine's: only the settings in the
repository's own ``config`` and a block in its ``info/attributes``, which other lines outweigh.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from nyttokedja.errors import CannotWrite
from nyttokedja.language.system_errors import why
from nyttokedja.reading.decoding import BYTE_ORDER_MARK
from nyttokedja.reading.discovery import ENDINGS
from nyttokedja.versions.git import run
from nyttokedja.writing.saving import Change, replace_all

CONFLICT = 3
"""What the merge driver's program ends with where it left markers: no failure to start ends so."""

_NAME = "nyttokedja"
_BEGIN, _END = b"# nyttokedja git install: begin", b"# nyttokedja git install: end"
_BLOCK = re.compile(rb"^%b\r?\n.*?^%b\r?(?:\n|\Z)" % (_BEGIN, _END), re.MULTILINE | re.DOTALL)
_GLOB = re.compile(r"([\\*?\[])")
_NOT_PLAIN = re.compile(r'[\s"]')
_NOT_SET = 5


def settings(python: str = "") -> Mapping[str, str]:
    """The settings of the two drivers, by key.

    git runs them in a shell, on Windows too. Where the program is gone or does not start, what git would
    have done without it is done. ``-P``: nothing in the repository can pass for a part of the program.
    """
    program = shlex.quote((python or sys.executable).replace("\\", "/"))
    start = f"{program} -P -m nyttokedja git"
    sides = "--size=%L --path=%P --ours=%X --base=%S --theirs=%Y"
    merge = (
        f"{start.replace('%', '%%')} merge {sides} -- %O %A %B; "
        f"case $? in 0) exit 0;; {CONFLICT}) exit 1;; esac; "
        "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    )
    return {
        f"diff.{_NAME}.textconv": f'f() {{ {start} textconv -- "$1" 2>/dev/null || cat -- "$1"; }}; f',
        f"diff.{_NAME}.xfuncname": "^[^ ].*",
        f"merge.{_NAME}.name": "nyttokedja: effect chains, box by box",
        f"merge.{_NAME}.driver": merge,
    }


def patterns(names: Iterable[str]) -> list[str]:
    """The patterns for the folders that chains lie in, by the chains' names in the repository.

    A chain that comes to lie there may have any ending that chains have.
    """
    found = set()
    for name in names:
        folder, _, file = name.rpartition("/")
        for ending in {os.path.splitext(file)[1], *ENDINGS}:  # noqa: PTH122
            found.add(_quoted(f"/{_GLOB.sub(_escaped, folder)}/*{ending}".replace("//", "/")))
    return sorted(found)


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match[0]


def _quoted(pattern: str) -> str:
    if not _NOT_PLAIN.search(pattern):
        return pattern
    escaped = "".join(f"\\{ord(c):03o}" if c in '"\\' or not c.isprintable() else c for c in pattern)
    return f'"{escaped}"'


def attributes(patterns: Iterable[str]) -> list[str]:
    """The lines that say which files the drivers are for."""
    return [f"{pattern} diff={_NAME} merge={_NAME}" for pattern in patterns]


def install(root: Path, lines: Iterable[str]) -> None:
    """Set the drivers, and say which files they are for; what was said before is replaced.

    Raises:
        CannotRead: git could not be run, or refused.
        CannotWrite: the file of attributes cannot be written.
    """
    for key, value in settings().items():
        run(["config", "--local", "--replace-all", key, value], root)
    _write(root, b"\n".join([_BEGIN, *(os.fsencode(line) for line in lines), _END, b""]))


def installed(root: Path) -> list[str]:
    """What there is of that which `install` writes: the keys of settings, and the lines of attributes."""
    keys = [key for key in settings() if run(["config", "--local", "--get-all", key], root, ok=(0, 1))]
    path = attributes_file(root)
    block = _BLOCK.search(path.read_bytes()) if path.is_file() else None
    return [*keys, *(os.fsdecode(line) for line in block[0].splitlines()[1:-1])] if block else keys


def uninstall(root: Path) -> None:
    """Take out what `install` has written, and nothing else.

    Raises:
        CannotRead: git could not be run, or refused.
        CannotWrite: the file of attributes cannot be written.
    """
    for key in settings():
        run(["config", "--local", "--unset-all", key], root, ok=(0, _NOT_SET))
    _write(root, b"")


def attributes_file(root: Path) -> Path:
    """The repository's own file of attributes, which is not versioned."""
    said = run(["rev-parse", "--git-path", "info/attributes"], root)
    return root / os.fsdecode(said.removesuffix(b"\n"))


def line_ends(root: Path, names: Iterable[str]) -> list[str]:
    """The lines that are missing in ``.gitattributes`` for chains and pictures to have one kind of line ends.

    Raises:
        CannotRead: git could not be run, or refused.
    """
    one_each = {Path(name).suffix: name for name in [*names, "renders/x.svg"]}
    said = run(["check-attr", "-z", "eol", "--", *one_each.values()], root).split(b"\0")
    given = {os.fsdecode(name): value for name, value in zip(said[::3], said[2::3], strict=False)}
    return [f"*{suffix} text eol=lf" for suffix, name in sorted(one_each.items()) if given.get(name) != b"lf"]


def _write(root: Path, block: bytes) -> None:
    """Put a block first in the file of attributes, in place of the one that is there."""
    path = attributes_file(root)
    try:
        before = path.read_bytes() if path.exists() else b""
        mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else b""
        after = mark + block + _BLOCK.sub(b"", before.removeprefix(mark))
        if after and not before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(after)
        elif after:
            replace_all([Change(path, before, after)])
        elif before:
            path.unlink()
    except OSError as error:
        raise CannotWrite(f"Cannot write {path}: {why(error, writing=True)}.") from error
