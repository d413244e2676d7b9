"""A file and its canonical form."""

import pytest

from nyttokedja.batch import format as batch_format
from nyttokedja.batch.format import FormatOutcome, format_outcome
from nyttokedja.checking.outcome import Outcome
from nyttokedja.reading.discovery import Candidate

LOOSE = b"nyttokedja: 1\nrubrik:   x\n"


def candidate(tmp_path, data, *, named=True):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    return Candidate(path, "a.yaml", named=named)


def test_a_file_that_is_laid_out_otherwise_changes_and_is_not_written(tmp_path):
    file = candidate(tmp_path, LOOSE)
    came = format_outcome(file)
    assert (came.before, came.after, came.changes, came.refusal) == (
        LOOSE,
        b"nyttokedja: 1\nrubrik: x\n",
        True,
        "",
    )
    assert (came.outcome.language, came.outcome.is_chain) == ("sv", True)
    assert file.path.read_bytes() == LOOSE
    again = format_outcome(candidate(tmp_path, came.after))
    assert (again.after, again.changes) == (again.before, False)


def test_the_keys_of_another_language_are_written_where_they_are_asked_for(tmp_path):
    came = format_outcome(candidate(tmp_path, LOOSE), "en")
    assert b"\ntitle: x\n" in came.after


def test_what_is_no_chain_is_left_alone_unless_it_is_named(tmp_path):
    other = b"a:   1\n"
    assert format_outcome(candidate(tmp_path, other, named=False)) == FormatOutcome(
        Outcome("a.yaml", is_chain=False)
    )
    named = format_outcome(candidate(tmp_path, other))
    assert (named.after, named.changes, named.outcome.is_chain) == (b"a: 1\n", True, True)
    assert format_outcome(candidate(tmp_path, LOOSE, named=False)).changes


def test_a_chain_that_cannot_be_read_keeps_its_findings(tmp_path):
    came = format_outcome(candidate(tmp_path, b"nyttokedja: 1\nrubrik: [\n"))
    assert (came.after, came.refusal) == (None, "")
    assert came.outcome.findings


def test_a_chain_that_has_no_canonical_form_is_refused_with_a_sentence(tmp_path):
    came = format_outcome(candidate(tmp_path, b"nyttokedja: 1\nrubrik: &a x\nskede: *a\n"))
    assert came.after is None
    assert came.refusal or came.outcome.findings


@pytest.mark.parametrize("more", [{"trouble": "permission"}, {"outside": True}])
def test_what_may_not_be_read_is_an_outcome(tmp_path, more):
    came = format_outcome(Candidate(tmp_path / "a", "a", named=False, **more))
    assert (came.after, came.outcome.trouble, came.outcome.outside) == (
        None,
        more.get("trouble", ""),
        "outside" in more,
    )


def test_what_is_not_there_is_an_outcome(tmp_path):
    came = format_outcome(Candidate(tmp_path / "nej", "nej", named=True))
    assert (came.after, bool(came.outcome.trouble)) == (None, True)


def test_a_bug_stops_no_other_file(tmp_path, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(batch_format, "formatted", fail)
    outcome = format_outcome(candidate(tmp_path, LOOSE)).outcome
    assert (outcome.trouble, outcome.crashed) == ("ZeroDivisionError: oops", True)
