"""The values of an indicator: words of its scale, or numbers where it has none."""

import pytest

from nyttokedja.checking.check import check

CHAIN = """\
nyttokedja: 1
rubrik: A
effekter:
  e:
    indikatorer:
      i: {{{}}}
"""


def read(said):
    checked = check(CHAIN.format(said).encode())
    indicator = checked.chain.nodes[0].indicators[0]
    return indicator, [(one.code, one.variant) for one in checked.findings if one.code < "NK1"]


@pytest.mark.parametrize("word", ["Bra", "bra", " bra ", "BRA"])
def test_a_word_is_read_as_its_step_and_shown_as_the_scale_has_it(word):
    indicator, faults = read(f"skala: [Dålig, Bra], målvärde: '{word}', mätningar: {{2027: '{word}'}}")
    assert not faults
    for level in (indicator.target, indicator.measurements[0]):
        assert (level.value, level.word, level.shown) == (1, "Bra", "Bra")


@pytest.mark.parametrize("place", ["målvärde: {}", "nollmätning: {{värde: {}}}", "mätningar: {{2027: {}}}"])
def test_what_is_not_on_the_scale_is_left_out_and_said(place):
    indicator, faults = read(f"skala: [Dålig, Bra], {place.format('Medel')}")
    assert faults == [("NK004", "off-scale")]
    assert (indicator.target, indicator.baseline, indicator.measurements) == (None, None, ())
    assert indicator.scale == ("Dålig", "Bra")


@pytest.mark.parametrize("place", ["målvärde: {}", "nollmätning: {{värde: {}}}", "mätningar: {{2027: {}}}"])
def test_a_word_without_a_scale_is_no_number(place):
    assert read(place.format("Medel"))[1] == [("NK004", "number")]


def test_a_typo_is_taken_as_the_word_that_is_meant():
    indicator, faults = read("skala: [Dålig, Ganska bra], målvärde: Ganksa bra")
    assert (indicator.target.word, faults) == ("Ganska bra", [("NK004", "off-scale-meant")])


def test_a_scale_that_had_to_go_makes_no_faults_of_its_words():
    indicator, faults = read("skala: Bra, målvärde: Bra, mätningar: {2027: Bra}")
    assert (len(faults), indicator.target, indicator.measurements) == (1, None, ())


def test_more_faults_than_are_told_are_all_left_out():
    many = ", ".join(f"{year}: Medel" for year in range(1900, 2300))
    indicator, faults = read(f"skala: [Dålig, Bra], mätningar: {{{many}}}")
    assert (indicator.measurements, len(faults), ("NK004", "more") in faults) == ((), 201, True)
