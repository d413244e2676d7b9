"""The plan: all that a chain says finds its place in it, and what it does not say is said to be missing."""

import json
from datetime import date

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.documents.model import Table, Tone
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from tests.documents.texts import blocks_of, document, sections_of, text_of, whole
from tests.everything import ALL, FACTS

PLACE = {
    **dict.fromkeys(("changes", "goals", "about"), "change"),
    **dict.fromkeys(("effects", "opportunities"), "chain"),
    **dict.fromkeys(("benefits", "drawbacks"), "benefits"),
    "costs": "glance",
    "preconditions": "preconditions",
    "obstacles": "hazards",
    "risks": "hazards",
    "notes": "missing",
    "accepted": "missing",
    "prioritising": "decision",
    "decision": "decision",
    "approved": "decision",
    "handover": "handover",
}
"""Key of the chain → the section of a plan where it has its place."""
OF_HEAD = {("about", "organisation"), ("about", "contact"), ("about", "version")}
OF_CALCULATION = {"value", "calculation"}
NOT_TOLD = {"success_stories"}
"""They are told of what has been, and only with consent."""


def value(at):
    held = ALL
    for key in at:
        held = held[key]
    return held


def listed(at):
    form = root_form()
    for key in at:
        form = form.item if isinstance(key, int) else form.within(key)
    return bool(form.listed)


def place(at):
    if "actions" in at and at[0] not in ("obstacles", "risks", "benefits", "drawbacks"):
        return "preconditions"
    if at[0] == "prioritising":
        return PLACE[at[0]]
    if {"because", "evidence"} & set(at) or ("leads_to" in at and at[0] in ("changes", "effects", "goals")):
        return "chain"
    return "conversion" if "conversion" in at else PLACE[at[0]]


@pytest.fixture(scope="module")
def plan():
    return document("plan", json.dumps(ALL, ensure_ascii=False))


WORDS = [
    at
    for at in FACTS
    if isinstance(value(at), str)
    and not OF_CALCULATION & set(at)
    and at[0] in PLACE
    and at not in OF_HEAD
    and at[-1] != "rule"
    and not listed(at)
]


@pytest.mark.parametrize("at", WORDS, ids=lambda at: ".".join(map(str, at)))
def test_every_word_of_a_chain_stands_where_the_plan_has_it(plan, at):
    (section,) = (one for one in plan.sections if one.name == place(at))
    assert value(at) in text_of(section)


@pytest.mark.parametrize("at", sorted(OF_HEAD))
def test_whose_it_is_stands_at_the_head(plan, at):
    assert any(value(at) in fact.text for block in plan.about for fact in getattr(block, "facts", ()))


@pytest.mark.parametrize("key", ["title", "source", "measured_by", "judged_by", "unit"])
def test_every_indicator_has_its_row_in_the_follow_up(plan, key):
    (section,) = (one for one in plan.sections if one.name == "follow-up")
    at = [at for at in FACTS if "indicators" in at and at[-2] == "i_3_indicators" and at[-1] == key]
    assert len(at) > 4
    assert [one for one in at if value(one) not in text_of(section)] == []


def test_what_somebody_has_told_of_how_it_turned_out_is_not_in_a_plan(plan):
    assert value(("success_stories", 0, "text")) not in whole(plan)


HEADINGS = {
    "sv": """\
Förändringen och varför
Effektkedjan
Nyttorna i översikt
Nytta för nytta
Förutsättningar och åtgärder, med läge
Hinder och risker
Användning av frigjord tid och andra resurser (uttag)
Uppföljning: vem mäter, vem bedömer, när, till vem
Det som saknas
Beslut och godkännande
Överlämning till förvaltning
""",
    "nb": """\
Endringen og begrunnelsen
Gevinstkart
Gevinstoversikt
Gevinst for gevinst
Forutsetninger og tiltak, med status
Hindringer og risikoer
Omsetting av gevinster
Oppfølging: hvem måler, hvem vurderer, når, til hvem
Det som mangler
Beslutning og godkjenning
Overføring til drift
""",
    "en": """\
The change and why
Effect chain
Benefits at a glance
Benefit by benefit
Preconditions and actions, with status
Obstacles and risks
What freed time and money are used for
Follow-up: who measures, who judges, when, to whom
What is missing
Decision and approval
Handover
""",
}
BOXES = """\
nyttokedja: 1
title: T
language: {language}
stage: plan
changes: {{c: {{leads_to: e}}}}
effects: {{e: {{leads_to: b}}}}
benefits: {{b: {{leads_to: g}}}}
goals: {{g: }}
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [BOXES, "nyttokedja: 1\ntitle: T\nlanguage: {language}\n"])
def test_a_chain_of_nothing_but_boxes_has_every_heading_and_what_is_missing_below(language, text):
    made = document("plan", text.format(language=language))
    titles = [one.heading.split(" ", 1)[1] for one in made.sections if one.name != "roles"]
    assert titles == HEADINGS[language].splitlines()
    for section in made.sections:
        assert any(each.blocks for each in sections_of(section)) or section.name == "chain", section.name
    assert sum(getattr(block, "tone", None) is Tone.MISSING for block in blocks_of(made)) > 6
    assert not any(section.name == "roles" for section in made.sections)


@pytest.mark.parametrize("name", ["plan", "overview"])
@pytest.mark.parametrize("text", [BOXES.format(language="sv"), json.dumps(ALL, ensure_ascii=False)])
def test_no_table_is_empty_nor_any_of_its_columns(name, text):
    tables = [block for block in blocks_of(document(name, text)) if isinstance(block, Table)]
    for table in tables:
        assert table.rows
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(any(row[n].text for row in table.rows) for n in range(1, len(table.columns)))


ROLES = """\
nyttokedja: 1
rubrik: T
skede: plan
förändringar:
  c:
    ägare: Chefen
    när: 2027-03
    åtgärder:
      - {vad: Köpa in, vem: inköparen, senast: 2027-01-31}
      - {vad: Berätta, vem: Inköparen}
      - {vad: Redan gjort, vem: Inköparen, klar: ja}
    leder_till: b
