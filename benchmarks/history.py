"""A repository in which one chain changes many times, written by git fast-import."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus

FILE = "chains/kedja å.yaml"
_FORMER = "kedjor/kedja å.yaml"
_OWNER, _ARROW = "ägare: Enhetschef hemtjänst", "leder_till: effekt_0\n"


def write(folder: Path, commits: int, nodes: int) -> None:
    """Make the repository; halfway the chain's file is renamed.

    Args:
        folder: where; it must not be there yet.
        commits: how many there are, each of which changes the chain.
        nodes: how many boxes the chain has.
    """
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    (path,) = corpus.write(folder / "first", 1, nodes)
    stream = b"".join(_stream(Path(path).read_text("utf-8"), commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run(["git", "checkout", "-q", "-f", "main"], cwd=folder, check=True)


def _stream(chain: str, commits: int) -> Iterator[bytes]:
    for n in range(commits):
        name = FILE if n >= commits // 2 else _FORMER
        text = chain.replace(_OWNER, f"ägare: Enhetschef {n}", 1)
        if n % 3 == 2:
            text = text.replace(_ARROW, "leder_till: []\n", 1)
        yield _commit(n, text.encode(), name, former=_FORMER if n == commits // 2 else None)


def _commit(n: int, data: bytes, name: str, former: str | None) -> bytes:
    when = 1_700_000_000 + n * 3600
    message = f"Change {n}".encode()
    parts = [
        b"commit refs/heads/main",
        f"mark :{n + 1}".encode(),
        f"committer A <a@example.org> {when} +0000".encode(),
        b"data %d\n%s" % (len(message), message),
        *([f'D "{former}"'.encode()] if former else []),
        f'M 100644 inline "{name}"'.encode(),
        b"data %d\n%s" % (len(data), data),
    ]
    return b"\n".join(parts) + b"\n"
