"""A file → what its chain shows; what is no chain shows nothing, and what cannot be read is counted."""

from nyttokedja.batch.maturity import evidence_outcome
from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate


def seen(tmp_path, text, named=True):
    path = tmp_path / "k.yaml"
    path.write_text(text, "utf-8")
    return evidence_outcome(Candidate(path, path.name, named=named), Config())


def test_a_chain_is_counted_and_one_that_cannot_be_read_too(tmp_path):
    assert seen(tmp_path, "nyttokedja: 1\nrubrik: A\n").evidence.chains == 1
    assert seen(tmp_path, "nyttokedja: 1\nrubrik: [\n").evidence.unread == 1


def test_another_file_of_a_folder_is_passed_by(tmp_path):
    assert seen(tmp_path, "mognad: 1\nsvar: 5\n", named=False).evidence is None
