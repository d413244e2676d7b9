"""Boxes added, retitled, moved, renamed and removed: the file afterwards, and what is said."""

import pytest

from nyttokedja.editing import AddItem, AddNode, CannotEdit, MoveNode, RenameId, Set
from nyttokedja.editing.orders import AddOrder, MoveOrder, RemoveOrder, RenameOrder, RetitleOrder
from nyttokedja.model.chain import NodeType
from tests.editing.orders.carried_out import CHAIN, carried_out, changed, planned


def test_a_box_is_added_with_what_it_points_at_and_what_points_at_it():
    order = AddOrder(
        "gevinst", " Frigjord tid ", None, ("färre_fel", "färre_fel"), {"leads_to": ("mål_1", "mål_1")}
    )
    assert planned(order).edits == (
        AddNode(NodeType.BENEFIT, "frigjord_tid", {"leads_to": "mål_1"}),
        AddItem("färre_fel", ("leads_to",), "frigjord_tid"),
    )
    assert carried_out(order)[1] == ["La till nyttan ”Frigjord tid” som ”frigjord_tid” i k.yaml, rad 19."]


@pytest.mark.parametrize(
    ("order", "data"),
    [
        (AddOrder("mål", "Färre fel"), "Färre fel"),  # its id is färre_fel_2
        (AddOrder("goal", "Ny ruta"), None),
        (AddOrder("goal", "Ny ruta", "x"), "Ny ruta"),
        (AddOrder("behaviour", "Ny ruta"), {"behaviour": True}),
        (AddOrder("risk", "Ny", "x", (), {"vid": ("a -> b",)}), {"title": "Ny", "at": "a -> b"}),
        (AddOrder("risk", "Ny", "x", (), {"leads_to": (), "at": ("a",)}), {"title": "Ny", "at": "a"}),
        (
            AddOrder("risk", "Ny", "x", (), {"at": (" a ", "b"), "leads_to": ("c",)}),
            {"title": "Ny", "at": ["a", "b"], "leads_to": "c"},
        ),
    ],
)
def test_a_new_box_holds_no_more_than_it_must_in_the_order_given(order, data):
    (edit,) = planned(order).edits
    assert edit.data == data
    assert not isinstance(data, dict) or list(edit.data) == list(data)


def test_a_risk_that_points_at_a_new_drawback_leads_to_it():
    plan = planned(AddOrder("konsekvenskostnad", "Väntan", sources=("avbrott",)))
    assert plan.edits[1] == AddItem("avbrott", ("leads_to",), "väntan")


@pytest.mark.parametrize(
    ("order", "old", "new"),
    [
        (RetitleOrder("mål_1", "Säker vård"), "mål_1: Trygg vård", "mål_1: Säker vård"),
        (RetitleOrder("signerar", " Hon signerar "), "Sjuksköterskan signerar digitalt", "Hon signerar"),
        (RetitleOrder("färre_fel", "Fel: få"), "{leder_till: trygg", '{rubrik: "Fel: få", leder_till: trygg'),
        (RetitleOrder("", "Listan"), "rubrik: Digital lista", "rubrik: Listan"),
    ],
)
def test_a_box_is_retitled_and_keeps_its_id(order, old, new):
    changed(order, old, new)


def test_a_box_that_is_only_its_id_gets_a_title():
    changed(RetitleOrder("m", "Ny"), "  m:\n", "  m: Ny\n", "nyttokedja: 1\nrubrik: T\nmål:\n  m:\n")
    assert carried_out(RetitleOrder("mål_1", "Ny"))[1] == ["”Ny” har nu rubrik: ”Ny” i k.yaml."]
    assert carried_out(RetitleOrder("", "Ny"))[1] == ["Kedjan har nu rubrik: ”Ny” i k.yaml."]


@pytest.mark.parametrize(
    "order",
    [
        RetitleOrder("mål_1", "Trygg vård"),
        RetitleOrder("signerar", "Sjuksköterskan signerar digitalt"),
        RetitleOrder("färre_fel", "Färre fel"),
        RetitleOrder("", "Digital lista"),
    ],
)
def test_a_title_that_a_box_has_already_is_no_edit(order):
    assert planned(order).edits == ()


def test_a_title_that_is_empty_is_the_one_from_the_id():
    text = "nyttokedja: 1\nrubrik: T\nmål:\n  m:\n    rubrik:\n    ägare: A\n"
    assert planned(RetitleOrder("m", "M"), text).edits == ()
    changed(RetitleOrder("m", "Ny"), "rubrik:\n", "rubrik: Ny\n", text)


