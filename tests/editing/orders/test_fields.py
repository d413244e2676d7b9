"""Fields set and unset, and findings accepted."""

import pytest

from nyttokedja.editing import AddItem, CannotEdit, RemoveItem, Set, Unset
from nyttokedja.editing.orders import AcceptOrder, SetOrder, UnsetOrder
from nyttokedja.editing.orders.fields import rule_named
from tests.editing.orders.carried_out import carried_out, planned


@pytest.mark.parametrize(
    ("order", "edit"),
    [
        (SetOrder("signerar", "beteende", "ja"), Set("signerar", ("behaviour",), value=True)),
        (SetOrder(" trygghet ", "Owner", " Chef "), Set("trygghet", ("owner",), "Chef")),
        (SetOrder("", "skede", "plan"), Set("", ("stage",), "plan")),
        (
            SetOrder("trygghet", "indikatorer.fel.målvärde", "2,5"),
            Set("trygghet", ("indicators", "fel", "target"), 2.5),
        ),
        (SetOrder("trygghet", "åtgärder.1.vem", "A"), Set("trygghet", ("actions", 0, "who"), "A")),
        (
            SetOrder("trygghet", "indikatorer.fel", "Fel"),
            Set("trygghet", ("indicators", "fel", "title"), "Fel"),
        ),
        (UnsetOrder("trygghet", "åtgärder.1"), RemoveItem("trygghet", ("actions",), 0)),
        (UnsetOrder("trygghet", "leder_till"), Unset("trygghet", ("leads_to",))),
        (UnsetOrder("", "hinder"), Unset("", ("obstacles",))),
    ],
)
def test_the_edit_of_an_order(order, edit):
    assert planned(order).edits == (edit,)


def test_several_facts_are_lost_only_when_that_is_said():
    with pytest.raises(CannotEdit, match="fler uppgifter"):
        planned(SetOrder("", "hinder", "inga"))
    assert planned(SetOrder("", "hinder", "inga", replace=True)).edits == (Set("", ("obstacles",), "none"),)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (SetOrder("trygghet", "owner", "A"), "”Trygghet” har nu ägare: ”A” i k.yaml."),
        (SetOrder("", "stage", " plan "), "Kedjan har nu skede: ”plan” i k.yaml."),
        (UnsetOrder("trygghet", "actions.1"), "”Trygghet” har inte längre åtgärder.1 i k.yaml."),
        (UnsetOrder("", "risks"), "Kedjan har inte längre risker i k.yaml."),
    ],
)
def test_what_is_said_is_in_the_words_of_the_file(order, told):
    assert carried_out(order)[1] == [told]


def test_a_decision_is_written_down():
    order = AcceptOrder("missing-description", " trygghet ", " Räcker ", " Chef ", " 2028-12-31 ")
    decision = {"rule": "NK304", "at": "trygghet", "why": "Räcker", "decided_by": "Chef"}
    assert planned(order).edits == (AddItem("", ("accepted",), {**decision, "until": "2028-12-31"}),)
    forever = AcceptOrder("nk304", "trygghet", "Räcker", "Chef")
    assert planned(forever).edits == (AddItem("", ("accepted",), decision),)
    assert carried_out(order)[1] == ["Beslutet att godta NK304 vid ”Trygghet” står nu i k.yaml."]
    arrow = AcceptOrder("NK304", "trygghet -> mål_1", "x", "Chef")
    assert carried_out(arrow)[1] == ["Beslutet att godta NK304 vid ”Trygghet” står nu i k.yaml."]


def test_a_rule_is_named_by_code_or_name_in_any_case():
    assert [rule_named(name).code for name in ("NK501", "nk501", "Missing-Indicator")] == ["NK501"] * 3
    assert rule_named("NK999") is None


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (SetOrder("trygghet", "ägare", " "), "empty"),
        (SetOrder(" ", "ägare", "A"), "empty"),
        (SetOrder("trygghet", "", "A"), "no-key"),
        (SetOrder("finns_inte", "ägare", "A"), "no-node"),
        (UnsetOrder("trygghet", "ägarre"), "no-key-but"),
        (AcceptOrder("NK999", "trygghet", "x", "Chef"), "no-rule"),
        (AcceptOrder("NK101", "trygghet", "x", "Chef"), "not-acceptable"),
        (AcceptOrder("NK501", " ", "x", "Chef"), "empty"),
        (AcceptOrder("NK501", "trygghet", " ", "Chef"), "empty"),
        (AcceptOrder("NK501", "trygghet", "x", ""), "empty"),
        (AcceptOrder("NK501", "trygghet", "x", "Chef", "snart"), "not-a-date"),
        (AcceptOrder("NK501", "trygghet", "x", "Chef", ""), "not-a-date"),
    ],
)
def test_what_cannot_be_ordered(order, reason):
    with pytest.raises(CannotEdit) as refused:
        planned(order)
    assert refused.value.reason == reason


def test_why_a_decision_is_refused_is_said():
    with pytest.raises(CannotEdit, match="NK101 kan inte godtas: det som regeln hittar är trasigt"):
        planned(AcceptOrder("nk101", "trygghet", "x", "Chef"))
    with pytest.raises(CannotEdit, match="Det finns ingen regel som heter ”NK999”"):
        planned(AcceptOrder("NK999", "trygghet", "x", "Chef"))
