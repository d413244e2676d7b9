"""A file and the answers of its chain."""

from nyttokedja.batch.questions import question_outcome
from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate


def outcome_of(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    return question_outcome(Candidate(path, "a.yaml", named=True), Config())


def test_a_chain_is_asked(tmp_path):
    came = outcome_of(tmp_path, "nyttokedja: 1\nrubrik: x\nnyttor: {a: A}\n")
    assert [benefit.node.id for benefit in came.answers.benefits] == ["a"]
    assert (came.unreadable, came.failed) == (False, False)
    assert came.outcome.findings


def test_a_chain_that_cannot_be_read_has_findings_and_no_answers(tmp_path):
    came = outcome_of(tmp_path, "nyttokedja: 1\nrubrik: [\n")
    assert (came.answers, came.unreadable, came.failed) == (None, True, True)
    assert came.outcome.findings


def test_a_file_that_cannot_be_opened_has_no_answers(tmp_path):
    came = question_outcome(Candidate(tmp_path / "nej", "nej", named=True), Config())
    assert (came.answers, came.unreadable, came.failed) == (None, False, True)


def test_a_file_that_is_no_chain_has_not_failed(tmp_path):
    (tmp_path / "a.yaml").write_text("a: 1\n")
    came = question_outcome(Candidate(tmp_path / "a.yaml", "a.yaml", named=False), Config())
    assert (came.answers, came.unreadable, came.failed, came.outcome.is_chain) == (None, False, False, False)
