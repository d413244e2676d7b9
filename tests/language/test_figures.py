"""How numbers and money are read."""

import random
from decimal import Decimal

import pytest

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.figures import MINUS, THIN, Figures
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts

SV = Figures("sv", "SEK")


def plain(text):
    return text.replace(THIN, "~").replace(MINUS, "-")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0", "0 kr"),
        ("-0.2", "0 kr"),
        ("480", "480 kr"),
        ("999.5", "1,0 tkr"),
        ("9540", "9,5 tkr"),
        ("9999", "10 tkr"),
        ("35734.05", "36 tkr"),
        ("640000", "640 tkr"),
        ("999600", "1,0 Mkr"),
        ("1736465.32", "1,7 Mkr"),
        ("-1087219.89", "-1,1 Mkr"),
        ("99949999", "99,9 Mkr"),
        ("99950000", "100 Mkr"),
        ("640400000", "640 Mkr"),
        ("2000000000", "2,0 mdkr"),
        ("1234567890123456", "1~234~568 mdkr"),
    ],
)
def test_money_is_said_as_people_say_it(value, said):
    assert plain(SV.money(Decimal(value))) == said


@pytest.mark.parametrize(
    ("language", "currency", "said"),
    [
        ("sv", "SEK", "-1,7 Mkr"),
        ("sv", "NOK", "-1,7 miljoner NOK"),
        ("sv", "EUR", "-1,7 miljoner euro"),
        ("nb", "NOK", "-1,7 mill. kr"),
        ("nb", "SEK", "-1,7 mill. SEK"),
        ("en", "SEK", "SEK -1.7 million"),
        ("en", "", "-1.7 million"),
    ],
)
def test_money_is_said_in_its_currency_and_the_language(language, currency, said):
    assert plain(Figures(language, currency).money(Decimal(-1736465))) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("currency", ["SEK", "NOK", "EUR", ""])
def test_every_language_has_a_unit_for_every_size(language, currency):
    figures = Figures(language, currency)
    said = [figures.money(Decimal(10) ** n) for n in range(16)]
    assert len(set(said)) == len(said)
    assert all(figures.scale([Decimal(10) ** n]).unit for n in range(16))


def test_numbers_have_their_own_decimals_and_no_more():
    assert plain(SV.exact(Decimal("1E+4"))) == "10~000"
    assert SV.exact(Decimal("0.70")) == "0,7"
    assert SV.exact(Decimal("12.50")) == "12,5"
    assert plain(Figures("en").exact(Decimal("-1234567.891"))) == "-1~234~567.891"
    assert SV.about(Decimal("48.0798")) == "48,1"
    assert SV.about(Decimal("0.642353")) == "0,642"
    assert plain(SV.about(Decimal("39890.4"))) == "39~890"
    assert SV.about(0.0) == "0"
    assert (SV.share(Decimal("0.96853")), SV.rate(Decimal("0.035"))) == ("97 %", "3,5 %")
    assert Figures("en").share(0.5, 1) == "50.0%"


def test_a_table_is_in_one_unit_and_knows_when_it_does_not_add_up():
    values = [Decimal("202382.54"), Decimal("392975.81")]
    scale = SV.scale([*values, sum(values)])
    assert scale.unit == "tkr"
    assert plain(SV.in_scale(Decimal("1736465.32"), scale)) == "1~736"
    assert scale.adds_up(sum(values), values)
    assert not scale.adds_up(Decimal(1000), [Decimal(499), Decimal(501), Decimal(0), Decimal(600)])
    assert not scale.adds_up(Decimal(1200), [Decimal(400)] * 3)
    assert SV.scale([Decimal(99_999)]).unit == "kr"
    assert SV.scale([Decimal(-2_000_000_000)]).unit == "Mkr"
    assert SV.scale([]).unit == "kr"


def test_no_number_is_changed_by_a_sentence_or_by_what_makes_a_terminal_safe():
    number = SV.whole(Decimal(-1736465))
    assert number == f"{MINUS}1{THIN}736{THIN}465 kr"
    filled = texts("sv").fill("{n} {n:bare} {title}", {"n": number, "title": "x"}, "sv")
    assert clean(filled) == f"{number} {number} ”x”"


def test_any_number_reads_back_as_what_it_was_rounded_to():
    chance = random.Random(7)
    for _ in range(500):
        value = Decimal(chance.randint(-(10**17), 10**17)).scaleb(-chance.randint(0, 8))
        read = SV.number(value, 2).replace(THIN, "").replace(MINUS, "-").replace(",", ".")
        assert Decimal(read) == round(value, 2)


@pytest.mark.parametrize(
    ("decimals", "said"), [(0, "1~736~465 kr"), (1, "1~736~465,3 kr"), (2, "1~736~465,32 kr")]
)
def test_money_in_the_undivided_unit_keeps_every_krona(decimals, said):
    assert plain(SV.whole(Decimal("1736465.32"), decimals)) == said


def test_money_in_the_undivided_unit_has_no_decimals_unless_asked():
    assert plain(SV.whole(Decimal("1736465.32"))) == "1~736~465 kr"


@pytest.mark.parametrize(
    ("values", "unit", "decimals"),
    [
        ([99_999], "kr", 0),
        ([100_000], "tkr", 0),
        ([999_999_999], "tkr", 0),
        ([1_000_000_000], "Mkr", 1),
        ([100_000, 0], "tkr", 0),
        ([100_000, 1_000], "tkr", 0),
        ([100_000, -999], "kr", 0),
        ([99_999_999, 999], "kr", 0),
        ([100_000_000, 999], "tkr", 0),
    ],
)
def test_a_table_is_in_a_coarse_unit_where_nothing_becomes_0_in_it(values, unit, decimals):
    scale = SV.scale([Decimal(value) for value in values])
    assert (scale.unit, scale.decimals) == (unit, decimals)
