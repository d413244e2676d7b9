"""What the baselines of a run know: such findings are left out."""

from __future__ import annotations

from collections.abc import Iterable

from nyttokedja.batch.parallel import Task
from nyttokedja.checking.baseline import opened
from nyttokedja.checking.outcome import Outcome


class KnownFindings:
    """The baselines that the settings of a run's files name, each opened once."""

    def __init__(self, tasks: Iterable[Task] = ()) -> None:
        """Open them.

        Raises:
            CannotRead: one of them is none.
        """
        paths = {task.config.baseline for task in tasks} - {None}
        self._by_path = {path: opened(path) for path in paths if path is not None}

    def left(self, outcome: Outcome, task: Task) -> Outcome:
        """What came of a file, without what its baseline knows."""
        path = task.config.baseline
        return self._by_path[path].without_known(outcome) if path else outcome

    @property
    def gone(self) -> int:
        """How many known findings are no more."""
        return sum(baseline.gone for baseline in self._by_path.values())
