"""A chain's history as it is told, from real repositories."""

import json
import shutil

import pytest
from jsonschema import Draft202012Validator

from nyttokedja.language.schema import folder
from tests.repositories import program, repository  # noqa: F401

pytestmark = program

NAME = "kedjor/å b.yaml"
SCHEMA = json.loads((folder() / "log.schema.json").read_text("utf-8"))


def chain(
    *, effect="tillsyn", goal="trygg", title="Tillsyn på distans", to="tid", owner="Enhetschef", extra=""
):
    """A small chain: a camera, what it leads to, a benefit and a goal."""
    return f"""nyttokedja: 1
rubrik: Prov
skede: plan
förändringar: {{kamera: {{rubrik: Kamera, leder_till: {effect}}}}}
effekter:
  {effect}:
    rubrik: {title}
    leder_till: {to}
nyttor:
  tid:
    rubrik: Frigjord tid
    ägare: {owner}
    leder_till: {goal}
mål:
  {goal}:
    rubrik: Trygg natt
{extra}"""


BROKEN = "nyttokedja: 1\nrubrik: x: y\n"


@pytest.fixture
def repo(repository):  # noqa: F811
    return repository()


@pytest.fixture
def log(run, monkeypatch, repo):
    """What the program says of a history, asked in the repository."""

    def log(*arguments, at="", code=0):
        monkeypatch.chdir(repo.path / at)
        ran = run("log", *arguments)
        assert ran.code == code, ran
        assert all(line.isprintable() for line in ran.out.splitlines())
        return ran.err if code else ran.out

    return log


def blocks(out):
    """The subject of each commit → the lines under it; what is said last is under ""."""
    found = {}
    for block in out.rstrip("\n").split("\n\n"):
        head, *lines = block.split("\n")
        is_commit = len(head) > 9 and head[8] == " " and lines
        if is_commit:
            found[head[20:]] = [line.strip() for line in lines]
        else:
            found[""] = block.split("\n")
    return found


def read(out):
    data = json.loads(out)
    Draft202012Validator(SCHEMA).validate(data)
    return data


