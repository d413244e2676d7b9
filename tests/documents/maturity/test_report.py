"""The report: its sections, what comes first, and what is never shown."""

import json
from dataclasses import replace
from datetime import date

import pytest

from nyttokedja.documents import FORMATS
from nyttokedja.documents.maturity.data import in_json
from nyttokedja.documents.maturity.report import report
from nyttokedja.documents.maturity.report.told import Told
from nyttokedja.documents.model import Figure, Table
from nyttokedja.documents.writing.markdown import written
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.validators import fits
from nyttokedja.maturity.evidence import Evidence, Share
from nyttokedja.maturity.figures import compile_answers
from nyttokedja.maturity.rounds import Rounds, SameTime, in_order
from nyttokedja.maturity.statements import our_statements
from nyttokedja.model.chain import Action
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.periods import parse

HEADINGS = {
    "sv": ["Så svarade vi", "Där vi är oense", "Det kedjorna visar", "Vart vi vill", "Handlingsplan"],
    "nb": ["Slik svarte vi", "Der vi er uenige", "Det kartene viser", "Hvor vi vil", "Handlingsplan"],
    "en": ["How we answered", "Where we differ", "What the chains show", "Where we want to be", "Actions"],
}
EVIDENCE = Evidence(12, 2, 1, {"owner": Share(7, 12), "judged": Share(0, 0), "followed": Share(3, 9)})


def compiled(*levels, language="sv", day="2027-03", apart=()):
    """Everybody answers all statements with a level, those apart with the levels turned round."""
    asked = our_statements(language).statements
    people = [{one.id: 6 - level if one.id in apart else level for one in asked} for level in levels]
    return compile_answers(asked, people, language, parse(day))


def told(made, *before, evidence=None, today=None):
    return Told(Rounds((*before, made)), our_statements(made.language).levels, evidence, today)


