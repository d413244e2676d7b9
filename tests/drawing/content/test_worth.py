"""What a box says that it is worth."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of

CHAIN = """\
nyttokedja: 1
title: T
language: LANG
changes: {c: {leads_to: [b]}}
opportunities: {o: {leads_to: [waiting]}}
benefits:
  b: {category: financial, perspective: own, size: large, value: BENEFIT}
  waiting: {category: financial, perspective: own, value: 640000}
costs:
  k: {category: financial, perspective: own, timing: once, value: 1234}
calculation: {horizon: 3, CURRENCYfactors: {antal: 1000}}
"""


def worths(benefit="1", language="sv", currency=""):
    text = CHAIN.replace("BENEFIT", benefit).replace("CURRENCY", currency).replace("LANG", language)
    return worths_of(check(text.encode()).graph, picture_words(language))


@pytest.mark.parametrize(
    ("benefit", "language", "said"),
    [
        ("antal * 1700", "sv", "1,7 Mkr per år"),
        ("antal * 1700", "nb", "1,7 mill. kr per år"),
        ("antal * 1700", "en", "1.7 million a year"),
        ("{hours: antal * 2}", "sv", "2\u202f000 timmar per år"),
        ("{hours: {before: antal, after: 250}, yearly: hours * 2}", "sv", "1,5 tkr per år"),
        ("0", "sv", "0 kr per år"),
        ("antal * okänd", "sv", None),
        ("antal / 0", "sv", None),
    ],
)
def test_a_box_says_its_yearly_value_or_its_hours(benefit, language, said):
    assert worths(benefit, language).get("b") == said


def test_what_is_not_in_the_sum_says_so():
    assert worths()["waiting"] == "640 tkr per år, inte i summan"


def test_what_is_paid_once_is_no_money_a_year():
    assert worths()["k"] == "1,2 tkr"


def test_money_is_in_the_currency_of_the_calculation():
    assert worths("3000000", currency="currency: EUR, ")["b"] == "3,0 miljoner euro per år"


def test_a_chain_without_values_says_nothing():
    assert worths_of(check(b"nyttokedja: 1\ntitle: T\nbenefits: {b: B}").graph, picture_words("sv")) == {}
