"""What is written for people about documents names each of them, and each format."""

from pathlib import Path

import pytest

from nyttokedja.documents import DOCUMENTS, FORMATS
from nyttokedja.language.texts import texts
from nyttokedja.language.translations import translations

GUIDES = {"docs/dokument.md": "sv", "docs/dokumenter.nb.md": "nb"}


@pytest.mark.parametrize("page", [*GUIDES, "README.md"])
def test_it_names_every_document_and_every_ending(page):
    read = Path(page).read_text("utf-8")
    named = [*DOCUMENTS, *(f".{format.endings[0]}" for format in FORMATS.values())]
    assert [name for name in named if f"`{name}`" not in read] == []


@pytest.mark.parametrize(("page", "language"), GUIDES.items())
def test_each_document_is_called_what_it_calls_itself_and_by_a_name_that_is_understood(page, language):
    read, called = Path(page).read_text("utf-8"), translations(language, "command_names", "documents")
    for name in DOCUMENTS:
        assert f"| `{name}` | {texts(language).word('documents/kinds', name)}" in read
        assert any(f"`{word}`" in read for word, meant in called.items() if meant == name)
