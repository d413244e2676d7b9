"""A file's bytes → `Shown`, what a tab shows of it; in a process of its own, so that tabs get answers."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, TypeVar

from nyttokedja.batch.check import BUG, check_file
from nyttokedja.batch.engines import AUTO
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import Checked
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.comparing.excerpting import excerpted
from nyttokedja.errors import CannotDraw, crash_message
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import Candidate
from nyttokedja.reports.findings.groups import groups
from nyttokedja.reports.findings.text import failure_sentence

T = TypeVar("T")


class Remark(NamedTuple):
    """A finding as people read it: how grave, on which line, what, and what to do about it."""

    severity: str
    line: int
    message: str
    remedy: str


class Shown(NamedTuple):
    """What a tab shows of a file as it was at one time.

    `page` is HTML, "" where no picture can be made: then `problem` says why, and `remarks` what was found.
    Where it ``failed``, the fault is not the file's.
    """

    title: str
    language: str
    page: str = ""
    problem: str = ""
    remarks: tuple[Remark, ...] = ()
    errors: int = 0
    warnings: int = 0
    failed: bool = False


def shown(file: Candidate, config: Config) -> Shown:
    """Check a file and draw its page. Never raises."""
    result = check_file(file, config)
    if isinstance(result, Outcome):
        said = texts(result.language)
        why = failure_sentence(result) if result.trouble else said.word("live/serve", "no_chain")
        return Shown(file.path.name, result.language, problem=why)
    try:
        page: str | CannotDraw = _page(result, config) if result.chain and result.graph else ""
    except CannotDraw as reason:  # the part that is asked for is not there
        page = reason
    except Exception as error:  # noqa: BLE001 - what fails at one file never stops the preview
        page = CannotDraw(BUG.format(crash_message(error)))
    return _shown(result, file.path.name, page)


def _page(result: Checked, config: Config) -> str | CannotDraw:
    (made,) = FORMATS["html"]([excerpted(result, config.picture)], AUTO, config.picture)
    assert isinstance(made, str | CannotDraw)
    return made


def counted(file: Candidate, config: Config) -> Shown:
    """The same without a page, for a list of chains."""
    result = check_file(file, config)
    if isinstance(result, Outcome):
        return Shown(
            file.path.name, result.language, problem=failure_sentence(result) if result.trouble else ""
        )
    return _shown(result, file.path.name, "")


def _shown(result: Checked, name: str, page: str | CannotDraw) -> Shown:
    said = texts(result.language)
    told = list(groups(summed_up(result)))
    found = [finding for group in told for finding in group.findings]
    failed = isinstance(page, CannotDraw)
    return Shown(
        result.chain.title if result.chain else name,
        result.language,
        "" if isinstance(page, CannotDraw) else page,
        str(page) if failed else "" if result.chain else said.word("live/serve", "unreadable"),
        tuple(
            Remark(
                said.word("severity", group.first.severity.word),
                group.first.place.line,
                group.message,
                group.remedy,
            )
            for group in (told if failed or result.chain is None else ())
        ),
        sum(finding.severity is Severity.ERROR for finding in found),
        sum(finding.severity is Severity.WARNING for finding in found),
        failed,
    )


class Worker:
    """One process that works off one thing after the other; where it dies, the next thing gets another."""

    def __init__(self) -> None:
        self._context = get_context("spawn")
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        self._pipe, other = self._context.Pipe()
        self._process = self._context.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()

    async def do(self, work: Callable[..., T], *arguments: Any) -> T:
        """Call a function of a module with arguments, over there.

        Raises:
            CannotDraw: the process died of it.
        """
        return await asyncio.to_thread(self._do, work, *arguments)

    def _do(self, work: Callable[..., T], *arguments: Any) -> T:
        with self._lock:
            try:
                self._pipe.send((work, arguments))
                done: T = self._pipe.recv()
            except (EOFError, OSError) as error:
                self.stop()
                self._start()
                raise CannotDraw("The process that draws has come to an end.") from error
        return done

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join(1)
        self._pipe.close()


def _work(pipe: Connection) -> None:
    # Ctrl-C goes to all processes of a terminal; this one is ended by the one that started it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in ("nyttokedja.drawing", "nyttokedja.pages"):  # before the first tab asks
        import_module(module)
    while True:
        try:
            work, arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(work(*arguments))
