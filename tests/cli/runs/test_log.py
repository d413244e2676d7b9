"""A run that tells a history: which file, which commits, and what is said of them."""

import pytest

from nyttokedja.checking.settings import WrongSettings
from nyttokedja.cli.runs.log import Reading
from nyttokedja.cli.setting_options import Chosen
from nyttokedja.errors import CannotRead
from nyttokedja.reports.model import ReportContext
from tests.repositories import program, repository  # noqa: F401

pytestmark = program

CHAIN = (
    "nyttokedja: 1\nrubrik: Prov\nskede: plan\nnyttor:\n  tid:\n    rubrik: Frigjord tid\n    ägare: Chef\n"
)
ANOTHER = CHAIN + "  lugn: {rubrik: Lugn, ägare: Chef}\n"
ROWS = ANOTHER.replace("\n", "\n\n")


@pytest.fixture
def repo(repository, monkeypatch):  # noqa: F811
    """A repository in whose three commits a chain is written, extended and spaced out."""
    made = repository()
    for subject, text in (("skriv", CHAIN), ("mer", ANOTHER), ("rader", ROWS)):
        made.commit({"a.yaml": text}, subject)
    monkeypatch.chdir(made.path)
    return made


@pytest.fixture
def told(repo, capsys):
    """What is said of the history, with the run."""

    def told(file="a.yaml", node="", reasoning=False, everything=False, spoken=True, language=None, jobs=1):
        run = Reading(file, Chosen(isolated=True), language, jobs)
        run.tell(node, reasoning=reasoning, everything=everything, spoken=spoken)
        out, err = capsys.readouterr()
        assert err == ""
        return run, out

    return told


def test_commits_are_told_newest_first_with_the_hidden_ones_counted(told):
    run, out = told()
    blocks = out.split("\n\n")
    assert [block.split("\n")[0][20:] for block in blocks[:2]] == ["mer", "skriv"]
    assert blocks[2:] == ["1 incheckning till ändrar bara hur filen är skriven; --all visar den.\n"]
    assert len(run._history.told) == 2


def test_all_hides_nothing(told):
    run, out = told(everything=True)
    assert [block.split("\n")[0][20:] for block in out.rstrip("\n").split("\n\n")][:3] == [
        "rader",
        "mer",
        "skriv",
    ]
    assert len(run._history.told) == 3


def test_of_the_reasoning_alone_words_are_hidden(repo, told):
    repo.commit({"a.yaml": ROWS.replace("Chef}", "Kommundirektör}")}, "ägare")
    assert len(told()[0]._history.told) == 3
    run, out = told(reasoning=True)
    assert len(run._history.told) == 2
    assert out.count("\n\n") == 2


def test_a_report_can_be_had_without_a_word(told):
    run, out = told(spoken=False)
    assert out == ""
    assert '"a.yaml"' in run.report("json", ReportContext())


def test_a_box_is_followed(told):
    run, out = told(node="lugn")
    assert len(run._history.told) == 1
    assert run._history.node == "lugn"
    assert out.split("\n")[0][20:] == "mer"


def test_a_box_that_never_was_is_refused(told):
    with pytest.raises(CannotRead, match=r"No version of a\.yaml that can be read has a box zzz\."):
        told(node="zzz")


def test_the_language_is_that_asked_for_or_that_of_the_chain(told):
    assert told()[0].language == "sv"
    assert told(language="en")[0].language == "en"


def test_a_file_is_found_from_below_and_after_its_folder_is_gone(repo, told, monkeypatch):
    repo.commit({"deep/er/b.yaml": ANOTHER})
    repo.commit({"deep/er/b.yaml": None})
    run, _ = told("deep/er/b.yaml")
    assert run._history.name == "deep/er/b.yaml"


def test_a_folder_is_refused(told, tmp_path, repo):
    (repo.path / "chains").mkdir()
    with pytest.raises(CannotRead, match=r"chains is a folder\. Name a file\."):
        told("chains")


def test_a_file_that_no_commit_has_is_refused(told):
    with pytest.raises(CannotRead) as error:
        told("none.yaml")
    assert str(error.value) == "No commit has none.yaml. Name a file that has been committed."


