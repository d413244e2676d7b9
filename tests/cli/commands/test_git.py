"""nyttokedja git: real repositories in which git itself shows and merges chains."""

import subprocess
import sys

import pytest

from tests.repositories import program, repository  # noqa: F401

pytestmark = program
NAME = "kedjor i år/natt.yaml"
BASE = """\
nyttokedja: 1
rubrik: Nattillsyn
effekter:
  a: {rubrik: Färre besök, leder_till: [b]}
  b: {rubrik: Bättre sömn, leder_till: n}
nyttor:
  n: {rubrik: Frigjord tid, ägare: Chef}
"""
OURS = BASE.replace("[b]", "[b, n]")
THEIRS = BASE.replace("leder_till: [b]", "leder_till: [b], osäkert: Kanske")
BOTH = BASE.replace("leder_till: [b]", "osäkert: Kanske, leder_till: [b, n]")


@pytest.fixture
def home(repository, run, monkeypatch):  # noqa: F811
    """A repository with one chain in which git has been told of chains."""
    repo = repository()
    repo.commit({NAME: BASE})
    monkeypatch.chdir(repo.path)
    assert run("git", "install").code == 0
    return repo


def both(repo, ours, theirs, base=None, name=NAME, code=0):
    """Merge a branch with theirs into one with ours."""
    if base is not None:
        repo.commit({name: base})
    repo.branch("deras")
    repo.commit({name: theirs})
    repo.switch("main")
    repo.commit({name: ours})
    repo.merge("deras", code=code)
    return repo.read(name)


def test_a_conflict_of_lines_is_merged_box_by_box(home):
    assert both(home, OURS, THEIRS) == BOTH
    assert home.git("status", "--porcelain") == ""


def test_without_install_it_is_a_conflict(repository):  # noqa: F811
    repo = repository()
    assert "<<<<<<<" in both(repo, OURS, THEIRS, BASE, code=1)


def test_a_true_conflict_has_markers_and_is_one_to_git_too(home):
    text = both(home, BASE.replace("Chef", "Boss"), BASE.replace("Chef", "Ledare"), code=1)
    assert "<<<<<<< " in text
    assert "\n=======\n" in text
    assert "ägare: Boss" in text
    assert "ägare: Ledare" in text
    said = f"{NAME}: Båda sidorna har ändrat ägare för ”Frigjord tid” (n), på olika sätt."
    assert said in home.err
    assert home.git("-c", "core.quotePath=false", "status", "--porcelain") == f'UU "{NAME}"\n'


def test_markers_are_as_long_as_asked_for_and_have_a_base_where_that_is_wanted(home):
    home.commit({".gitattributes": "*.yaml conflict-marker-size=12\n"})
    home.git("config", "merge.conflictStyle", "diff3")
    text = both(home, BASE.replace("Chef", "Boss"), BASE.replace("Chef", "Ledare"), code=1)
    assert "\n<<<<<<<<<<<< " in text
    assert "\n|||||||||||| " in text
    assert "\n============\n" in text


def test_a_conflict_is_shown_as_it_is_written(home):
    text = both(home, BASE.replace("Chef", "Boss"), BASE.replace("Chef", "Ledare"), code=1)
    shown = home.git("diff")
    assert len(shown.splitlines()) < len(text.splitlines()) + 10
    assert "++<<<<<<< " in shown
    assert "ägare: Boss" in shown


def test_a_dangling_arrow_is_a_conflict_though_no_lines_collide(home):
    long = BASE.replace("nyttor:\n", "# 1\n# 2\n# 3\n# 4\nnyttor:\n") + "  o: {rubrik: Trygghet}\n"
    ours = long.replace("  o: {rubrik: Trygghet}\n", "")
    text = both(home, ours, long.replace("[b]", "[b, o]"), long, code=1)
    assert "<<<<<<<" in text
    assert "Den ena sidan har tagit bort o, och på den andra sidan pekar ”Färre besök” dit." in home.err


def test_a_new_error_is_said_though_all_is_merged(home):
    ours = BASE.replace("leder_till: n", "leder_till: a").replace("[b]", "[n]")
    text = both(home, ours, BASE.replace("ägare: Chef", "leder_till: b, ägare: Chef"))
    assert "<<<<<<<" not in text
    assert "Sammanslagningen är gjord, men ger ett fel som ingen av sidorna hade: NK201 " in home.err


def test_a_file_that_was_moved_on_one_side(home):
    home.branch("deras")
    home.git("mv", NAME, "kedjor i år/dag.yaml")
    home.commit({"kedjor i år/dag.yaml": THEIRS})
    home.switch("main")
    home.commit({NAME: OURS})
    home.merge("deras")
    assert home.read("kedjor i år/dag.yaml") == BOTH


def test_an_id_that_was_changed_on_one_side(home):
    theirs = BASE.replace("  n:", "  tid:").replace("leder_till: n", "leder_till: tid")
    assert "[b, tid]" in both(home, OURS, theirs)


