import pytest

from nyttokedja.calculating.formula import parse
from nyttokedja.calculating.units import derived, unit_of, wrong_hours, wrong_money
from nyttokedja.language.units import unit_shown, unit_words


def powers(text):
    unit = unit_of(text, unit_words())
    return None if unit is None else dict(unit.powers)


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (("kr", "kronor", "Kronor", "SEK", "kroner", "NOK", "EUR", "€"), {"money": 1}),
        (("tkr", "tusen kronor", "Tkr", "TNOK"), {"thousands": 1}),
        (("Mkr", "mkr", "miljoner kronor", "mill. kr", "MSEK"), {"millions": 1}),
        (("minut", "minuter", "min", "min.", "minutter", "minutes"), {"minute": 1}),
        (
            ("timme", "timmar", "tim", "h", "time", "timer", "hours", "arbetstimmar", "arbeidstimer"),
            {"hour": 1},
        ),
        (("kr/mil", "kr per mil", "kronor / mil", "kroner pr. mil"), {"money": 1, "mil": -1}),
        (("kr/timme", "kr per timme", "kr/h", "kr per time", "NOK/time"), {"money": 1, "hour": -1}),
        (("timmar per år", "timmar/år", "timer per år", "hours a year"), {"hour": 1, "year": -1}),
        (("andel", "andeler", "share"), {"share": 1}),
        (("%", "procent", "prosent", "per cent"), {"percent": 1}),
        (("st", "styck", "stk", "antal", "antall"), {"piece": 1}),
        (("kr/liter", "kr per liter"), {"money": 1, "litre": -1}),
        (("kr/kWh",), {"money": 1, "kwh": -1}),
        (("vecka", "veckor", "uker", "weeks"), {"week": 1}),
        (("mån", "månader", "måneder", "mnd"), {"month": 1}),
    ],
)
def test_measures_are_known_in_three_languages(texts, unit):
    assert {text: powers(text) for text in texts} == dict.fromkeys(texts, unit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("person", "personer"), ("hämtning", "hämtningar"), ("brukare", "Brukare"), ("resa", "resor")),
        *(("elev", "elever"), ("ärende", "ärenden"), ("antal besök", "besök"), ("besøk", "antall besøk")),
        *(("bruker", "brukere"), ("henting", "hentinger"), ("visit", "visits"), ("delivery box", "x y")),
        ("minuter per besök", "min/besök"),
        ("inköp per brukare och vecka", "inköp/brukare/vecka"),
    ],
)
def test_words_for_what_is_counted_are_the_same_in_the_plural(one, other):
    assert powers(one) == powers(other)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "?",
            "-",
            "belopp",
            "1 000 kr",
            "kr per 100 km",
            "kr (exkl. moms) i 2026 års priser",
            "per",
        ),
        *(
            "enligt avtal",
            "besök i hemmet",
            "kr per",
            "per besök",
            "/",
            "kr//mil",
            "öre",
            "USD",
            "t",
            "lön",
            "sek",
        ),
        *("månadskostnad", "besök och samtal", "kr eller tkr", "gånger per vecka"),
    ],
)
def test_what_is_not_certain_is_unknown(text):
    assert powers(text) is None


def test_a_user_in_norwegian_is_no_week_and_trade_no_share():
    assert set(powers("bruker")) == {"bruk"}
    assert "share" not in powers("handel")


UNITS = {
    "inkop": "inköp per år",
    "handelser": "händelser",
    "besok": "besök",
    "besok_dag": "besök/dag",
    "inkop_vecka": "inköp per brukare och vecka",
    "brukare": "personer",
    "personer": "personer",
    "andel": "andel",
    "procent": "procent",
    "minuter": "minuter",
    "min_besok": "minuter per besök",
    "timmar": "timmar",
    "lon": "kr/timme",
    "lon_utan": "kr",
    "km": "km",
    "mil": "mil",
    "pris_mil": "kr/mil",
    "liter_mil": "liter/mil",
    "pris_liter": "kr/liter",
    "pris_st": "kr/styck",
    "pris_besok": "kr per besök",
    "antal": "st",
    "tusen": "tkr",
    "manad": "kr/månad",
    "veckor": "veckor",
    "utgift": "kr/år",
    "utan": "",
}


