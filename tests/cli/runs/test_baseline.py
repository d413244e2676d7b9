"""``check --baseline`` and ``--write-baseline`` as a person meets them."""

import json

import pytest

CHAIN = "nyttokedja: 1\nrubrik: A\nskede: plan\nnyttor:\n  a: Nyttan\n"


@pytest.fixture
def chain(write):
    return write("chains/a.yaml", CHAIN)


def test_only_what_is_new_is_said(run, write, chain):
    ran = run("check", "--write-baseline", "known.json")
    assert (ran.code, ran.err) == (0, "")
    assert "i 1 fil är nu kända (known.json)" in ran.out
    ran = run("check", "--baseline", "known.json")
    assert ran.code == 0
    assert "inga fel och inga varningar" in ran.out
    assert "fanns sedan tidigare" in ran.out
    write("chains/a.yaml", CHAIN + "  b: Andra\n")
    ran = run("check", "--baseline", "known.json", "--format", "concise")
    assert ran.code == 1
    assert all(":6:" in line for line in ran.out.splitlines())
    assert {
        f["node"]
        for f in json.loads(run("check", "--baseline", "known.json", "--format", "json").out)["findings"]
    } == {"b"}


def test_a_setting_names_it_from_its_own_folder(run, write, chain, monkeypatch, tmp_path):
    write("nyttokedja.toml", 'baseline = "known.json"\n')
    assert run("check").code == 2  # it is not there yet
    assert run("check", "--write-baseline").code == 0
    assert (tmp_path / "known.json").is_file()
    monkeypatch.chdir(tmp_path / "chains")
    assert run("check", ".").code == 0


def test_the_option_may_stand_beside_paths(run, write, chain):
    assert run("check", "--baseline", "b.json", "--write-baseline", "chains").code == 0
    assert "chains/a.yaml" in json.loads((chain.parent.parent / "b.json").read_text("utf-8"))["files"]


def test_what_is_mended_is_told(run, write, chain):
    run("check", "--write-baseline", "known.json")
    write("chains/a.yaml", CHAIN.replace("a: Nyttan", "a: {rubrik: Nyttan, ägare: Chef}"))
    ran = run("check", "--baseline", "known.json")
    assert "1 tidigare påpekande finns inte längre: kör nyttokedja check --write-baseline." in ran.out


def test_nothing_but_a_baseline_is_written_over(run, write, chain):
    before = chain.read_bytes()
    for target in ("chains/a.yaml", "chains", "notes.txt"):
        write("notes.txt", "hands off")
        ran = run("check", "--write-baseline", target)
        assert ran.code == 2
        assert "nyttokedja:" in ran.err
    assert chain.read_bytes() == before
    assert (chain.parent.parent / "notes.txt").read_text("utf-8") == "hands off"


def test_nothing_is_written_where_a_file_cannot_be_read_at_all(run, chain, tmp_path):
    ran = run("check", "--write-baseline", "b.json", "chains/none.yaml", "chains")
    assert (ran.code, (tmp_path / "b.json").exists()) == (2, False)
    assert "none.yaml" in ran.err


def test_what_can_never_be_known_is_said(run, write):
    write("chains/b.yaml", "nyttokedja: 1\nrubrik: A: B\n")
    ran = run("check", "--write-baseline", "b.json")
    assert (ran.code, "NK001" in ran.out) == (1, True)


@pytest.mark.parametrize("with_", [["--fix"], ["--diff"], ["--format", "json"]])
def test_writing_goes_with_no_report(run, chain, with_):
    ran = run("check", "--write-baseline", "b.json", *with_)
    assert (ran.code, "does not go with" in ran.err) == (2, True)


def test_where_to_must_be_said(run, chain):
    ran = run("check", "--write-baseline")
    assert (ran.code, "--write-baseline FILE" in ran.err) == (2, True)


def test_a_new_baseline_is_not_advised_where_it_would_hide_what_is_new(run, write, chain):
    run("check", "--write-baseline", "known.json")
    write("chains/a.yaml", CHAIN.replace("a: Nyttan", "a: {rubrik: Nyttan, ägare: Chef, leder_till: borta}"))
    ran = run("check", "--baseline", "known.json")
    assert "NK101" in ran.out
    assert "--write-baseline" not in ran.out
