"""A function over many items, in one process or several."""

import os
from functools import partial

import pytest

from nyttokedja.batch import parallel
from nyttokedja.batch.parallel import Task, in_parallel, run_task
from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate


def process(item):
    return item, os.getpid()


def processes(items, jobs, **more):
    found = list(in_parallel(process, items, jobs, **more))
    assert [item for item, _ in found] == list(items)
    return {number for _, number in found}


@pytest.mark.parametrize(("n", "jobs", "worth"), [(39, 2, 20), (100, 1, 20), (1, 8, 1), (0, 2, 1)])
def test_what_does_not_pay_is_done_here(n, jobs, worth):
    assert processes(range(n), jobs, worth=worth) <= {os.getpid()}


@pytest.mark.parametrize(("n", "worth"), [(40, 20), (2, 1)])
def test_what_pays_is_done_elsewhere_in_order(n, worth):
    assert os.getpid() not in processes(range(n), 2, worth=worth)


def test_as_many_processes_as_cores_where_nobody_says_how_many(monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 1)
    assert processes(range(100), None) == {os.getpid()}
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    assert os.getpid() not in processes(range(100), None)
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: None)
    assert processes(range(100), None) == {os.getpid()}


def test_a_task_is_run_with_its_file_and_its_configuration(tmp_path):
    task = Task(Candidate(tmp_path, "a", named=True), Config(language="nb"))
    assert partial(run_task, work=lambda file, config: (file.name, config.language))(task) == ("a", "nb")