def test_each_commit_is_told_newest_first(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.commit({"annat.txt": "x"}, "Inget med kedjan")
    repo.commit({NAME: chain(owner="Verksamhetschef")}, "Ny ägare")
    repo.commit({NAME: chain(owner="Verksamhetschef", title="Tillsyn med kamera")}, "Andra ord")
    last = repo.commit({NAME: chain(owner="Chef", title="Tillsyn", to="[]")}, "Ingen tid")
    out = log(NAME)
    assert out.startswith(f"{last[:8]} 2026-10-01 Ingen tid\n  Resonemanget ändras.\n")
    assert blocks(out) == {
        "Ingen tid": [
            "Resonemanget ändras.",
            "✗ Ingen väg leder längre till målet ”Trygg natt” från någon förändring.",
            "✗ Ingen väg leder längre till nyttan ”Frigjord tid” från någon förändring. Ägare: Chef.",
            "− ”Tillsyn” leder inte längre till ”Frigjord tid”.",
            "Dessutom ändras 1 uppgift (tid) och 1 formulering (tillsyn).",
        ],
        "Andra ord": ["Bara formuleringar ändras: 1 formulering (tillsyn)."],
        "Ny ägare": ["Uppgifter ändras, men inte resonemanget: 1 uppgift (tid)."],
        "Börja": ["Kedjan är ny, med 4 rutor och 3 pilar."],
    }


def test_all_tells_every_detail_and_reasoning_only_what_weighs(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.commit({NAME: chain(owner="Chef")}, "Ny ägare")
    repo.commit({NAME: chain(owner="Chef").replace("\n", "\r\n")}, "Radslut")
    repo.commit({NAME: chain(to="[]")}, "Ingen tid")
    plain, every, grave = (blocks(log(NAME, *option)) for option in ((), ("--all",), ("--reasoning",)))
    assert list(plain) == ["Ingen tid", "Ny ägare", "Börja", ""]
    assert plain[""] == ["1 incheckning till ändrar bara hur filen är skriven; --all visar den."]
    assert list(every) == ["Ingen tid", "Radslut", "Ny ägare", "Börja"]
    assert every["Radslut"] == ["Kedjan säger detsamma som förut."]
    assert every["Ny ägare"][1:] == ["Δ Nyttan ”Frigjord tid” – ägare: Enhetschef → Chef"]
    assert "+ Förändringen ”Kamera” har kommit till." in every["Börja"]
    assert list(grave) == ["Ingen tid", "Börja", ""]
    assert grave[""][0].startswith("2 incheckningar till lämnar resonemanget som det var")


def test_a_file_is_followed_through_its_names_also_where_it_was_rewritten(repo, log):
    repo.commit({"a.yaml": chain()}, "Börja")
    repo.commit({"a.yaml": None, "under mapp/b.yaml": chain()}, "Flytta")
    rewritten = chain(title="Helt andra ord " * 20, owner="En helt annan person " * 20, to="[]")
    repo.commit({"under mapp/b.yaml": None, NAME: rewritten}, "Skriv om")
    told = blocks(log("å b.yaml", at="kedjor"))
    assert list(told) == ["Skriv om", "Flytta", "Börja"]
    assert told["Skriv om"][:2] == ["Resonemanget ändras.", f"{NAME} hette förut under mapp/b.yaml."]
    assert told["Flytta"] == ["Kedjan säger detsamma som förut.", "under mapp/b.yaml hette förut a.yaml."]
    assert list(blocks(log("a.yaml"))) == ["Flytta", "Börja"]
    assert blocks(log("a.yaml"))["Flytta"] == told["Flytta"]


def test_a_file_that_gets_its_old_name_back_is_told_once(repo, log):
    repo.commit({"a.yaml": chain()}, "1")
    repo.commit({"a.yaml": None, "b.yaml": chain()}, "2")
    repo.commit({"b.yaml": chain(to="[]")}, "3")
    repo.commit({"b.yaml": None, "a.yaml": chain(to="[]")}, "4")
    repo.commit({"a.yaml": chain(owner="y")}, "5")
    repo.commit({"a.yaml": None, "b.yaml": chain(owner="x")}, "6")
    out = log("b.yaml")
    assert list(blocks(out)) == ["6", "5", "4", "3", "2", "1"]
    assert sum(" 2026-10-01 " in line for line in out.splitlines()) == 6


def test_a_chain_that_was_taken_away_and_came_back(repo, log):
    repo.commit({NAME: chain(), "x": "x"}, "Börja")
    repo.commit({NAME: None}, "Ta bort")
    gone = blocks(log(NAME))
    assert gone == {
        "Ta bort": ["Kedjan finns inte längre."],
        "Börja": ["Kedjan är ny, med 4 rutor och 3 pilar."],
    }
    repo.commit({NAME: chain(to="[]")}, "Igen")
    assert blocks(log(NAME))["Igen"] == ["Kedjan är ny, med 4 rutor och 2 pilar."]
    assert "− Målet ”Trygg natt” har tagits bort." in blocks(log("--all", NAME))["Ta bort"]


def test_a_version_that_cannot_be_read_is_passed_over(repo, log):
    first = repo.commit({NAME: chain()}, "Börja")
    repo.commit({NAME: BROKEN}, "Sönder")
    repo.commit({NAME: BROKEN + "\n"}, "Än mer")
    repo.commit({NAME: chain(to="[]")}, "Hel")
    told = blocks(log(NAME))
    assert told["Sönder"][0].startswith("Filen gick inte att läsa i den här versionen: NK001 ")
    assert told["Hel"][1] == (f"Jämfört med {first[:8]}, den senaste tidigare versionen som gick att läsa.")
    assert told["Hel"][-1] == "− ”Tillsyn på distans” leder inte längre till ”Frigjord tid”."
    commits = read(log(NAME, "--format", "json"))["commits"]
    assert [commit["status"] for commit in commits] == ["changed", "unread", "unread", "new"]
    assert commits[0]["compared_with"] == first


def test_a_chain_that_is_unreadable_from_the_start(repo, log):
    repo.commit({NAME: BROKEN}, "Sönder")
    repo.commit({NAME: chain()}, "Hel")
    repo.commit({NAME: BROKEN}, "Sönder igen")
    repo.commit({NAME: None, "x": "x"}, "Borta")
    told = blocks(log(NAME))
    assert told["Hel"] == ["Kedjan är ny, med 4 rutor och 3 pilar."]
    assert told["Borta"][0] == "Kedjan finns inte längre."


def test_where_parts_cannot_be_read_it_is_said_so(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.commit({NAME: chain().replace("    rubrik: Trygg natt", "    - Trygg natt")}, "Halv")
    assert "Delar av filen gick inte att läsa i den här versionen." in log(NAME)


def test_a_clean_merge_says_nothing_new(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.branch("gren")
    repo.commit({NAME: chain(title="Andra ord")}, "På grenen")
    repo.switch("main")
    repo.commit({NAME: chain(goal="lugn")}, "På main")
    repo.merge("gren")
    assert "Andra ord" in repo.read(NAME)
    assert "lugn" in repo.read(NAME)
    assert set(blocks(log(NAME))) == {"På main", "På grenen", "Börja", ""}


def test_what_two_branches_do_together_is_told_of_their_merge(repo, log):
    base = (
        "nyttokedja: 1\nrubrik: Två vägar\nförändringar:\n  ett:\n    leder_till: tid\n"
        "  två:\n    rubrik: Två\n\n\n\n\n  tre:\n    leder_till: tid\nnyttor: {tid: Tid}\n"
    )
    repo.commit({NAME: base}, "Börja")
    repo.branch("gren")
    repo.commit({NAME: base.replace("  ett:\n    leder_till: tid\n", "  ett: Ett\n")}, "Utan ett")
    repo.switch("main")
    repo.commit({NAME: base.replace("  tre:\n    leder_till: tid\n", "  tre: Tre\n")}, "Utan tre")
    repo.merge("gren")
    told = blocks(log(NAME))
    assert told["Merge branch 'gren'"] == [
        "Resonemanget ändras.",
        "Det här gjordes i själva sammanslagningen; ingen av grenarna hade det.",
        "✗ Ingen väg leder längre till nyttan ”Tid” från någon förändring.",
    ]
    assert not any("leder längre" in line for name in ("Utan ett", "Utan tre") for line in told[name])


def test_a_merge_that_says_something_of_its_own(repo, log):
    repo.commit({NAME: chain(owner="Ett")}, "Börja")
    repo.branch("gren")
    repo.commit({NAME: chain(owner="Två")}, "På grenen")
    repo.switch("main")
    repo.commit({NAME: chain(owner="Tre")}, "På main")
    repo.merge("gren", code=1)
    repo.commit({NAME: chain(owner="Fyra", extra="  ny: Nytt mål\n")}, "Enas")
    told = blocks(log("--all", NAME))
    assert told["Enas"][1:] == [
        "Det här gjordes i själva sammanslagningen; ingen av grenarna hade det.",
        "✗ Målet ”Nytt mål” har kommit till, men inget leder dit från någon förändring.",
        "Δ Nyttan ”Frigjord tid” – ägare: Tre → Fyra",
    ]


def test_a_rename_on_one_branch_and_a_change_on_the_other(repo, log):
    repo.commit({"a.yaml": chain()}, "Börja")
    repo.branch("gren")
    repo.commit({"a.yaml": None, NAME: chain(title="Andra ord")}, "Byt namn")
    repo.switch("main")
    repo.commit({"a.yaml": chain(goal="lugn")}, "På main")
    repo.merge("gren")
    assert set(blocks(log(NAME))) == {"Byt namn", "På main", "Börja", ""}


def test_branches_that_cross(repo, log):
    """Each of two branches is merged into the other, and then both once more."""
    base = chain()
    repo.commit({NAME: base}, "Börja")
    repo.branch("gren")
    one = repo.commit({NAME: chain(title="Andra ord")}, "På grenen")
    repo.switch("main")
    other = repo.commit({NAME: chain(goal="lugn")}, "På main")
    repo.merge(one)
    repo.switch("gren")
    repo.merge(other)
    repo.commit({NAME: chain(goal="lugn", title="Andra ord", owner="Ny")}, "Ägare")
    repo.switch("main")
    repo.commit({NAME: chain(goal="lugn", title="Tredje ord")}, "Ord")
    repo.merge("gren")
    assert repo.read(NAME) == chain(goal="lugn", title="Tredje ord", owner="Ny")
    repo.git("checkout", "-q", "--detach")
    assert set(blocks(log(NAME))) == {"Ord", "Ägare", "På grenen", "På main", "Börja", ""}


def test_a_box_is_followed_through_its_ids(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.commit({NAME: chain(owner="Chef")}, "Ägare")
    repo.commit({NAME: chain(owner="Chef", goal="trygg_natt")}, "Byt id")
    repo.commit({NAME: chain(owner="Chef", goal="trygg_natt", to="[]")}, "Ingen tid")
    repo.commit(
        {NAME: chain().replace("    leder_till: trygg\nmål:\n  trygg:\n    rubrik: Trygg natt\n", "")}, "Bort"
    )
    expected = {
        "Bort": [
            "− Målet ”Trygg natt” har tagits bort.",
            "− ”Frigjord tid” leder inte längre till ”Trygg natt”.",
        ],
        "Ingen tid": ["✗ Ingen väg leder längre till målet ”Trygg natt” från någon förändring."],
        "Byt id": ["Δ Målet ”Trygg natt” har bytt id från ”trygg” till ”trygg_natt”."],
        "Börja": ["+ Målet ”Trygg natt” har kommit till.", "+ ”Frigjord tid” leder nu till ”Trygg natt”."],
    }
    assert blocks(log("--node", "trygg_natt", NAME)) == expected
    assert blocks(log("--node", "trygg", NAME)) == expected
    owner = blocks(log("--node", "tid", NAME))
    assert owner["Börja"][1] == "+ Nyttan ”Frigjord tid” – ägare: Enhetschef"
    assert owner["Ägare"] == ["Δ Nyttan ”Frigjord tid” – ägare: Enhetschef → Chef"]
    data = read(log("--node", "tid", "--format", "json", NAME))
    assert data["node"] == "tid"
    assert all("tid" in change["nodes"] for commit in data["commits"] for change in commit["changes"])


def test_a_program_reads_the_same(repo, log, tmp_path):
    repo.commit({"a.yaml": chain()}, "Börja")
    head = repo.commit({"a.yaml": None, NAME: chain(to="[]", owner="x")}, "Bort")
    out = log("--format", "json", NAME)
    data = read(out)
    assert data["head"] == head
    assert (data["file"], data["language"], data["older_not_fetched"]) == (NAME, "sv", False)
    commit = data["commits"][0]
    assert (commit["before_file"], commit["file"], commit["class"]) == ("a.yaml", NAME, "reasoning")
    assert [(change["part"], change["kind"], change["class"]) for change in commit["changes"]] == [
        ("consequence", "impossible", "reasoning"),
        ("consequence", "impossible", "reasoning"),
        ("node", "changed", "detail"),
        ("arrow", "removed", "reasoning"),
    ]
    assert len(data["commits"][1]["changes"]) == 9
    assert log("--format", f"json={tmp_path}/h.json", "--format", f"text={tmp_path}/h.txt", NAME) == log(NAME)
    assert (tmp_path / "h.json").read_text("utf-8") == out
    assert (tmp_path / "h.txt").read_text("utf-8") == log(NAME)


def test_many_commits_from_several_processes_are_the_same(repo, log):
    for n in range(45):
        repo.commit({NAME: chain(owner=f"Chef {n}", to="tid" if n % 3 else "[]")}, f"Ändring {n}")
    out = log("--jobs", "2", NAME)
    assert out == log("--jobs", "1", NAME)
    assert list(blocks(out)) == [f"Ändring {n}" for n in reversed(range(45))]


def test_of_a_great_change_only_the_first_part_is_told(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    many = "effekter:\n" + "".join(f"  e{n}: Effekt {n}\n" for n in range(24))
    repo.commit({NAME: chain().replace("effekter:\n", many)}, "Mycket")
    assert blocks(log(NAME))["Mycket"][-2:] == [
        "+ Effekten ”Effekt 19” har kommit till.",
        "4 ändringar till visas med --all.",
    ]
    assert len(blocks(log("--all", NAME))["Mycket"]) == 25


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "Kartet er nytt, med 4 bokser og"), ("en", "The chain is new, with 4 boxes and")],
)
def test_another_language(repo, log, language, said):
    repo.commit({NAME: chain()}, "Börja")
    assert said in log("--language", language, NAME)


def test_hostile_words_do_nothing(repo, log):
    title = "'##[error]x \u202e ::y'"
    repo.commit({NAME: chain(title=title)}, "Börja")
    repo.commit({NAME: chain(title=title, to="[]")}, "\x1b[31mröd ##[error]x \u202e " + "å" * 500)
    repo.commit({NAME: "nyttokedja: 1\nrubrik: ##[error]x\u202e: y\n"}, "Sönder")
    out = log("--all", NAME)
    assert "\\u001b[31mröd #\\u0023[error]x \\u202e å" in out
    assert "− ”#\\u0023[error]x \\u202e ::y” leder inte längre till" in out
    assert max(map(len, out.splitlines())) < 200
    assert "##[" not in out
    assert "##[" not in log("--format", "json", NAME)
    repo.commit({NAME: chain(title=title)}, "Hel")
    strange = "kedjor/\x1b##[x].yaml"
    repo.commit({NAME: None, strange: chain(title=title)}, "Flytta")
    assert "  kedjor/\\u001b#\\u0023[x].yaml hette förut" in log(strange)


def test_of_a_shallow_clone_it_is_said_that_there_is_more(repo, log):
    repo.commit({NAME: chain(), "x.yaml": chain()}, "Börja")
    repo.commit({NAME: chain(to="[]")}, "Ändra")
    repo.commit({NAME: chain(to="[]", owner="x"), "x.yaml": None}, "Mer")
    whole = repo.path.parent / "hel"
    shutil.move(repo.path, whole)
    repo.path.parent.joinpath("x").mkdir()
    repo.path.mkdir()
    repo.git("clone", "-q", "--depth=2", f"file://{whole}", ".")
    told = blocks(log(NAME))
    assert list(told) == ["Mer", "Ändra", ""]
    assert told["Ändra"] == ["Äldre historik är inte hämtad. Här har kedjan 4 rutor och 2 pilar."]
    assert told[""] == ["Det finns äldre historik som inte är hämtad (git fetch --unshallow hämtar den)."]
    assert read(log(NAME, "--format", "json"))["older_not_fetched"] is True
    assert "as far as the history was fetched" in log("borta.yaml", code=2)


def test_a_version_whose_content_is_not_there_is_passed_over(repo, log):
    first = repo.commit({NAME: chain()}, "Börja")
    repo.commit({NAME: chain(owner="x")}, "Borta")
    repo.commit({NAME: chain(to="[]")}, "Kvar")
    blob = repo.git("rev-parse", f"HEAD~1:{NAME}").strip()
    (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    told = blocks(log(NAME))
    assert told["Borta"] == ["Filens innehåll i den här versionen är inte hämtat."]
    assert told["Kvar"][1].startswith(f"Jämfört med {first[:8]}")


def test_what_can_not_be_done_is_one_sentence(repo, log, tmp_path):
    assert "Nothing has been saved in git here yet" in log(NAME, code=2)
    repo.commit({NAME: chain()}, "Börja")
    repo.write({"ny.yaml": chain()})
    for arguments, sentence in {
        ("ny.yaml",): "No commit has ny.yaml.",
        ("borta/borta.yaml",): "No commit has borta/borta.yaml.",
        ("kedjor",): "kedjor is a folder.",
        ("--node", "finns_inte", NAME): "that can be read has a box finns_inte.",
        (tmp_path / "utanför.yaml",): "is not in a git repository.",
        ("--reasoning", "--all", NAME): "cannot be had with",
    }.items():
        said = log(*arguments, code=2)
        assert sentence in said
        assert "Traceback" not in said


def test_a_link_and_a_mode_are_no_versions(repo, log):
    repo.commit({NAME: chain()}, "Börja")
    repo.git("update-index", "--chmod=+x", NAME)
    repo.git("commit", "-q", "-m", "Körbar")
    path = repo.path / NAME
    path.unlink()
    path.symlink_to("x")
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "Länk")
    assert list(blocks(log(NAME))) == ["Länk", "Börja"]
