"""``nyttokedja diff`` as a person runs it."""

import json

import pytest

from nyttokedja.language.codes import LANGUAGES
from tests.repositories import program, repository  # noqa: F401 - a fixture

CHAIN = """\
nyttokedja: 1
rubrik: Prov
skede: plan
förändringar:
  kamera: {rubrik: Kamera i bostaden, leder_till: färre_besök}
effekter:
  färre_besök: {rubrik: Färre besök, leder_till: tid}
nyttor:
  tid: {rubrik: Frigjord tid, ägare: Enhetschef, leder_till: bemanning}
mål:
  bemanning: {rubrik: Hållbar bemanning, beslutat_i: Planen}
"""
CUT = CHAIN.replace(", leder_till: tid}", "}")
WORDS = CHAIN.replace("Färre besök", "Inga besök")


@pytest.fixture
def files(write):
    def files(before, after):
        write("a.yaml", before)
        write("b.yaml", after)

    return files


def test_the_verdict_comes_first_then_what_it_means(run, files):
    files(CHAIN, CUT)
    ran = run("diff", "a.yaml", "b.yaml")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["a.yaml → b.yaml", "b.yaml: Resonemanget ändras."]
    assert "✗ Ingen väg leder längre till målet ”Hållbar bemanning” från någon förändring." in lines[5]
    assert "✗ Ingen väg leder längre till nyttan ”Frigjord tid”" in lines[6]
    assert "− ”Färre besök” → ”Frigjord tid”" in ran.out
    assert "NK206" in ran.out


def test_nothing_is_said_where_nothing_is_said_anew(run, files):
    files(
        CHAIN,
        "# ord\n"
        + CHAIN.replace("{rubrik: Färre besök, leder_till: tid}", "{leder_till: [tid], rubrik: Färre besök}"),
    )
    ran = run("diff", "a.yaml", "b.yaml", "--fail-on", "wording")
    assert (ran.code, ran.out) == (0, "a.yaml → b.yaml\nIngen kedja säger något annat än förut.\n")


@pytest.mark.parametrize(
    ("after", "level", "code"),
    [
        (CUT, "reasoning", 1),
        (CUT, "never", 0),
        (WORDS, "reasoning", 0),
        (WORDS, "detail", 0),
        (WORDS, "wording", 1),
        (CHAIN.replace("Enhetschef", "Chef"), "reasoning", 0),
        (CHAIN.replace("Enhetschef", "Chef"), "detail", 1),
        (CHAIN.replace("rubrik: Prov", "rubrik: [Prov"), "reasoning", 1),
    ],
)
def test_the_weight_of_a_change_can_stop_a_build(run, files, after, level, code):
    files(CHAIN, after)
    assert run("diff", "a.yaml", "b.yaml", "--fail-on", level).code == code


def test_new_words_put_arrows_in_doubt_in_both_directions(run, files):
    files(CHAIN, WORDS)
    ran = run("diff", "a.yaml", "b.yaml")
    assert "Pröva de här pilarna igen" in ran.out
    assert ran.out.count("”Inga besök” har formulerats om") == 2
    assert "Bara formuleringar ändras." in ran.out


def test_a_side_that_cannot_be_read_is_said_with_its_findings(run, files):
    files("nyttokedja: 1\nrubrik: Två: saker\n", CHAIN)
    ran = run("diff", "a.yaml", "b.yaml")
    assert ran.code == 0
    assert "gick inte att läsa före ändringen" in ran.out
    assert "NK001 fel" in ran.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_the_words(run, files, language):
    files(CHAIN.replace("nyttokedja: 1", f"nyttokedja: 1\nspråk: {language}"), CUT + f"språk: {language}\n")
    ran = run("diff", "a.yaml", "b.yaml")
    assert ran.code == 0
    assert "{" not in ran.out
    assert {"sv": "Följder", "nb": "Følger", "en": "Consequences"}[language] in ran.out


