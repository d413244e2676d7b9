import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from nyttokedja.calculating import calculate
from nyttokedja.language.figures import MINUS, THIN
from nyttokedja.language.schema import folder

EXAMPLE = (Path(__file__).parents[2] / "cases/calculation/digitala_inkop.yaml").read_text("utf-8")
VALUELESS = "nyttokedja: 1\nrubrik: Tom\nförändringar: {a: {leder_till: b}}\nnyttor: {b: B}\n"
BROKEN = "nyttokedja: 1\nrubrik: x: y\n"
OWN = """nyttokedja: 1
rubrik: Egna faktorer
förändringar: {a: {leder_till: [b, c]}}
kalkyl: {tidshorisont: 6}
nyttor:
  b: {kategori: finansiell, perspektiv: egen_organisation,
      värde: {årligt: antal * 2, faktorer: {antal: {troligt: 10}}}}
  c: {kategori: finansiell, perspektiv: egen_organisation,
      värde: {årligt: antal * 3, faktorer: {antal: {troligt: 10}}}}
"""


@pytest.fixture
def example(write):
    """The worked example, where the program runs."""
    return write("inkop.yaml", EXAMPLE)


def data(ran):
    read = json.loads(ran.out)
    Draft202012Validator(json.loads((folder() / "calculation.schema.json").read_text("utf-8"))).validate(read)
    return read


def net(ran, party="own", run="likely"):
    return data(ran)["chains"][0]["results"][party][run]["net"]


def plain(text):
    return " ".join(text.replace(THIN, " ").replace(MINUS, "-").split())


def test_the_worked_example_is_told(run, example):
    ran = run("calculate", "inkop.yaml")
    assert (ran.code, ran.err) == (0, "")
    told = plain(ran.out)
    for words in (
        "Nettonytta för den egna organisationen på 6 år: 1,7 Mkr.",
        "Netto för alla parter tillsammans: 649 tkr.",
        "Lägst 994 271 723 2,67 år 2",
        "Lägst 994 1 048 -53 -0,05 aldrig",
        "Egen organisation 1 647 1 251 1 638 2 062 0 %",
        "Min digitalt 40 1 073 30 2 400 högst 48,1",
        "N1 Frigjord tid 3 640 2 548 -1 092",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("party", "name", "values"),
    [
        ("own", "likely", (2056088.13, 319622.81, 1736465.32, 5.4329, 2, -35734.05, 1772199.37)),
        ("all", "likely", (2056088.13, 1406842.70, 649245.43, 0.4615, 2, -1122953.94, 1772199.37)),
    ],
)
def test_json_has_the_numbers_of_the_worked_example(run, example, party, name, values):
    (chain,) = data(run("calculate", "--format", "json", "inkop.yaml"))["chains"]
    assert tuple(chain["results"][party][name].values()) == pytest.approx(values, abs=0.01)
    assert chain["results"]["own"]["lowest"]["net"] == pytest.approx(723463.70, abs=0.01)
    assert chain["results"]["all"]["lowest"]["year"] is None
    assert chain["results"]["residents"]["likely"]["net"] == pytest.approx(-1087219.89, abs=0.01)
    assert chain["simulation"]["net"]["own"]["p50"] == pytest.approx(1637769.86, abs=0.01)
    effects = {one["factor"]: one for one in chain["sensitivity"]["own"]}
    assert effects["min_digitalt"]["break_even"] == 48.0798


@pytest.mark.parametrize(
    ("options", "own"),
    [
        (("--undiscounted",), 1897753.98),
        (("--rate", "0.04"), 1687389.11),
        (("--rate", "3,5 %"), 1711653.84),
        (("--with", "min_digitalt=40"), 1072669.50),
        (("--with", "andel=0,8"), 2005896.19),
        (("--with", "andel=80%"), 2005896.19),
        (("--with", "personer=120", "--with", "min_digitalt=30"), 2400261.14),
    ],
)
def test_what_if_is_calculated_and_nothing_is_written(run, example, options, own):
    ran = run("calculate", "--format", "json", *options, "inkop.yaml")
    assert (ran.code, net(ran)) == (0, pytest.approx(own, abs=0.01))
    assert example.read_text("utf-8") == EXAMPLE


