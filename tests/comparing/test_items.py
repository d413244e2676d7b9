"""Which indicators, actions and measurements of a box are those that it had, and what is told of them."""

import pytest

from nyttokedja.comparing import Weight
from nyttokedja.comparing.wording import ComparisonWords
from tests.comparing.sides import compared, told

CARE = """\
nyttor:
  tid:
    indikatorer:
      besök: {rubrik: Besök per natt, enhet: st, målvärde: {värde: 40, datum: 2027-12}}
"""
ACTIONS = "förändringar: {f: {åtgärder: [{vad: Utbilda all nattpersonal, vem: Chef, klart: 2027-01}, Öva]}}\n"


def lines(before, after):
    words = ComparisonWords("sv")
    comparison = compared(before, after)
    return [line for change in comparison.nodes for line in words.fields(change.fields, "benefit")]


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_renamed_indicator_keeps_its_numbers_side_by_side():
    after = changed(CARE, ("besök:", "nattbesök:"), ("värde: 40", "värde: 83"), ("2027-12", "2031-12"))
    for one, other in ((CARE, after), (after, CARE)):
        said = [text for _, text in lines(one, other)]
        assert not [text for sign, text in lines(one, other) if sign != "Δ"]
        assert any(" → " in text and "40" in text and "83" in text for text in said)
        assert any("2027-12" in text and "2031-12" in text for text in said)
    assert ("target-lost", "tid") not in told(compared(CARE, after))


def test_of_several_indicators_that_of_the_same_title_and_unit_is_the_same():
    two = CARE + "      kostnad: {rubrik: Kostnad, enhet: kr, målvärde: 9}\n"
    after = changed(two, ("besök:", "x:"), ("värde: 40", "värde: 41"), ("kostnad:", "y:"), ("kr", "tkr"))
    said = {text.split(":")[0]: sign for sign, text in lines(two, after)}
    assert said["indikatorer › ”x” › målvärde › värde"] == "Δ"


def test_what_is_new_or_gone_is_told_with_what_it_says():
    more = CARE + (
        "      ro: {rubrik: Ro, enhet: st, nollmätning: {värde: 3, datum: 2025}, målvärde: 5,"
        " mätningar: {2026-01: 4}}\n"
    )
    for one, other, sign in ((CARE, more, "+"), (more, CARE, "−")):
        ((found, text),) = lines(one, other)
        assert found == sign
        for part in ("Ro", "nollmätning 3, datum 2025", "målvärde 5", "2026-01 4"):
            assert part in text, text


def test_a_reworded_action_is_the_same_one():
    after = changed(ACTIONS, ("Utbilda all nattpersonal", "Utbilda nattpersonalen"), ("2027-01", "2030-01"))
    said = lines(ACTIONS, after)
    assert {sign for sign, _ in said} == {"Δ"}
    assert any("2027-01" in text and "2030-01" in text for _, text in said)
    gone = lines(
        ACTIONS, changed(ACTIONS, ("{vad: Utbilda all nattpersonal, vem: Chef, klart: 2027-01}, ", ""))
    )
    assert "Chef" in gone[0][1]
    assert "2027-01" in gone[0][1]


def test_a_measurement_under_another_day_is_the_same_where_its_value_is():
    before = changed(CARE, ("}}\n", "}, mätningar: {2026-01: 80, 2026-02: 70}}\n"))
    said = lines(before, changed(before, ("2026-02", "2026-03")))
    assert [(sign, "2026-02" in text and "2026-03" in text) for sign, text in said] == [("Δ", True)]
    said = lines(before, changed(before, ("2026-02: 70", "2026-03: 60")))
    assert sorted(sign for sign, _ in said) == ["+", "−"]
    assert "70" in str(said)
    assert "60" in str(said)


@pytest.mark.parametrize(
    ("pairs", "weight"),
    [
        ([("Besök per natt", "Nöjda brukare, procent")], Weight.REASONING),
        ([("Besök per natt", "Antal besök per natt")], Weight.DETAIL),
        ([("Besök per natt", "Besök  per\u00a0natt")], Weight.NONE),
        ([("besök:", "nattbesök:")], Weight.WORDING),
    ],
)
def test_what_is_measured_is_more_than_wording(pairs, weight):
    after = changed(CARE, *pairs)
    assert compared(CARE, after).weight is compared(after, CARE).weight is weight


def test_two_indicators_that_swap_titles_measure_something_else():
    two = CARE + "      dag: {rubrik: Besök per dag, enhet: st}\n"
    after = changed(two, ("per natt", "§"), ("per dag", "per natt"), ("§", "per dag"))
    assert compared(two, after).weight is Weight.REASONING


def test_a_new_box_is_told_with_what_it_says():
    before = "nyttor: {a: A}\n"
    said = dict(
        reversed(line)
        for line in lines(before, before.replace("}", ", b: {rubrik: B, ägare: Chef, när: 2028}}"))
    )
    assert said == {"ägare: Chef": "+", "när: 2028": "+"}
