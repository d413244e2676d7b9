"""Baselines: what is known is not said again, whatever the file is called by now."""

import json
from pathlib import Path

import pytest

from nyttokedja.batch.check import check_outcome
from nyttokedja.checking.baseline import Baseline, opened
from nyttokedja.checking.config import Config
from nyttokedja.errors import CannotRead
from nyttokedja.reading.discovery import Candidate

CHAIN = "nyttokedja: 1\nrubrik: A\nskede: plan\nnyttor:\n  a: Nyttan\n  b: Andra\n"
OTHER = "nyttokedja: 1\nrubrik: B\nskede: plan\nnyttor:\n  c: Tredje\n"


@pytest.fixture
def came(tmp_path, monkeypatch):
    """Write a chain, and check it."""
    monkeypatch.chdir(tmp_path)

    def came(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return check_outcome(Candidate(Path(name), name, named=True), Config())

    return came


def kept(*outcomes, path=Path("sub/baseline.json"), before=None):
    path.parent.mkdir(exist_ok=True)
    path.write_text((before or Baseline(path)).written(outcomes), "utf-8")
    return opened(path)


def codes(outcome):
    return sorted((finding.code, finding.node) for finding in outcome.findings)


def test_what_was_known_is_left_out_and_counted(came):
    first = came("a.yaml", CHAIN)
    known = kept(first)
    again = known.without_known(came("a.yaml", "# new line\n" + CHAIN + "  ny: {leder_till: saknas}\n"))
    assert {node for _, node in codes(again)} == {"ny"}
    assert again.known == len(first.findings)
    assert known.gone == 0


def test_what_was_mended_is_gone_and_comes_back_as_new(came):
    owned = CHAIN.replace("b: Andra", "b: {rubrik: Andra, ägare: Enhetschef}")
    known = kept(came("a.yaml", CHAIN))
    assert known.without_known(came("a.yaml", owned)).findings == ()
    assert known.gone == 1
    again = kept(came("a.yaml", owned)).without_known(came("a.yaml", CHAIN))
    assert codes(again) == [("NK401", "b")]


def test_several_that_say_the_same_are_counted(came):
    text = CHAIN + "effekter:\n  e: {leder_till: [a, a]}\n"
    twice = CHAIN + "effekter:\n  e: {leder_till: [a, a, a]}\n"
    again = kept(came("a.yaml", text)).without_known(came("a.yaml", twice))
    assert codes(again) == [("NK104", "e")]


def test_a_renamed_file_is_known_by_what_it_has(came):
    known = kept(came("a.yaml", CHAIN), came("c.yaml", OTHER))
    Path("a.yaml").unlink()
    Path("c.yaml").unlink()
    assert known.without_known(came("new/c2.yaml", OTHER)).findings == ()
    assert known.without_known(came("new/a2.yaml", CHAIN)).findings == ()


def test_a_file_that_is_still_there_lends_its_findings_to_no_other(came):
    known = kept(came("a.yaml", CHAIN))
    copy = came("copy.yaml", CHAIN)
    assert codes(known.without_known(copy)) == codes(copy)


def test_files_are_named_from_the_folder_of_the_baseline(came, tmp_path, monkeypatch):
    known = kept(came("chains/a.yaml", CHAIN), path=tmp_path / "sub" / "b.json")
    assert list(json.loads((tmp_path / "sub" / "b.json").read_text("utf-8"))["files"]) == ["../chains/a.yaml"]
    monkeypatch.chdir(tmp_path / "chains")
    file = Candidate(Path("a.yaml"), "a.yaml", named=True)
    assert known.without_known(check_outcome(file, Config())).findings == ()


def test_writing_again_keeps_the_files_that_were_not_looked_at(came):
    known = kept(came("a.yaml", CHAIN), came("c.yaml", OTHER), came("gone.yaml", OTHER))
    Path("gone.yaml").unlink()
    less = came("c.yaml", OTHER.replace("plan", "utkast"))
    files = json.loads(known.written([less]))["files"]
    assert sorted(files) == ["../a.yaml", "../c.yaml"]
    assert [entry["code"] for entry in files["../c.yaml"]] == [code for code, _ in codes(less)]


def test_what_keeps_the_rest_from_being_seen_is_never_known(came):
    broken = came("a.yaml", "nyttokedja: 1\nrubrik: A: B\n")
    assert codes(broken) == [("NK001", "")]
    assert codes(kept(broken).without_known(broken)) == [("NK001", "")]


def test_what_is_accepted_is_neither_known_nor_hidden(came):
    text = CHAIN + "undantag: [{regel: NK401, gäller: a, varför: Nej, beslutat_av: Chef}]\n"
    known = kept(came("a.yaml", text))
    left = known.without_known(came("a.yaml", text))
    assert [finding.accepted for finding in left.findings] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"nyttokedja-baseline": 2, "files": {}}',
        '{"nyttokedja-baseline": 1, "files": {"a": [{}]}}',
        '{"nyttokedja-baseline": 1, "files": {"a": [{"code": "", "node": "", "mark": "x", "count": -1}]}}',
        '{"nyttokedja-baseline": 1, "files": {"a": [{"code": "", "node": "", "mark": "x", "count": 1e400}]}}',
        "[" * 100_000,
        "nyttokedja: 1\n",
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path, text):
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(CannotRead, match="is no baseline"):
        opened(path)


def test_a_baseline_that_cannot_be_opened_is_said(tmp_path):
    with pytest.raises(CannotRead, match="make it with --write-baseline"):
        opened(tmp_path / "none.json")
    with pytest.raises(CannotRead, match="folder"):
        opened(tmp_path)


def test_what_is_said_of_every_chain_makes_no_two_files_one(came):
    bare = "nyttokedja: 1\nrubrik: A\nskede: plan\nförändringar: {f: F}\n"
    known = kept(came("a.yaml", bare))
    Path("a.yaml").unlink()
    other = came("b.yaml", "nyttokedja: 1\nrubrik: B\nskede: plan\nförändringar: {g: G}\n")
    assert codes(known.without_known(other)) == codes(other)


def test_what_weighs_more_than_it_did_is_new(came):
    draft = CHAIN.replace("plan", "utkast") + "mål: {m: Målet}\n"
    known = kept(came("a.yaml", draft))
    assert ("NK202", "m") in codes(known.without_known(came("a.yaml", draft.replace("utkast", "plan"))))


def test_names_that_no_file_can_have_make_no_baseline(tmp_path):
    path = tmp_path / "b.json"
    path.write_bytes(rb'{"nyttokedja-baseline": 1, "files": {"\ud800": []}}')
    with pytest.raises(CannotRead, match="is no baseline"):
        opened(path)
