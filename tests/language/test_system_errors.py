"""What the operating system refuses is said in words of our own, in the person's language."""

import ast
import errno
import os
from pathlib import Path

import pytest

from nyttokedja.cli.failures import tell
from nyttokedja.errors import CannotWrite
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.failures import retold
from nyttokedja.language.system_errors import _BY_NUMBER, _OF_WINDOWS, _WRITING, OTHER, reason, why
from nyttokedja.language.texts import texts
from nyttokedja.writing.saving import save


@pytest.mark.parametrize(
    ("called", "name", "of_writing"),
    [
        ("ENOENT", "not-found", "no-folder"),
        ("EACCES", "permission", "permission"),
        ("ENOSPC", "disk-full", "disk-full"),
        ("EISDIR", "folder", "folder"),
        ("EEXIST", "not-folder", "not-folder"),
        ("EROFS", "read-only", "read-only"),
        ("ENAMETOOLONG", "name-too-long", "name-too-long"),
        ("EBUSY", "busy", "busy"),
        ("EMLINK", OTHER, OTHER),
    ],
)
def test_an_error_has_a_name(called, name, of_writing):
    error = OSError(getattr(errno, called), "Some English")
    assert (reason(error), reason(error, writing=True)) == (name, of_writing)
    assert "English" not in why(error)


def test_windows_has_numbers_of_its_own():
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32
    assert reason(error) == "busy"


def test_every_name_has_words_in_every_language():
    names = {*_BY_NUMBER.values(), *_OF_WINDOWS.values(), *_WRITING.values(), OTHER}
    for language in LANGUAGES:
        assert names <= set(texts(language).group("reason")), language
    words = list(texts(CANONICAL).group("reason").values())
    assert len(words) == len(set(words))  # they are known by what they say


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != CANONICAL])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EBUSY, errno.EMLINK])
def test_no_english_of_the_system_is_said(language, number, monkeypatch, tmp_path, capsys):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("nyttokedja.writing.saving._replace", refuse)
    with pytest.raises(CannotWrite) as raised:
        save(tmp_path / "a.yaml", "x")
    said = retold(str(raised.value), language)
    assert said != str(raised.value)
    assert os.strerror(number) not in said
    assert texts(language).word("reason", reason(OSError(number, ""))) in said
    tell(OSError(number, os.strerror(number), "a.yaml"), language)
    told = capsys.readouterr().err
    assert "a.yaml: " in told
    assert os.strerror(number) not in told


def test_nothing_asks_the_system_for_its_words():
    found = [
        (path.name, node.lineno)
        for path in Path("nyttokedja").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "strerror"
    ]
    assert found == []


def test_of_two_forms_that_a_sentence_has_the_one_that_says_more_is_meant():
    said = "Cannot open the baseline a.json: it is not there."
    assert retold(said, "sv") != retold("Cannot open a.json: it is not there.", "sv").replace(
        "a.json", "the baseline a.json"
    )
    assert "the baseline" not in retold(said, "sv")
    assert retold("Nothing that is known.", "sv") == "Nothing that is known."
