"""A file → its picture: checked, drawn, and named after the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from nyttokedja.checking import Checked
from nyttokedja.config import Config
from nyttokedja.errors import CannotDraw, CannotWrite
from nyttokedja.runs import Outcome, checked, summed_up
from nyttokedja.search import STDIN, Candidate


@dataclass(frozen=True, slots=True)
class Picture:
    """What came of drawing a file: its ``content``, or in `failure` one sentence why there is none."""

    outcome: Outcome
    content: str | None = None
    failure: str = ""


def picture(file: Candidate, config: Config, format: str, engine: str) -> Picture:
    """Check and draw one file. Never raises."""
    result = checked(file, config)
    if isinstance(result, Outcome):
        return Picture(result)
    outcome = summed_up(result)
    if result.chain is None:
        return Picture(outcome)
    try:
        return Picture(outcome, FORMATS[format](result, engine))
    except CannotDraw as error:
        return Picture(outcome, failure=f"{file.name}: {error}")


def _svg(result: Checked, engine: str) -> str:
    from nyttokedja.drawing import draw

    assert result.chain is not None
    assert result.graph is not None
    return draw(result.chain, result.graph, result.findings, engine=engine)


def _dot(result: Checked, engine: str) -> str:
    from nyttokedja.formats.chain.dot import to_dot

    assert result.chain is not None
    assert result.graph is not None
    return to_dot(result.chain, result.graph)


FORMATS: Mapping[str, Callable[[Checked, str], str]] = {"svg": _svg, "dot": _dot}
"""Format → how a picture in it is made; the name is also the file's ending."""


def names(files: Iterable[Candidate], format: str) -> Mapping[str, str]:
    """The picture's file name for each file, by the file's name.

    Raises:
        CannotWrite: two files would give the same picture.
    """
    named = {
        file.name: f"{'chain' if file.name == STDIN else PurePath(file.name).stem}.{format}" for file in files
    }
    taken: dict[str, str] = {}
    for file, name in named.items():
        # two names that differ only in case are one file on Windows and macOS
        if (other := taken.setdefault(name.casefold(), file)) != file:
            raise CannotWrite(f"{other} and {file} would both be drawn as {name}; rename one of them.")
    return named
