import pytest

from nyttokedja.model.spelling import fold, fold_letters, nearest

KNOWN = ["färre_besök", "frigjord_tid", "ökad_trygghet", "tar_själv"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("frigjord_tdi", "frigjord_tid"),
        ("Frigjord tid", "frigjord_tid"),
        ("farre_besok", "färre_besök"),
        ("ökad_tryghet", "ökad_trygghet"),
        ("helt_annat", None),
        ("", None),
        ("tar", None),
    ],
)
def test_the_near_name_is_the_one_that_was_meant(name, meant):
    assert nearest(name, KNOWN) == meant


def test_of_two_names_as_near_none_was_meant():
    assert nearest("besök_c", ["besök_a", "besök_b"]) is None


def test_letters_and_words_are_folded():
    assert fold_letters("förändringar_på_ön") == "forandringar_pa_on"
    assert fold_letters("overgang ære Ærø".lower()) == "overgang are aro"
    assert fold("Färre  besök – nu!") == "farrebesoknu"