def aimed(made, target=4, *actions):
    return replace(
        made, tallies=(replace(made.tallies[0], target=target, actions=actions), *made.tallies[1:])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_headings_are_the_five(language):
    made = report(told(compiled(1, 2, 2, 3, 5, language=language)))
    assert [section.heading for section in made.sections] == HEADINGS[language]


def tables(section):
    found = [block for block in section.blocks if isinstance(block, Table)]
    return found + [table for inner in section.sections for table in tables(inner)]


def test_median_middle_and_range_stand_beside_the_counts():
    (table,) = tables(report(told(compiled(1, 2, 2, 3, 5))).sections[0])
    assert [cell.text for cell in table.rows[0]] == ["Vilken nytta", "1", "2", "1", "0", "1", "2", "2–3", "4"]


def test_where_people_disagree_comes_first_and_where_they_agree_is_said():
    asked = our_statements("sv").statements
    people = [{one.id: 3 for one in asked} | {"budget": a, "learning": b} for a, b in
              [(1, 1), (2, 1), (2, 1), (2, 5), (3, 5)]]  # fmt: skip
    section = report(told(compile_answers(asked, people, "sv"))).sections[1]
    assert [one.heading for one in section.sections] == [
        "Vi lär av utfallet",
        "Nyttan i planering och budget",
    ]
    (table,) = tables(section.sections[1])
    assert [row[2].text for row in table.rows] == ["1", "3", "1"]
    assert table.rows[0][1].text == asked[9].anchors[0]
    assert "Kunskap och stöd" in section.blocks[1].text


@pytest.mark.parametrize("n", [0, 1, 4])
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_fewer_than_five_nothing_of_levels_is_shown(n, language):
    made = told(compiled(*[3] * n, language=language))
    document = report(made)
    assert not [
        block for section in document.sections[:2] for block in section.blocks if isinstance(block, Figure)
    ]
    assert not tables(document.sections[0])
    assert not tables(document.sections[1])
    data = json.loads(in_json(made, "1"))
    assert {(one["counts"], one["median"], one["range"]) for one in data["statements"]} == {
        (None, None, None)
    }


def test_a_statement_that_few_answered_is_hidden_alone():
    asked = our_statements("sv").statements
    people = [{one.id: 2 for one in asked[k < 5 :]} for k in range(9)]
    (table,) = tables(report(told(compile_answers(asked, people, "sv"))).sections[0])
    assert [cell.text for cell in table.rows[0]][1:] == ["", "", "", "", "", "visas inte", "", ""]
    assert table.rows[1][6].text == "2"


def test_what_chains_show_is_told_as_shares_and_honestly_where_there_is_nothing():
    section = report(told(compiled(3, 3, 3, 3, 3), evidence=EVIDENCE)).sections[2]
    rows = {row[0].text: row[1].text for row in tables(section)[0].rows}
    assert rows["Alla nyttor har en ägare"] == "7 av 12 kedjor"
    assert rows["Nyttan har mätts sedan förändringen började"] == "3 av 9 nyttor"
    assert rows["Den senaste mätningen är bedömd"] == "inget att se"
    assert rows["Kedjorna kan inte visa något om detta."] == "inget att se"
    text = " ".join(block.text for block in section.blocks if hasattr(block, "text"))
    assert "2 kedjor är utkast" in text
    assert "En fil kunde inte läsas" in text
    assert "utan en dag" in text


@pytest.mark.parametrize("evidence", [None, Evidence(), Evidence(left_out=1)])
def test_without_chains_that_is_said(evidence):
    section = report(told(compiled(3, 3, 3, 3, 3), evidence=evidence)).sections[2]
    assert not tables(section)
    assert section.blocks


ACTIONS = (
    Action("Sist", NOWHERE, "Chef"),
    Action("Sen", NOWHERE, "", parse("2027-01")),
    Action("Gjord", NOWHERE, "Chef", parse("2027-09"), parse("2027-05")),
)


def test_the_plan_is_in_the_order_of_days_with_what_is_late_done_and_lacking():
    sections = report(told(aimed(compiled(3, 3, 3, 3, 3), 4, *ACTIONS), today=date(2027, 6, 1))).sections
    (table,) = tables(sections[4])
    assert [[cell.text for cell in row[:4]] for row in table.rows] == [
        ["Sen", "Vem saknas", "2027-01", "försenad"],
        ["Gjord", "Chef", "2027-09", "klar 2027-05"],
        ["Sist", "Chef", "Senast saknas", ""],
    ]
    (table,) = tables(sections[3])
    anchor = our_statements("sv").statements[0].anchors[3]
    assert [cell.text for cell in table.rows[0]] == ["Vilken nytta", "3", "4 följs", anchor]


def test_without_a_day_nothing_is_late():
    (table,) = tables(report(told(aimed(compiled(3, 3, 3, 3, 3), 4, ACTIONS[1]))).sections[4])
    assert "försenad" not in {cell.text for cell in table.rows[0]}


def test_over_time_medians_stand_side_by_side_the_oldest_first():
    before, now = compiled(1, 1, 1, 2, 2, day="2026"), compiled(2, 2, 3, 3, 3)
    section = report(told(now, before)).sections[0].sections[0]
    (table,) = tables(section)
    assert [column.heading for column in table.columns][1:] == ["2026", "2027-03"]
    assert [cell.text for cell in table.rows[0]] == ["Vilken nytta", "1", "3"]
    assert [cell.text for cell in table.rows[-1]] == ["Antal svar", "5", "5"]
    assert any(isinstance(block, Figure) for block in section.blocks)


def test_a_time_with_few_answers_has_no_median_and_two_of_one_time_are_refused():
    few, now = compiled(1, 2, day="2026"), compiled(2, 2, 3, 3, 3)
    section = report(told(now, few)).sections[0].sections[0]
    assert tables(section)[0].rows[0][1].text == "visas inte"
    assert not any(isinstance(block, Figure) for block in section.blocks)
    with pytest.raises(SameTime):
        in_order([now, compiled(4, 4, 4, 4, 4)])
    assert [one.day.written for one in in_order([now, few]).times] == ["2026", "2027-03"]


@pytest.mark.parametrize("format", FORMATS)
def test_it_is_made_in_every_format_the_same_twice(format):
    made = aimed(compiled(1, 2, 2, 3, 5), 4, *ACTIONS)
    shown = told(made, compiled(1, 1, 1, 2, 2, day="2026"), evidence=EVIDENCE, today=date(2027, 6, 1))
    assert FORMATS[format](report(shown)) == FORMATS[format](report(shown))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_its_schema_as_data(language):
    made = aimed(compiled(1, 2, 2, 3, 5, language=language), 4, *ACTIONS)
    for evidence in (None, EVIDENCE):
        data = json.loads(in_json(told(made, evidence=evidence), "1"))
        assert fits(data, "maturity-report.schema.json")
        assert data["disagreements"][0] == "benefit"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_document_tells_of_commands(language):
    text = written(report(told(compiled(1, 2, 2, 3, 5, language=language), evidence=EVIDENCE)))
    assert "nyttokedja" not in text
    assert "YAML" not in text
