"""A run that writes baselines: all that is found becomes known."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from nyttokedja.batch.across import held_together
from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.parallel import in_parallel, run_task
from nyttokedja.checking.baseline import Baseline, can_be_known, entries, opened
from nyttokedja.checking.outcome import Outcome
from nyttokedja.cli.exit_codes import CANNOT, DONE, FINDINGS
from nyttokedja.cli.runs.check import Run
from nyttokedja.cli.terminal import progress
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.writing.saving import save


def write(run: Run, language: str | None) -> int:
    """Check the files of a run, and make all that is found known; the exit code.

    Raises:
        CannotRead: what is to be written over is no baseline.
        CannotWrite: a baseline cannot be written.
    """
    tasks = run.tasks()
    if any(task.config.baseline is None for task in tasks):
        raise Unfit("say where to: --write-baseline FILE", "--write-baseline")
    into = {task.config.baseline or Path(): _to_be_written(task.config.baseline or Path()) for task in tasks}
    came: dict[Path, list[Outcome]] = {path: [] for path in into}
    results = in_parallel(partial(run_task, work=check_outcome), tasks, run.jobs)
    each = held_together(tasks, list(progress(results, len(tasks))), run.paths)
    for task, result in zip(tasks, each, strict=True):
        run.seen.append(result)
        if result.is_chain:
            came[task.config.baseline or Path()].append(result)
    if run.troubled:
        for result in run.seen:
            if result.trouble and not result.settings:
                run.show(result)
        return CANNOT
    run.say_if_none(language)
    for path, outcomes in came.items():
        save(path, into[path].written(outcomes))
        _tell(path, outcomes, run.addressed(language))
    return _say_the_rest(run) if run.chains else CANNOT


def _say_the_rest(run: Run) -> int:
    """Say what can never be known, since it keeps the rest from being seen; the exit code."""
    unread = [result for result in run.chains if result.findings and not can_be_known(result.findings[0])]
    for result in unread:
        run.show(result)
    return FINDINGS if any(result.fails for result in unread) else DONE


def _to_be_written(path: Path) -> Baseline:
    """The baseline that is there, or one that is still empty."""
    return opened(path) if os.path.lexists(path) else Baseline(path)


def _tell(path: Path, outcomes: list[Outcome], language: str) -> None:
    said = texts(language)
    counts = [count for result in outcomes if (count := sum(entry["count"] for entry in entries(result)))]
    files = said.count("file", len(counts))
    click.echo(clean(said.say("run", "baseline", n=sum(counts), files=files, file=safe_file_name(str(path)))))
