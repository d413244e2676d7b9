"""A file and its outcome after its fixes."""

from nyttokedja.batch.fix import fix_outcome
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Mended
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import Candidate

WRONG = "nyttokedja: 1\nrubrik: x\nskede: utkast\nefekter: {a: A}\n"


def candidate(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    return Candidate(path, "a.yaml", named=True)


def test_a_file_is_fixed_and_checked_and_not_written(tmp_path):
    file = candidate(tmp_path, WRONG)
    outcome = fix_outcome(file, Config(fail_on=Severity.WARNING))
    after = WRONG.replace("efekter", "effekter").encode()
    assert outcome.mended == Mended(WRONG.encode(), after, 1)
    assert "NK003" not in {finding.code for finding in outcome.findings}
    assert (outcome.fail_on, outcome.name) == (Severity.WARNING, "a.yaml")
    assert file.path.read_text("utf-8") == WRONG


def test_a_file_with_nothing_to_fix_says_so(tmp_path):
    outcome = fix_outcome(candidate(tmp_path, "nyttokedja: 1\nrubrik: x\n"), Config())
    assert (outcome.mended.n, outcome.mended.before) == (0, outcome.mended.after)


def test_a_file_that_cannot_be_opened_is_not_fixed(tmp_path):
    outcome = fix_outcome(Candidate(tmp_path / "nej", "nej", named=True), Config())
    assert (outcome.mended, bool(outcome.trouble)) == (None, True)
