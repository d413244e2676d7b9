"""A folder in a repository, and what is asked → what git answers, as bytes; the one place where git is run.

A repository is a stranger's, as its chains are: no shell, no pager, no filter, no program that its
configuration names, and no network. A revision is resolved once, and from there on only ids are spoken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from nyttokedja.errors import CannotRead
from nyttokedja.language.system_errors import why

_TIMEOUT = 60.0
_DROPPED = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"),
    *("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_CONFIG", "GIT_TRACE", "GIT_TRACE2", "LANGUAGE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
"""What a hook or a shell has said to git, and would make it answer about something else."""

_SAID = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
_SETTINGS = ("core.quotePath=false", "core.fsmonitor=", "log.showSignature=false")

_UNSAFE = (
    "The repository of {where} belongs to someone else, and git does not read it before you have said that "
    "it is safe: git config --global --add safe.directory FOLDER."
)
_KNOWN = {
    "not a git repository": "{where} is not in a git repository.",
    "dubious ownership": _UNSAFE,
    "unsafe repository": _UNSAFE,
    "could not lock config file": "The configuration of the repository of {where} cannot be written now: "
    "another program may be writing it. Try again.",
}
"""A sign in what git says → what we say of it."""


class GitResult(NamedTuple):
    """What a run of git came to."""

    code: int
    out: bytes
    err: bytes


def ask(args: Sequence[str], cwd: Path, *, data: bytes = b"", timeout: float = _TIMEOUT) -> GitResult:
    """Run git in a folder, whatever it comes to.

    Raises:
        CannotRead: git is not there, is not allowed to run or takes too long, or the folder is not there.
    """
    command = _command(args)
    try:
        done = subprocess.run(  # noqa: S603 - git, by its own path, without a shell
            command,
            cwd=cwd,
            input=data,
            capture_output=True,
            env=_environment(),
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotRead(f"git {args[0]} took more than {timeout:g} seconds.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in an argument
        raise _not_run(error, cwd) from None
    return GitResult(done.returncode, done.stdout, done.stderr)


def run(args: Sequence[str], cwd: Path, *, data: bytes = b"", ok: Sequence[int] = (0,)) -> bytes:
    """What git answers.

    Raises:
        CannotRead: git could not be run, or refused; why, in one sentence.
    """
    answer = ask(args, cwd, data=data)
    if answer.code not in ok:
        raise CannotRead(_refusal(args[0], answer.err, cwd))
    return answer.out


def _command(args: Sequence[str]) -> list[str]:
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    return [_program(), "--no-pager", "--literal-pathspecs", *settings, *args]


@cache
def _program() -> str:
    """The path of git; on Windows never one that lies in the working folder."""
    if sys.platform == "win32":
        os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")
    found = shutil.which("git")
    if found is None or not Path(found).is_absolute():
        raise CannotRead("git is not installed, or not on the PATH. Install it from git-scm.com.")
    return found


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _DROPPED} | _SAID


def _not_run(error: Exception, cwd: Path) -> CannotRead:
    if isinstance(error, OSError) and not cwd.is_dir():
        return CannotRead(f"There is no folder {cwd}.")
    if isinstance(error, OSError):
        return CannotRead(f"git could not be run: {why(error)}.")
    return CannotRead("git could not be run: a name has a character that no file may have.")


def _refusal(verb: str, err: bytes, cwd: Path) -> str:
    said = err.decode("utf-8", "replace")
    for sign, sentence in _KNOWN.items():
        if sign in said:
            return sentence.format(where=cwd)
    lines = [line for line in said.splitlines() if line.startswith(("fatal:", "error:"))] or said.splitlines()
    first = lines[0].split(": ", 1)[-1][:300].rstrip(".") if lines else "no reason given"
    why = "".join(char if char.isprintable() else "?" for char in first)
    return f"git {verb} could not be done: {why}."


def root(path: Path) -> Path:
    """The top folder of the repository that a file or folder lies in; of a bare one, its own folder.

    Raises:
        CannotRead: it lies in none, or git does not read it.
    """
    here = path if path.is_dir() else path.parent
    answer = ask(["rev-parse", "--show-toplevel"], here)
    if b"must be run in a work tree" in answer.err:
        return _path(run(["rev-parse", "--absolute-git-dir"], here))
    if answer.code:
        raise CannotRead(_refusal("rev-parse", answer.err, here))
    return _path(answer.out)


def inside(path: Path, root: Path) -> str:
    """The name of a file or folder in its repository, with ``/``. Links to folders are followed.

    Raises:
        CannotRead: it lies outside the repository.
    """
    where = os.path.realpath(path) if path.is_dir() else Path(os.path.realpath(path.parent), path.name)
    with suppress(ValueError):
        return Path(where).relative_to(os.path.realpath(root)).as_posix()
    raise CannotRead(f"{path} is not in the repository {root}.")


def _path(line: bytes) -> Path:
    return Path(os.fsdecode(line.removesuffix(b"\n").removesuffix(b"\r")))


class Objects:
    """Many files of a repository, by their ids or as ``commit:name``, from one run of git.

    A file is read to one byte past ``limit``. Of one by its name, ``links`` says whether links are followed.
    """

    def __init__(self, cwd: Path, limit: int = sys.maxsize, *, links: bool = False) -> None:
        self._limit = limit
        self._cwd = cwd
        try:
            self._child = subprocess.Popen(  # noqa: S603 - as in `ask`
                _command(["cat-file", "--batch", *(["--follow-symlinks"] if links else [])]),
                cwd=cwd,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise _not_run(error, cwd) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError, subprocess.TimeoutExpired):
            self._child.communicate(timeout=_TIMEOUT)
        self._child.kill()
        self._child.wait()

    def content(self, id: str, name: str) -> bytes:
        """The bytes of a file that a commit has, by the id of them; ``name`` is for people.

        Raises:
            CannotRead: git has them not, or stopped answering.
        """
        data = self.read(id)
        if data is not None:
            return data
        if self.is_partial:
            raise CannotRead(
                "An earlier version of {name} has not been fetched to this copy of the repository. Fetch "
                "what is missing with: git fetch --refetch --no-filter",
                name=name,
            )
        raise CannotRead(
            "An earlier version of {name} is missing in git. Look with git fsck at what is damaged, and "
            "fetch the repository anew.",
            name=name,
        )

    @cached_property
    def is_partial(self) -> bool:
        """Whether git has left content out of this copy, to be fetched when it is asked for."""
        return bool(run(["config", "--get-regexp", r"^remote\..*\.promisor$"], self._cwd, ok=(0, 1)))

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is none of that name.

        Raises:
            CannotRead: git stopped answering.
        """
        asked, told = self._child.stdin, self._child.stdout
        assert asked is not None
        assert told is not None
        if "\n" in name:  # which no id has, and would be two questions
            return None
        try:
            asked.write(os.fsencode(name) + b"\n")
            asked.flush()
        except OSError:
            raise CannotRead("git cat-file stopped before it had answered.") from None
        kind, size = _header(told.readline())
        if kind is None and not size:
            return None
        data = told.read(min(size, self._limit + 1))
        left = size - len(data) + 1
        while left > 0 and (passed := told.read(min(left, 1 << 20))):
            left -= len(passed)
        return data if kind == b"blob" else None


_NOWHERE = (b"symlink", b"dangling", b"loop", b"notdir")
"""What git says of a link that leads to no file of the commit."""


def _header(line: bytes) -> tuple[bytes | None, int]:
    parts = line.split()
    if not line.endswith(b"\n"):
        raise CannotRead("git cat-file stopped before it had answered.")
    if len(parts) == 3 and parts[2].isdigit():
        return parts[1], int(parts[2])
    if len(parts) == 2 and parts[0] in _NOWHERE and parts[1].isdigit():  # where a link leads comes after it
        return None, int(parts[1])
    return None, 0