def test_what_a_stranger_wrote_can_do_nothing_to_a_log(run, files):
    files(
        CHAIN,
        CHAIN.replace("Frigjord tid", '"Fri\\x1b[31m ##vso[task.complete]"').replace(
            "rubrik: Prov", 'rubrik: "::error::x"'
        ),
    )
    out = run("diff", "a.yaml", "b.yaml").out
    assert "\x1b" not in out
    assert "##vso[" not in out
    assert not any(line.startswith("::") for line in out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.yaml", "none.yaml"], "none.yaml is not there"),
        (["a.yaml", "."], "compare a file with a file"),
        ([""], "is empty"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(run, files, arguments, said):
    files(CHAIN, CUT)
    ran = run("diff", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_wrong_settings_stop_a_comparison(run, files, write):
    files(CHAIN, CUT)
    write("nyttokedja.toml", "stage = 3\n")
    ran = run("diff", "a.yaml", "b.yaml")
    assert (ran.code, "nyttokedja config" in ran.err) == (2, True)


class TestInGit:
    pytestmark = program

    def test_revisions_and_the_files_of_now(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"chains/a.yaml": CHAIN})
        repo.commit({"chains/a.yaml": WORDS})
        run("--version")  # it moves into the folder of the test
        monkeypatch.chdir(repo.path)
        assert "chains/a.yaml: Bara formuleringar ändras." in run("diff", "HEAD~1..HEAD").out
        repo.write({"chains/a.yaml": CUT})
        assert "Resonemanget ändras." in run("diff").out
        assert "Resonemanget ändras." in run("diff", "chains/a.yaml").out
        assert "Resonemanget ändras." in run("diff", "HEAD~1", "chains").out
        assert run("diff", "nix..HEAD").code == 2

    def test_a_renamed_file_says_what_it_was_called(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"chains/a.yaml": CHAIN})
        repo.commit({"chains/a.yaml": None, "chains/ny.yaml": WORDS})
        monkeypatch.chdir(repo.path)
        out = run("diff", "HEAD~1..HEAD").out
        assert "chains/ny.yaml: Bara formuleringar ändras." in out
        assert "chains/ny.yaml hette förut chains/a.yaml." in out

    def test_two_files_in_git_are_compared_where_asked(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"a.yaml": CHAIN, "b.yaml": CUT})
        monkeypatch.chdir(repo.path)
        ran = run("diff", "a.yaml", "b.yaml")
        assert ran.code == 2
        assert "nyttokedja diff --files a.yaml b.yaml" in ran.err
        assert "Resonemanget ändras." in run("diff", "--files", "a.yaml", "b.yaml").out
        assert run("diff", "--files", "a.yaml").code == 2
        repo.write({"c.yaml": CUT})
        assert "Resonemanget ändras." in run("diff", "a.yaml", "c.yaml").out

    def test_what_a_sparse_checkout_leaves_out_is_not_gone(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"chains/a.yaml": CHAIN, "annat/b.yaml": CUT})
        repo.git("sparse-checkout", "set", "annat")
        monkeypatch.chdir(repo.path)
        assert not (repo.path / "chains/a.yaml").exists()
        assert "finns inte längre" not in run("diff").out
        assert run("diff", "--fail-on", "wording").code == 0

    def test_a_repository_without_a_version_is_said(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.write({"a.yaml": CHAIN})
        monkeypatch.chdir(repo.path)
        ran = run("diff", "a.yaml")
        assert ran.code == 2
        assert "git commit" in ran.err
        assert "'HEAD'" not in ran.err

    def test_what_git_has_lost_or_not_fetched_is_no_new_chain(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"a.yaml": CHAIN})
        id = repo.git("rev-parse", "HEAD:a.yaml").strip()
        repo.commit({"a.yaml": CUT})
        monkeypatch.chdir(repo.path)
        held = repo.path / ".git/objects" / id[:2] / id[2:]
        held.chmod(0o600)
        held.unlink()
        for arguments in (["HEAD~1"], ["HEAD~1..HEAD"]):
            ran = run("diff", *arguments)
            assert ran.code == 2
            assert "git fsck" in ran.err
        repo.git("config", "remote.origin.promisor", "true")
        assert "git fetch --refetch" in run("diff", "HEAD~1").err


def test_a_picture_is_never_what_is_compared(run, files, write, tmp_path):
    files(CHAIN, CUT)
    write("old.svg", CHAIN)
    for old, new in (("old.svg", "b.yaml"), ("b.yaml", "old.svg")):
        ran = run("diff", old, new, "--picture", "old.svg")
        assert ran.code == 2
        assert (tmp_path / "old.svg").read_text("utf-8") == CHAIN


def test_a_change_is_drawn(run, files, tmp_path):
    files(CHAIN, CUT)
    assert run("diff", "a.yaml", "b.yaml", "--picture", "change.svg").code == 0
    drawn = (tmp_path / "change.svg").read_text("utf-8")
    assert "Färre besök" in drawn
    assert "Ingen väg hit längre" in drawn
    run("diff", "a.yaml", "b.yaml", "--picture", "all.svg", "--all")
    assert "visas inte" not in (tmp_path / "all.svg").read_text("utf-8")


