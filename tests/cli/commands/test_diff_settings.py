"""``nyttokedja diff`` where the two sides are judged by other settings."""

import json

import pytest

from nyttokedja.cli.runs import diff
from tests.repositories import program, repository  # noqa: F401 - a fixture

pytestmark = program

CHAIN = """\
nyttokedja: 1
rubrik: Prov
förändringar:
  kamera: {rubrik: Kamera i bostaden, ägare: Enhetschef, leder_till: färre_besök}
effekter:
  färre_besök: {rubrik: Färre besök, leder_till: tid}
nyttor:
  tid: {rubrik: Frigjord tid, ägare: Enhetschef, leder_till: bemanning}
mål:
  bemanning: {rubrik: Hållbar bemanning, beslutat_i: Planen}
"""
UNOWNED = CHAIN.replace("Kamera i bostaden, ägare: Enhetschef", "Kamera i bostaden")
PLAN = 'stage = "plan"\n'
HIDE = 'stage = "plan"\nignore = ["NK401"]\n'


@pytest.fixture
def told(run, repository, monkeypatch):  # noqa: F811
    """What is said of one state of a repository after another: text, card and JSON."""
    repo = repository()

    def told(*states, among=("HEAD~1..HEAD",)):
        for files in states:
            repo.commit(files)
        monkeypatch.chdir(repo.path)
        run(
            "diff",
            *among,
            "--today",
            "2026-11-30",
            "--format",
            "json=out.json",
            "--format",
            "markdown=out.md",
        )
        text = run("diff", *among, "--today", "2026-11-30").out
        return (
            text,
            (repo.path / "out.md").read_text("utf-8"),
            json.loads((repo.path / "out.json").read_text("utf-8")),
        )

    return told


def codes(findings):
    return [one["code"] for one in findings]


def test_a_commit_that_only_hides_says_what_it_hides(told, run):
    text, card, data = told({"a.yaml": UNOWNED, "nyttokedja.toml": PLAN}, {"nyttokedja.toml": HIDE})
    for said in (text, card):
        assert "1 kedja bedöms efter andra inställningar än förut:" in said
        assert "prövas inte längre: NK401 Ägare saknas" in said
        assert "Kedjan säger detsamma som förut, men bedöms efter andra inställningar." in said
        assert "nställningarna döljer 1 påpekande." in said
        assert "Påpekanden som inställningarna döljer" in said
        assert "Kamera i bostaden” har ingen ägare" in said
        assert "borta" not in said
    (file,) = data["files"]
    assert (file["status"], file["weight"]) == ("settings", "none")
    assert codes(file["settings"]["hidden"]) == ["NK401"]
    assert file["findings"] == {"new": [], "gone": [], "moved": []}
    (change,) = file["settings"]["changes"]
    assert (change["setting"], change["rules"]) == ("ignore", ["NK401"])
    assert data["summary"]["judged_otherwise"] == data["summary"]["hidden_findings"] == 1
    assert [
        run("diff", "HEAD~1..HEAD", "--fail-on", level).code for level in ("wording", "detail", "reasoning")
    ] == [1, 1, 0]
    back = told(among=("HEAD..HEAD~1",))[2]["files"][0]["settings"]
    assert (codes(back["added"]), codes(back["hidden"])) == (["NK401"], [])


def test_a_fault_and_its_hiding_in_one_commit_are_told(told):
    text, card, data = told(
        {"a.yaml": CHAIN, "nyttokedja.toml": PLAN}, {"a.yaml": UNOWNED, "nyttokedja.toml": HIDE}
    )
    settings = data["files"][0]["settings"]
    assert (codes(settings["hidden"]), codes(data["files"][0]["findings"]["new"])) == (["NK401"], [])
    for said in (text, card):
        assert "Uppgifter ändras" in said
        assert "Påpekanden som inställningarna döljer" in said


