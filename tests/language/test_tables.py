"""The files of words and texts."""

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_read_once(language):
    assert table(language, "common")["quotes"]
    assert table(language, "common") is table(language, "common")


def test_a_file_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(FileNotFoundError):
        table("sv", "no such")
