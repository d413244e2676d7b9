"""What the baselines of a run know is left out."""

import pytest

from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.baseline import Baseline
from nyttokedja.checking.config import Config
from nyttokedja.cli.runs.known_findings import KnownFindings
from nyttokedja.errors import CannotRead
from nyttokedja.reading.discovery import candidates
from tests.cli.runs.conftest import NO_OWNER, SOUND


@pytest.fixture
def task(write, tmp_path):
    """A file to check, by a baseline that knows what it had when it was written."""

    def task(name, text, baseline=None):
        write(name, text)
        (file,) = candidates([name])
        return Task(file, Config(baseline=baseline))

    return task


def written(path, task):
    path.write_text(Baseline(path).written([check_outcome(*task)]), "utf-8")


def test_without_a_baseline_all_is_left(task):
    one = task("a.yaml", NO_OWNER)
    came = check_outcome(*one)
    known = KnownFindings([one])
    assert known.left(came, one) is came
    assert known.gone == KnownFindings().gone == 0


def test_what_a_baseline_knows_is_left_out_and_what_is_gone_is_counted(task, tmp_path):
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    tasks = [task(f"{n}.yaml", NO_OWNER, path) for n, path in enumerate(paths)]
    for path, one in zip(paths, tasks, strict=True):
        written(path, one)
    known = KnownFindings(tasks)
    came = [check_outcome(*one) for one in tasks]
    left = [known.left(result, one) for result, one in zip(came, tasks, strict=True)]
    assert [result.findings for result in left] == [(), ()]
    assert [result.known for result in left] == [len(result.findings) for result in came]
    known = KnownFindings(tasks)
    for one in [task(f"{n}.yaml", SOUND, path) for n, path in enumerate(paths)]:
        known.left(check_outcome(*one), one)
    assert known.gone == sum(len(result.findings) for result in came)


def test_what_is_no_baseline_is_refused(task, tmp_path):
    (tmp_path / "b.json").write_text("{}")
    with pytest.raises(CannotRead):
        KnownFindings([task("a.yaml", SOUND, tmp_path / "b.json")])