def test_what_the_change_mends_is_gone_whatever_is_hidden(told):
    _, _, data = told(
        {"a.yaml": UNOWNED, "nyttokedja.toml": PLAN}, {"a.yaml": CHAIN, "nyttokedja.toml": HIDE}
    )
    assert codes(data["files"][0]["findings"]["gone"]) == ["NK401"]
    assert data["files"][0]["settings"]["hidden"] == []


def test_another_weight_is_told_with_the_one_before(told):
    after = PLAN + '[severity]\nNK401 = "info"\n'
    text, card, data = told({"a.yaml": UNOWNED, "nyttokedja.toml": PLAN}, {"nyttokedja.toml": after})
    for said in (text, card):
        assert "räknas nu alltid som upplysning: NK401 Ägare saknas" in said
        assert "(förut fel)" in said
    (both,) = data["files"][0]["settings"]["weighed"]
    assert (both["before"]["severity"], both["after"]["severity"]) == ("error", "info")


def test_another_stage_is_no_change_of_the_chain(told):
    hindered = CHAIN + "hinder:\n  h: {rubrik: Dålig täckning, hindrar: färre_besök, ägare: Enhetschef}\n"
    text, card, data = told(
        {"a.yaml": hindered, "nyttokedja.toml": PLAN}, {"nyttokedja.toml": 'stage = "draft"'}
    )
    (file,) = data["files"]
    assert (file["weight"], file["fields"], file["consequences"]) == ("none", [], [])
    assert "NK605" in codes(file["settings"]["hidden"])
    for said in (text, card):
        assert "skede för kedjor som inte säger något: plan → utkast" in said
        assert "hotas inte längre" not in said


def test_what_another_baseline_leaves_out_is_hidden(told, run, repository, monkeypatch):  # noqa: F811
    repo = repository()
    monkeypatch.chdir(repo.path)
    repo.write({"in/a.yaml": UNOWNED, "nyttokedja.toml": PLAN})
    run("check", "--write-baseline", "known/all.json")
    known = {"known/all.json": repo.read("known/all.json")}
    (repo.path / "known/all.json").unlink()
    fresh = UNOWNED.replace("  tid: {rubrik: Frigjord tid, ägare: Enhetschef", "  tid: {rubrik: Frigjord tid")
    after = {"in/a.yaml": fresh, "nyttokedja.toml": PLAN + 'baseline = "known/all.json"', **known}
    text, _, data = told({"in/a.yaml": UNOWNED, "nyttokedja.toml": PLAN}, after)
    assert "fil med påpekanden som redan är kända: inget → known/all.json" in text
    (file,) = data["files"]
    hidden, new = file["settings"]["hidden"], file["findings"]["new"]
    assert {(one["code"], one["node"]) for one in hidden} >= {("NK401", "kamera")}
    assert [(one["code"], one["node"]) for one in new] == [("NK401", "tid")]
    assert ("NK401", "tid") not in {(one["code"], one["node"]) for one in hidden}
    back = told(among=("HEAD..HEAD~1",))[2]["files"][0]["settings"]
    assert ("NK401", "kamera") in {(one["code"], one["node"]) for one in back["added"]}
    lost = told({"known/all.json": "no baseline"}, among=("HEAD~2..HEAD",))[2]["files"][0]["settings"]
    assert lost["hidden"] == []


def test_settings_that_change_nothing_here_are_said_once(told, run):
    files = {f"chains/{n}.yaml": CHAIN for n in range(7)}
    text, card, data = told(
        {**files, "nyttokedja.toml": PLAN}, {"nyttokedja.toml": PLAN + 'fail-on = "never"'}
    )
    for said in (text, card):
        assert said.count("7 kedjor bedöms efter andra inställningar än förut:") == 1
        assert said.count("kedjan underkänns vid: fel → aldrig") == 1
        assert "Ingen kedja säger något annat än förut." in said
        assert "chains/" not in said
    assert (data["summary"]["judged_otherwise"], data["summary"]["changed"]) == (7, 0)
    assert run("diff", "HEAD~1..HEAD", "--picture", "p.svg").code == 0


