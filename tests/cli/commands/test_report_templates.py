"""`nyttokedja report --template`, and the setting: whose styles a Word file has, and what is refused."""

from pathlib import Path

import pytest

from tests.documents import word

CHAIN = str(Path("chains/digitala_las.yaml").resolve())


def report(run, *args):
    return run("report", "overview", CHAIN, *args)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mall.docx").write_bytes(word.organisation())
    return tmp_path


def head(path):
    return word.opened(Path(path).read_bytes()).sections[-1].header.paragraphs[0].text


def test_the_option_names_a_template(run, here):
    made = report(run, "-o", "a.docx", "--template", "mall.docx")
    assert made.code == 0, made.err
    assert head("a.docx") == "Exempelkommunens sidhuvud"


def test_the_setting_names_one_from_the_folder_of_its_file(run, here):
    Path("settings").mkdir()
    Path("settings/own.toml").write_text('template = "../mall.docx"\n', "utf-8")
    assert report(run, "-o", "a.docx", "--config", "settings/own.toml").code == 0
    assert head("a.docx") == "Exempelkommunens sidhuvud"


def test_where_no_word_file_is_made_it_is_refused(run, here):
    assert report(run, "-o", "a.md", "--template", "none.docx").code == 2
    assert not Path("a.md").exists()


@pytest.mark.parametrize("name", ["none.docx", "bad.docx", "."])
def test_what_is_no_template_is_a_sentence_and_what_was_there_is_kept(run, here, name):
    Path("bad.docx").write_bytes(b"no Word file")
    Path("a.docx").write_bytes(b"old")
    made = report(run, "-o", "a.docx", "--template", name)
    assert made.code == 2
    assert "Mallen " in made.err
    assert "Traceback" not in made.err
    assert Path("a.docx").read_bytes() == b"old"


def test_a_name_that_is_empty_is_refused(run, here):
    assert report(run, "-o", "a.docx", "--template", "").code == 2


def test_a_file_that_cannot_be_written_is_a_sentence(run, here):
    Path("a.docx").mkdir()
    Path("a.docx/x").write_text("x", "utf-8")
    made = report(run, "-o", "a.docx/x/b.docx")
    assert made.code == 2
    assert "Traceback" not in made.err
