"""A drawing run says and writes the same, byte for byte, whatever has changed since it kept pictures."""

import itertools
import os
import random
from pathlib import Path

import pytest

import nyttokedja
from nyttokedja.batch import cache_file, known_pictures, program_key
from nyttokedja.batch.draw import pictures

CHAIN = (
    "nyttokedja: 1\nrubrik: Kedja {0}\nspråk: sv\nskede: plan\n"
    "förändringar: {{s: {{rubrik: Börja {0}, leder_till: n}}}}\nnyttor: {{n: Tid {0}}}\n"
)
MANY = "nyttokedja: 1\nrubrik: Många\nspråk: nb\nskede: utkast\neffekter:\n" + "".join(
    f"  e{n}: {{rubrik: Effekt med et langt navn nummer {n}, leder_till: e{n + 1}}}\n" for n in range(60)
)
FILES = {
    "k/a.yaml": CHAIN.format("A"),
    "k/b.yaml": CHAIN.format("B"),
    "k/none.yaml": "x: 1\n",
    "k/bad.yaml": "nyttokedja: 1\nrubrik: x: y\n",
    "nyttokedja.toml": 'theme = "print"\n',
}


@pytest.fixture(autouse=True)
def _the_program_is_asked_anew():
    program_key.program_key.cache_clear()
    yield
    program_key.program_key.cache_clear()


@pytest.fixture
def folder(write, tmp_path, run, monkeypatch, later):
    """Chains that nobody has written for an hour."""
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "cache"))
    for name, text in FILES.items():
        write(name, text)
    later()
    return tmp_path


@pytest.fixture
def drawn(monkeypatch):
    """The names of the files that were drawn by `drawn_files`."""
    names = []

    def counting(tasks, *about):
        names.extend(task.file.name for task in tasks)
        return pictures(tasks, *about)

    monkeypatch.setattr(known_pictures, "pictures", counting)
    return names


def held():
    return {path.name: path.read_bytes() for path in Path("out").glob("*")}


def the_same(run, *arguments):
    """What drawing says with what it remembers, which is what it says and writes without."""
    before = held()
    ran, written = run("draw", "-o", "out", *arguments, "k"), held()
    for path in Path("out").glob("*"):
        path.unlink()
    for name, data in before.items():
        Path("out", name).write_bytes(data)
    assert run("draw", "-o", "out", "--no-cache", *arguments, "k") == ran
    assert held() == written
    return ran


@pytest.mark.parametrize("format", ["svg", "mermaid", "html", "text"])
def test_what_is_there_is_not_drawn_again(folder, run, drawn, format):
    first = run("draw", "-o", "out", "--format", format, "k")
    assert sorted(drawn) == sorted(name for name in FILES if name.startswith("k/"))
    drawn.clear()
    second = the_same(run, "--format", format)
    assert set(drawn) <= {"k/bad.yaml"}
    assert first.code == second.code == 1
    assert "2" in second.err


def a_byte(folder, monkeypatch):
    (folder / "k/a.yaml").write_text(CHAIN.format("C"), "utf-8")


def a_setting(folder, monkeypatch):
    (folder / "nyttokedja.toml").write_text('direction = "down"\n')


def the_version(folder, monkeypatch):
    monkeypatch.setattr(nyttokedja, "__version__", "99")
    program_key.program_key.cache_clear()


def the_clock(folder, monkeypatch):
    path = folder / "k/b.yaml"
    seen = path.stat()
    path.write_text(CHAIN.format("D"), "utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def the_cache(folder, monkeypatch):
    for path in (folder / "cache").iterdir():
        data = bytearray(path.read_bytes())
        data[random.Random(18).randrange(len(data))] ^= 1
        path.write_bytes(data)


def the_picture(folder, monkeypatch):
    path = folder / "out/b.mmd"
    seen = path.stat()
    path.write_bytes(path.read_bytes().replace(b"B", b"X"))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


CHANGES = (a_byte, a_setting, the_version, the_clock, the_cache, the_picture)


@pytest.mark.parametrize(
    "changes",
    [some for n in range(len(CHANGES) + 1) for some in itertools.combinations(CHANGES, n)],
    ids=lambda some: "+".join(change.__name__ for change in some) or "nothing",
)
def test_whatever_changes_the_same_is_written(folder, run, monkeypatch, changes):
    run("draw", "-o", "out", "--format", "mermaid", "k")
    for change in changes:
        change(folder, monkeypatch)
    the_same(run, "--format", "mermaid", "--check")
    the_same(run, "--format", "mermaid")
    the_same(run, "--format", "mermaid", "--check")


@pytest.mark.parametrize("change", [None, a_byte, a_setting, the_cache])
def test_pictures_by_an_engine_are_the_same(folder, run, monkeypatch, change):
    (folder / "k/many.yaml").write_text(MANY, "utf-8")
    (folder / "nyttokedja.toml").write_text('theme = "print"\ndirection = "down"\n')
    run("draw", "-o", "out", "k")
    if change:
        change(folder, monkeypatch)
    ran = the_same(run, "--language", "nb")
    assert "k/many.yaml: " in ran.err  # its print is small
    the_same(run, "--check")


def test_for_standard_output_all_is_drawn(folder, run, drawn):
    run("draw", "-o", "out", "--format", "mermaid", "k")
    first = run("draw", "-o", "-", "--format", "mermaid", "k/a.yaml")
    assert first.out.count("Tid A") == 1
    assert run("draw", "-o", "-", "--format", "mermaid", "k/a.yaml") == first


def test_without_a_cache_nothing_is_kept(folder, run):
    run("draw", "-o", "out", "--no-cache", "--format", "mermaid", "k")
    assert not (folder / "cache").exists()


def test_a_folder_that_leads_out_is_refused_as_ever(folder, run, tmp_path_factory):
    run("draw", "-o", "out", "--format", "mermaid", "k")
    away = tmp_path_factory.mktemp("away")
    for name, data in held().items():
        (away / name).write_bytes(data)
        Path("out", name).unlink()
    Path("out").rmdir()
    Path("out").symlink_to(away)
    ran = run("draw", "-o", "out", "--format", "mermaid", "k")
    assert ran.code == 2
    assert ran == run("draw", "-o", "out", "--no-cache", "--format", "mermaid", "k")