def found(formula):
    def heard(name):
        return unit_of(UNITS[name], unit_words())

    unit, clashes = derived(parse(formula), heard)
    return (None if unit is None else dict(unit.powers)), len(clashes), unit


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("besok * min_besok / 60", {"hour": 1}),
        ("besok_dag * 365", {"besök": 1, "year": -1}),
        ("besok * 52", {"besök": 1}),
        ("besok_dag * 52", None),
        ("manad * 12", {"money": 1, "year": -1}),
        ("12 * manad", {"money": 1, "year": -1}),
        ("mil * pris_mil", {"money": 1}),
        ("km / 10 * pris_mil", {"money": 1}),
        ("km * pris_mil", {"money": 1, "km": 1, "mil": -1}),
        ("mil * liter_mil * pris_liter", {"money": 1}),
        ("procent / 100 * utgift", {"share": 1, "money": 1, "year": -1}),
        ("timmar * lon", {"money": 1}),
        ("-timmar", {"hour": 1}),
        ("min_besok / 60", {"hour": 1, "besök": -1}),
        ("besok / 60", None),
        ("besok * 2", None),
        ("3 * 4", None),
        ("besok * utan", None),
        ("(1 - andel) * utgift", {"share": 1, "money": 1, "year": -1}),
        ("(min_besok - min_besok) * besok", {"minute": 1}),
        ("lon / lon", {}),
    ],
)
def test_a_formula_has_the_unit_that_is_certain(formula, unit):
    assert found(formula)[:2] == (unit, 0)


@pytest.mark.parametrize(
    ("formula", "clashes"),
    [
        *(
            ("timmar + lon", 1),
            ("minuter + timmar", 1),
            ("km + mil", 1),
            ("lon_utan + tusen", 1),
            ("andel + procent", 1),
        ),
        *(("personer + andel", 1), ("manad + utgift", 1), ("(timmar + lon) * (km - minuter)", 2)),
        *(("lon_utan + utgift", 0), ("besok + personer", 0), ("andel + utan", 0), ("besok + 5", 0)),
        *(
            ("lon / lon + andel", 0),
            ("minuter + min_besok", 0),
            ("pris_st + lon_utan", 0),
            ("personer + antal", 0),
        ),
    ],
)
def test_a_sum_of_two_known_measures_that_are_unlike_clashes(formula, clashes):
    assert found(formula)[1] == clashes


@pytest.mark.parametrize(
    ("formula", "wrong"),
    [
        *(
            ("timmar * lon", ""),
            ("utgift", ""),
            ("manad * 12", ""),
            ("antal * pris_st", ""),
            ("antal * lon_utan", ""),
        ),
        *(
            ("besok * pris_besok", ""),
            ("personer * pris_besok", ""),
            ("timmar * lon_utan", ""),
            ("utgift - utgift", ""),
        ),
        *(("timmar", "not-money"), ("lon", "not-money"), ("manad", "not-money"), ("pris_besok", "not-money")),
        *(("pris_besok * andel", "not-money"), ("personer * andel", "not-money"), ("besok", "not-money")),
        *(
            ("tusen", "thousands"),
            ("tusen * antal", "thousands"),
            ("minuter * lon", "mixed"),
            ("km * pris_mil", "mixed"),
        ),
        *(("lon_utan * lon_utan", "not-money"), ("pris_st", "not-money")),
    ],
)
def test_a_yearly_value_is_money(formula, wrong):
    assert wrong_money(found(formula)[2]) == wrong


@pytest.mark.parametrize(
    ("formula", "wrong"),
    [
        *(
            ("timmar", ""),
            ("besok * min_besok / 60", ""),
            ("handelser * minuter / 60", ""),
            ("personer * timmar", ""),
        ),
        *(("besok * min_besok", "minutes"), ("minuter", "minutes"), ("min_besok / 60", "not-hours")),
        *(
            ("personer", "not-hours"),
            ("lon_utan", "not-hours"),
            ("veckor", "not-hours"),
            ("km / 10", "not-hours"),
        ),
        *(("lon_utan * timmar", "not-hours"), ("timmar * timmar", "not-hours")),
    ],
)
def test_hours_are_hours(formula, wrong):
    assert wrong_hours(found(formula)[2]) == wrong


def test_a_unit_is_said_in_the_language_of_the_chain():
    assert [unit_shown("minute", language) for language in ("sv", "nb", "en")] == [
        "minuter",
        "minutter",
        "minutes",
    ]