def test_what_if_is_said(run, example):
    ran = run("calculate", "--with", "andel=0,6", "--rate", "4%", "inkop.yaml")
    assert "Tänk om: räknat med Andel = 0,6 i stället för 0,7." in plain(ran.out)
    assert "Räntan är vald för den här räkningen; kedjan säger 3 %." in plain(ran.out)


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("andl=0.6", "no factor is called andl; is andel meant?"),
        ("min=1", "no factor is called min; those most like it are min_fysiskt, min_digitalt"),
        (
            "x=1",
            "no factor is called x; there are personer, andel, brukare, inkop, min_fysiskt, min_digitalt …",
        ),
        ("andel", "'andel' is not NAME=VALUE"),
        ("=3", "'=3' is not NAME=VALUE"),
        ("andel=mycket", "'mycket' is no number"),
        ("andel=NaN", "'NaN' is no number"),
        ("andel=9999999999999999", "'9999999999999999' is too large a number"),
        ("andel=-0.1", "andel cannot be below zero: no value of it in the file is"),
    ],
)
def test_a_factor_that_cannot_be_changed_is_answered_with_one_sentence(run, example, written, answer):
    ran = run("calculate", "--with", written, "inkop.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].endswith(answer)


def test_a_box_s_own_factor_is_named_with_its_box(run, write):
    write("egna.yaml", OWN)
    ran = run("calculate", "--with", "antal=5", "egna.yaml")
    assert ran.code == 2
    assert "antal is a factor of several boxes; write one of b/antal, c/antal" in ran.err
    before = net(run("calculate", "--undiscounted", "--format", "json", "egna.yaml"))
    after = run("calculate", "--undiscounted", "--with", "c/antal=20", "--format", "json", "egna.yaml")
    assert (before, net(after)) == (300, 480)


@pytest.mark.parametrize("format", ["json", "text"])
@pytest.mark.parametrize(
    ("values", "refused"),
    [("troligt: 10", True), ("lägst: -1, troligt: 10", False), ("formel: 2 * 5", False)],
)
def test_a_value_below_zero_is_for_a_factor_that_has_one_in_the_file(run, write, format, values, refused):
    c = OWN.index("antal * 3")
    write("egna.yaml", OWN[:c] + OWN[c:].replace("troligt: 10", values))
    ran = run("calculate", "--with", "c/antal=-2", "--format", format, "egna.yaml")
    assert (ran.code == 2, ran.out == "") == (refused, refused)
    if refused:
        assert ran.err.splitlines()[-1].endswith(
            "c/antal cannot be below zero: no value of it in the file is"
        )


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("--rate", "4"), "'4' is no rate; write it as 0.04 or 4%"),
        (("--rate=-1%",), "'-1%' is no rate; write it as 0.04 or 4%"),
        (("--rate", "0.04", "--undiscounted"), "it does not go with --rate"),
        (("--compare", "a.yaml", "b.yaml", "c.yaml"), "name the two alternatives, and no other PATH"),
    ],
)
def test_options_that_cannot_be_used_are_refused(run, options, answer):
    ran = run("calculate", *options)
    assert ran.code == 2
    assert ran.err.splitlines()[-1].endswith(answer)


@pytest.mark.parametrize("word", ["residents", "invånare", "Invanare", "innbyggere"])
def test_whose_result_comes_first_is_said_in_the_words_of_chains_too(run, example, word):
    assert "Nettonytta för invånare på 6 år: -1,1 Mkr." in plain(
        run("calculate", "--perspective", word, "inkop.yaml").out
    )
    assert "för alla parter" in plain(run("calculate", "--perspective", "alla", "inkop.yaml").out)
    assert run("calculate", "--perspective", "grannen", "inkop.yaml").code == 2


MEASURED = (
    "inkop: {measures: inkop, measurements: {2027-12-31: 2100}}",
    "minuter: {measures: min_digitalt, measurements: {2027-12-31: 38}}",
    "andel: {measures: andel, measurements: {2027-12-31: 0.6}}",
)


