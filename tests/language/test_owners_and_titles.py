"""Owners that are one role, and titles that name no solution: what the rules must leave alone."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.lexicon import lexicon
from nyttokedja.writing.template import starting_chain

ONE_OWNER = {
    "sv": [
        "Enhetschef hälso- och sjukvård",
        "Enhetschef hemtjänst och hemsjukvård",
        "Verksamhetschef vård och omsorg",
        "Verksamhetschef, vård och omsorg",
        "Chef för vård- och omsorgsförvaltningen",
        "Vård- och omsorgschef",
        "Hälso- och sjukvårdschef",
        "It- och digitaliseringschef",
        "Stabs-, ekonomi- och HR-chef",
        "Ekonomi- och verksamhetschef",
        "Områdeschef norr och söder",
        "Områdeschef norr, öster och väster",
        "Avdelningschef barn/unga",
        "Enhetschef natt/larm",
        "Chef för drift och förvaltning",
        "Chef för service och lokaler, kommunstaben",
        "Enhetschef (hemtjänst, natt och larm)",
        "Enhetschef (och verksamhetschef vid ledighet)",
        "Enhetschef, tillika verksamhetschef",
        "Samhällsbyggnadschef",
        "Kultur- och fritidsdirektör",
        "Socialdirektör",
        "Chef för handläggare och administratörer",
        "Chef för undersköterskor och sjuksköterskor",
        "Rektor för förskola och grundskola",
        "Medicinskt ansvarig sjuksköterska (MAS)",
        "Utvecklingsledare kvalitet och patientsäkerhet",
        "Systemförvaltare journal och läkemedel",
        "Enhetschef Björken och Eken",
        "Enhetschef för kost & städ",
        "Norrs och Söders enhetschef",
        "Enhetschef, stöd till chefer och ledare",
        "Chef för boendestödjare och handläggare",
        "Enhetschef norr, öster, väster och söder",
        "Enhetschef, Björken, natt, samt Eken",
    ],
    "nb": [
        "Kommunalsjef helse og omsorg",
        "Kommunalsjef helse, omsorg og velferd",
        "Kommunalsjef oppvekst og kultur",
        "Enhetsleder hjemmetjeneste og institusjon",
        "Virksomhetsleder helse, mestring og velferd",
        "Leder for hjemmetjenesten og sykehjemmet",
        "Avdelingsleder natt/dag",
        "Direktør for digitalisering og virksomhetsutvikling",
        "Fag- og kvalitetsleder",
        "Helse- og omsorgssjef",
        "Pleie- og omsorgsleder, hjemmetjenesten",
        "Enhetsleder (hjemmesykepleie, natt og trygghetsalarm)",
        "Leder for saksbehandlere og rådgivere",
        "Tjenesteleder tildeling og koordinering",
        "Økonomi- og regnskapssjef",
        "Rektor barnetrinn og ungdomstrinn",
        "Avdelingssykepleier post A og B",
        "Seksjonsleder velferdsteknologi & responssenter",
        "Enhetsleder, også for natt",
        "Teknisk sjef vann og avløp",
    ],
    "en": [
        "Head of health and social care",
        "Director of children, families and education",
        "Head of adults' and children's services",
        "Manager of night care and alarms",
        "Head of service (day and night)",
    ],
}
SEVERAL_OWNERS = {
    "sv": [
        "Enhetschef och verksamhetschef",
        "Enhetschef, verksamhetschef",
        "Enhetschef/verksamhetschef",
        "Enhetschef och/eller verksamhetschef",
        "Enhetschef hemtjänst och enhetschef särskilt boende",
        "Biträdande enhetschef samt schemaansvarig",
        "Enhetschef och controller",
        "Enhetschef norr, öster och verksamhetschef",
        "Enhetschef norr och söder samt verksamhetschef",
        "Områdeschef norr, controller",
        "Socialdirektör, vård- och omsorgschef",
    ],
    "nb": [
        "Enhetsleder og virksomhetsleder",
        "Kommunalsjef helse og kommunalsjef oppvekst",
        "Rektor, enhetsleder",
        "Enhetsleder nord, sør og kommunalsjef helse",
    ],
    "en": [
        "Head of night care and director of finance",
        "Care manager/head of service",
        "Manager north, south and head of care",
    ],
}
NO_SOLUTION = {
    "sv": [
        "Ny app används",
        "Digitala lås sparar tid",
        "Ökad trygghet",
        "Färre system att logga in i",
        "Nya brukare får hjälp snabbare",
        "Nya medarbetare lär sig rutinerna snabbare",
        "Nya kunskaper om systemet",
        "Snabbare införande av nya läkemedel",
        "Bättre digital tillgänglighet",
        "Digital delaktighet för äldre",
        "Digital trygghet i hemmet",
        "Enklare app för brukaren",
        "Appen används av fler",
        "De nya rutinerna följs",
        "Färre larm på natten",
        "Lägre kostnad för nya lås",
        "Systemet är tillgängligt när det behövs",
        "Ny chans för den som fått avslag",
        "Nya möjligheter att bo kvar hemma",
        "Gemensam bild av läget",
        "Moderna och ändamålsenliga lokaler",
        "Smartare resor",
        "Frigjord tid för handläggare",
        "Automatiska påminnelser tas emot i tid",
        "Tjänster på den nivå som invånaren behöver",
        "Nya arbetstillfällen i kommunen",
    ],
    "nb": [
        "Økt trygghet",
        "Nye brukere får hjelp raskere",
        "Raskere innføring av nye medisiner",
        "Færre alarmer om natten",
        "Digital deltakelse for eldre",
        "Bedre oversikt over tjenestene",
        "Nye muligheter til å bo hjemme",
        "Felles bilde av situasjonen",
        "Frigjort tid for sykepleiere",
    ],
    "en": [
        "Increased safety",
        "New residents get help sooner",
        "Fewer systems to log in to",
        "Digital participation of older people",
        "New ways home after a stay in hospital",
        "Faster introduction of new staff",
    ],
}
SOLUTION = {
    "sv": [
        "Ny app för brukare",
        "Nytt system",
        "Nya digitala tjänster för invånare",
        "En ny e-tjänst",
        "Digitala lås",
        "Införande av kameror",
        "Nytt arbetssätt i hemtjänsten",
    ],
    "nb": ["Ny app for brukere", "Et nytt fagsystem", "Innføring av medisindispenser", "Digitale låser"],
    "en": [
        "New app for residents",
        "A new digital platform",
        "Introduction of cameras",
        "Digital locks",
    ],
}


def each(table):
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "owner"), each(ONE_OWNER))
def test_one_role_is_one_owner(language, owner):
    assert lexicon(language).roles(owner) == ()


@pytest.mark.parametrize(("language", "owner"), each(SEVERAL_OWNERS))
def test_several_roles_are_several_owners(language, owner):
    assert len(lexicon(language).roles(owner)) == 2


@pytest.mark.parametrize(("language", "title"), each(NO_SOLUTION))
def test_what_becomes_better_is_no_solution(language, title):
    assert not lexicon(language).names_solution(title)


@pytest.mark.parametrize(("language", "title"), each(SOLUTION))
def test_what_is_new_or_introduced_is_a_solution(language, title):
    assert lexicon(language).names_solution(title)


CATEGORIES = [
    ("sv", "quality", "own", "Kortare tid till beslut", ""),
    ("sv", "quality", "own", "Mindre tid i kö", ""),
    ("sv", "quality", "own", "Frigjord tid för sjuksköterskor", "redistribution"),
    ("sv", "quality", "residents", "Frigjord tid för brukare", ""),
    ("sv", "quality", "own", "Bättre arbetsmiljö med frigjord tid", ""),
    ("sv", "redistribution", "own", "Tid för kvalitet", ""),
    ("sv", "redistribution", "own", "Färre avbrott", ""),
    ("sv", "redistribution", "own", "Ökad trygghet", "quality"),
    ("sv", "environment", "society", "Bättre miljö i boendet", ""),
    ("sv", "financial", "own", "Lägre kostnad för utsläpp", ""),
    ("sv", "quality", "society", "Minskade utsläpp", "environment"),
    ("nb", "quality", "own", "Frigjort tid for sykepleiere", "redistribution"),
    ("nb", "quality", "society", "Lavere klimagassutslipp", "environment"),
    ("nb", "redistribution", "own", "Økt kvalitet", "quality"),
    ("en", "quality", "own", "Freed time for nurses", "redistribution"),
    ("en", "quality", "society", "Lower emissions", "environment"),
]


@pytest.mark.parametrize(("language", "category", "perspective", "title", "meant"), CATEGORIES)
def test_a_category_that_a_title_denies_is_heard(language, category, perspective, title, meant):
    text = (
        f"nyttokedja: 1\ntitle: x\nlanguage: {language}\nchanges: {{c: {{leads_to: e}}}}\n"
        f"effects: {{e: {{leads_to: b}}}}\nbenefits:\n"
        f"  b: {{title: {title}, category: {category}, perspective: {perspective}}}\n"
    )
    found = [finding.variant for finding in check(text.encode()).findings if finding.code == "NK310"]
    assert found == [meant] * bool(meant)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_of_the_template_are_those_that_it_asks(language):
    template = starting_chain("x", language, "x.yaml").casefold()
    assert all(f": {title}\n" in template for title in lexicon(language).template_titles)
    assert len(lexicon(language).template_titles) == template.count("?\n")
