from dataclasses import replace
from pathlib import Path

import pytest

from nyttokedja.batch import cache_file, known_pictures
from nyttokedja.batch.draw import pictures
from nyttokedja.batch.known_pictures import KnownPictures, drawn_files
from nyttokedja.batch.parallel import Task
from nyttokedja.batch.product import Product
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.model.severity import Severity
from nyttokedja.printing.model import Remark
from nyttokedja.reading.discovery import Candidate
from nyttokedja.writing.saving import save

CHAIN = "nyttokedja: 1\nrubrik: Bra\nskede: utkast\nnyttor: {b: B}\n"
OUT = Path("out.mmd")
PLAIN = Config()


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("a.yaml").write_text(CHAIN, "utf-8")


def task(config=PLAIN, name="a.yaml", *, named=True):
    return Task(Candidate(Path(name), name, named=named), config)


def draw(one, format="mermaid", engine="auto", out=OUT):
    """Draw a file as a run does; what comes of it, and whether that was remembered."""
    memory = KnownPictures([one], {one.file.name: out}, format, engine)
    if (known := memory.recalled(one)) is not None:
        return known, True
    (drawn,) = drawn_files([one], format, engine)
    if drawn.product.content is not None:
        save(out, drawn.product.content)
    memory.keep(one, drawn)
    memory.save()
    return drawn.product, False


def again(*arguments, **named):
    return draw(*arguments, **named)[1]


def test_a_picture_that_is_there_is_not_drawn_again():
    first, known = draw(task())
    assert not known
    assert first == pictures([task()], "mermaid", "auto")[0]
    second, known = draw(task())
    assert known
    assert second == Product(Outcome("a.yaml", language=first.outcome.language), is_there=True)


@pytest.mark.parametrize(
    "other",
    [
        {"format": "dot"},
        {"engine": "dot"},
        {"out": Path("b.mmd")},
        {"config": Config(picture=PictureSettings(theme="print"))},
        {"config": Config(severity={"NK401": Severity.INFO})},
        {"name": "./a.yaml"},
        {"named": False},
    ],
)
def test_asked_for_otherwise_it_is_drawn(other):
    draw(task())
    about = {key: other[key] for key in ("config", "name", "named") if key in other}
    rest = {key: other[key] for key in ("format", "engine", "out") if key in other}
    assert not again(task(**about), **rest)


@pytest.mark.parametrize("config", [Config(fail_on=None), Config(baseline=Path("b.json"))])
def test_what_changes_no_picture_draws_none(config):
    draw(task())
    assert again(task(config))


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a.yaml").write_text(CHAIN.replace("B}", "C}"), "utf-8"),
        OUT.unlink,
        lambda: OUT.write_bytes(OUT.read_bytes()[:-1] + b"x"),
        lambda: OUT.write_bytes(OUT.read_bytes() + b"\n"),
    ],
)
def test_with_another_chain_or_picture_it_is_drawn(change):
    draw(task())
    change()
    assert not again(task())
    assert again(task())


def test_line_ends_of_windows_are_no_other_picture():
    draw(task())
    OUT.write_bytes(OUT.read_bytes().replace(b"\n", b"\r\n"))
    assert again(task())


def test_a_file_that_is_no_chain_is_remembered_as_such():
    Path("a.yaml").write_text("x: 1\n")
    one = task(named=False)
    assert [again(one), again(one)] == [False, True]
    assert draw(one)[0] == Product(Outcome("a.yaml", is_chain=False))
    assert not again(task())


@pytest.mark.parametrize("text", ["nyttokedja: 1\nrubrik: x: y\n", ""])
def test_what_cannot_be_drawn_is_tried_anew(text):
    Path("a.yaml").write_text(text)
    assert [again(task()), again(task())] == [False, False]


def test_a_file_that_is_gone_is_told_as_ever():
    one = task(name="gone.yaml")
    assert drawn_files([one], "mermaid", "auto") == [(pictures([one], "mermaid", "auto")[0], None)]


def test_remarks_are_told_again(monkeypatch):
    remarks = (Remark.of_small_print(4.25), Remark.of_missing(["☃", "x"]))

    def remarked(tasks, *about):
        return [replace(one, remarks=remarks) for one in pictures(tasks, *about)]

    monkeypatch.setattr(known_pictures, "pictures", remarked)
    draw(task())
    assert draw(task()) == (Product(Outcome("a.yaml"), remarks=remarks, is_there=True), True)


def test_a_picture_that_lacks_something_is_drawn_again(monkeypatch):
    def lacking(tasks, *about):
        return [replace(one, failure="no engine") for one in pictures(tasks, *about)]

    monkeypatch.setattr(known_pictures, "pictures", lacking)
    draw(task())
    assert not again(task())


def test_another_graphviz_on_the_machine_draws_anew(monkeypatch, tmp_path):
    program = tmp_path / "dot"
    program.write_text("1")
    monkeypatch.setattr(known_pictures.shutil, "which", lambda _: str(program))
    draw(task())
    assert again(task())
    program.write_text("22")
    assert not again(task())
    program.chmod(0o755 if program.stat().st_mode & 0o777 != 0o755 else 0o700)
    assert not again(task())
    monkeypatch.setattr(known_pictures.shutil, "which", lambda _: None)
    assert not again(task())
