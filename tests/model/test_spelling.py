import pytest

from nyttokedja.model.spelling import fold, fold_letters, nearest, nearest_box

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


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("onyttor", "nyttor"),
        ("uønsket", "ønsket"),
        ("nyttor", "onyttor"),
        ("ohinder", "hinder"),
        ("icke_mål", "mål"),
    ],
)
def test_the_opposite_of_a_word_is_no_typo_of_it(written, known):
    assert nearest(written, [known, "annat_ord"]) is None


@pytest.mark.parametrize(
    ("written", "known"), [("nytto", "nytta"), ("xnyttor", "nyttor"), ("ökaad_tid", "ökad_tid")]
)
def test_another_letter_in_or_before_a_word_is_one(written, known):
    assert nearest(written, [known]) == known


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nyckelhämtning", "färre_nyckelhämtningar"),
        ("Nyckel hämtningar", "färre_nyckelhämtningar"),
        ("tryggt hemma", "hemma"),
        ("hemma", "hemma"),
        ("Lägre kostand för nycklar", "kostnad"),
        ("ner", None),
        ("", None),
        ("det som ingen har sagt", None),
    ],
)
def test_the_box_that_a_name_may_mean_is_named_by_its_id(written, meant):
    titles = {
        "färre_nyckelhämtningar": "Färre nyckelhämtningar",
        "kostnad": "Lägre kostnad för nycklar",
        "hemma": "Bo tryggt hemma längre",
        "minner": "Minner",
    }
    assert nearest_box(written, titles) == meant