def test_several_changes_are_drawn_into_a_folder(run, write, tmp_path):
    for name in ("a.yaml", "in/a.yaml"):
        write(f"old/{name}", CHAIN.replace("Prov", name))
        write(f"new/{name}", CUT.replace("Prov", name))
    assert run("diff", "old", "new", "--picture", "one.svg").code == 2
    assert run("diff", "old", "new", "--picture", "pictures").code == 0
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["a.svg", "in-a.svg"]


def test_a_change_of_what_cannot_be_read_is_not_drawn(run, files, tmp_path):
    files("nyttokedja: 1\nrubrik: Två: saker\n", CHAIN)
    ran = run("diff", "a.yaml", "b.yaml", "--picture", "change.svg")
    assert (ran.code, (tmp_path / "change.svg").exists()) == (2, False)
    assert "cannot be drawn" in ran.err


def test_a_change_is_reported_in_several_formats(run, files, tmp_path):
    files(CHAIN, CUT)
    ran = run("diff", "a.yaml", "b.yaml", "--format", "markdown", "--format", "json=out.json")
    assert ran.out.startswith("<!-- nyttokedja -->")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["files"][0]["weight"] == "reasoning"
    assert (
        "Resonemanget"
        in run("diff", "a.yaml", "b.yaml", "--output-file", "out.md", "--format", "markdown").out
    )
    assert (tmp_path / "out.md").read_text("utf-8") == ran.out
    assert run("diff", "a.yaml", "b.yaml", "--format", "json=b.yaml").code == 2


@pytest.mark.parametrize("target", ["a.yaml", "x.yaml", "nyttokedja.toml", ".git/config"])
def test_a_report_goes_where_nobody_writes(run, files, write, target):
    files(CHAIN, CUT)
    write(".git/config", "x")
    ran = run("diff", "a.yaml", "b.yaml", "--format", f"json={target}")
    assert ran.code == 2
    assert run("diff", "a.yaml", "b.yaml", "--picture", "p.png").code == 2


def test_lost_handling_of_an_obstacle_is_a_change_of_reasoning(run, files):
    handled = (
        CHAIN + "hinder: {h: {rubrik: Stopp, hindrar: färre_besök, åtgärder: [{vad: Öva, vem: Chef}]}}\n"
    )
    files(handled, handled.replace(", åtgärder: [{vad: Öva, vem: Chef}]}}", "}}"))
    ran = run("diff", "a.yaml", "b.yaml", "--fail-on", "reasoning")
    assert (ran.code, "hotas nu av hinder" in ran.out) == (1, True)


class TestWhatIsNamed:
    pytestmark = program

    def test_two_revisions_are_two_sides(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"chains/a.yaml": CHAIN})
        repo.commit({"chains/a.yaml": CUT})
        monkeypatch.chdir(repo.path)
        assert "Resonemanget ändras." in run("diff", "HEAD~1", "HEAD").out
        for path in ("chains/typo.yaml", "chain"):
            ran = run("diff", "HEAD~1", path)
            assert (ran.code, "There is no chain at" in ran.err) == (2, True)
            assert run("diff", "HEAD~1..HEAD", path).code == 2

    def test_the_files_of_now_are_those_that_git_would_have(self, run, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({".dolt/b.yaml": CHAIN, "chains/a.yaml": CHAIN, ".gitignore": "build\n"})
        repo.write({"build/c.yaml": CHAIN})
        monkeypatch.chdir(repo.path)
        assert "Ingen kedja säger något annat" in run("diff").out


def test_a_goal_that_is_none_any_longer_is_gone(run, files):
    files(
        CHAIN,
        CHAIN.replace(
            "mål:\n  bemanning: {rubrik: Hållbar bemanning, beslutat_i: Planen}", "effekter2: {}"
        ).replace("  färre_besök: {", "  bemanning: {rubrik: Hållbar bemanning}\n  färre_besök: {"),
    )
    assert "✗ Målet ”Hållbar bemanning” finns inte längre." in run("diff", "a.yaml", "b.yaml").out


def test_a_file_that_is_not_there_is_no_revision(run, write):
    write("a.yaml", CHAIN)
    ran = run("diff", "a.yaml", "none.yaml")
    assert (ran.code, ran.err) == (
        2,
        "nyttokedja: none.yaml is not there. Name two files, two folders, or revisions.\n",
    )
    assert "is not there. Name" not in run("diff", "a", "none.yaml").err
