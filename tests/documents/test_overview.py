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


LONG = """\
nyttokedja: 1
rubrik: T
förändringar: {{c: {{rubrik: Ändra, leder_till: [{ids}]}}}}
effekter:
{effects}
nyttor: {{b: {{rubrik: Nyttan}}, a: {{rubrik: Bredvid}}}}
"""


def long_chain(count):
    """A chain of effects one after the other, the first of which leads to a benefit too."""
    ends = [f"e{n + 1}" for n in range(count - 1)] + ["b"]
    effects = [f"  e{n}: {{rubrik: Effekt {n}, leder_till: {end}}}" for n, end in enumerate(ends)]
    effects[0] = effects[0].replace("e1}", "[e1, a]}")
    made = document("overview", LONG.format(ids="e0", effects="\n".join(effects)))
    table = next(block for block in blocks_of(made) if isinstance(block, Table))
    return whole(made), [[cell.text for cell in row] for row in table.rows]


def test_where_many_effects_lead_to_a_benefit_the_nearest_are_told_and_that_is_said():
    told, (benefit, beside) = long_chain(9)
    assert benefit[:3] == ["Ändra", "Effekt 8", "Nyttan"]
    assert beside[:3] == ["Ändra", "Effekt 0", "Bredvid"]
    assert "leder direkt till nyttan" in told
    told, (benefit, _) = long_chain(8)
    assert benefit[1].count("\n") == 7
    assert "leder direkt" not in told


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
