"""Findings and remedies are read by people who write no programs: they say no programmer's words."""

import re

import pytest

from nyttokedja.language.tables import table
from tests.language.texts.test_texts import leaves

FORBIDDEN = {
    "sv": r"nyckel|nycklar|\byaml\b|\bx-|(?:\d|\}|två|fyra) steg\b|\bparser|\bsträng\b|\bmapping",
    "nb": r"nøkkel|nøkler|\byaml\b|\bx-|(?:\d|\}|to|fire) trinn\b|\bparser|\bstreng\b|\bmapping",
    "en": r"\byaml\b|\bx-|\bparser|\bmapping|\bscalar",
}
SETTINGS = "NK007"
"""About files of settings, which an administrator writes in a language of their own."""


@pytest.mark.parametrize("language", FORBIDDEN)
def test_no_finding_says_a_word_that_only_programmers_use(language):
    pattern = re.compile(FORBIDDEN[language], re.IGNORECASE)
    said = {
        at: re.sub(r"\.yaml\b", "", text)  # a file's name ends so
        for at, text in leaves(table(language, "findings"))
        if at[0] != SETTINGS
    }
    assert {at: text for at, text in said.items() if pattern.search(text)} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "Okänd nyckel"), ("sv", "dra in den två steg"), ("nb", "en egen nøkkel"), ("en", "not YAML")],
)
def test_the_words_are_found(language, text):
    assert re.search(FORBIDDEN[language], text, re.IGNORECASE)


TURNED = {
    "sv": "Är Ska Saknas Finns Går Krävs Behövs Har Hör Faller Leder Rör Gäller Menas Ändras Mäts Betyder",
    "nb": "Er Skal Mangler Finnes Går Kreves Trengs Har Hører Faller Fører Gjelder Menes Endres Måles Betyr",
}
"""Verbs that begin a condition without *if*, which reads as a command or a question."""


def turned(language, text):
    """The conditions in a text that begin with their verb."""
    sentences = re.findall(r"[^.?!:]+[.?!:]?", text)
    verbs = tuple(f"{verb} " for verb in TURNED[language].split())
    return [
        one for one in map(str.strip, sentences) if one.startswith(verbs) and "," in one and one[-1] != "?"
    ]


@pytest.mark.parametrize("language", TURNED)
def test_what_to_do_says_if(language):
    remedies = {at: text for at, text in leaves(table(language, "findings")) if at[-1] == "remedy"}
    assert {at: text for at, text in remedies.items() if turned(language, text)} == {}


def test_a_turned_condition_is_found():
    assert turned("sv", "Skriv ett namn. Är det en text, sätt den inom citattecken.")
    assert not turned("sv", "Är det rätt fil? Om det är en text: sätt den inom citattecken.")
    assert turned("nb", "Er det en tekst, sett den i anførselstegn.")
