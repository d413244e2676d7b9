"""The document: its headings in every language, what is missing said plainly, and no empty table."""

from decimal import Decimal

import pytest

from nyttokedja.documents import FORMATS
from nyttokedja.documents.model import Figure, Table
from nyttokedja.documents.prioritising import document
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.priorities import Criterion, Priorities
from nyttokedja.prioritising.prioritised import prioritised
from tests.documents.texts import blocks_of, sections_of, text_of
from tests.prioritising.chains import judged, purchases, row

CRITERIA = (
    Criterion("nytta", "Nytta", kind="benefit"),
    Criterion("realiserbarhet", "Realiserbarhet", kind="realisability"),
)
HEADINGS = {
    "sv": (
        *("Så räknades det", "Nytta mot realiserbarhet", "Tabell", "Vad ordningen vilar på"),
        *("Samma tid i flera kedjor", "Det som saknas för beslut"),
    ),
    "nb": (
        *("Slik er det regnet", "Gevinst mot gjennomførbarhet", "Tabell", "Hva rekkefølgen bygger på"),
        *("Samme tid i flere kart", "Det som mangler før beslutning"),
    ),
}
ROWS = {
    "nothing": (),
    "one": (judged("Alfa", nytta=1, realiserbarhet=1),),
    "none valued": (judged("Alfa", nytta=3, realiserbarhet=1), judged("Beta", nytta=2, realiserbarhet=3)),
    "everything missing": ("nyttokedja: 1\ntitle: Tom\n", "nyttokedja: 1\ntitle: Tom\n"),
    "currencies": (purchases("Alfa"), purchases("Beta", more="currency: NOK")),
    "many": tuple(judged(f"Kedja {n}", nytta=n % 4, realiserbarhet=n // 4 % 4) for n in range(60)),
    "long": tuple(judged(f"Förvaltningsövergripande{'samordning' * 14} {n}", nytta=n) for n in range(3)),
}


def made(name, criteria=CRITERIA, language="sv"):
    rows = [row(text, f"{n}.yaml") for n, text in enumerate(ROWS[name])]
    return document(prioritised(rows, Priorities(criteria)), language)


@pytest.mark.parametrize("language", HEADINGS)
def test_the_headings_are_those_of_the_method(language):
    assert tuple(one.heading for one in made("none valued", language=language).sections) == HEADINGS[language]


@pytest.mark.parametrize("criteria", [CRITERIA, ()], ids=["criteria", "none"])
@pytest.mark.parametrize("name", ROWS)
def test_no_table_is_empty_and_nothing_is_left_unfilled(name, criteria):
    for language in LANGUAGES:
        told = made(name, criteria, language)
        for section in told.sections:
            assert "{" not in text_of(section)
            for inner in sections_of(section):
                assert inner.blocks or inner.sections
                for block in inner.blocks:
                    if isinstance(block, Table):
                        assert all(
                            any(line[n].text for line in block.rows) for n in range(len(block.columns))
                        )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ROWS)
def test_every_case_can_be_written(name, format):
    if name == "many" and format in ("pdf", "docx"):
        pytest.skip("slow, and no other than the rest")
    assert FORMATS[format](made(name))


def test_the_picture_stands_in_it_where_there_are_both_levels():
    assert any(isinstance(block, Figure) for block in blocks_of(made("none valued")))
    assert not any(isinstance(block, Figure) for block in blocks_of(made("currencies")))


def test_what_is_missing_is_said_chain_by_chain():
    text = text_of(made("none valued").sections[-1])
    assert "skäl för nivån på Nytta och Realiserbarhet" in text
    assert "värde i pengar eller timmar" in text
    assert "ägare till 1 nytta" in text


def test_money_of_different_currency_is_marked_and_told():
    text = "\n".join(text_of(one) for one in made("currencies").sections)
    assert "De ordnas aldrig efter pengar" in text
    assert "* betyder att talet inte går att jämföra" in text


def test_two_chains_of_one_title_are_told_apart_by_their_files():
    text = text_of(made("everything missing").sections[2])
    assert "Tom (0.yaml)" in text
    assert "Tom (1.yaml)" in text


def test_feasibility_is_set_against_benefit_where_no_criterion_stands_for_realisability():
    criteria = (CRITERIA[0], Criterion("realiserbarhet", "Genomförbarhet", kind="feasibility"))
    (figure,) = (one for one in blocks_of(made("none valued", criteria)) if isinstance(one, Figure))
    assert figure.caption == "Nytta mot Genomförbarhet"
    assert not any(isinstance(one, Figure) for one in blocks_of(made("none valued", CRITERIA[:1])))


def test_a_sheet_counts_with_money_that_it_shows_whole():
    (money,) = (
        one for one in blocks_of(made("currencies", ())) if getattr(one, "caption", "") == "Pengar och tid"
    )
    assert all(
        cell.value is None or len(cell.value.as_tuple().digits) <= 15 for row in money.rows for cell in row
    )
    told = document(prioritised([row(purchases("Alfa"))], Priorities()), "sv")
    (money,) = (one for one in blocks_of(told) if getattr(one, "caption", "") == "Pengar och tid")
    (cell,) = (one for one in money.rows[0] if one.text.startswith("−35"))
    assert (cell.text.replace("\u202f", " "), round(cell.value, 2)) == ("−35 734 kr", Decimal("-35734.05"))


def test_what_a_chain_takes_of_a_pool_is_told_though_no_other_does():
    told = document(prioritised([row(purchases("Alfa", start=2027))], Priorities()), "sv")
    text = "\n".join(text_of(one) for one in told.sections).replace("\u202f", " ")
    assert "hemtjanst_tid: 1 092 (2028)" in text
