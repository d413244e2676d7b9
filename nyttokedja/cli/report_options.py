"""``--format FORMAT[=FILE]`` and ``--output-file``: values → `Output`s, and the writing of reports.

Functions with a parameter ``formats`` take the table of the formats that a command has.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem

from nyttokedja import __version__
from nyttokedja.cli import options
from nyttokedja.cli.failures import complain
from nyttokedja.cli.unfit import Unfit
from nyttokedja.reports.findings import FORMATS
from nyttokedja.reports.model import Content, ReportContext, ReportFormat

_HINT = "--format"
_NOT_OURS = (".yaml", ".yml", ".toml")
"""Suffixes of chains and settings files: no report is written to a file with one of these."""


class Output(NamedTuple):
    """A report to be written: the name of its format, and its file; None is standard output."""

    format: str
    path: Path | None = None


class OutputType(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """The type of an option: ``FORMAT`` or ``FORMAT=FILE`` → `Output`; the file ``-`` is standard output."""

    name = "output"

    def __init__(self, formats: Mapping[str, ReportFormat] = FORMATS) -> None:
        self.formats = formats

    def convert(
        self, value: str | Output, param: click.Parameter | None, ctx: click.Context | None
    ) -> Output:
        """One value of the option → `Output`; fails at an unknown format and at an impossible file name."""
        if isinstance(value, Output):
            return value
        format, equals, file = value.partition("=")
        if format not in self.formats:
            raise Unfit(
                "{written!r} is not one of {names}.",
                ctx=ctx,
                param=param,
                written=format,
                names=", ".join(self.formats),
            )
        if equals and (not file or "\0" in file):
            raise Unfit("after {format}= there is no name of a file.", None, ctx, param, format=format)
        return Output(format, Path(file) if equals and file != "-" else None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names of formats that begin with ``incomplete``."""
        return [
            CompletionItem(name, help=format.about)
            for name, format in self.formats.items()
            if name.startswith(incomplete)
        ]


def about(formats: Mapping[str, ReportFormat] = FORMATS) -> str:
    """The part of the option's help that describes each format."""
    return "; ".join(f"{name}: {format.about}" for name, format in formats.items())


def wanted(formats: Mapping[str, ReportFormat] = FORMATS, *short: str) -> options.Decorator:
    """A decorator with ``--format``, whose values are the parameter ``outputs``, and ``--output-file``.

    ``short`` are further names of the latter.
    """
    format = click.option(
        "--format",
        "outputs",
        type=OutputType(formats),
        multiple=True,
        metavar="FORMAT[=FILE]",
        help=f"Report so, also into a file; may be given several times. {about(formats)}.",
    )
    file = click.option(
        "--output-file", *short, metavar="FILE", help="Where the report goes; else to standard output."
    )
    return lambda command: format(file(command))


def into(file: str | None, outputs: Sequence[Output], format: str = "text") -> tuple[Output, ...]:
    """The outputs, where ``--output-file`` gives its file to the one that has none.

    Args:
        file: the value of ``--output-file``, or None.
        outputs: the values of ``--format``.
        format: that of the file where no output is given.

    Raises:
        Unfit: several outputs, or none of several, are without a file; or it is no file name.
    """
    if file is None:
        return tuple(outputs)
    open_ = [output for output in outputs if output.path is None]
    if not file or "\0" in file:
        raise Unfit("it is no name of a file", "--output-file")
    if len(open_) > 1 or (outputs and not open_):
        raise Unfit("say of one --format alone; else --format FORMAT=FILE", "--output-file")
    kept = [output for output in outputs if output.path is not None]
    return (*kept, Output(open_[0].format if open_ else format, Path(file)))


def printed(outputs: Sequence[Output], formats: Mapping[str, ReportFormat] = FORMATS) -> list[str]:
    """The names of the formats that go to standard output, each once; text where no other does.

    Raises:
        Unfit: one of several is a whole document, which cannot share the stream.
    """
    names = list(dict.fromkeys(output.format for output in outputs if output.path is None)) or ["text"]
    whole = next((name for name in names if not formats[name].lines), None)
    if whole is not None and len(names) > 1:
        other = next(name for name in names if name != whole)
        raise Unfit(
            "{whole} and {other} cannot both go to standard output; give one a file: {whole}=FILE",
            _HINT,
            whole=whole,
            other=other,
        )
    return names


