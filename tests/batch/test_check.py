import os
from dataclasses import replace
from functools import partial

import pytest

from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.parallel import in_parallel
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.model.findings import Finding, Fix, Place, Replacement, Span
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import Candidate, candidates
from nyttokedja.reading.sniffing import contains_chain

CHECK = partial(check_outcome, config=Config())


def test_many_files_give_the_same_in_one_process_and_in_several(tmp_path):
    for n in range(60):
        (tmp_path / f"k{n}.yaml").write_text(f"nyttokedja: 1\nrubrik: Kedja {n}\nnyttor: {{n{n}: }}\n")
    files = list(candidates([str(tmp_path)]))
    alone, together = list(in_parallel(CHECK, files, 1)), list(in_parallel(CHECK, files, 2))
    assert alone == together
    assert [came.name for came in together] == [file.name for file in files]


def test_what_is_no_chain_and_what_cannot_be_opened_is_said(tmp_path):
    (tmp_path / "other.yaml").write_text("a: 1\n")
    other = Candidate(tmp_path / "other.yaml", "other.yaml", named=False)
    assert not check_outcome(other, Config()).is_chain
    assert check_outcome(other._replace(named=True), Config()).is_chain
    assert check_outcome(Candidate(tmp_path / "none", "none", named=True), Config()).trouble
    assert check_outcome(Candidate(tmp_path, "folder", named=True), Config()).trouble


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_only_regular_files_are_read(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "z.yaml").symlink_to("/dev/zero")
    for name in ("a.yaml", "z.yaml"):
        found = Candidate(tmp_path / name, name, named=False)
        assert not check_outcome(found, Config()).is_chain
        assert not contains_chain(found, 10)
        assert check_outcome(found._replace(named=True), Config()).trouble == "not-regular"


def test_what_leads_out_or_may_not_be_read_is_an_outcome(tmp_path):
    link = Candidate(tmp_path / "a", "a", named=False, outside=True)
    assert (check_outcome(link, Config()).is_chain, check_outcome(link, Config()).outside) == (False, True)
    closed = Candidate(tmp_path / "b", "b", named=False, trouble="permission")
    assert check_outcome(closed, Config(language="nb")) == Outcome("b", trouble="permission", language="nb")


def test_only_the_lines_that_findings_point_at_are_kept(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("nyttokedja: 1\nrubrik: x\nfärg: röd\n")
    came = check_outcome(Candidate(path, "a.yaml", named=True), Config())
    assert came.lines[3] == "färg: röd"
    assert set(came.lines) == {finding.place.line for finding in came.findings}


@pytest.mark.parametrize(
    ("text", "said"), [("skede: plan", True), ("referensanalys: ja", True), ("om:", False)]
)
def test_whether_a_chain_says_its_stage(tmp_path, text, said):
    path = tmp_path / "a.yaml"
    path.write_text(f"nyttokedja: 1\nrubrik: x\n{text}\n")
    assert check_outcome(Candidate(path, "a.yaml", named=True), Config()).stage_said is said


def test_the_lines_that_ends_and_fixes_point_at_are_kept_too():
    checked = check(b"nyttokedja: 1\nrubrik: x\nskede: utkast\nnyttor:\n  a: A\n")
    fix = Fix((Replacement(Span(0, 0), Place(4, 1, 5, 2), "x"),))
    found = Finding("NK401", "missing-owner", Severity.INFO, "", Place(1, 1, 3, 2), fix=fix)
    kept = summed_up(replace(checked, findings=(found,))).lines
    assert kept == {1: "nyttokedja: 1", 3: "skede: utkast", 4: "nyttor:", 5: "  a: A"}
