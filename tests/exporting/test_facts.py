"""Each kind of fact that a chain may hold has its sentence where a format has no place for it."""

import pytest

from nyttokedja.exporting.facts import WORDS, facts
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.chain_file import to_yaml
from tests.everything import ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_can_be_said_to_be_left_out(language):
    kinds = facts(Parsed(to_yaml(ALL).encode()).normal_form).keys()
    assert kinds - WORDS - table(language, "exchange")["left_out"].keys() - {"chain-title"} == set()