def refuse_unfit(outputs: Sequence[Output], paths: Sequence[str]) -> None:
    """Check that each output's file may be written.

    Args:
        outputs: the reports to be written.
        paths: what the command reads; no file found there may be overwritten.

    Raises:
        Unfit: a file is written twice, is no regular file, is one that is read, or has a name
            that only chains, settings and git's own files have.
    """
    from nyttokedja.reading.discovery import candidates

    wanted = [output.path for output in outputs if output.path is not None]
    for n, path in enumerate(wanted):
        if any(_same(path, other) for other in wanted[:n]):
            raise _refusal(
                path, "{path} is written by another --format already; give each report a file of its own."
            )
        if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for some
            raise _refusal(
                path, "{path} is no regular file; without =FILE, a report goes to standard output."
            )
    checked = [file.path for file in candidates(paths)] if wanted else []
    for path in wanted:
        if any(_same(path, other) for other in checked):
            raise _refusal(path, "{path} is one of the files that are checked, and is not overwritten.")
        if path.suffix.lower() in _NOT_OURS or ".git" in path.parts:
            raise _refusal(
                path, "{path} is no place for a report: it would be taken for a chain or for settings."
            )


def refuse_input(path: Path, paths: Sequence[str], hint: str) -> None:
    """Check that a picture's file is none that the command reads.

    Raises:
        Unfit: it is.
    """
    from nyttokedja.reading.discovery import candidates

    if any(_same(path, file.path) for file in candidates(paths)):
        raise Unfit("{path} is one of the files that are checked, and is not overwritten.", hint, path=path)


def _refusal(path: Path, sentence: str) -> Unfit:
    return Unfit(sentence, _HINT, path=path)


def _same(path: Path, other: Path) -> bool:
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    try:
        return path.samefile(other)  # by another name: a hard link, or a disk that knows no case
    except OSError:
        return False


def rule_pages(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Callback of ``--rule-pages``: the address of the pages about rules, as it was given.

    Raises:
        Unfit: it cannot become a link in a report.
    """
    if not value:
        return value
    from nyttokedja.reports.rule_links import CODE, address_problem

    if why := address_problem(value):
        raise Unfit("{address}: " + why, address=value, code=CODE)
    return value


def write(
    outputs: Iterable[Output],
    made: Callable[[str, ReportContext], Content],
    language: str,
    rule_pages: str = "",
    *,
    verbose: bool = False,
) -> bool:
    """Write the reports of a run; whether all could be written. What failed is said on standard error.

    Text on standard output is passed by: the run has printed it already.

    Args:
        outputs: the reports to be written; one that is given twice is written once.
        made: (name of the format, context) → the report, text or bytes.
        language: the language of the run as a whole: sv, nb or en.
        rule_pages: the address of the pages about rules, or "".
        verbose: whether reports for people tell equal findings one by one.
    """
    from nyttokedja.errors import CannotWrite

    setting = ReportContext(language, __version__, _folder(), rule_pages, verbose)
    succeeded = True
    for format, path in dict.fromkeys(outputs):
        try:
            if path is not None:
                from nyttokedja.writing.saving import save

                save(path, _whole(made(format, setting)))
            elif format != "text":
                for piece in _printed(made(format, setting)):
                    click.echo(piece, nl=False)
        except CannotWrite as error:
            complain(error)
            succeeded = False
    return succeeded


def _whole(content: Content) -> str | bytes:
    return content if isinstance(content, str | bytes) else "".join(content)


def _printed(content: Content) -> Iterator[str | bytes]:
    """A report in the pieces that it is printed in; those that are made one by one, a thousand together."""
    if isinstance(content, str | bytes):
        yield content
        return
    while piece := "".join(islice(content, 1_000)):
        yield piece


def _folder() -> Path | None:
    with suppress(OSError):  # the current folder may be gone
        return Path.cwd()
    return None