def test_plan_and_outcome_stand_side_by_side(run, write):
    behaviour = "behaviour: true, "
    text = EXAMPLE.replace("start: 1", "start: 2027").replace(
        behaviour, f"{behaviour}indicators: {{{', '.join(MEASURED)}}}, "
    )
    write("mätt.yaml", text)
    ran = run("calculate", "--format", "json", "mätt.yaml")
    (chain,) = data(ran)["chains"]
    assert ran.code == 0, ran.err
    assert chain["results"]["own"]["likely"]["net"] == pytest.approx(1736465.32, abs=0.01)
    assert chain["outcome"]["results"]["own"]["net"] == pytest.approx(1118392.99, abs=0.01)
    freed = chain["outcome"]["realised"][0]
    assert (freed["planned_hours"], freed["hours"], freed["degree_in_hours"]) == (546, 420, 0.7692)
    told = plain(run("calculate", "mätt.yaml").out)
    assert "Plan och utfall" in told
    assert "Egen organisation 1 736 1 118 -618 -35,6 %" in told
    assert "N1 Frigjord tid 2027 546 420 76,92 %" in told
    assert "Min digitalt 2027 38" in told
    assert "Plan och utfall" not in run("calculate", "-", stdin=EXAMPLE.encode()).out


def test_two_alternatives_stand_side_by_side(run, write, example):
    write("b.yaml", EXAMPLE.replace("Digitala inköp", "Fler plattor", 1).replace("6 * 3000", "9 * 3000"))
    ran = run("calculate", "--compare", "inkop.yaml", "b.yaml")
    assert ran.code == 0
    told = plain(ran.out)
    assert told.startswith("Digitala inköp ↔ Fler plattor")
    assert "Båda är räknade på samma sätt" in told
    assert "Kostnader 320 370 50" in told
    both = data(run("calculate", "--compare", "inkop.yaml", "b.yaml", "--format", "json"))["chains"]
    assert [one["title"] for one in both] == ["Digitala inköp", "Fler plattor"]
    write("c.yaml", EXAMPLE.replace("horizon: 6", "horizon: 15"))
    ran = run("calculate", "--compare", "inkop.yaml", "c.yaml")
    assert "kan inte jämföras rakt av: tidshorisonten är 6 år och 15 år." in plain(ran.out)


@pytest.mark.parametrize("other", ["nej.yaml", "broken.yaml", "tom"])
def test_one_alternative_alone_is_not_compared(run, write, example, other, tmp_path):
    write("broken.yaml", BROKEN)
    (tmp_path / "tom").mkdir()
    ran = run("calculate", "--compare", "inkop.yaml", other)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_a_formula_at_fault_is_told_and_the_rest_is_there(run, write):
    write("fel.yaml", EXAMPLE.replace("yearly: inkop * 49", "yearly: inkop * okand"))
    ran = run("calculate", "fel.yaml")
    assert ran.code == 1
    assert "Resultatet är inte helt: D1 Leveransavgift" in plain(ran.out)
    assert "1,7 Mkr" in plain(ran.out)
    ran = run("calculate", "--format", "json", "fel.yaml")
    (chain,) = data(ran)["chains"]
    assert (ran.code, chain["complete"]) == (1, False)
    assert [one["id"] for one in chain["items"] if one["standing"] == "faulty"] == ["leveransavgift"]
    assert chain["results"]["own"]["likely"]["net"] == pytest.approx(1736465.32, abs=0.01)


def test_what_check_would_say_of_owners_and_indicators_is_not_asked(run, example):
    assert run("check", "inkop.yaml").code == 1
    ran = run("calculate", "--format", "json", "inkop.yaml")
    assert ran.code == 0
    assert {one["code"][:4] for one in data(ran)["findings"]} <= {"NK81", "NK82"}


def test_a_chain_without_values_says_how_to_begin(run, write):
    write("tom.yaml", VALUELESS)
    ran = run("calculate", "tom.yaml")
    assert ran.code == 1
    assert "Ingenting i kedjan är värderat" in plain(ran.out)
    (chain,) = data(run("calculate", "--format", "json", "tom.yaml"))["chains"]
    assert (chain["results"], chain["horizon"], chain["not_valued"][0]["id"]) == ({}, None, "b")


def test_one_chain_without_values_does_not_fail_those_that_have(run, write, example):
    write("tom.yaml", VALUELESS)
    ran = run("calculate", "inkop.yaml", "tom.yaml")
    assert ran.code == 0
    assert "Tom inget resultat" in plain(ran.out)


def test_a_file_that_cannot_be_read_is_said_so_and_the_rest_is_done(run, write, example):
    write("a.yaml", BROKEN)
    ran = run("calculate", "a.yaml", "inkop.yaml")
    assert ran.code == 1
    assert "a.yaml:2:1 NK001" in ran.err
    assert "1,7 Mkr" in plain(ran.out)
    assert (run("calculate", "a.yaml").code, run("calculate", "nej.yaml").code) == (2, 2)
    assert run("calculate", "nej.yaml", "inkop.yaml").code == 2


