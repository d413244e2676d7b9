"""The document of a calculation: its headings, what it has to say, and tables that add up or say so."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.calculating.model import Calculated, Standing
from nyttokedja.checking.calculated import CalculationOutcome
from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.figures import MINUS, THIN
from nyttokedja.language.texts import texts
from nyttokedja.model.calculation import Calculation, Value
from nyttokedja.model.chain import About, Chain, Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.reports.calculation.build import document
from nyttokedja.reports.calculation.document import Listed, Table

from .told import (
    COST,
    DRAWBACK,
    EFFECTS,
    FRAME,
    SIMULATION,
    Factor,
    box,
    digital,
    item,
    of,
    report,
    standing,
)

HEADINGS = {
    "sv": """Resultat i korthet · Vad som har värderats – och vad som inte har det · Tabell: sammanfattning
        · Finansiellt och omfördelning var för sig · Före och efter · Nyttor per år · Kostnader per år
        · Fördelning på kategori och perspektiv · Frigjorda och satsade timmar
        · Nyttor och kostnader som inte värderats i pengar, med storlek · Osäkerhet: lägst, troligt, högst
        · Vad som påverkar mest · Om ett hinder står kvar · Beräkningar, antaganden och källor""",
    "nb": """Resultatet kort · Hva er prissatt – og hva er ikke · Sammendragstabell
        · Budsjettvirkning og frigjorte ressurser hver for seg · Før og etter · Gevinster per år
        · Kostnader per år · Fordeling på type og hvem · Frigjorte og brukte timer
        · Ikke-prissatte virkninger med størrelse · Usikkerhet: lav, sannsynlig, høy · Hva som betyr mest
        · Hvis en hindring blir stående · Beregninger, forutsetninger og kilder""",
    "en": """Result in brief · What is valued, and what is not · Summary table
        · Financial and redistribution apart · Before and after · Benefits a year · Costs a year
        · By category and whose · Hours freed and spent · Not valued, with size · Lowest, likely, highest
        · What matters most · If an obstacle stands · Calculations, assumptions, sources""",
}
FREED = {
    "sv": "Frigjord tid syns i verksamheten, inte i budgeten. Den följs upp i timmar och i vad tiden används "
    "till, inte i kronor.",
    "nb": "Frigjort tid vises i virksomheten, ikke i budsjettet. Den følges opp i timer og i hva tiden "
    "brukes til, ikke i kroner.",
    "en": "Freed time is seen in the work, not in the budget. It is followed up in hours and in what the "
    "time is used for, not in money.",
}


def blocks(outcome, name, party="own"):
    made = document(outcome, party)
    heading = texts(outcome.outcome.language).word("calculation/heading", name)
    (found,) = (section.blocks for section in made.sections if section.heading == heading)
    return found


def said(outcome, name, party="own"):
    """The sentences and points of a section."""
    for block in blocks(outcome, name, party):
        if isinstance(block, str):
            yield block
        elif isinstance(block, Listed):
            yield from block.points


def plain(outcome, name="brief", party="own"):
    return " ".join(said(outcome, name, party)).replace(THIN, " ")


def rows(outcome, name, n=0, party="own"):
    tables = [block for block in blocks(outcome, name, party) if isinstance(block, Table)]
    return [tuple(cell.replace(THIN, " ") for cell in row) for row in tables[n].rows]


@pytest.mark.parametrize("language", HEADINGS)
def test_the_sections_are_those_of_a_report_on_benefits_in_their_order(language):
    headings = [section.heading for section in document(digital(language), "own").sections]
    assert headings == [" ".join(heading.split()) for heading in HEADINGS[language].split("·")]


@pytest.mark.parametrize("language", FREED)
def test_freed_time_is_never_called_money(language):
    made = digital(language)
    for name in ("brief", "apart"):
        assert FREED[language] in said(made, name)
    assert FREED[language] in report("text", made, made, side_by_side=True).replace("\n  ", " ")
    money = of([item(box("n", category="financial"), 100)], chain=Chain("x", language))
    assert FREED[language] not in report("text", money).replace("\n  ", " ")


def test_the_result_is_said_in_brief():
    told = plain(digital(frame=FRAME._replace(start=2027)))
    assert (
        "för den egna organisationen på 6 år: 1,7 Mkr. Nyttorna är 2,1 Mkr och kostnaderna 320 tkr." in told
    )
    assert "Netto per krona i kostnad: 5,43." in told
    assert "från och med 2028 (år 2)" in told
    assert f"påverkar {MINUS}36 tkr utgifter och inkomster. 1,8 Mkr syns i verksamheten" in told
    assert f"Netto för invånare: {MINUS}1,1 Mkr." in told
    assert "alla parter tillsammans: 649 tkr." in told
    assert "lägger ihop olika parters värden" in told
    assert "Osäkerhet: 1,4 Mkr om alla tal är som lägst, 2,1 Mkr om alla är som högst." in told


@pytest.mark.parametrize(
    ("benefit", "meaning"),
    [
        (99, "Kostnaderna är större än nyttorna."),
        (100, "Nyttorna och kostnaderna är lika stora."),
        (149, "med liten marginal."),
        (150, "med större marginal."),
    ],
)
def test_what_net_by_krona_means_is_said_without_a_judgement(benefit, meaning):
    told = plain(of([item(box("n"), benefit), item(box("k", COST), 100)], spread=(1, 1)))
    assert meaning in told
    assert not re.search(r"\b(bra|god|goda|dålig|hög|höga|låg|låga|normal\w*|lönsam\w*)\b", told)
    assert ("Nyttorna blir inte större" in told) == (benefit <= 100)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_no_case_is_called_the_worst_or_the_best(language):
    made = digital(language, simulation=SIMULATION, if_standing=(standing(box("frigjord_tid")),))
    assert not re.search(r"\b(sämst|bäst|verst|best|worst)\w*", report("text", made), re.IGNORECASE)


def test_what_cannot_be_calculated_is_said():
    told = of([item(box("n"), 100)])
    assert "kan inte beräknas, eftersom inga kostnader är med" in plain(told)
    assert rows(told, "summary")[0][-2] == "kan inte beräknas"
    assert "Av kostnaderna: kan inte beräknas." in plain(told, "whose")


def test_in_norwegian_nothing_is_discounted_in_silence():
    frame = FRAME._replace(rate=Decimal(0), currency="NOK", work_year=None, assumed=frozenset({"rate"}))
    made = digital("nb", frame=frame)
    assert "ikke diskontert" in " ".join(document(made, "own").about)
    sources = plain(made, "sources")
    assert "ikke oppgitt i kartet: ikke diskontert." in sources
    assert "Skattefinansieringskostnad (20 øre per krone)" in sources
    assert "1,9 mill. kr" in plain(made)
    assert "Årsverk regnes ikke ut" in plain(made, "hours")
    assert "Skattefinansiering" not in plain(digital(), "sources")


def test_what_nobody_said_is_assumed_aloud():
    everything = frozenset({"start", "rate", "discounts_first", "price_year", "currency", "work_year"})
    told = plain(digital(frame=FRAME._replace(assumed=everything, price_year=None, horizon=7)), "sources")
    for sentence in (
        "Startår sägs inte",
        "3 % är antagen",
        "Hur första året räknas sägs inte",
        "1 700 är antaget",
        "vilket års priser sägs inte",
        "Tidshorisonten är 7 år. I Ineras mall är den 6, 15 eller 25 år.",
    ):
        assert sentence in told
    assert "Ineras mall" not in plain(digital(), "sources")


def test_what_is_not_in_the_sum_is_named_with_the_reason():
    deal = Node("avtal", NodeType.OPPORTUNITY, "Avtal med regionen", NOWHERE)
    items = [
        item(box("summed"), 1000),
        item(box("hangs"), 500, standing=Standing.HANGS, because=("avtal",)),
        item(box("uncaused"), 300, standing=Standing.UNCAUSED),
        item(box("timmar", category="quality"), None, standing=Standing.UNVALUED, hours=12),
        item(box("pris", category="quality"), 700, standing=Standing.UNVALUED),
        item(box("utan", category=""), 200, standing=Standing.NO_CATEGORY),
        item(box("fel"), None, standing=Standing.FAULTY),
        item(box("kost", COST, perspective=""), 77),
    ]
    unvalued = (box("trygghet", category="quality", perspective="residents", size="medium"),)
    chain = Chain("Allt", nodes=(*(one.node for one in items), deal), calculation=Calculation())
    made = of(items, chain=chain, unvalued=unvalued)
    told = plain(made, "valued")
    for sentence in (
        "Hangs – räknas inte förrän beslutet är fattat: Avtal med regionen; värt 500 kr ett helt år",
        "Uncaused – ingenting leder hit; värt 300 kr ett helt år",
        "Timmar – räknat i timmar, inte i pengar",
        "Pris – inte värderat i pengar N6 Utan – säger ingen kategori",
        "Fel – går inte att räkna",
        "Trygghet – inte värderat i pengar",
        "K1 Kost säger inte vem som bär kostnaden",
    ):
        assert sentence in told
    assert "7 rutor är inte med i summan" in plain(made)
    assert "Resultatet är inte helt: N7 Fel" in plain(made)
    assert [row[0] for row in rows(made, "unvalued")] == ["N4 Timmar", "N5 Pris", "Trygghet"]
    assert rows(made, "unvalued")[0][-1] == "12"
    assert rows(made, "unvalued")[2][1:5] == ("nytta", "Kvalitet", "Invånare", "måttlig")


def test_before_and_after_hours_and_workers():
    assert rows(digital(), "before_after") == [("N1 Frigjord tid", "3 640", "2 548", f"{MINUS}1 092")]
    hours = rows(digital(), "hours")
    assert hours[0] == ("år 1", "546", "376", "0,10")
    assert hours[-1] == ("Alla år", "6 006", "406", "")


def test_items_are_listed_with_hours_a_full_year_and_all_years():
    assert rows(digital(), "benefits") == [
        ("N1 Frigjord tid", "Egen organisation", "1 092", "392", "1 991"),
        ("N2 Lagre drivmedel", "Egen organisation", "", "13", "65"),
        ("Summa", "", "", "", "2 056"),
    ]
    assert rows(of([item(box("n"), 100)]), "benefits") == [("N1 N", "Egen organisation", "100", "558")]


def test_the_budget_is_told_year_by_year_and_undiscounted():
    assert rows(digital(), "apart", 2)[:2] == [("år 1", f"{MINUS}11 631"), ("år 2", f"{MINUS}5 263")]


def test_factors_are_ranked_with_how_little_is_enough():
    first, second = rows(digital(), "factors")
    assert first == ("Minuter digitalt", "40", "1 073", "30", "2 400", "högst 48,1 minuter")
    assert (second[0], second[-1]) == ("Personer som får hjälp*", "minst 9,52 personer")
    assert rows(digital(), "factors", 1)[1][-1] == "inte ens 1"
    notes = plain(digital(), "factors")
    assert "12 procent mindre och mer är antaget" in notes
    assert "Personer som får hjälp drar åt två håll" in notes
    many = {"own": EFFECTS["own"] * 10}
    made = replace(digital(), calculated=replace(digital().calculated, effects=many))
    assert len(rows(made, "factors")) == 12
    assert "8 faktorer till betyder mindre." in plain(made, "factors")


def test_a_simulation_is_told_for_the_organisation_and_for_all():
    table = rows(digital(simulation=SIMULATION), "uncertainty", 2)
    assert table[0] == ("Egen organisation", "1 647", "1 251", "1 638", "2 062", "0 %")
    assert table[1][-1] == "0,1 %"
    nothing = digital(simulation=replace(SIMULATION, varied=()))
    assert "ingen spridning att visa" in plain(nothing, "uncertainty")


def test_what_is_valued_for_one_party_alone_is_told_once():
    items = [one for one in digital().calculated.items if one.node.type is not DRAWBACK]
    fallen = (standing(box("frigjord_tid")),)
    made = of(items, chain=digital().chain, effects=EFFECTS, simulation=SIMULATION, if_standing=fallen)
    assert "alla parter" not in plain(made)
    for name, tables in (("apart", 2), ("uncertainty", 2), ("factors", 1)):
        assert sum(isinstance(block, Table) for block in blocks(made, name)) == tables
    assert rows(made, "uncertainty", 1)[0][0] == "Egen organisation"
    assert len(rows(made, "standing")[0]) == 3
    assert [row[0] for row in rows(made, "summary")] == ["Egen organisation", "Alla parter"]


def test_what_falls_if_an_obstacle_stands():
    fallen = (
        standing(box("frigjord_tid"), box("lagre_drivmedel")),
        standing(box("frigjord_tid"), share="0.3"),
    )
    made = digital(if_standing=fallen)
    first, second = rows(made, "standing")
    assert first[:3] == ("Brukaren vill inte", "N1 Frigjord tid, N2 Lagre drivmedel", f"{MINUS}320")
    assert second[1] == "30 % av N1 Frigjord tid"
    assert "är ohanterad" in plain(digital(), "standing")


def test_factors_and_formulas_are_shown_with_their_sources():
    table = rows(digital(), "sources")
    assert table[0] == (
        "Personer som får hjälp (personer)",
        "",
        "120",
        "",
        "personer",
        "System (egen uppgift)",
    )
    assert table[1][1:4] == ("40", "35", "30")
    assert len(table) == 2
    assert "Brukare (brukare) = personer * 0.7 N1" in plain(digital(), "sources")
    own = Factor("egen", "Egen", NOWHERE, likely=Decimal("0.5"))
    value = Value(
        NOWHERE, hours="egen * 2", yearly="hours * 9", factors=(own,), profile_from={2027: Decimal(1)}
    )
    made = of([item(box("n", value=value), 9)])
    assert rows(made, "sources")[0][0] == "Egen (n/egen)"
    assert "N1 N: timmar = egen * 2; ett helt år = hours * 9; andel av ett helt år: 2027: 1" in plain(
        made, "sources"
    )


def test_what_the_run_took_otherwise_is_said_first():
    made = digital(changed={"min_digitalt": Decimal(38), "brukare": Decimal("80.5")})
    chain = replace(made.chain, calculation=replace(made.chain.calculation, rate=Decimal("0.04")))
    about = " ".join(document(replace(made, chain=chain), "own").about)
    assert "räknat med Minuter digitalt = 38 i stället för 35. Inget är skrivet i filen." in about
    assert "räknat med Brukare = 80,5 i stället för personer * 0.7." in about
    assert "Räntan är vald för den här räkningen; kedjan säger 4 %." in about


@pytest.mark.parametrize("party", ["own", "residents", "all"])
def test_the_party_asked_for_is_told_first(party):
    named = {"own": "den egna organisationen", "residents": "invånare", "all": "alla parter tillsammans"}
    assert f"Nettonytta för {named[party]} på" in plain(digital(), party=party)
    names = {"own": "Egen organisation", "residents": "Invånare", "all": "Alla parter"}
    assert rows(digital(), "summary", party=party)[0][0] == names[party]


def test_a_party_that_nothing_is_valued_for_gives_way_to_all():
    made = document(digital(), "relatives")
    assert "Inget är värderat för närstående" in " ".join(made.about)
    nobody = of([item(box("n", perspective=""), 10)])
    assert "Inget är värderat för den egna organisationen" in " ".join(document(nobody, "own").about)
    assert "är med bara i summan för alla parter" in plain(nobody, "valued")


def test_a_party_has_the_name_that_the_chain_gives_it():
    made = digital()
    made = replace(made, chain=replace(made.chain, about=About(perspectives={"residents": "Brukare"})))
    assert "Netto för Brukare:" in plain(made)
    assert rows(made, "summary")[2][0] == "Brukare"


def without(chain, **more):
    calculated = Calculated(None, {}, (), unvalued=tuple(chain.nodes), **more)
    return CalculationOutcome(Outcome("a.yaml"), chain, calculated)


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (without(Chain("x", nodes=(Node("a", NodeType.BENEFIT, "A", NOWHERE),))), "Ingenting i kedjan"),
        (without(Chain("x", nodes=(box("a"),))), "har värden men ingen kalkyl"),
        (without(Chain("x", nodes=(box("a"),), calculation=Calculation())), "ingen tidshorisont"),
        (of([item(box("a"), None, standing=Standing.FAULTY)]), "Inget av det som är värderat"),
    ],
)
def test_where_nothing_can_be_summed_it_is_said_why(outcome, why):
    assert not outcome.has_result
    assert why in plain(outcome)
    assert "A – " in plain(outcome)


def test_many_years_are_shown_several_together_and_add_up():
    frame = FRAME._replace(start=2027, horizon=100)
    made = of([item(box("n"), 1_000_000, frame=frame)], frame)
    table = rows(made, "costs")
    assert len(table) == 16
    assert (table[4][0], table[5][0], table[-2][0]) == ("2031", "2032–2041", "2122–2126")
    assert abs(number(table[-1][1]) - sum(number(row[1]) for row in table[:-1])) <= len(table) / 2
    assert rows(of([item(box("n"), 1)]), "costs")[0][0] == "år 1"


def number(cell):
    return Decimal(cell.replace(" ", "").replace(THIN, "").replace(MINUS, "-").replace(",", ".") or "0")


KINDS = st.tuples(
    st.sampled_from([NodeType.BENEFIT, COST, DRAWBACK]),
    st.sampled_from(["financial", "redistribution"]),
    st.sampled_from(["own", "residents", "society", ""]),
    st.decimals(-(10**9), 10**10, places=2),
    st.sampled_from([0, "0.5", 1]),
)


@given(st.lists(KINDS, min_size=1, max_size=8), st.integers(1, 40))
def test_tables_add_up_as_shown_or_say_that_they_are_rounded(values, horizon):
    frame = FRAME._replace(horizon=horizon)
    items = [
        item(box(f"b{n}", kind, category, party), yearly, first, frame=frame)
        for n, (kind, category, party, yearly, first) in enumerate(values)
    ]
    made = of(items, frame)
    for section in document(made, "own").sections if made.has_result else ():
        rounded = any(isinstance(block, str) and "avrundat" in block for block in section.blocks)
        for table in section.blocks:
            if not isinstance(table, Table) or not table.totals or rounded:
                continue
            *parts, total = table.rows
            for n, column in enumerate(table.columns):
                if column.is_number and total[n]:
                    assert number(total[n]) == sum(number(row[n]) for row in parts)


@pytest.mark.parametrize(
    ("frame", "difference"),
    [
        ({"horizon": 10}, "tidshorisonten är 6 år och 10 år"),
        ({"rate": Decimal("0.04")}, "diskonteringsräntan är 3 % och 4 %"),
        ({"price_year": None}, "priserna är från 2026 och ett år som inte sägs"),
        ({"currency": "NOK"}, "valutan är SEK och NOK"),
        ({"start": 2027}, "startåret är 1 och 2027"),
        ({"discounts_first": True}, "första året odiskonterat och även första året diskonterat"),
    ],
)
def test_two_alternatives_of_different_frames_are_said_to_be(frame, difference):
    other = digital(title="B", frame=FRAME._replace(**frame))
    told = " ".join(report("text", digital(), other, side_by_side=True).split())
    assert f"kan inte jämföras rakt av: {difference}." in told
    assert ("Skillnad" in told) == ("currency" not in frame)


def test_two_alternatives_of_one_frame_stand_side_by_side():
    other = digital(title="Utan nackdel")
    fewer = [one for one in other.calculated.items if one.node.type is not DRAWBACK]
    told = report("markdown", digital(), of(fewer, chain=other.chain), side_by_side=True).replace(THIN, " ")
    assert "Båda är räknade på samma sätt" in told
    assert "| Kostnader | 1 407 | 320 | −1 087 |" in told
    assert "| Netto per krona | 0,46 | 5,43 |  |" in told
    assert "har inget resultat" in report("text", digital(), without(Chain("y")), side_by_side=True)


def test_several_chains_are_listed_and_never_added_up():
    told = " ".join(report("text", digital(), without(Chain("Tom"))).split())
    assert "Alla kedjor" in told
    assert re.search(r"Digitala inköp 1,7 Mkr 5,43 år 2 6 år, 3 % Tom inget resultat", told)
    assert "läggs inte ihop" in told
    assert "Alla kedjor" not in report("text", digital())
