"""The files of words and texts."""

import tomllib
from importlib.resources import files

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table

TEXTS = files("nyttokedja.language") / "texts"
NAMES = sorted(file.name.removesuffix(".toml") for file in (TEXTS / "sv").iterdir() if file.suffix == ".toml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_read_once(language):
    assert table(language, "common")["quotes"]
    assert table(language, "common") is table(language, "common")


def test_a_file_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(FileNotFoundError):
        table("sv", "no such")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_read_table_by_table_is_the_same_as_the_whole(language, name):
    file = TEXTS / language / f"{name}.toml"
    if not file.is_file():
        pytest.skip("the words of the format are English as they are")
    whole, read = tomllib.loads(file.read_text("utf-8")), table(language, name)
    assert (list(read), len(read)) == (list(whole), len(whole))
    assert {key: read[key] for key in reversed(list(read))} == whole


def test_a_table_is_parsed_when_it_is_asked_for(monkeypatch):
    table.cache_clear()
    read = table("sv", "findings")
    parsed = []
    monkeypatch.setattr(tomllib, "loads", lambda text: parsed.append(text) or {"NK001": {}})
    assert read["NK001"] is read["NK001"]
    (text,) = parsed
    assert all(line.startswith("[NK001") for line in text.splitlines() if line.startswith("["))
    table.cache_clear()


def test_what_is_not_in_a_file_is_missed():
    with pytest.raises(KeyError):
        table("sv", "findings")["NK999"]
    assert "NK999" not in table("sv", "findings")