def test_windows_line_ends(home):
    home.git("config", "core.autocrlf", "false")
    files = [text.replace("\n", "\r\n") for text in (OURS, THEIRS, BASE)]
    assert both(home, *files) == BOTH.replace("\n", "\r\n")


def test_branches_that_were_merged_crosswise(home):
    home.branch("ett")
    home.commit({NAME: OURS})
    home.branch("två", "main")
    home.commit({NAME: THEIRS})
    home.git("branch", "ett-då", "ett")
    home.merge("ett")
    home.switch("ett")
    home.git("merge", "-q", "--no-edit", "två~1")
    assert home.read(NAME) == BOTH.replace(
        "osäkert: Kanske, leder_till: [b, n]", "osäkert: Kanske, leder_till: [b, n]"
    )
    home.commit({NAME: home.read(NAME).replace("Chef", "Chefen")})
    home.switch("två")
    home.commit(
        {NAME: home.read(NAME).replace("{rubrik: Frigjord tid", "{rubrik: Frigjord tid, storlek: stor")}
    )
    home.merge("ett")
    assert home.read(NAME).splitlines()[-1] == "  n: {rubrik: Frigjord tid, storlek: stor, ägare: Chefen}"


@pytest.mark.parametrize(
    ("name", "base", "ours", "theirs"),
    [
        ("kedjor i år/inte.yaml", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 1\nb: 4\n"),
        ("kedjor i år/x.yaml", *(f"nyttokedja: 1\n\trubrik: {title}\n" for title in "xyz")),
    ],
)  # fmt: skip
def test_what_is_no_chain_is_merged_as_git_does_it(home, name, base, ours, theirs):
    text = both(home, ours, theirs, base, name, code=1)
    home.git("merge", "--abort")
    (home.path / ".git/info/attributes").unlink()
    home.merge("deras", code=1)
    # an older git does not tell its drivers what the sides are called
    assert [line[:7] for line in text.splitlines()] == [line[:7] for line in home.read(name).splitlines()]


def test_a_file_that_both_have_added(home):
    text = both(home, OURS, THEIRS, name="kedjor i år/ny.yaml", code=1)
    assert "<<<<<<<" in text
    assert "AA" in home.git("status", "--porcelain")


def test_where_the_program_is_gone_git_does_what_it_did_before(home):
    home.git("config", "merge.nyttokedja.driver", gone(home.git("config", "merge.nyttokedja.driver")))
    home.git("config", "diff.nyttokedja.textconv", gone(home.git("config", "diff.nyttokedja.textconv")))
    assert "<<<<<<< ours" in both(home, OURS, THEIRS, code=1)
    assert "+  a: {rubrik: Färre besök, leder_till: [b, n]}" in home.git("show", "HEAD")


def gone(command):
    python = sys.executable
    assert python in command
    return command.strip().replace(python, "/borta/python")


def test_diff_shows_sentences_and_only_what_a_change_means(home):
    home.write({NAME: BASE.replace("ägare: Chef", "storlek: stor, ägare: Chefen")})
    diff = home.git("diff")
    assert "@@ Nytta" not in diff
    assert [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-  Ägare: Chef",
        "+  Storlek: stor",
        "+  Ägare: Chefen",
    ]
    home.write(
        {
            NAME: BASE.replace("effekter:", "\n# anm\neffects:").replace(
                "{rubrik: Bättre sömn, leder_till: n}", "{leder_till: [n], rubrik: 'Bättre sömn'}"
            )
        }
    )
    assert "@@" not in home.git("diff")
    assert "+# anm" in home.git("diff", "--no-textconv")


def test_diff_names_the_box_that_a_change_is_in(home):
    many = "".join(f"  egen_{n}: x\n" for n in range(5)).replace("  egen", "    x-egen")
    long = BASE.replace(
        "  n: {rubrik: Frigjord tid, ägare: Chef}", f"  n:\n    rubrik: Frigjord tid\n{many}    x-z: 1"
    )
    home.commit({NAME: long})
    home.write({NAME: long.replace("x-z: 1", "x-z: 2")})
    assert "@@ Nytta ”Frigjord tid” (n)\n" in home.git("diff").replace("@@ -", "", 1)


def test_a_file_that_cannot_be_read_is_shown_as_it_is(home):
    home.write({NAME: "nyttokedja: 1\n\trubrik: X\n"})
    assert "+\trubrik: X" in home.git("diff")


def test_install_touches_nothing_but_the_repositorys_own_configuration(repository, run, monkeypatch):  # noqa: F811
    repo = repository()
    repo.commit({NAME: BASE, "rot.yml": BASE, "annat/a.yaml": "a: 1\n"})
    theirs = b"*.yaml -diff\nutan radslut"
    (repo.path / ".git/info/attributes").write_bytes(theirs)
    config = (repo.path / ".git/config").read_bytes()
    monkeypatch.chdir(repo.path)
    ran = run("git", "install", "--dry-run")
    assert ran.code == 0
    assert '"/kedjor i år/*.yaml" diff=nyttokedja merge=nyttokedja' in ran.out
    assert (repo.path / ".git/config").read_bytes() == config
    for _ in range(2):
        ran = run("git", "install")
        assert ran.code == 0
        assert ran.err.startswith("I den här kopian av repot visar git nu effektkedjor som meningar")
    after = (repo.path / ".git/info/attributes").read_bytes()
    assert (
        after
        == (
            "# nyttokedja git install: begin\n"
            '"/kedjor i år/*.yaml" diff=nyttokedja merge=nyttokedja\n'
            '"/kedjor i år/*.yml" diff=nyttokedja merge=nyttokedja\n'
            "/*.yaml diff=nyttokedja merge=nyttokedja\n"
            "/*.yml diff=nyttokedja merge=nyttokedja\n"
            "# nyttokedja git install: end\n"
        ).encode()
        + theirs
    )
    assert repo.git("status", "--porcelain") == ""
    assert repo.git("check-attr", "merge", "--", NAME).strip().endswith("merge: nyttokedja")
    assert repo.git("check-attr", "merge", "--", "annat/a.yaml").strip().endswith("merge: unspecified")
    assert (
        repo.git("check-attr", "diff", "--", NAME).strip().endswith("diff: unset")
    )  # what others say outweighs
    ran = run("git", "uninstall", "--dry-run")
    assert "/*.yml diff=nyttokedja merge=nyttokedja\n" in ran.out
    assert "merge.nyttokedja.driver\n" in ran.out
    assert run("git", "uninstall").err == "git visar och slår nu samman effektkedjor som vanlig text igen.\n"
    assert (repo.path / ".git/info/attributes").read_bytes() == theirs
    assert (repo.path / ".git/config").read_bytes() == config
    assert run("git", "uninstall").err.startswith("Det fanns inget att ta bort")


def test_uninstall_leaves_no_file_that_was_not_there_and_no_setting_of_somebody_else(home, run):
    home.git("config", "diff.nyttokedja.wordRegex", "x")
    assert run("git", "uninstall").code == 0
    assert not (home.path / ".git/info/attributes").exists()
    assert home.git("config", "--local", "--get-regexp", "nyttokedja") == "diff.nyttokedja.wordregex x\n"


def test_a_worktree_shares_what_was_installed(home, run, monkeypatch):
    home.git("worktree", "add", "-q", "-b", "annan", "../annan kopia")
    monkeypatch.chdir(home.path.parent / "annan kopia")
    assert run("git", "install", "kedjor i år").code == 0
    assert run("git", "uninstall").code == 0
    assert not (home.path / ".git/info/attributes").exists()


def test_where_it_cannot_be_done_one_sentence_says_why(repository, run, write, monkeypatch):  # noqa: F811
    ran = run("git", "install")
    assert (ran.code, ran.err) == (2, "nyttokedja: . is not in a git repository.\n")
    repo = repository()
    monkeypatch.chdir(repo.path)
    ran = run("git", "install")
    assert (ran.code, ran.err) == (
        2,
        f"nyttokedja: There is no effect chain in {repo.path.name}. Name the folder where they are.\n",
    )
    write("utanför.yaml", BASE)
    assert "is not in the repository" in run("git", "install", "../utanför.yaml").err


def test_nothing_in_the_repository_passes_for_a_part_of_the_program(home):
    home.write({"nyttokedja.py": "raise SystemExit('fel')", "yaml.py": "raise SystemExit('fel')"})
    assert both(home, OURS, THEIRS) == BOTH


def test_the_commands_of_git_are_run_in_a_plain_shell(home):
    """As git on Windows does it, whose shell is dash or bash called sh."""
    for key in ("merge.nyttokedja.driver", "diff.nyttokedja.textconv"):
        subprocess.run(["sh", "-n", "-c", home.git("config", key)], check=True)


def test_install_says_what_gitattributes_lacks_for_line_ends(repository, run, monkeypatch):  # noqa: F811
    repo = repository()
    repo.commit({NAME: BASE, "rot.yml": BASE})
    monkeypatch.chdir(repo.path)
    said = run("git", "install").err.splitlines()
    assert said[-4].startswith(
        "Om ni har kedjorna på flera sorters datorer: lägg till detta i .gitattributes"
    )
    assert said[-3:] == ["  *.svg text eol=lf", "  *.yaml text eol=lf", "  *.yml text eol=lf"]
    repo.commit({".gitattributes": "*.yaml text eol=lf\n"})
    assert run("git", "install").err.splitlines()[-2:] == ["  *.svg text eol=lf", "  *.yml text eol=lf"]
    repo.commit({".gitattributes": "* text=auto eol=lf\n"})
    assert ".gitattributes" not in run("git", "install").err