def test_a_fault_of_ours_stops_no_other_chain(run, write, example, monkeypatch):
    def failing(graph, options):
        if graph.chain.title == "Fel":
            raise RuntimeError("oj")
        return calculate(graph, options)

    monkeypatch.setattr("nyttokedja.batch.calculate.calculate", failing)
    write("fel.yaml", EXAMPLE.replace("Digitala inköp", "Fel", 1))
    ran = run("calculate", "fel.yaml", "inkop.yaml")
    assert ran.code == 2
    assert "RuntimeError: oj" in ran.err
    assert "1,7 Mkr" in plain(ran.out)


def test_one_chain_is_simulated_and_several_where_it_is_asked_for(run, write, example):
    def simulated(*arguments):
        return [
            one["simulation"] is not None
            for one in data(run("calculate", "--format", "json", *arguments))["chains"]
        ]

    assert simulated("inkop.yaml") == [True]
    write("chains/a.yaml", EXAMPLE)
    write("chains/docker.yaml", "services: {}\n")
    assert simulated("chains") == [True]
    write("chains/b.yaml", EXAMPLE)
    assert simulated("chains") == [False, False]
    assert simulated("--simulate", "chains") == [True, True]


@pytest.mark.parametrize("more", ["", "nyttokedja: 1\nrubrik: Tom\n", "nyttokedja: 1\n  rubrik: x\n"])
def test_json_is_the_same_whether_each_chain_is_written_where_it_is_calculated(run, write, example, more):
    write("mer.yaml", more)
    alone = run("calculate", "--format", "json", "inkop.yaml", "mer.yaml")
    beside = run("calculate", "--format", "json", "--format", "markdown=a.md", "inkop.yaml", "mer.yaml")
    assert data(alone) == data(beside)
    assert (alone.out, alone.err, alone.code) == (beside.out, beside.err, beside.code)


def test_reports_go_where_they_are_sent(run, example):
    text = run("calculate", "inkop.yaml").out
    ran = run("calculate", "--format", "markdown=k.md", "--format", "json=k.json", "inkop.yaml")
    assert ran.out == text
    page = Path("k.md").read_text("utf-8")
    assert page == run("calculate", "--format", "markdown", "inkop.yaml").out
    assert run("calculate", "-o", "own.md", "inkop.yaml").out == ""
    assert Path("own.md").read_text("utf-8") == page
    run("calculate", "-o", "own.json", "inkop.yaml")
    assert Path("own.json").read_text("utf-8") == Path("k.json").read_text("utf-8")
    run("calculate", "-o", "own.txt", "inkop.yaml")
    assert Path("own.txt").read_text("utf-8") == text


def test_another_language_may_be_asked_for_and_a_chain_piped_in(run):
    ran = run("calculate", "--language", "en", "-", stdin=EXAMPLE.encode())
    assert "Net benefit for the organisation itself over 6 years: SEK 1.7 million." in plain(ran.out)
    ran = run("calculate", "--perspective", "residents", "-", stdin=EXAMPLE.encode())
    assert "Nettonytta för invånare på 6 år: -1,1 Mkr." in plain(ran.out)


def test_a_workbook_of_what_cannot_be_calculated_is_not_silent(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: A\nspråk: sv\nnyttor: {a: {värde: b}}\n")
    ran = run("calculate", "a.yaml", "-o", "a.xlsx")
    assert ran.code == 1
    assert "Något i kalkylen gick inte att räkna." in ran.err


def test_several_chains_are_told_in_brief_unless_all_is_asked_for(run, example, write):
    write("andra.yaml", EXAMPLE)
    brief = run("calculate", "inkop.yaml", "andra.yaml", "--language", "sv")
    whole = run("calculate", "inkop.yaml", "andra.yaml", "--language", "sv", "--verbose")
    assert brief.out.count("Resultat i korthet") == whole.out.count("Resultat i korthet") == 2
    assert "Alla kedjor" in brief.out
    assert "--verbose" in brief.err
    assert "--verbose" not in whole.err
    assert len(brief.out.splitlines()) * 3 < len(whole.out.splitlines())
    assert "--verbose" not in run("calculate", "inkop.yaml", "--language", "sv").err
