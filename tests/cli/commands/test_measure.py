"""The command measure: a value into its place, how it stands, and what is refused."""

import pytest

CHAIN = """\
nyttokedja: 1
rubrik: Digital nattillsyn   # anm

förändringar:
  kamera: {när: 2027-03-01, leder_till: färre_besök}

effekter:
  färre_besök:
    leder_till: frigjord_tid
    indikatorer:
      besök:
        rubrik: Besök per natt
        enhet: besök
        bättre: lägre
        nollmätning: {värde: 420, datum: 2026-10-01}
        målvärde: {värde: 250, datum: 2027-12-31}
      tid: {rubrik: Tid, mätningar: {2027-06: {värde: 5, bedömning: Bra}}}

nyttor:
  frigjord_tid:
    indikatorer: {tid: Frigjord tid}
"""


@pytest.fixture
def chain(write):
    return write("kedja.yaml", CHAIN)


def added(chain, after, line):
    assert chain.read_text("utf-8") == CHAIN.replace(after, after + line, 1)


TARGET = "        målvärde: {värde: 250, datum: 2027-12-31}\n"


@pytest.mark.parametrize("name", ["besök", "färre_besök.besök", "Besök per natt", "BESÖK PER NATT"])
def test_a_value_is_written_and_said_how_it_stands(run, chain, name):
    done = run("measure", chain, name, "330", "--date", "2027-09-30")
    assert done.code == 0
    added(chain, TARGET, "        mätningar:\n          2027-09-30: 330\n")
    for figure in ("52,94 %", "301,28", "16,9 %", "följ noga"):
        assert figure in done.out.replace("\u202f", " ").replace("\xa0", " ")


def test_a_decimal_comma_a_unit_and_more_facts(run, chain):
    run("measure", chain, "besök", "97,5 besök", "--date", "2027-Q3", "--comment", "K", "--action", "Å")
    assert "2027-Q3: {värde: 97.5, kommentar: K, åtgärd: Å}" in chain.read_text("utf-8")


def test_a_date_that_has_a_value_keeps_it_unless_replaced(run, chain):
    arguments = ("measure", chain, "färre_besök.tid", "6", "--date", "2027-06")
    done = run(*arguments)
    assert (done.code, chain.read_text("utf-8")) == (2, CHAIN)
    assert "--replace" in done.err
    assert "5" in done.err
    assert run(*arguments, "--replace").code == 0
    assert "{värde: 6, bedömning: Bra}" in chain.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tid", "1", "--date", "2027"), "färre_besök.tid, frigjord_tid.tid"),
        (("besk", "1", "--date", "2027"), "Menas ”besök”?"),
        (("något", "1", "--date", "2027"), "färre_besök.besök"),
        (("besök", "många", "--date", "2027"), "inget tal"),
        (("besök", "1.234", "--date", "2027"), "två sätt"),
        (("besök", "1", "--date", "i går"), "2027-03-31"),
        (("besök", "1"), "--date"),
        (("besök",), "VALUE"),
        (("besök", "1", "--date", "2027", "--from", "x.csv"), "--from"),
        (("--from", "saknas.csv"), "saknas.csv"),
    ],
)
def test_what_is_refused(run, chain, arguments, said):
    done = run("measure", chain, *arguments)
    assert (done.code, chain.read_text("utf-8")) == (2, CHAIN)
    assert said in done.err


def test_measurements_stand_in_the_order_of_their_times(run, chain):
    for day in ("2027-06-30", "2027-03-31", "2027-Q2", "2027-12"):
        assert run("measure", chain, "besök", "330", "--date", day).code == 0
    days = "2027-03-31: 330\n          2027-Q2: 330\n          2027-06-30: 330\n          2027-12: 330\n"
    added(chain, TARGET, f"        mätningar:\n          {days}")
    run("measure", chain, "färre_besök.tid", "4", "--date", "2027-01")
    assert "mätningar: {2027-01: 4, 2027-06: {värde: 5, bedömning: Bra}}" in chain.read_text("utf-8")


