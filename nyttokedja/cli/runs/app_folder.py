"""``app --folder``: the app as files for a web server, with those of an earlier version taken away."""

from __future__ import annotations

from pathlib import Path

from nyttokedja.app.pieces import OURS, folder, pieces
from nyttokedja.writing.saving import save


def write_folder(into: Path, file: bytes) -> None:
    """Write the files of the app, its page last: who opens it meanwhile gets the version before.

    Args:
        into: the folder; what else is in it is left alone.
        file: the one file.

    Raises:
        CannotWrite: the folder or one of its files cannot be written.
    """
    files = folder(pieces(file))
    for name, content in files.items():
        save(into / name, content)
    for path in into.iterdir():
        if OURS.fullmatch(path.name) and path.name not in files and path.is_file():
            path.unlink(missing_ok=True)
