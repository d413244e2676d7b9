"""What comes of a file where something is made of each: `Product`, and how its own file is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from nyttokedja.batch.parallel import Task
from nyttokedja.checking.outcome import Outcome
from nyttokedja.errors import CannotWrite
from nyttokedja.printing.model import Remark
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reading.sniffing import contains_chain


@dataclass(frozen=True, slots=True)
class Product:
    """What came of a file: its ``content``, with remarks, or in `failure` why there is none.

    Where there are both, something is missing in the content, and the failure says why. Where it `is_there`,
    its file holds already what would be made, and nothing has been.
    """

    outcome: Outcome
    content: str | bytes | None = None
    failure: str = ""
    remarks: tuple[Remark, ...] = ()
    is_there: bool = False


class Format(Protocol):
    """A format: the endings of its files, the first of which new files get."""

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings, without a dot."""


def format_of(ending: str, formats: Mapping[str, Format]) -> str | None:
    """The name of the format whose files end so: with or without a dot, in any case; None where none does."""
    sought = ending.lower().removeprefix(".")
    return next((name for name, format in formats.items() if sought in format.endings), None)


def names(tasks: Sequence[Task], ending: str) -> Mapping[str, str]:
    """The file name of what is made of each file, by the file's name.

    Args:
        tasks: the files.
        ending: what follows their names without endings: ``.svg``, ``-plan.docx``.

    Raises:
        CannotWrite: two chains would give the same.
    """
    named = {
        file.name: f"{'chain' if file.name == STDIN else PurePath(file.name).stem}{ending}"
        for file, _ in tasks
    }
    alike: dict[str, list[Task]] = {}
    for task in tasks:
        # two names that differ only in case are one file on Windows and macOS
        alike.setdefault(named[task.file.name].casefold(), []).append(task)
    for several in alike.values():
        # only here is a file read twice: whether it is a chain can be seen in its content alone
        among = several if len(several) > 1 else []
        chains = [file.name for file, config in among if contains_chain(file, config.limits.file)]
        if len(chains) > 1:
            one, other = chains[:2]
            raise CannotWrite(
                f"{one} and {other} would both be written as {named[other]}; rename one of them."
            )
    return named
