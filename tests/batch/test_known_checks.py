from datetime import date
from pathlib import Path

import pytest

from nyttokedja.batch import cache_file
from nyttokedja.batch.across import held_together
from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.known_checks import KnownChecks, checked_file
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.model.pool import Pool
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import candidates

HEAD = "nyttokedja: 1\nrubrik: {title}\nspråk: sv\nskede: utkast\n"
SOUND = HEAD.format(title="Bra")
UNSOUND = HEAD.format(title="Nå mål #1")
NO_CHAIN = "x: 1\n"
LEADS = (
    HEAD.format(title="L") + "förändringar: {{start: {{rubrik: {title}, leder_till: {to}}}}}\n"
    "mål: {{g: Mål}}\n"
)
AT_WORK = LEADS.replace("utkast", "analys")
FREED = (
    HEAD.format(title="F") + "förändringar: {{s{n}: {{rubrik: Börja {n}, leder_till: n}}}}\n"
    "nyttor: {{n: {{rubrik: Tid {n}, kategori: omfördelning, värde: {{timmar: 6000, pott: hem}}}}}}\n"
    "kalkyl: {{startår: 2027, tidshorisont: 2}}\n"
)
CONFIG = Config(ignore=frozenset({"NK2", "NK3", "NK4", "NK5", "NK6", "NK8"}), pools=(Pool("hem", 9000),))
OVER = Config(
    ignore=frozenset({"NK2", "NK3", "NK4", "NK5", "NK6", "NK80", "NK81"}),
    select=frozenset({"NK823"}),
    pools=CONFIG.pools,
)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def write(**files):
    for name, text in files.items():
        Path(f"{name}.yaml").write_text(text, "utf-8")


def tasks(config=CONFIG, paths=(".",)):
    return [Task(file, config) for file in candidates(paths)]


def recalled(config=CONFIG, paths=(".",)):
    """The outcomes that are remembered, by name; the others are kept for the next time."""
    here = tasks(config, paths)
    memory = KnownChecks(here)
    came = memory.recalled()
    for task, outcome in zip(here, came, strict=True):
        if outcome is None:
            memory.keep(task, checked_file(*task))
    memory.save()
    return {task.file.name: one for task, one in zip(here, came, strict=True) if one is not None}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (SOUND, True),
        (NO_CHAIN, True),
        ("", True),
        (UNSOUND, False),
        ("nyttokedja: 1\nrubrik: x: y\n", False),
        (SOUND + "nyttor: {n: Tid}\naccepterat: [{regel: NK709, gäller: n, varför: Samma}]\n", False),
    ],
)
def test_only_what_is_sound_is_remembered(text, kept):
    write(a=text)
    assert recalled() == {}
    assert bool(recalled()) is kept


@pytest.mark.parametrize("text", [SOUND, NO_CHAIN, LEADS.format(title="Ny", to="b.yaml#m")])
def test_what_is_remembered_is_what_a_check_finds(text):
    write(a=text)
    recalled()
    here = tasks()
    memory = KnownChecks(here)
    came = memory.with_facts(memory.recalled())
    expected = check_outcome(*here[0])
    assert came[0] == expected or came[0] == expected._replace(facts=None)


def test_a_file_that_is_named_is_never_remembered_as_no_chain():
    write(a=NO_CHAIN)
    assert [recalled(), recalled()] == [{}, {"a.yaml": check_outcome(*tasks()[0])}]
    assert recalled(paths=["a.yaml"]) == {}
    assert recalled(paths=["a.yaml"]) == {}


def test_a_chain_is_remembered_however_it_was_reached():
    write(a=SOUND)
    recalled()
    assert list(recalled(paths=["a.yaml"])) == ["a.yaml"]
    assert list(recalled(paths=["./a.yaml"])) == ["./a.yaml"]
    assert list(recalled(paths=[str(Path.cwd())])) == [Path("a.yaml").absolute().as_posix()]


@pytest.mark.parametrize(
    ("config", "kept"),
    [
        (Config(fail_on=None, ignore=CONFIG.ignore), True),
        (Config(baseline=Path("b.json"), ignore=CONFIG.ignore), True),
        (Config(), False),
        (Config(ignore=CONFIG.ignore, language="en"), False),
        (Config(ignore=CONFIG.ignore, today=date(2026, 1, 1)), False),
        (Config(ignore=CONFIG.ignore, severity={"NK401": Severity.INFO}), False),
    ],
)
def test_it_is_remembered_for_settings_by_which_the_same_is_found(config, kept):
    write(a=SOUND)
    recalled()
    assert bool(recalled(config)) is kept
    if kept:
        assert recalled(config)["a.yaml"].fail_on is config.fail_on


def test_each_day_is_a_new_one():
    write(a=SOUND)
    days = [Config(today=date(2026, 1, day)) for day in (1, 1, 2, 1)]
    assert [bool(recalled(day)) for day in days] == [False, True, False, False]


def test_files_that_cannot_be_opened_come_as_ever():
    write(a=SOUND)
    here = tasks(paths=["a.yaml", "gone.yaml"])
    assert checked_file(*here[1]) == (check_outcome(*here[1]), None, None)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a": LEADS.format(title="Ny", to="b.yaml#m"), "b": SOUND}, True),
        ({"a": LEADS.format(title="Ny", to="[g, b.yaml#g]"), "b": LEADS.format(title="Nu", to="g")}, False),
        ({"a": LEADS.format(title="Ny", to="bc.yaml#m"), "bd": SOUND, "c": SOUND}, True),
        ({"a": LEADS.format(title="Ny", to="../b.yaml#m"), "b": SOUND}, True),
        ({name: AT_WORK.format(title=title, to="g") for name, title in zip("abc", "xyx", strict=True)}, True),
        ({"a": FREED.format(n=1), "b": FREED.format(n=2), "c": SOUND}, True),
        ({"a": FREED.format(n=1), "c": SOUND}, False),
    ],
)
@pytest.mark.parametrize("anew", ["none", "first", "last"])
def test_what_chains_say_of_each_other_is_found_as_without_memory(files, found, anew):
    write(**files)
    expected = held_together(tasks(OVER), [check_outcome(*task) for task in tasks(OVER)], ["."])
    assert found is any(one.findings for one in expected)
    recalled(OVER)
    here = tasks(OVER)
    memory = KnownChecks(here)
    came = memory.recalled()
    if anew != "none":
        came[0 if anew == "first" else -1] = None
    whole = [one or check_outcome(*task) for one, task in zip(came, here, strict=True)]
    told = held_together(here, memory.with_facts(whole), ["."])
    assert [(one.name, one.findings, one.lines) for one in told] == [
        (one.name, one.findings, one.lines) for one in expected
    ]


def test_chains_that_others_do_not_speak_of_are_not_looked_at():
    write(a=SOUND, b=LEADS.format(title="Ny", to="g"), c=LEADS.format(title="Nu", to="g"))
    recalled(OVER)
    memory = KnownChecks(tasks(OVER))
    assert [one.facts for one in memory.with_facts(memory.recalled())] == [None] * 3
