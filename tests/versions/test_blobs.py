"""What git has of a file that is no chain, the oldest first."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.versions.blobs import held_over_time
from tests.repositories import Repository, alone, program

pytestmark = program


def test_a_file_is_followed_through_commits_and_another_name(tmp_path, monkeypatch):
    alone(monkeypatch, tmp_path)
    repository = Repository(tmp_path / "r")
    repository.commit({"m.yaml": "mognad: 1\nsvar: 5\n"})
    repository.commit({"m.yaml": None, "n.yaml": "mognad: 1\nsvar: 5\n"})
    repository.commit({"n.yaml": "mognad: 1\nsvar: 12\n"})
    found = held_over_time(tmp_path / "r" / "n.yaml")
    assert found[-1].data.endswith(b"svar: 12\n")
    assert found[0].data.endswith(b"svar: 5\n")
    assert {one.day for one in found} == {"2026-10-01"}


def test_a_file_outside_a_repository_is_told(tmp_path):
    (tmp_path / "m.yaml").write_text("mognad: 1\n")
    with pytest.raises(CannotRead):
        held_over_time(tmp_path / "m.yaml")
