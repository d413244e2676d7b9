"""``open``: one chain is checked, its page is written where pages are kept, and the browser shows it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import click

from nyttokedja.batch.draw import pictures
from nyttokedja.batch.engines import AUTO
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.translation import told
from nyttokedja.errors import CannotRead, CannotWrite
from nyttokedja.language.failures import retold
from nyttokedja.language.safe_text import clean
from nyttokedja.pages.unread_page import unread_page
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import save

_PRIVATE = 0o700


class OpenRun(Run):
    """One call of ``open``."""

    def __init__(self, file: str, lookup: Lookup, language: str) -> None:
        super().__init__((file,), lookup)
        if Path(file).is_dir():
            raise CannotRead(
                "{path} is a folder. Name one chain; of all in a folder a site is made by: "
                "nyttokedja site {path}",
                path=Path(file).as_posix(),
            )
        self._file = Path(file)
        self._spoken = language

    def open(self, output: str) -> int:
        """Write the page and show it; the exit code."""
        tasks = self.tasks()
        if not tasks:  # its settings are wrong, which has been said
            return CANNOT
        (made,) = pictures(tasks, "html", AUTO)
        self.seen.append(made.outcome)
        content = made.content
        self.silent = content is not None
        self.show(made.outcome, err=True)
        failure = clean(retold(made.failure, self._spoken)) if made.failure else ""
        if failure:
            click.echo(f"nyttokedja: {safe_file_name(made.outcome.name)}: {failure}", err=True)
        if content is None:
            content = unread_page(made.outcome, self._file.name, failure)
        path = self._write(content, output)
        if not _shown(path):
            raise CannotRead("No browser could be started. Open {path} in one yourself.", path=path)
        self._say("{file} is shown in the browser.", path)
        if made.outcome.trouble or made.failure:
            return CANNOT
        return DONE if made.content is not None else FINDINGS

    def _write(self, content: str | bytes, output: str) -> Path:
        if output:
            path = Path(output)
            if path.suffix.lower() != ".html" or path.is_dir():
                raise CannotWrite(
                    "{path} is no name of a page. Name a file that ends with .html.", path=output
                )
            save(path, content)
            return path
        try:
            path = kept_at(self._file, os.environ)
            path.parent.mkdir(_PRIVATE, parents=True, exist_ok=True)
            save(path, content)
        except (CannotWrite, OSError, RuntimeError):  # there is no home, or it cannot be written
            path = Path(tempfile.mkdtemp(prefix="nyttokedja-")) / f"{self._file.stem}.html"
            save(path, content)
        return path

    def _say(self, said: str, path: Path) -> None:
        click.echo(clean(told(said, self._spoken, file=safe_file_name(path.as_posix()))))


def kept_at(file: Path, environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the page of a chain is kept: the same place each time, which the person alone can read."""
    own = environment.get({"win32": "LOCALAPPDATA", "darwin": ""}.get(platform, "XDG_CACHE_HOME"), "")
    if not Path(own).is_absolute():
        home = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(platform, ".cache")
        own = (Path.home() / home).as_posix()
    place = sha256(os.path.abspath(file).encode("utf-8", "surrogatepass")).hexdigest()[:8]  # noqa: PTH100 - links kept
    return Path(own) / "nyttokedja" / "pages" / f"{file.stem}-{place}.html"


def _shown(path: Path) -> bool:
    import webbrowser

    return webbrowser.open(path.absolute().as_uri())
