import time
import unicodedata

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.lexicon import lexicon, names_project
from nyttokedja.language.tables import table

BREAK_EVEN = "året då de ackumulerade nyttorna överstiger de ackumulerade kostnaderna"


@pytest.mark.parametrize(
    ("role", "project"),
    [
        ("Projektledare", True),
        ("Projektet", True),
        ("Delprojektledaren", True),
        ("Projekt Digital nattillsyn", True),
        ("Införandeprojektet", True),
        ("Prosjektleder", True),
        ("Innføringsprosjektet", True),
        ("The project manager", True),
        ("Project team", True),
        ("Enhetschef hemtjänst", False),
        ("Chef för projektkontoret", False),
        ("Projekt- och utvecklingschef", False),
        ("Projektägare", False),
        ("Head of projects office", False),
        ("", False),
    ],
)
def test_a_project_or_its_leader_is_heard(role, project):
    assert names_project(role) is project


@pytest.mark.parametrize(
    "part", ["a", "a ", "a-", "a- ", "och ", "bättre och ", "mindre ", "break ", "a,", "@a."]
)
def test_a_text_as_long_as_may_be_takes_no_long_time(part):
    heard, text = lexicon("sv"), (part * 20_000)[:20_000]
    start = time.monotonic()
    heard.says_two_things(text), heard.is_vague(text), heard.denies(text), list(heard.retired(text))
    heard.speaks_of_freed_time(text), heard.speaks_of_money(text), heard.perspectives(text + ",", {})
    names_project(text)
    assert time.monotonic() - start < 2


def test_letters_put_together_of_two_are_read_as_one():
    assert lexicon("sv").says_two_things(unicodedata.normalize("NFD", "Färre fel och nöjdare personal"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_are_small_and_of_the_same_kinds(language):
    def kinds(tree):
        return {key: kinds(value) if isinstance(value, dict) else "words" for key, value in tree.items()}

    def words(tree):
        for value in tree.values():
            yield from words(value) if isinstance(value, dict) else value

    assert kinds(table(language, "lexicon")) == kinds(table("sv", "lexicon"))
    spoken = [word for word in words(table(language, "lexicon")) if isinstance(word, str)]
    assert [word for word in spoken if word != word.casefold()] == []


@pytest.mark.parametrize(
    ("language", "title", "two"),
    [
        ("sv", "Färre avvikelser och nöjdare personal", True),
        ("sv", "Ökad tillgänglighet samt bättre service", True),
        ("sv", "Mindre spill & lägre kostnader", True),
        ("sv", "Tryggare hemgång och färre återinläggningar", True),
        ("sv", "Snabbare och säkrare handläggning", False),
        ("sv", "Fler och fler klarar sig själva", False),
        ("sv", "Bättre arbets- och schemaplanering", False),
        ("sv", "Ökad jämlikhet och jämställdhet", False),
        ("sv", "Brukare och medarbetare är nöjdare", False),
        ("sv", "och bättre", False),
        ("nb", "Raskere saksbehandling og færre feil", True),
        ("nb", "Økt trygghet og mestring", False),
        ("en", "Fewer deviations and happier staff", True),
        ("en", "Better and safer care", False),
        ("en", "", False),
    ],
)
def test_two_things_in_one_title_are_heard(language, title, two):
    assert lexicon(language).says_two_things(title) is two


@pytest.mark.parametrize(
    ("language", "title", "vague"),
    [
        ("sv", "Bättre kvalitet", True),
        ("sv", "Ökad kvalitet och effektivitet", True),
        ("sv", "En effektivare verksamhet", True),
        ("sv", "Mer effektiva processer i kommunen", True),
        ("sv", "Bättre kvalitet på maten", False),
        ("sv", "Ökad trygghet", False),
        ("sv", "Kvalitet", False),
        ("sv", "Bättre", False),
        ("nb", "Bedre samhandling", True),
        ("nb", "Bedre samhandling med sykehuset", False),
        ("en", "Increased efficiency", True),
        ("en", "Increased safety", False),
    ],
)
def test_a_title_that_says_nothing_is_heard(language, title, vague):
    assert lexicon(language).is_vague(title) is vague


@pytest.mark.parametrize(
    ("language", "title", "time", "money"),
    [
        ("sv", "Frigjord tid för sjuksköterskor", True, False),
        ("sv", "Mindre tid för manuell registrering", True, False),
        ("sv", "Tidsbesparing för lärare", True, False),
        ("sv", "Minskad övertid", False, False),
        ("sv", "Kortare väntetid", False, False),
        ("sv", "Lägre drivmedelskostnad", False, True),
        ("sv", "Minskade utskrifts- och portokostnader", False, True),
        ("sv", "Sparar 400 tkr", False, True),
        ("sv", "Besparing av papper", False, False),
        ("sv", "En besparing i budgeten", False, True),
        ("sv", "Bättre kostnadskontroll", False, False),
        ("sv", "Mindre oro för framtida kostnader", False, False),
        ("nb", "Spart tid for saksbehandlere", True, False),
        ("nb", "Unngåtte kostnader til innleie", False, True),
        ("en", "Freed time for planners", True, False),
        ("en", "Time savings", False, False),
        ("en", "Lower costs", False, True),
    ],
)
def test_freed_time_and_money_are_heard_and_told_apart(language, title, time, money):
    heard = lexicon(language)
    assert (heard.speaks_of_freed_time(title), heard.speaks_of_money(title)) == (time, money)


@pytest.mark.parametrize(
    ("unit", "money"),
    [("kr", True), ("tkr/år", True), ("kr per plats", True), ("besök/dag", False), ("", False)],
)
def test_a_unit_of_money_is_heard(unit, money):
    assert lexicon("sv").is_in_money(unit) is money


@pytest.mark.parametrize(
    ("receiver", "perspectives"),
    [
        ("Brukare och kommunen", ("residents", "own")),
        ("Patienter, närstående och personal", ("residents", "relatives", "own")),
        ("Undersköterskor/sjuksköterskor", ("own",)),
        ("Boende på särskilt boende samt deras familjer", ("residents", "relatives")),
        ("Patienter inom region och kommun", ("residents",)),
        ("Invånare i kommunen", ()),
        ("", ()),
    ],
)
def test_the_perspectives_of_receivers_are_heard(receiver, perspectives):
    assert lexicon("sv").perspectives(receiver, {}) == perspectives


def test_a_chains_own_names_of_perspectives_come_first():
    assert lexicon("sv").perspectives("Region och kommun", {}) == ("others", "own")
    named = {"own": "Regionen", "others": "Kommunen"}
    assert lexicon("sv").perspectives("Kommunen och regionen", named) == ("others", "own")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trygghet för anhöriga och Anhörigas ork", [("anhöriga", "närstående")]),
        ("Nollalternativet", [("Nollalternativet", "Alternativ A")]),
        ("Break-even 2029", [("Break-even", BREAK_EVEN)]),
        ("Anhörigstöd", []),
        ("", []),
    ],
)
def test_words_that_the_method_has_left_are_heard(text, found):
    assert list(lexicon("sv").retired(text)) == found
    assert list(lexicon("nb").retired(text)) == list(lexicon("en").retired(text)) == []
