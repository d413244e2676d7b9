"""Statements of an organisation's own: read in any language's words, refused by line and column."""

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.maturity.own import own_statements
from nyttokedja.model.maturity import StatementSet

ANCHORS = '["Alls inte", "Någon gång", "Skrivet", "Varje gång", "Bättre och bättre"]'
TOML = f"""\
språk = "sv"

[[påståenden]]
rubrik = "Vi delar"
påstående = "Vi delar med oss."
område = "styrning"
ankare = {ANCHORS}

[[påståenden]]
rubrik = "Vi frågar"
påstående = "Vi frågar andra."
ankare = {ANCHORS}
"""
YAML = f"""\
påståenden:
  - rubrik: Vi delar
    påstående: Vi delar med oss.
    område: styrning
    ankare: {ANCHORS}
  - rubrik: Vi frågar
    påstående: Vi frågar andra.
    ankare: {ANCHORS}
"""


@pytest.mark.parametrize(("name", "text"), [("e.toml", TOML), ("e.yaml", YAML)])
def test_they_are_read(name, text):
    asked = own_statements(text.encode(), name, "sv")
    assert [one.id for one in asked.statements] == ["vi_delar", "vi_frågar"]
    assert [one.area for one in asked.statements] == ["steering", ""]
    assert asked.statements[0].anchor(3) == "Skrivet"
    assert asked.levels[0] == "slumpmässigt"


def test_english_and_norwegian_words_are_known_too():
    english = YAML.replace("påståenden", "statements").replace("påstående", "statement")
    english = english.replace("rubrik", "title").replace("ankare", "anchors").replace("område", "area")
    norwegian = YAML.replace("påståenden", "påstander").replace("påstående", "påstand")
    norwegian = (
        norwegian.replace("rubrik", "tittel").replace("ankare", "ankere").replace("styrning", "styring")
    )
    for text in (english, norwegian):
        assert isinstance(own_statements(text.encode(), "e.yaml", "sv"), StatementSet)


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("e.toml", TOML.replace('"Skrivet", ', ""), 7, "fem delar"),
        ("e.yaml", YAML.replace('"Skrivet", ', ""), 5, "fem delar"),
        ("e.toml", TOML.replace("ankare =", "ankarre =", 1), 7, "Är ”ankare” menat"),
        ("e.toml", TOML.replace('rubrik = "Vi delar"\n', ""), 3, "rubrik saknas"),
        ("e.toml", TOML.replace('"Skrivet"', '"Någon gång"', 1), 7, "säger samma sak"),
        ("e.yaml", YAML.replace("Vi frågar\n", "Vi delar\n"), 6, "samma rubrik"),
        ("e.toml", TOML.replace('"styrning"', '"ledning"'), 6, "kan vara förändring eller styrning"),
        ("e.toml", TOML.replace('"Vi delar"', "12", 1), 4, "ska vara en text"),
        ("e.toml", TOML.replace('"Vi delar"', "Vi delar", 1), 4, "går inte att läsa"),
        ("e.toml", TOML.replace('rubrik = "Vi delar"', f'rubrik = "{"x" * 90}"'), 4, "längre än 80"),
        ("e.yaml", "påståenden: []\n", 1, "tom"),
        ("e.yaml", "påståenden: text\n", 1, "lista"),
        ("e.yaml", "", 1, "tom"),
    ],
)
def test_a_fault_is_told_with_its_line(name, text, line, said):
    faults = own_statements(text.encode(), name, "sv")
    assert isinstance(faults, tuple)
    assert said in faults[0].sentence("sv"), [fault.sentence("sv") for fault in faults]
    assert faults[0].place.line == line
    assert all(fault.sentence(language) for fault in faults for language in LANGUAGES)
