"""Which language the command line speaks to a person: help, usage errors, the sums of runs, manuals of rules.

What the line says goes before the settings, those before the environment, and that before what the machine
displays. Findings never follow it: they speak the language of their chain. The start of the program comes
here, so little is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import click

from nyttokedja.language.codes import CANONICAL, LANGUAGES

_OPTION, _FILE, _ISOLATED = "--language", "--config", "--isolated"
_OWN, _SHARED, _END = "nyttokedja.toml", "pyproject.toml", ".git"
_TABLE = ("tool", "nyttokedja")
_LOCALES = {"sv": "sv", "nb": "nb", "no": "nb", "nn": "nb", "en": "en"}
"""The language of a locale → the one spoken; who writes nynorsk reads bokmål."""
_PRIMARY = {0x1D: "sv", 0x14: "nb", 0x09: "en"}
"""The same by the numbers that Windows has for languages."""
_MOST_BYTES = 1_000_000


def personal(arguments: Sequence[str]) -> str | None:
    """The language of the person at the command line: sv, nb, en; None where nothing says which.

    Args:
        arguments: what stands after the program's name.
    """
    line = [*_completed(arguments)]
    line = line[: line.index("--")] if "--" in line else line
    said = _value(line, _OPTION)
    if said in LANGUAGES:
        return said
    return _settled(line) or _of_environment(os.environ)


def spoken(ctx: click.Context) -> str:
    """The language of the command line that a context belongs to; English where nothing says another."""
    return person_of(ctx) or CANONICAL


def person_of(ctx: click.Context | None) -> str | None:
    """What `personal` said of the command line that a context belongs to."""
    root = ctx.find_root().obj if ctx else None
    return root if isinstance(root, str) else None


def _completed(arguments: Sequence[str]) -> Sequence[str]:
    """The line so far, where a shell asks for its completion."""
    return arguments or os.environ.get("COMP_WORDS", "").split()[1:]


def _value(line: Sequence[str], option: str) -> str | None:
    """The value of an option, wherever it stands on the line; of several the last."""
    after = [value for name, value in pairwise(line) if name == option]
    joined = [word.partition("=")[2] for word in line if word.startswith(f"{option}=")]
    return next(reversed([*after, *joined]), None)


def _of_environment(environ: Mapping[str, str]) -> str | None:
    """The language of the locale, or where none is set, the one that Windows displays."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if not locale and sys.platform == "win32":
        import ctypes

        return _PRIMARY.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF)
    name = locale.partition(".")[0].partition("@")[0].partition("_")[0].partition("-")[0]
    return _LOCALES.get(name.lower())


def _settled(line: Sequence[str]) -> str | None:
    """What the settings say; nothing where they cannot be read, which is said when they are asked."""
    if _ISOLATED in line:
        return None
    path = _value(line, _FILE) or _nearest()
    data = _bytes(path) if path else b""
    if b"language" not in data:
        return None
    import tomllib

    try:
        said: Any = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    for name in _TABLE if path and os.path.basename(path) == _SHARED else ():  # noqa: PTH119 - pathlib takes long
        said = said.get(name) if isinstance(said, dict) else None
    language = said.get("language") if isinstance(said, dict) else None
    return language if isinstance(language, str) and language in LANGUAGES else None


def _nearest() -> str | None:
    """The settings file of the current folder, as `nyttokedja.checking.settings.lookup` finds it."""
    try:
        folder = os.getcwd()  # noqa: PTH109
    except OSError:
        return None
    while True:
        if os.path.lexists(own := os.path.join(folder, _OWN)):  # noqa: PTH118
            return own
        shared = os.path.join(folder, _SHARED)  # noqa: PTH118
        if os.path.lexists(shared) and ".".join(_TABLE).encode() in _bytes(shared):
            return shared
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder or os.path.lexists(os.path.join(folder, _END)):  # noqa: PTH118
            return None
        folder = above


def _bytes(path: str) -> bytes:
    if not os.path.isfile(path):  # noqa: PTH113
        return b""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(_MOST_BYTES)
    except OSError:
        return b""
