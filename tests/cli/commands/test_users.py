"""The command users: what it tells, what it writes into a chain, what it refuses without repeating it."""

import json

import pytest

TABLE = "Brukare;Började;Före;Nu;Grupp\n" + "".join(
    f"u{n};2027-0{n % 6 + 1}-01;10;{n};{'Norr' if n % 2 else 'Syd'}\n" for n in range(12)
)
CHAIN = """\
nyttokedja: 1
rubrik: Tillsyn
effekter:
  färre_besök:
    leder_till: tid
    indikatorer:
      timmar: {rubrik: Timmar, enhet: tim, bättre: lägre, målvärde: {värde: 50, datum: 2027-12-31}}
nyttor:
  tid: {}
"""


@pytest.fixture
def table(write):
    return write("brukare.csv", TABLE)


def test_it_tells_the_sums_and_how_they_come_into_a_chain(run, table):
    done = run("users", table, "--language", "sv", "--date", "2027-03")
    assert done.code == 0
    assert "6 av 12 brukare" in done.out
    assert "Visas" not in done.out
    assert "nyttokedja users" in done.out
    assert "KEDJA INDIKATOR --date 2027-03" in done.out


def test_the_sum_goes_into_the_chain_with_how_many_it_is_of(run, table, write):
    chain = write("kedja.yaml", CHAIN)
    done = run("users", table, chain, "timmar", "--date", "2027-09-30")
    assert done.code == 0, done.err
    assert "2027-09-30: {värde: 66, kommentar: Summan för 12 brukare.}" in chain.read_text("utf-8")
    assert run("users", table, chain, "timmar", "--date", "2027-09-30").code == 2
    assert run("users", table, chain, "timmar", "--date", "2027-09-30", "--mean", "--replace").code == 0
    assert "värde: 5.5, kommentar: Medelvärdet för 12 brukare." in chain.read_text("utf-8")


def test_nothing_is_written_of_a_few(run, write):
    chain, table = write("kedja.yaml", CHAIN), write("b.csv", "Före;Nu\n1;2\n3;4\n")
    done = run("users", table, chain, "timmar", "--date", "2027", "--language", "nb")
    assert done.code == 2
    assert "Færre enn fem" in done.err
    assert chain.read_text("utf-8") == CHAIN


@pytest.mark.parametrize(("language", "said"), [("sv", "rad 2, Brukare"), ("nb", "rad 2"), ("en", "row 2")])
def test_a_birth_number_is_refused_and_not_repeated(run, write, language, said):
    table = write("b.csv", TABLE.replace("u0;", "811218-9876;"))
    done = run("users", table, "--language", language)
    assert done.code == 2
    assert said in done.err
    assert "811218" not in done.err + done.out
    assert not done.out


def test_many_refusals_are_counted(run, write):
    table = write("b.csv", "Före;Nu\n" + "x;y\n" * 20)
    done = run("users", table, "--language", "sv")
    assert "… och 30 rader till." in done.err
    assert len(done.err.splitlines()) == 12


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "i går"), "2027-Q3"),
        (("kedja.yaml",), "indikator"),
        (("kedja.yaml", "timmar"), "mättes"),
    ],
)
def test_what_does_not_fit_is_told(run, table, arguments, said):
    done = run("users", table, *arguments, "--language", "sv")
    assert done.code == 2
    assert said in done.err


def test_a_report_goes_to_a_file_by_its_ending(run, table, tmp_path):
    out = tmp_path / "b.json"
    done = run("users", table, "-o", out)
    assert (done.code, done.out) == (0, "")
    assert json.loads(out.read_text("utf-8"))["everyone"]["users"] == 12
    assert run("users", table, "-o", table).code == 2
    assert table.read_text("utf-8") == TABLE
