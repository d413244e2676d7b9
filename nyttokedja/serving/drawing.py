"""A file's bytes → `Shown`, what a tab shows of it; in a process of its own, so that tabs get answers."""

from __future__ import annotations

from typing import NamedTuple

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
