"""All that a file says of each box, under labels, in the words of its language."""

from nyttokedja.reading.source import read
from nyttokedja.reports.chain_facts import ChainFacts

TEXT = """nyttokedja: 1
rubrik: Larm
nyttor:
  ro:
    rubrik: Ro
    för: boende
    åtgärder: [{vad: Öva, vem: Chef}]
    indikatorer:
      väckningar:
        rubrik: Väckningar
        mätningar: {2027-06-30: 5, 2027-01-31: 8}
      antal_larm: {mål: {värde: 3}}
"""


def facts(language="sv"):
    return ChainFacts(read(TEXT.encode()), language).nodes["ro"]


def test_each_fact_has_its_label_and_value():
    assert ("Berör", "boende") in [(fact.label, fact.value) for fact in facts()]


def test_measurements_stand_by_day_under_their_indicator():
    first, other = (fact for fact in facts() if fact.key == "indicators")
    assert (first.label, first.value) == ("Indikator", "Väckningar")
    measured = [(one.label, one.value) for one in first.facts if one.key == "measurements"]
    assert [value for _, value in measured] == ["8", "5"]
    assert ["2027-01-31" in label for label, _ in measured] == [True, False]
    assert other.value == "Antal larm"


def test_an_item_of_a_list_has_what_it_says_in_it():
    (action,) = (fact for fact in facts() if fact.key == "actions")
    assert (action.value, [(one.value) for one in action.facts]) == ("Öva", ["Chef"])
