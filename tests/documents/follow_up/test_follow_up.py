"""A follow-up: each figure where it belongs, every edge, in three languages, and never an empty part."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.documents.follow_up import document
from nyttokedja.documents.model import Figure, KeyFigures, Table
from nyttokedja.documents.source import Source
from tests.documents.holding import assert_nothing_is_empty, blocks_of, said, section_of, tables_of
from tests.documents.purchases import BARE, PURCHASES, VISITS, source
from tests.everything import ALL

CHAINS = sorted(Path("chains").glob("*.yaml"))
FREED, FUEL = "benefit-4", "benefit-5"
"""The names of the sections of two benefits of the example: the fourth box of it, and the fifth."""
HEADINGS = {
    "sv": [
        *("Läget i korthet", "Genomförs och används förändringen?"),
        *("Nytta för nytta: uppnått, planerat, utfall",),
        *("Frigjord tid per område och grupp, och vad den används till",),
        *("Undvikna kostnader och antagandena bakom", "Exempel på ökad kvalitet", "Kostnader hittills"),
        *("Oväntade nyttor och nackdelar", "Avvikelser, orsaker, nya åtgärder"),
        *("Uttag och justering av budget", "Samlad slutsats och förslag till beslut"),
        *("Vad som följs upp i förvaltningen",),
    ],
    "nb": [
        *("Oppnådde gevinster", "Frigjort tid per område og brukergruppe"),
        *("Unngåtte kostnader og forutsetninger", "Eksempler på økt kvalitet", "Kostnader i prosjektet"),
        *("Konklusjon om den samlede effekten", "Uventede gevinster og ulemper"),
        *("Avvik, årsaker og korrigerende tiltak", "Omsetting og justering i budsjett"),
        *("Overføring til daglig drift",),
    ],
    "en": [
        *("Benefits achieved", "Time freed by area and group", "Avoided costs and assumptions"),
        *("Quality, with examples", "Costs", "Overall effect", "Unexpected"),
        *("Deviations, causes, actions", "Budget", "Handover to operation"),
    ],
}


def of(text, language="en", today=date(2028, 1, 15)):
    return document(source(text, language, today))


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize("text", [PURCHASES, VISITS, BARE])
def test_the_headings_are_those_of_the_country_in_their_order(text, language):
    made = of(text, language)
    assert [section.heading for section in made.sections] == HEADINGS[language]
    assert_nothing_is_empty(made)


@pytest.mark.parametrize("today", [None, date(2020, 1, 1), date(2027, 6, 1), date(2030, 1, 1)])
@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_no_chain_gives_an_empty_part_on_any_day(path, today):
    checked = check(path.read_bytes(), path.name, Config(today=today))
    assert_nothing_is_empty(document(Source(checked)))


def test_a_chain_with_every_key_gives_no_empty_part():
    assert_nothing_is_empty(document(Source(check(json.dumps(ALL).encode(), "all.yaml"))))


def test_how_an_indicator_stands_is_as_it_is_judged():
    (heading, rows), *_ = tables_of(section_of(of(VISITS), "effects"))
    row = dict(zip(heading, rows[0], strict=True))
    assert row["Attainment"] == "52.94%"
    assert row["Course then"] == "301.28"
    assert row["Deviation"] == "16.9% behind"
    assert row["How it stands"] == "It is behind the plan: follow it closely."
    assert (row["Baseline"], row["Last measured"]) == ("420\n2026-10-01", "330\n2027-09-30")


def test_plan_and_outcome_of_a_benefit_stand_side_by_side_hours_first():
    ((heading, rows),) = tables_of(section_of(of(PURCHASES), FREED))
    hours = ["Plan, hours", "Outcome, hours", "Degree of realisation, hours"]
    assert heading[:4] == ["Year", *hours]
    assert rows[0][:4] == ["2027", "546", "420", "76.92%"]
    assert rows[0][4:] == ["196\u202f014", "150\u202f780", "76.92%"]


def test_figures_stand_to_the_right_and_years_to_the_left():
    (table,) = (one for one in section_of(of(PURCHASES), FREED).blocks if isinstance(one, Table))
    assert [column.is_number for column in table.columns] == [False] + [True] * 6


def test_what_is_financial_has_no_hours_and_stands_with_its_evidence():
    ((heading, rows),) = tables_of(section_of(of(PURCHASES), FUEL))
    assert "Plan, hours" not in heading
    assert rows[0][-1] == "96.15%"
    assert "Logbook" in said(section_of(of(PURCHASES), "avoided_costs"))


@pytest.mark.parametrize("measured", ["2026-12-31", "2040-01-01"])
def test_a_benefit_none_of_whose_factors_is_measured_in_the_years_has_no_degree(measured):
    made = of(PURCHASES.replace("2027-12-31", measured))
    section = section_of(made, FREED)
    assert not tables_of(section)
    assert "The degree of realisation cannot be calculated" in said(section)
    assert "%" not in said(section)


def test_freed_time_is_told_by_group_with_what_it_is_used_for_and_with_the_sentence_that_is_owed():
    section = section_of(of(PURCHASES, "sv"), "freed_time")
    (heading, rows), (_, sums) = tables_of(section)
    row = dict(zip(heading, rows[0], strict=True))
    assert row["Används till"] == "More visits"
    assert row["Tillfaller"] == "Egen organisation"
    assert sums == [["2027", "546", "420", "76,92 %"]]
    assert "Frigjord tid syns i verksamheten, inte i budgeten." in said(section)


def test_the_state_is_told_in_three_figures_at_most():
    (figures,) = (block for block in blocks_of(of(PURCHASES)) if isinstance(block, KeyFigures))
    assert figures.figures[0].value == "420 hours"
    assert "546" in figures.figures[0].note
    assert "76.92%" in figures.figures[0].note


def test_a_chain_without_measurements_says_plainly_what_is_missing():
    made = of(VISITS.replace("measurements: {{2027-09-30: 330}}", "every: year"))
    assert "Nothing in the chain is measured, so nobody can say whether the benefits have come." in said(
        section_of(made, "achieved")
    )
    assert "See that this is measured: Visits a night" in said(section_of(made, "conclusion"))


def test_a_curve_stands_beside_its_table_whose_lines_it_is_drawn_of():
    blocks = section_of(of(VISITS), "effects").blocks
    (n,) = (n for n, block in enumerate(blocks) if isinstance(block, Figure))
    table = blocks[n + 1]
    assert isinstance(table, Table)
    assert [table.columns[line].heading for line in blocks[n].plotted] == [
        "Measured",
        "Course then",
        "Target",
    ]
    values = [cell.value for cell in table.rows[0]]
    assert values[:4] == [date(2027, 9, 30), Decimal("330.0"), Decimal("301.28"), Decimal("250.0")]


def test_what_deviates_has_its_cause_and_its_action_or_says_that_they_are_missing():
    said_so = "2027-09-30: {{value: 330, judgement: Two were ill, action: Hire one}}"
    with_action = of(VISITS.replace("2027-09-30: 330", said_so))
    row = tables_of(section_of(with_action, "deviations"))[0][1][0]
    assert row[-2:] == ["Two were ill", "Hire one"]
    assert "Consider whether the action is enough" in said(section_of(with_action, "conclusion"))
    row = tables_of(section_of(of(VISITS), "deviations"))[0][1][0]
    assert row[-2:] == ["The cause is not said.", "No action is said."]
    assert "Decide on an action: Visits a night" in said(section_of(of(VISITS), "conclusion"))


def test_a_missed_target_is_a_deviation_and_so_is_one_that_nobody_has_measured_since():
    missed = of(VISITS.replace("2027-09-30: 330", "2027-12-31: 330"))
    assert "is missed" in said(section_of(missed, "deviations"))
    later = of(VISITS, today=date(2028, 6, 1))
    assert "nobody has measured since" in said(section_of(later, "deviations"))


STORIES = """
success_stories:
  - {{text: I sleep through the night, at: sleep, by: Resident, date: 2027-06, consent: true}}
  - {{text: Do not tell this, at: sleep, by: Relative}}
  - {{text: Nor this, at: sleep, by: Relative, consent: false}}
