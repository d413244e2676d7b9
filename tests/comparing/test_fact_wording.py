"""The sentences about facts that have changed."""

import pytest

from nyttokedja.comparing.model import FieldChange, Weight
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.language.texts import texts

SV = ComparisonWords("sv")


def fields(*changes, form="benefit", words=SV):
    return list(words.fields(changes, form))


@pytest.mark.parametrize(
    ("path", "before", "after", "sign", "said"),
    [
        (("owner",), None, "Chef", "+", "Chef"),
        (("owner",), "Chef", None, "−", "Chef"),
        (("owner",), "Chef", "Rektor", "Δ", "Rektor"),
        (("category",), "quality", "environment", "Δ", "miljö"),
        (("type",), "effect", "benefit", "Δ", "nytta"),
        (("strength",), None, "direct", "+", "direkt"),
        (("indicators", "i", "target", "value"), 60, 61.5, "Δ", "61,5"),
        (("tags", "x"), None, True, "+", "”x”"),
        (("tags", "x"), True, None, "−", "”x”"),
        (("behaviour",), None, True, "+", "ja"),
        (("met",), True, False, "Δ", "nej"),
    ],
)
def test_a_fact_is_told_with_its_sign_in_the_words_of_the_language(path, before, after, sign, said):
    ((found, sentence),) = fields(FieldChange(path, before, after, Weight.DETAIL))
    assert found == sign
    assert said in sentence


def test_an_item_that_comes_or_goes_is_told_under_its_list():
    ((_, sentence),) = fields(FieldChange(("tags", "x"), before=None, after=True, weight=Weight.WORDING))
    assert sentence == texts("sv").say("comparison/field", "new", what="etiketter", before="", after="”x”")


def test_the_steps_to_a_fact_are_named_and_items_quoted():
    ((_, sentence),) = fields(FieldChange(("actions", "Öva_mer", "who"), "A", "B", Weight.DETAIL))
    assert "åtgärder › ”Öva_mer” › vem" in sentence
    ((_, sentence),) = fields(FieldChange(("size_because",), None, "x", Weight.DETAIL))
    assert "_" not in sentence


@pytest.mark.parametrize("brief", [False, True])
def test_what_an_item_says_that_is_new_stands_with_it_and_not_by_itself(brief):
    head = FieldChange(("indicators", "i"), before=None, after=True, weight=Weight.DETAIL)
    held = FieldChange(("indicators", "i", "target", "value"), None, 60, Weight.DETAIL)
    other = FieldChange(("indicators", "j", "target", "value"), None, 70, Weight.DETAIL)
    (new, *rest) = SV.fields((head, held, other), "benefit", brief=brief)
    assert ("60" in new[1]) is not brief
    assert len(rest) == 1
    assert "70" in rest[0][1]


def test_of_an_item_that_is_new_only_the_head_is_told():
    changes = [
        FieldChange(("actions", "Öva"), before=None, after=True, weight=Weight.DETAIL),
        FieldChange(("actions", "Öva", "who"), None, "Chef", Weight.DETAIL),
        FieldChange(("owner",), None, "Chef", Weight.DETAIL),
    ]
    assert len(fields(*changes)) == 2
    assert len(fields(*changes[1:])) == 2


def test_long_values_are_cut_where_that_is_asked_for():
    change = FieldChange(("text",), None, "x" * 9 + " y", Weight.WORDING)
    assert "xxxxxxxxx y" in fields(change)[0][1]
    assert "xxxxxxxxx y" in fields(change, words=ComparisonWords("sv", 11))[0][1]
    cut = fields(change, words=ComparisonWords("sv", 10))[0][1]
    assert "xxxxxxxxx…" in cut
    assert "y" not in cut.split("x")[-1]


@pytest.mark.parametrize(
    ("form", "said"),
    [("benefit", "frigjorte ressurser"), ("cost", "bundne ressurser"), ("drawback", "bundne ressurser")],
)
def test_what_a_benefit_frees_a_cost_or_a_drawback_binds(form, said):
    change = FieldChange(("category",), "redistribution", "quality", Weight.REASONING)
    assert fields(change, form=form, words=ComparisonWords("nb")) == [("Δ", f"type: {said} → kvalitet")]
