"""Pictures that were drawn in earlier runs → those that need not be drawn again.

A picture is known by the bytes of its chain, what is chosen about it, its format, the engines and the program
itself. It is drawn again unless the file on the disk holds what would be written into it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from nyttokedja.batch.draw import pictures
from nyttokedja.batch.ledger import Ledger, Seen, can_be_kept, looked_at
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.product import Product
from nyttokedja.checking.config import told_without
from nyttokedja.checking.outcome import Outcome
from nyttokedja.printing.model import Remark
from nyttokedja.writing.marks import Mark, holds, mark_of

_OF_RUNS = ("fail_on", "baseline", "template", "pools")
"""What changes nothing in a picture."""


class DrawnFile(NamedTuple):
    """What came of a file, and how the file was when it was read; None where nothing is to be remembered."""

    product: Product
    seen: Seen | None = None


def drawn_files(tasks: Sequence[Task], format: str, engine: str) -> list[DrawnFile]:
    """Draw files that are read once. Never raises."""
    read = [_read(task) for task in tasks]
    products = pictures([task for task, _ in read], format, engine)
    return [DrawnFile(product, seen) for product, (_, seen) in zip(products, read, strict=True)]


def _read(task: Task) -> tuple[Task, Seen | None]:
    file, config = task
    with suppress(OSError):  # drawing says why
        if can_be_kept(file):
            seen, data = looked_at(file, config.limits.file)
            return task._replace(file=file._replace(data=data)), seen
    return task, None


class KnownPictures:
    """What is remembered of the pictures of a run, which are written to paths."""

    def __init__(self, tasks: Sequence[Task], paths: Mapping[str, Path], format: str, engine: str) -> None:
        self._ledger = Ledger("pictures", len(tasks))
        self._paths = paths
        self._about = "\n".join((format, engine, *_engines()))
        self._told: dict[int, str] = {}

    def recalled(self, task: Task) -> Product | None:
        """What came of a file, where its picture is on the disk as it would be drawn, or it is no chain."""
        kept = self._ledger.found(task.file, self._settings(task), task.config.limits.file, self._aside(task))
        if kept is None:
            return None
        is_chain, language, mark, remarks = kept
        if is_chain and not holds(self._paths[task.file.name], Mark(*mark)):
            return None
        outcome = Outcome(task.file.name, is_chain, language=language)
        return Product(outcome, remarks=tuple(Remark(*each) for each in remarks), is_there=is_chain)

    def keep(self, task: Task, drawn: DrawnFile) -> None:
        """Remember a picture, if it is whole, or that a file is no chain."""
        product, seen = drawn
        outcome = product.outcome
        if (
            seen is None
            or outcome.trouble
            or product.failure
            or (product.content is None and outcome.is_chain)
        ):
            return
        mark: tuple[Any, ...] = () if product.content is None else tuple(mark_of(product.content))
        remarks = [tuple(each) for each in product.remarks]
        what = (outcome.is_chain, outcome.language, mark, remarks)
        self._ledger.keep(task.file, seen, self._settings(task), what, self._aside(task))

    def save(self) -> None:
        """Remember it for the next run."""
        self._ledger.save()

    def _aside(self, task: Task) -> str:
        return os.path.abspath(self._paths[task.file.name])  # noqa: PTH100 - links kept

    def _settings(self, task: Task) -> str:
        """What a picture depends on besides the bytes of its chain, as a short text."""
        file, config = task
        if id(config) not in self._told:
            self._told[id(config)] = told_without(config, _OF_RUNS)
        told = "\n".join((self._told[id(config)], self._about, str(file.named), file.name))
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _engines() -> Iterator[str]:
    """The programs that lay out, which others may replace or forbid; of packages, `program_key` tells."""
    beside = os.path.join(os.path.dirname(sys.executable), "graphviz-pure")  # noqa: PTH118, PTH120
    for program in (beside, shutil.which("dot")):
        with suppress(OSError):
            if program is not None:
                seen = os.stat(program)  # noqa: PTH116 - links followed
                yield f"{program} {seen.st_size} {seen.st_mtime_ns} {seen.st_mode}"
