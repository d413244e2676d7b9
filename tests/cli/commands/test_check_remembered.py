"""A check says the same, byte for byte, whatever has changed since what it remembers was kept."""

import itertools
import json
import os
import random
from pathlib import Path

import pytest

import nyttokedja
from nyttokedja.batch import cache_file, known_checks, program_key
from nyttokedja.batch.check import check_outcome
from nyttokedja.reports.findings import FORMATS

HEAD = "nyttokedja: 1\nrubrik: {title}\nspråk: sv\nskede: analys\n"
CHAIN = HEAD + (
    "förändringar: {{s: {{rubrik: Börja {title}, leder_till: {arrow}}}}}\n"
    "nyttor: {{n: {{rubrik: Tid {title}, kategori: omfördelning, värde: {{timmar: {hours}, pott: hem}}}}}}\n"
    "kalkyl: {{startår: 2027, tidshorisont: 2}}\n"
)
SETTINGS = """
ignore = ["NK2", "NK3", "NK4", "NK5", "NK6", "NK8"]
select = ["NK823"]
[[pools]]
name = "hem"
hours = 9000
"""
FILES = {
    "k/a.yaml": CHAIN.format(title="A", arrow="[n, b.yaml#n]", hours=5000),
    "k/b.yaml": CHAIN.format(title="B", arrow="n", hours=3500),
    "k/c.yaml": HEAD.format(title="C") + "förändringar: {s: Börja C}\n",
    "k/none.yaml": "x: 1\n",
    "nyttokedja.toml": SETTINGS,
}


@pytest.fixture
def folder(write, tmp_path, run, monkeypatch, later):
    """Files that were all found sound an hour ago; what of a program is checked is counted."""
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "cache"))
    for name, text in FILES.items():
        write(name, text)
    later()
    return tmp_path


@pytest.fixture
def checked(monkeypatch):
    """The names of the files that were checked by `checked_file`."""
    names = []

    def counting(file, config):
        names.append(file.name)
        return check_outcome(file, config)

    monkeypatch.setattr(known_checks, "check_outcome", counting)
    return names


def the_same(run, *arguments):
    """What a check says with what it remembers, which is what it says without."""
    without = run("check", "--no-cache", *arguments)
    assert run("check", *arguments) == without
    return without


def test_what_has_not_changed_is_not_checked_again(folder, run, checked):
    first = run("check", "k")
    assert sorted(checked) == sorted(name for name in FILES if name.startswith("k/"))
    checked.clear()
    assert run("check", "k") == first
    assert checked == []
    assert run("check", "--no-cache", "k") == first
    assert first.code == 0


def rewritten(path, text, *, at=None):
    seen = path.stat()
    path.write_text(text, "utf-8")
    if at is not None:
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def a_byte(folder, monkeypatch):
    rewritten(folder / "k/b.yaml", FILES["k/b.yaml"].replace("3500", "4500"))


def a_setting(folder, monkeypatch):
    rewritten(folder / "nyttokedja.toml", SETTINGS.replace(', "NK3"', ""))


def the_version(folder, monkeypatch):
    monkeypatch.setattr(nyttokedja, "__version__", "99")
    program_key.program_key.cache_clear()


def the_clock(folder, monkeypatch):
    rewritten(folder / "k/c.yaml", FILES["k/c.yaml"].replace("Börja C", "Börja B"), at="before")


def the_cache(folder, monkeypatch):
    for path in (folder / "cache").iterdir():
        data = bytearray(path.read_bytes())
        data[random.Random(18).randrange(len(data))] ^= 1
        path.write_bytes(data)


CHANGES = (a_byte, a_setting, the_version, the_clock, the_cache)


@pytest.fixture(autouse=True)
def _the_program_is_asked_anew():
    program_key.program_key.cache_clear()
    yield
    program_key.program_key.cache_clear()


@pytest.mark.parametrize(
    "changes",
    [some for n in range(len(CHANGES) + 1) for some in itertools.combinations(CHANGES, n)],
    ids=lambda some: "+".join(change.__name__ for change in some) or "nothing",
)
@pytest.mark.parametrize("day", ["2026-05-01", "2027-05-01"])
def test_whatever_changes_the_same_is_said(folder, run, monkeypatch, changes, day):
    before = run("check", "--today", "2026-05-01", "k")
    for change in changes:
        change(folder, monkeypatch)
    after = the_same(run, "--today", day, "k")
    assert the_same(run, "--today", day, "k") == after
    told = {a_byte, a_setting, the_clock} & set(changes)
    assert (after != before) is bool(told)