"""


@pytest.mark.parametrize("language", HEADINGS)
def test_only_what_people_have_consented_to_is_told_on(language):
    told = said(of(VISITS + STORIES, language))
    assert "I sleep through the night" in told
    assert "Resident, 2027-06, Better sleep" in told
    assert "Do not tell this" not in told
    assert "Nor this" not in told


def test_what_is_marked_as_unexpected_is_told_as_that():
    text = VISITS.replace(
        "sleep: {{title: Better sleep,", "sleep: {{title: Better sleep, tags: [Unexpected],"
    )
    assert "Benefit: Better sleep" in said(section_of(of(text), "unexpected"))
    assert "Nothing is marked as unexpected" in said(section_of(of(VISITS), "unexpected"))


def test_costs_are_told_up_to_the_last_year_that_is_over():
    for today, tablets in ((date(2027, 6, 1), "18"), (date(2028, 12, 31), "36"), (None, "108")):
        ((heading, rows),) = tables_of(section_of(of(PURCHASES, today=today), "costs"))
        assert rows[0][heading.index("Plan, SEK")].startswith(tablets)
    assert "Costs begin 2027." in said(section_of(of(PURCHASES, today=date(2026, 6, 1)), "costs"))


def test_without_a_day_it_is_said_that_nothing_is_judged_as_late():
    assert "No day is chosen" in said(of(VISITS, today=None))
    assert "No day is chosen" not in said(of(VISITS))


HANDOVER = """
handover: {{date: 2028-06-30, to: Night manager, followed_up: [sleep], ready: Routine}}
decision: {{what: Go on, by: Board, date: 2027-01-10, reference: 12/2027}}
"""


def test_the_handover_and_the_decision_are_told():
    made = of(VISITS + HANDOVER)
    after = said(section_of(made, "afterwards"))
    assert all(text in after for text in ("Night manager", "2028-06-30", "Routine", "Better sleep"))
    assert all(text in said(section_of(made, "conclusion")) for text in ("Go on", "Board", "12/2027"))
    assert "does not say who takes over" in said(section_of(of(VISITS), "afterwards"))


def test_where_freed_resources_go_is_told_and_of_which_that_is_not_said():
    text = PURCHASES.replace(
        "    use: More visits",
        "    conversion:\n"
        "      - {{kind: kept, amount: 300, unit: hours, year: 2028, decided_by: Head, text: Walks}}",
    )
    ((_, rows),) = tables_of(section_of(of(text), "conversion"))
    assert rows[0][0] == "Time freed"
    assert all(said in rows[0] for said in ("300 hours", "2028", "Head", "Walks"))
    assert "It is not said what becomes of what is freed: Time freed." in said(
        section_of(of(PURCHASES), "conversion")
    )


def test_what_nobody_has_measured_since_its_time_is_to_be_measured_and_does_not_deviate():
    path = Path("chains/digitala_las.yaml")
    checked = check(path.read_bytes(), path.name, Config(today=date(2027, 12, 31)))
    made = document(Source(checked))
    brief = said(section_of(made, "brief"))
    assert "7 är inte mätta sedan målvärdets tid gick ut" in brief
    assert "avviker" not in brief
    asked = said(section_of(made, "conclusion"))
    assert "Se till att det här mäts: Andel bostäder med digitalt lås" in asked
    assert "Besluta om åtgärd" not in asked