def test_a_box_is_moved():
    order = MoveOrder("färre_fel", "nyttor")
    assert planned(order).edits == (MoveNode("färre_fel", NodeType.BENEFIT),)
    assert carried_out(order)[1] == ["”Färre fel” är nu en nytta i k.yaml, rad 18."]
    behaviour = planned(MoveOrder("lista", "beteende")).edits
    assert behaviour == (MoveNode("lista", NodeType.EFFECT), Set("lista", ("behaviour",), value=True))


def test_a_box_is_renamed_and_the_places_are_counted():
    plan = planned(RenameOrder("signerar", "signerat"))
    assert plan.edits == (RenameId("signerar", "signerat"),)
    assert plan.renamed == {"signerar": "signerat"}
    after, told = carried_out(RenameOrder("signerar", "signerat"))
    assert after == CHAIN.replace("signerar:", "signerat:").replace(
        "{leder_till: signerar", "{leder_till: signerat"
    ).replace("hindrar: signerar", "hindrar: signerat").replace("vid: signerar", "vid: signerat")
    assert told == ["”signerar” heter nu ”signerat” i k.yaml, på 4 ställen."]


def test_new_words_after_a_renaming_are_said():
    assert carried_out(RenameOrder("avbrott", "stopp"))[1] == [
        "”avbrott” heter nu ”stopp” i k.yaml.",
        "Rutan har ingen egen rubrik, så i bilden står det nu ”Stopp” i stället för ”Avbrott”.",
    ]


def test_a_box_is_removed_with_what_points_at_it():
    after, told = carried_out(RemoveOrder("signerar"))
    assert "signerar" not in after
    assert told == [
        "Tog bort effekten ”Sjuksköterskan signerar digitalt” ur k.yaml.",
        "De här 3 pekade dit och togs också bort:",
        "  rad 5: ”leder_till” vid ”Lista”",
        "  rad 24: ”hindrar” vid ”Täckning”",
        "  rad 27: ”vid” vid ”Avbrott”",
    ]
    assert carried_out(RemoveOrder("avbrott"))[1] == ["Tog bort risken ”Avbrott” ur k.yaml."]


def test_a_decision_goes_with_the_last_box_that_it_is_about():
    assert "  rad 30: ”gäller” i ett undantag, som i övrigt står kvar" in carried_out(RemoveOrder("mål_1"))[1]
    alone = CHAIN.replace("[mål_1, trygghet]", "mål_1")
    after, told = carried_out(RemoveOrder("mål_1"), alone)
    assert "  rad 30: ett undantag, som togs bort helt" in told
    assert "undantag" not in after


def test_a_story_and_the_handover_stay_without_the_box_that_they_named():
    told = "goda_exempel:\n- {text: Lugnt, vid: avbrott}\növerlämning: {till: Chef, följs_upp: avbrott}\n"
    after, said = carried_out(RemoveOrder("avbrott"), CHAIN + told)
    assert after.endswith("goda_exempel:\n- {text: Lugnt}\növerlämning: {till: Chef}\n")
    last = CHAIN.count("\n")
    assert said[-2:] == [
        f"  rad {last + 2}: ”vid” i ett gott exempel, som i övrigt står kvar",
        f"  rad {last + 3}: ”följs_upp” i överlämningen, som i övrigt står kvar",
    ]


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (AddOrder("goal", " "), "empty"),
        (AddOrder("goal", "x", " "), "empty"),
        (AddOrder("goal", "x", sources=("",)), "empty"),
        (AddOrder("goal", "x", sources=("y",)), "no-node"),
        (AddOrder("sak", "x"), "no-type"),
        (AddOrder("risk", "x", pointers={"owner": ("a",)}), "no-key"),
        (AddOrder("risk", "x", pointers={"actions.1.who": ("a",)}), "no-key"),
        (AddOrder("risk", "x", pointers={"vidd": ("a",)}), "no-key-but"),
        (RetitleOrder("mål_1", " "), "empty"),
        (RetitleOrder("mål_11", "x"), "no-node-but"),
        (MoveOrder("mål_1", "sak"), "no-type"),
        (MoveOrder("", "mål"), "empty"),
        (RenameOrder("mål_1", " "), "empty"),
        (RenameOrder("", "x"), "empty"),
        (RemoveOrder("x"), "no-node"),
    ],
)
def test_what_cannot_be_ordered(order, reason):
    with pytest.raises(CannotEdit) as refused:
        planned(order)
    assert refused.value.reason == reason


def test_the_pointers_that_a_type_may_have_are_named():
    with pytest.raises(CannotEdit, match=r"”ägare” är ingen uppgift.*: vid, hindrar, leder_till"):
        planned(AddOrder("risk", "x", pointers={"ägare": ("a",)}))
