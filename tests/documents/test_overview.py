"""The overview: a row for each benefit with what comes before it, under the columns that people know."""

from pathlib import Path

import pytest

from nyttokedja.documents.model import Table
from tests.documents.texts import blocks_of, document, text_of, whole

CHAIN = """\
nyttokedja: 1
title: T
language: {language}
changes:
  c: {{title: Change it, leads_to: e}}
  alone: {{title: Alone, leads_to: f}}
effects: {{e: {{title: Fewer visits, leads_to: b}}, f: {{title: Leads nowhere}}, g: {{title: From nowhere}}}}
benefits:
  b:
    title: More time
    category: redistribution
    perspective: own
    size: small
    owner: Manager
    indicators: {{i: {{title: Visits, unit: a day, baseline: {{value: 7, date: 2026}}}}}}
  q: {{title: Calm, category: quality}}
preconditions: {{p: {{title: Coverage, needed_for: c}}}}
"""


def rows(language):
    made = document("overview", CHAIN.format(language=language))
    table = next(block for block in blocks_of(made) if isinstance(block, Table))
    return [one.heading for one in table.columns], [[cell.text for cell in row] for row in table.rows]


def test_each_benefit_has_a_row_with_what_comes_before_it():
    columns, cells = rows("sv")
    assert columns == [
        *("Förändring", "Effekt", "Nytta", "Kategori", "Tillfaller", "Värderad", "Ägare", "Indikator"),
    ]
    own = "Egen organisation"
    assert cells[0] == [
        *("Change it", "Fewer visits", "More time", "Omfördelning", own, "liten", "Manager", "Visits"),
    ]
    assert cells[1] == ["", "", "Calm", "Kvalitet", "", "inte värderad", "", ""]
    assert [row[:2] for row in cells[2:]] == [["Alone", "Leads nowhere"], ["", "From nowhere"]]


def test_a_norwegian_one_has_what_must_be_in_place():
    columns, cells = rows("nb")
    assert columns == ["Gevinst", "Type", "Tilfaller", "Forutsetning", "Indikator", "Nullpunkt", "Eier"]
    assert cells[0][3:] == ["Coverage", "Visits", "7 a day (2026)", "Manager"]
    assert "Change it" in whole(document("overview", CHAIN.format(language="nb")))


@pytest.mark.parametrize("name", ["overview", "plan"])
@pytest.mark.parametrize("chain", ["lakemedelsautomat", "velferdsteknologi"])
def test_the_result_is_that_of_calculate_in_its_own_sentences(name, chain):
    from nyttokedja.calculating.model import OWN
    from nyttokedja.checking.check import check
    from nyttokedja.documents.source import Source
    from nyttokedja.reports.calculation.build import document as calculated

    text = Path(f"chains/{chain}.yaml").read_text("utf-8")
    brief = calculated(Source(check(text.encode(), chain)).calculation, OWN).sections[0].blocks[0].points
    made = document(name, text)
    told = "\n".join(map(text_of, made.sections))
    assert len(brief) > 4
    assert [point for point in brief[:-1] if point not in told] == []
    assert "längre ned" not in told
    assert "lenger ned" not in told