def test_nothing_is_written_in_a_dry_run(run, chain):
    done = run("measure", chain, "besök", "330", "--date", "2027-09-30", "--dry-run")
    assert (done.code, chain.read_text("utf-8")) == (0, CHAIN)
    assert "+          2027-09-30: 330" in done.out


def test_a_table_is_written_as_a_whole(run, chain, write):
    rows = (
        "Ruta;Indikator;Datum;Utfall;Kommentar\n"
        ";besök;2027-09-30;330;\n"
        "frigjord_tid;tid;2027-12;1 250,5;Två veckor\n"
    )
    table = write("m.csv", rows)
    done = run("measure", chain, "--from", table)
    assert done.code == 0
    text = chain.read_text("utf-8")
    assert "2027-09-30: 330" in text
    assert "värde: 1250.5" in text
    assert "följ noga" in done.out
    again = run("measure", chain, "--from", table)
    assert (again.code, chain.read_text("utf-8")) == (0, text)
    assert "2 rader stod redan så" in again.out
    write("m.csv", rows.replace("330", "331"))
    assert (run("measure", chain, "--from", table).code, chain.read_text("utf-8")) == (2, text)
    assert run("measure", chain, "--from", table, "--replace").code == 0
    assert "2027-09-30: 331" in chain.read_text("utf-8")


def test_rows_that_cannot_be_placed_are_listed_and_nothing_is_written(run, chain, write):
    measured = ("besök,2027-09-30,330", "besk,2027-09-30,1", ",,", "besök,2027-09-30,331", "besök,2027,x")
    rows = "\n".join(("indikator,datum,värde", *measured))
    done = run("measure", chain, "--from", write("m.csv", rows))
    assert (done.code, chain.read_text("utf-8")) == (2, CHAIN)
    assert "rad 3" in done.err
    assert "Menas ”besök”?" in done.err
    assert "rad 5" in done.err
    assert "rad 2." in done.err
    assert "rad 6" in done.err
    assert "3 rader" in done.err


def test_a_workbook_is_read_as_a_table_is(run, chain, tmp_path):
    from datetime import date

    from xlsxwriter import Workbook

    book = Workbook(tmp_path / "m.xlsx")
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["Indicator", "Date", "Value"])
    sheet.write(1, 0, "besök")
    sheet.write_datetime(1, 1, date(2027, 9, 30), day)
    sheet.write_number(1, 2, 329.5)
    book.close()
    assert run("measure", chain, "--from", tmp_path / "m.xlsx").code == 0
    assert "2027-09-30: 329.5" in chain.read_text("utf-8")


def test_a_table_without_the_columns_is_refused(run, chain, write):
    done = run("measure", chain, "--from", write("m.csv", "a,b\n1,2\n"))
    assert (done.code, chain.read_text("utf-8")) == (2, CHAIN)
    done = run("measure", chain, "--from", write("m.csv", "indikator,datum,värde\n"))
    assert done.code == 2


SCALE = "      tid: {rubrik: Tid, skala: [Dålig, Ganska bra, Bra], målvärde: Bra, mätningar: {2027: Dålig}}\n"


def test_a_word_of_a_scale_is_written_as_the_scale_has_it(run, chain):
    told = CHAIN.replace(
        "      tid: {rubrik: Tid, mätningar: {2027-06: {värde: 5, bedömning: Bra}}}\n", SCALE
    )
    chain.write_text(told, "utf-8")
    done = run("measure", chain, "färre_besök.tid", "ganska  bra", "--date", "2028-01")
    assert done.code == 0
    assert "2028-01: Ganska bra" in chain.read_text("utf-8")
    assert "ett steg under" in done.out
    for word, said in (("Medel", "Dålig, Ganska bra eller Bra"), ("2", "finns inte"), ("Baar", "skalan")):
        refused = run("measure", chain, "färre_besök.tid", word, "--date", "2028-02")
        assert (refused.code, said in refused.err) == (2, True)