nyttor:
  b:
    ägare: Enhetschefen
    indikatorer:
      i: {rubrik: Antal, mäts_av: Planeraren, följs_upp_av: Enhetschefen, hur_ofta: månad}
"""


def test_each_role_has_a_slip_with_what_is_expected_of_it_by_day():
    made = document("plan", ROLES, Config(today=date(2027, 2, 15)))
    (roles,) = (one for one in made.sections if one.name == "roles")
    assert [one.heading for one in roles.sections] == ["Chefen", "inköparen", "Enhetschefen", "Planeraren"]
    assert [one.is_slip for one in (roles, *roles.sections)] == [False, True, True, True, True]
    (table,) = (block for block in roles.sections[1].blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2027-01-31", "Gör: Köpa in", "C", "försenad"],
        ["utan dag", "Gör: Berätta", "C", ""],
    ]
    assert "Mät: Antal" in text_of(roles.sections[3])
    assert "Bedöm: Antal" in text_of(roles.sections[2])
    assert text_of(roles).count("kalender") == 1


def test_a_role_of_which_nothing_is_expected_any_more_has_no_slip():
    done = "förutsättningar: {p: {rubrik: Klart, vem: Leverantören, uppfylld: ja}}\n"
    (roles,) = (one for one in document("plan", ROLES + done).sections if one.name == "roles")
    assert "Leverantören" not in text_of(roles)
    (roles,) = (
        one for one in document("plan", ROLES + done.replace("ja", "nej")).sections if one.name == "roles"
    )
    assert "Ordna: Klart" in text_of(roles)


def test_what_a_box_is_marked_as_is_its_type_and_no_question():
    text = ROLES.replace("leder_till: b", "leder_till: e") + (
        "effekter: {e: {rubrik: Vanan, beteende: ja, beskrivning: Sällan., leder_till: b}}\n"
    )
    told = section(document("plan", text), "chain")
    assert "Beteende" in told
    assert "Sällan." in told
    assert "\nja" not in told


def test_an_indicator_of_which_only_the_title_is_said_is_a_fact_and_no_heading():
    made = document("plan", OPEN.replace("kategori: kvalitet", "indikatorer: {i: {rubrik: Buller}}"))
    (found,) = (one for one in made.sections if one.name == "benefits")
    assert [one.heading for one in sections_of(found)][1:] == ["Mer tid", "Lugnare"]
    assert "Buller" in text_of(found)


def test_what_is_late_is_said_only_where_the_day_is():
    assert "försenad" not in whole(document("plan", ROLES))


OPEN = """\
nyttokedja: 1
rubrik: T
skede: plan
förändringar: {c: {ägare: Chefen, leder_till: [e, b]}}
effekter: {e: {rubrik: Effekten, leder_till: [b, d]}}
nyttor:
  b: {rubrik: Mer tid, kategori: omfördelning, kräver_alla: ja}
  d: {rubrik: Lugnare, kategori: kvalitet, ägare: Enhetschefen}
mål: {m: {rubrik: Målet}}
"""


def section(made, name):
    (found,) = (one for one in made.sections if one.name == name)
    return text_of(found)


def test_what_is_missing_is_said_with_who_could_say_it():
    made = document("plan", OPEN)
    told = section(made, "missing")
    assert "Vem kan säga det" in told
    assert "Enhetschefen" in told
    assert "Chefen" in told
    assert "skriv" not in told.lower()
    assert "vem i linjen som tar hem den" in section(made, "benefits")
    assert "Mer tid" in section(made, "conversion").split("frigörs")[1]
    assert "Lugnare" not in section(made, "conversion")


def test_what_needs_all_that_leads_to_it_is_said():
    told = section(document("plan", OPEN), "chain")
    assert told.index("inte kommer förrän") < told.index("Mer tid") < told.index("Effekten")


@pytest.mark.parametrize(
    "more",
    [
        "undantag:\n- {regel: NK404, vid: b, varför: x, beslutat_av: y}\n",
        "möjligheter: {o: {leder_till: b}}\n",
    ],
)
def test_what_is_left_open_on_purpose_is_not_asked_for(more):
    text = OPEN if more[0] == "u" else OPEN.replace("[e, b]", "e").replace("[b, d]", "d")
    made = document("plan", text.replace(", kräver_alla: ja", "") + more)
    assert "vem i linjen" not in section(made, "benefits")
    assert "Den som äger nyttan kan säga det" not in section(made, "conversion")


def test_a_chain_whose_benefits_free_nothing_is_not_asked_what_they_are_used_for():
    told = section(document("plan", OPEN.replace("omfördelning", "miljö")), "conversion")
    assert "frigör tid eller pengar" in told
