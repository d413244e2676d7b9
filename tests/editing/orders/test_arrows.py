"""Arrows and pointers drawn and taken away."""

import pytest

from nyttokedja.editing import AddItem, CannotEdit, RemoveItem, RemoveNode, Set
from nyttokedja.editing.document import document
from nyttokedja.editing.orders import LinkOrder, UnlinkOrder
from nyttokedja.editing.orders.arrows import removing
from nyttokedja.reading.parsed import Parsed
from tests.editing.orders.carried_out import CHAIN, carried_out, changed, planned


@pytest.mark.parametrize(
    ("order", "field"),
    [
        (LinkOrder("signerar", "trygghet"), "leads_to"),
        (LinkOrder("täckning", "lista"), "hinders"),
        (LinkOrder("avbrott", "lista"), "at"),
        (LinkOrder("avbrott", "lista -> signerar"), "at"),
        (LinkOrder("lista", "finns_inte"), "leads_to"),
        (LinkOrder(" lista ", " trygghet "), "leads_to"),
    ],
)
def test_a_box_points_in_the_way_of_its_type(order, field):
    assert planned(order).edits == (AddItem(order.source.strip(), (field,), order.target.strip()),)


def test_a_precondition_is_needed_and_a_risk_leads_to_drawbacks():
    text = CHAIN + "\nförutsättningar:\n  nät:\n\nnackdelar:\n  väntan:\n"
    assert planned(LinkOrder("nät", "lista"), text).edits == (AddItem("nät", ("needed_for",), "lista"),)
    assert planned(LinkOrder("avbrott", "väntan"), text).edits == (
        AddItem("avbrott", ("leads_to",), "väntan"),
    )


def test_facts_are_said_of_a_new_arrow_or_of_one_that_is_there():
    facts = {"eftersom": "Så är det", "link": "indirekt", "evidence": ""}
    canonical = {"to": "trygghet", "because": "Så är det", "link": "indirect"}
    assert planned(LinkOrder("signerar", "trygghet", facts)).edits == (
        AddItem("signerar", ("leads_to",), canonical),
    )
    there = planned(LinkOrder("trygghet", "mål_1", facts))
    assert there.edits == (
        Set("trygghet", ("leads_to", 0, "because"), "Så är det"),
        Set("trygghet", ("leads_to", 0, "link"), "indirect"),
    )
    after, told = carried_out(LinkOrder("trygghet", "mål_1", facts))
    assert "{till: mål_1, eftersom: Så är det, koppling: indirekt}" in after
    assert told == ["Pilen från ”Trygghet” till ”Trygg vård” är ändrad i k.yaml."]


def test_what_has_been_drawn_and_taken_away_is_said():
    assert carried_out(LinkOrder("signerar", "trygghet"))[1] == [
        "”Sjuksköterskan signerar digitalt” pekar nu på ”Trygghet” i k.yaml."
    ]
    assert carried_out(UnlinkOrder("signerar", "färre_fel"))[1] == [
        "”Sjuksköterskan signerar digitalt” pekar inte längre på ”Färre fel” i k.yaml."
    ]


def test_all_that_points_there_is_taken_away():
    text = CHAIN.replace("leder_till: [mål_1]", "leder_till: [mål_1, lista, mål_1]")
    assert planned(UnlinkOrder("trygghet", "mål_1"), text).edits == (
        RemoveItem("trygghet", ("leads_to",), 2),
        RemoveItem("trygghet", ("leads_to",), 0),
    )
    changed(UnlinkOrder("trygghet", "mål_1"), "[mål_1, lista, mål_1]", "lista", text)
    changed(UnlinkOrder("täckning", "signerar→färre_fel"), "{hindrar: signerar -> färre_fel}", "{}")


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (LinkOrder("signerar", "färre_fel"), "linked"),
        (LinkOrder("finns_inte", "mål_1"), "no-node"),
        (LinkOrder("avbrott", "finns_inte"), "no-node"),
        (LinkOrder("täckning", "lista", {"because": "x"}), "no-arrow"),
        (LinkOrder("lista", "mål_1", {"link": "nära"}), "bad-value"),
        (LinkOrder("lista", "mål_1", {"to": "x"}), "no-key"),
        (LinkOrder("lista", ""), "empty"),
        (LinkOrder(" ", "lista"), "empty"),
        (UnlinkOrder("signerar", "trygghet"), "not-linked"),
        (UnlinkOrder("täckning", "signerar"), "not-linked"),
        (UnlinkOrder("finns_inte", "trygghet"), "no-node"),
    ],
)
def test_what_cannot_be_ordered(order, reason):
    with pytest.raises(CannotEdit) as refused:
        planned(order)
    assert refused.value.reason == reason


def test_the_facts_that_may_be_said_are_named():
    with pytest.raises(CannotEdit, match=r"”till” är ingen uppgift.*: eftersom, underlag, koppling"):
        planned(LinkOrder("lista", "mål_1", {"till": "x"}))


def test_a_box_goes_with_all_that_points_at_it_but_itself():
    text = CHAIN.replace("{leder_till: trygghet}", "{leder_till: [trygghet, färre_fel]}")
    edits, gone = removing(document(Parsed(text.encode())), "färre_fel")
    assert edits == [
        RemoveItem("täckning", ("hinders",), 0),
        RemoveItem("signerar", ("leads_to",), 0),
        RemoveNode("färre_fel"),
    ]
    assert [(pointer.node, whole) for pointer, whole in gone] == [("signerar", False), ("täckning", False)]


@pytest.mark.parametrize(
    ("decided", "edits"),
    [
        ("[mål_1, trygghet]", [RemoveItem("", ("accepted", 0, "at"), 0)]),
        ("[mål_1, mål_1]", [RemoveItem("", ("accepted",), 0)]),
        ("mål_1", [RemoveItem("", ("accepted",), 0)]),
    ],
)
def test_a_decision_goes_once_when_nothing_is_left_that_it_is_about(decided, edits):
    text = CHAIN.replace("[mål_1, trygghet]", decided)
    found, gone = removing(document(Parsed(text.encode())), "mål_1")
    assert found == [*edits, RemoveItem("trygghet", ("leads_to",), 0), RemoveNode("mål_1")]
    assert [whole for pointer, whole in gone if not pointer.node] == [
        "trygghet" not in decided
    ] * decided.count("mål_1")


def test_a_box_is_not_removed_where_pointers_may_be_missing():
    with pytest.raises(CannotEdit) as refused:
        removing(document(Parsed(CHAIN.replace("Trygg vård", "3").encode())), "lista")
    assert refused.value.reason == "not-certain"


def test_a_story_and_the_handover_stay_when_the_box_they_name_goes():
    handover = "överlämning: {till: Chef, följs_upp: [mål_1, trygghet]}\n"
    told = "goda_exempel:\n- {text: Lugnt, vid: mål_1}\n" + handover
    text = CHAIN.replace("[mål_1, trygghet]", "trygghet") + told
    found, gone = removing(document(Parsed(text.encode())), "mål_1")
    assert found == [
        RemoveItem("", ("handover", "followed_up"), 0),
        RemoveItem("", ("success_stories", 0, "at"), 0),
        RemoveItem("trygghet", ("leads_to",), 0),
        RemoveNode("mål_1"),
    ]
    assert not any(whole for _, whole in gone)
