"""What is installed only where it is wanted: how to install it, to be followed to the letter.

A program that lies in a folder is installed again from there, as its README has people do it; what comes from
elsewhere, from there. How it was installed is written down by whatever installed it (``direct_url.json``).
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_NAME = "nyttokedja"
_DRIVE = re.compile(r"/[A-Za-z]:")


def how_to_install(extra: str) -> str:
    """The command that installs an extra for this Python, to be given in the folder one is in."""
    return command(extra, _installed_from(), sys.executable, Path.cwd())


def command(extra: str, origin: Any, python: str, here: Path) -> str:
    """The command, by the origin of the program: an object of ``direct_url.json``, or None."""
    wanted = [_of(origin, extra, here)]
    if isinstance(origin, dict) and isinstance(origin.get("dir_info"), dict):
        wanted = ["-e", *wanted] if origin["dir_info"].get("editable") else wanted
    program = _nearer(Path(python), here)
    return " ".join([_as_program(program), "-m pip install", *map(_quoted, wanted)])


def _installed_from() -> Any:
    try:
        return json.loads(distribution(_NAME).read_text("direct_url.json") or "null")
    except (PackageNotFoundError, ValueError, OSError):
        return None


def _of(origin: Any, extra: str, here: Path) -> str:
    url = origin.get("url", "") if isinstance(origin, dict) else ""
    if not url:
        return f"{_NAME}[{extra}]"
    if "dir_info" in origin:
        folder = _folder(url)
        return f"{'.' if folder == here or not folder.is_dir() else folder}[{extra}]"
    if isinstance(vcs := origin.get("vcs_info"), dict):
        at = vcs.get("commit_id") or vcs.get("requested_revision")
        url = f"{vcs.get('vcs', 'git')}+{url}" + (f"@{at}" if at else "")
    return f"{_NAME}[{extra}] @ {url}"


def _folder(url: str) -> Path:
    at = urlsplit(url)
    path = unquote(at.path)
    if _DRIVE.match(path):
        path = path[1:]
    return Path(f"//{at.netloc}{path}" if at.netloc else path)


def _nearer(path: Path, here: Path) -> str:
    """A path as it is called from a folder, where it is in that."""
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _as_program(path: str) -> str:
    quoted = _quoted(path) if " " in path or "'" in path else path
    return f"& {quoted}" if quoted != path and os.name == "nt" else quoted


def _quoted(word: str) -> str:
    """A word as shells take it, in double quotes where it has brackets or spaces."""
    if word.startswith("-"):
        return word
    return shlex.quote(word) if any(sign in word for sign in '"$`\\!') and os.name != "nt" else f'"{word}"'