@pytest.mark.parametrize("format", sorted(FORMATS))
@pytest.mark.parametrize("sound", [True, False])
def test_every_format_is_the_same(folder, run, format, sound):
    if not sound:
        a_byte(folder, None)
    run("check", "k")
    ran = the_same(run, "--format", format, "k")
    assert ran.code == (0 if sound else 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.unlink(),
        lambda path: path.rename(path.with_name("d.yaml")),
        lambda path: path.write_bytes(b"\xff\xfe\xff"),
        lambda path: path.write_text(""),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to("a.yaml")),
        lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
        lambda path: path.write_text(FILES["k/c.yaml"], "utf-8"),
    ],
)
@pytest.mark.parametrize("name", ["a", "b", "none"])
def test_whatever_becomes_of_a_file_the_same_is_said(folder, run, change, name):
    run("check", "k")
    change(folder / f"k/{name}.yaml")
    the_same(run, "k")
    the_same(run, f"k/{name}.yaml")
    the_same(run, "k")


def test_any_byte_of_any_file_may_change(folder, run):
    dice = random.Random(18)
    names = [name for name in FILES if name.startswith("k/")]
    for _ in range(40):
        name = dice.choice(names)
        data = bytearray(FILES[name].encode())
        data[dice.randrange(len(data))] = dice.choice(b"\n: {x0#")
        (folder / name).write_bytes(data)
        the_same(run, "--format", "json", "k")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_make_no_difference(folder, run, write, checked, jobs):
    for n in range(45):
        write(f"k/m{n}.yaml", HEAD.format(title=f"M{n}") + f"förändringar: {{s: Börja {n} om}}\n")
    first = run("check", "--jobs", jobs, "k")
    checked.clear()
    assert the_same(run, "--jobs", jobs, "k") == first
    assert set(checked) <= {name for name in FILES if name.startswith("k/")}


@pytest.mark.parametrize(
    "arguments", [("k/none.yaml",), ("k/a.yaml",), ("k/c.yaml", "k"), ("./k", "k"), ("gone.yaml", "k")]
)
def test_however_files_are_named_the_same_is_said(folder, run, arguments):
    run("check", "k")
    the_same(run, *arguments)
    the_same(run, *arguments)


def test_a_baseline_is_held_against_what_is_remembered(folder, run):
    a_byte(folder, None)
    run("check", "--write-baseline", "b.json", "k")
    rewritten(folder / "k/b.yaml", FILES["k/b.yaml"])
    run("check", "k")
    assert "1" in the_same(run, "--baseline", "b.json", "k").out
    the_same(run, "--baseline", "b.json", "k")


def test_nothing_is_remembered_of_standard_input(folder, run):
    text = FILES["k/c.yaml"].encode()
    for _ in range(2):
        assert run("check", "-", stdin=text).code == 0
    assert not (folder / "cache").exists()


@pytest.mark.parametrize("option", [("--fix",), ("--diff",), ("--no-cache",)])
def test_runs_that_mend_and_those_that_are_told_to_keep_nothing(folder, run, option):
    run("check", *option, "k")
    assert not (folder / "cache").exists()


def test_where_nothing_can_be_kept_the_same_is_said(folder, run, monkeypatch):
    (folder / "file").write_text("")
    monkeypatch.setenv(cache_file.FOLDER, str(folder / "file/cache"))
    for _ in range(2):
        assert the_same(run, "k").err == run("check", "--no-cache", "k").err


def test_a_finding_is_never_remembered(folder, run, checked):
    a_byte(folder, None)
    settings = json.loads(the_same(run, "--format", "json", "k").out)
    assert settings["summary"]["errors"] == 1
    checked.clear()
    (folder / "k/c.yaml").write_text(HEAD.format(title="C") + "nyttor: {1: x}\n", "utf-8")
    for _ in range(3):
        run("check", "k")
    assert checked == ["k/c.yaml"] * 3


def test_the_same_day_of_two_runs_at_once(folder, run):
    """What one run writes while another is under way is kept by both."""
    run("check", "k/a.yaml")
    run("check", "k/b.yaml", "k/c.yaml")
    (cache,) = Path(os.environ[cache_file.FOLDER]).iterdir()
    whole = cache.read_bytes()
    run("check", "k/a.yaml", "k/b.yaml", "k/c.yaml")
    assert cache.read_bytes() == whole