def test_in_a_shallow_clone_more_may_not_have_been_fetched(told, monkeypatch):
    monkeypatch.setattr("nyttokedja.cli.runs.log.shallow", lambda top: {"x"})
    with pytest.raises(CannotRead) as error:
        told("none.yaml")
    assert str(error.value).startswith("No commit has none.yaml, as far as the history was fetched.")
    run, _ = told()
    assert run._history.cut is True


@pytest.mark.parametrize(
    ("steps", "spans"),
    [(1, [1]), (20, [20]), (21, [20, 1]), (320, [20] * 16), (321, [21] * 15 + [6])],
)
def test_a_process_gets_its_share_of_the_history(told, monkeypatch, steps, spans):
    run, _ = told()
    run._steps = list(range(steps))
    shares = []

    def in_parallel(work, items, jobs, worth):
        shares.extend(len(item) for item in items)
        assert worth == 1
        return [[] for _ in items]

    monkeypatch.setattr("nyttokedja.cli.runs.log.in_parallel", in_parallel)
    assert list(run._told()) == []
    assert shares == spans


class TestSettings:
    """Each commit is judged by the settings that it has."""

    HINDERED = (
        "nyttokedja: 1\nrubrik: Prov\nförändringar: {f: {rubrik: Kamera, leder_till: e}}\n"
        "effekter: {e: {rubrik: Färre besök, leder_till: m}}\nmål: {m: {rubrik: Trygghet}}\n"
    )
    OBSTACLE = HINDERED + "hinder: {h: {rubrik: Dålig täckning, hindrar: e, ägare: Chef}}\n"

    @pytest.fixture
    def out(self, repository, monkeypatch, capsys):  # noqa: F811
        names = iter("abc")

        def out(*commits, **view):
            made = repository(next(names))
            for n, files in enumerate(commits):
                made.commit(files, f"nr {n}")
            monkeypatch.chdir(made.path)
            run = Reading("a.yaml", Chosen(**view), None, 1)
            run.tell("", reasoning=False, everything=False, spoken=True)
            return capsys.readouterr().out, run

        return out

    def test_what_an_obstacle_threatens_is_judged_by_the_stage_of_then(self, out):
        plan, analysis = {"nyttokedja.toml": 'stage = "plan"'}, {"nyttokedja.toml": 'stage = "analysis"'}
        commits = {"a.yaml": self.HINDERED}, {"a.yaml": self.OBSTACLE}
        threatened = "hotas nu av hinder"
        assert threatened in out({**commits[0], **plan}, commits[1], analysis)[0]
        assert threatened not in out({**commits[0], **analysis}, commits[1], plan)[0]
        assert threatened not in out({**commits[0], **plan}, commits[1], isolated=True)[0]

    def test_a_commit_that_changes_settings_too_says_so(self, out):
        said, run = out(
            {"a.yaml": CHAIN}, {"a.yaml": ANOTHER, "nyttokedja.toml": "ignore = ['NK401']"}, {"a.yaml": ROWS}
        )
        line = "Δ Inställningarna – prövas inte längre: NK401 Ägare saknas"
        assert said.count(line) == 1
        assert line in said.split("\n\n")[0]
        assert '"part": "settings"' in run.report("json", ReportContext("sv", "1"))

    def test_settings_that_cannot_be_understood_stop_no_history(self, out):
        said, _ = out({"a.yaml": CHAIN, "nyttokedja.toml": "stage = 3"}, {"a.yaml": ANOTHER})
        assert "nr 0" in said
        assert "Inställningarna" not in said

    def test_the_only_settings_to_ask_must_be_understood(self, out):
        with pytest.raises(WrongSettings):
            out({"a.yaml": CHAIN}, file="none.toml")

    def test_it_is_so_in_as_many_processes_as_there_are(self, repository, monkeypatch, capsys):  # noqa: F811
        made = repository()
        for n in range(41):
            settings = {"nyttokedja.toml": f"most-nodes = {n + 1}"} if n % 20 == 0 else {}
            made.commit({"a.yaml": CHAIN.replace("Prov", f"Prov {n}"), **settings}, f"nr {n}")
        monkeypatch.chdir(made.path)
        said = []
        for jobs in (1, 2):
            run = Reading("a.yaml", Chosen({"tolerance": 0.5}), None, jobs)
            run.tell("", reasoning=False, everything=False, spoken=True)
            said.append(capsys.readouterr().out)
        assert said[0] == said[1]
        assert said[0].count("Δ Inställningarna – så många rutor får en kedja ha") == 2