def test_the_files_of_now_are_judged_by_the_settings_of_now(told, repository, run):  # noqa: F811
    told({"a.yaml": UNOWNED}, {"nyttokedja.toml": PLAN})
    repository().write({"nyttokedja.toml": HIDE})
    assert "Påpekanden som inställningarna döljer" in run("diff").out
    assert "inställning" not in run("diff", "--isolated").out


def test_settings_that_could_not_be_understood_are_said(told):
    text, card, data = told({"a.yaml": UNOWNED, "nyttokedja.toml": "stage = 3"}, {"nyttokedja.toml": PLAN})
    assert "(HEAD~1:nyttokedja.toml)" in text
    for said in (text, card):
        assert "1 kedja kan inte bedömas efter sina inställningar:" in said
        assert "Inställningarna före ändringen går inte att läsa" in said
    assert data["files"][0]["settings"]["changes"][0]["setting"] == "not-understood"


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "innstillingene skjuler"), ("en", "the settings hide")]
)
def test_it_is_said_in_the_language_of_the_chain(told, language, said):
    chain = UNOWNED.replace("rubrik: Prov", f"rubrik: Prov\nspråk: {language}")
    text, card, _ = told({"a.yaml": chain, "nyttokedja.toml": PLAN}, {"nyttokedja.toml": HIDE})
    assert said in text.lower()
    assert said in card.lower()
    assert "{" not in text


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"a.yaml": UNOWNED}, ["a.yaml"] * 2),  # before and after
        ({"nyttokedja.toml": PLAN + 'fail-on = "never"'}, ["a.yaml", "b.yaml"]),  # it finds the same
        ({"nyttokedja.toml": HIDE}, ["a.yaml"] * 2 + ["b.yaml"] * 2),
        ({"a.yaml": UNOWNED, "nyttokedja.toml": HIDE}, ["a.yaml"] * 3 + ["b.yaml"] * 2),
    ],
)
def test_a_chain_is_checked_no_more_often_than_it_must(told, monkeypatch, changed, expected):
    checked, real = [], diff.check_guarded
    monkeypatch.setattr(
        diff, "check_guarded", lambda data, name, config: checked.append(name) or real(data, name, config)
    )
    told({"a.yaml": CHAIN, "b.yaml": CHAIN, "nyttokedja.toml": PLAN}, changed)
    assert checked == expected * 2  # in each of two runs


def test_a_baseline_that_says_something_else_under_the_same_name_is_told(told, run, repository, monkeypatch):  # noqa: F811
    repo = repository()
    monkeypatch.chdir(repo.path)
    repo.write({"in/a.yaml": UNOWNED, "in/b.yaml": CHAIN, "nyttokedja.toml": PLAN})
    run("check", "in/a.yaml", "--write-baseline", "known/all.json")
    full = repo.read("known/all.json")
    held = json.loads(full)
    (findings,) = held["files"].values()
    held["files"] = {name: [one for one in findings if one["code"] != "NK401"] for name in held["files"]}
    named = {
        "in/a.yaml": UNOWNED,
        "in/b.yaml": CHAIN,
        "nyttokedja.toml": PLAN + 'baseline = "known/all.json"',
    }
    text, card, data = told(
        {**named, "known/all.json": json.dumps(held)}, {"known/all.json": full, "in/b.yaml": CHAIN + "# x\n"}
    )
    for said in (text, card):
        assert "påpekanden som redan är kända (all.json) säger något annat" in said
        assert "NK401" in said
    told_of = {file["file"]: file for file in data["files"]}
    assert codes(told_of["in/a.yaml"]["settings"]["hidden"]) == ["NK401"]
    (change,) = told_of["in/a.yaml"]["settings"]["changes"]
    assert (change["setting"], change["before"], change["after"]) == ("known", None, "all.json")
    assert not told_of.get("in/b.yaml", {"settings": {"changes": []}})["settings"]["changes"]
    back = told(among=("HEAD..HEAD~1",))[2]["files"][0]["settings"]
    assert codes(back["added"]) == ["NK401"]
