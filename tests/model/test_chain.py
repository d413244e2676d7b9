"""The values of a chain, and which keys of the format name nodes."""

from dataclasses import fields
from datetime import date

import pytest

from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import (
    IN_GRAPH,
    LEADS_TO,
    NAMING,
    POINTER_OF,
    POINTERS,
    SECTIONS,
    Acceptance,
    Chain,
    Node,
    NodeType,
    Stage,
    title_from,
)
from nyttokedja.model.findings import Span
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference

HERE = Span(3, 4)


def node(type=NodeType.EFFECT, id="a", **more):
    return Node(id, type, id.upper(), HERE, **more)


def reference(written):
    *source, target = written.split(" -> ")
    return Reference(target, Span(0, 0), *source)


# -- node types ---------------------------------------------------------------------------------------


def test_each_section_of_the_format_holds_one_type_of_node():
    defs = canonical()["$defs"]
    assert list(SECTIONS.values()) == list(NodeType)
    for section, kind in SECTIONS.items():
        assert section == kind.section
        assert defs[section]["additionalProperties"]["$ref"] == f"#/$defs/{kind.value}"


def test_the_types_of_the_graph_are_those_that_have_arrows_and_may_be_led_to():
    with_arrows = {kind for kind in NodeType if LEADS_TO in canonical()["$defs"][kind.value]["properties"]}
    assert with_arrows == IN_GRAPH | {NodeType.RISK}


# -- keys that name nodes -----------------------------------------------------------------------------


def test_the_pointers_are_the_keys_that_hold_references_by_the_types_that_have_them():
    found = {}
    for kind in NodeType:
        for key, held in canonical()["$defs"][kind.value]["properties"].items():
            if held.get("$ref", "").startswith("#/$defs/reference"):
                found.setdefault(key, set()).add(kind)
    assert found == POINTERS
    assert (LEADS_TO, *POINTERS) == NAMING


def test_the_pointers_are_the_fields_of_a_node_that_hold_references():
    assert [field.name for field in fields(Node) if "Reference" in str(field.type)] == [
        field.name for field in fields(Node) if field.name in POINTERS
    ]
    assert POINTERS.keys() <= {field.name for field in fields(Node)}


def test_every_type_that_points_has_one_key_for_an_arrow_drawn_from_it():
    assert (
        POINTER_OF.keys()
        == frozenset().union(*POINTERS.values()) - {NodeType.COST}
        == frozenset(NodeType) - IN_GRAPH - {NodeType.COST}
    )
    assert all(kind in POINTERS[key] for kind, key in POINTER_OF.items())


def test_the_references_of_a_node_are_those_of_all_pointers_in_their_order():
    pointers = {key: (reference(f"{key}1"), reference(f"x -> {key}2")) for key in POINTERS}
    assert node(**pointers).references == tuple(one for key in POINTERS for one in pointers[key])
    assert node().references == ()


def test_pointers_are_changed_key_by_key():
    one, two, three = map(reference, "abc")
    before = node(hinders=(one, two), at=(three,), owner="x")
    assert before.pointing(lambda held: held[1:]) == node(hinders=(two,), owner="x")
    assert before.pointing(lambda held: held) == before


def test_a_reference_is_written_as_a_file_has_it():
    assert reference("a").written == "a"
    assert reference("a -> b").written == "a -> b"


# -- nodes --------------------------------------------------------------------------------------------


def test_a_behaviour_is_an_effect_with_a_word_of_its_own():
    assert [node().kind, node(behaviour=True).kind] == ["effect", "behaviour"]


@pytest.mark.parametrize(
    ("one", "is_goal"),
    [(node(NodeType.GOAL), True), (node(effect_goal=True), True), (node(), False)],
)
def test_a_goal_is_one_by_its_section_or_by_choice(one, is_goal):
    assert one.is_goal is is_goal


def test_a_key_stands_where_it_is_given_and_else_where_its_holder_does():
    one = node(spans={"owner": Span(7, 9)})
    assert (one.span_of("owner"), one.span_of("text")) == (Span(7, 9), HERE)
    chain = Chain("A", span=HERE, spans={"stage": Span(7, 9)})
    assert (chain.span_of("stage"), chain.span_of("language")) == (Span(7, 9), HERE)


def test_a_title_is_made_of_an_id():
    assert title_from("färre_besök") == "Färre besök"
    assert title_from("IT_stöd") == "IT stöd"


# -- decisions and chains -----------------------------------------------------------------------------


def test_a_decision_is_about_nodes_and_the_tails_of_arrows():
    assert Acceptance("NK101", (reference("a"), reference("b -> c")), HERE).nodes == {"a", "b"}


def test_a_decision_holds_to_the_end_of_its_last_day():
    decision = Acceptance("NK101", (), HERE, until=parse("2027-06"))
    assert decision.holds(None)
    assert decision.holds(date(2027, 6, 30))
    assert not decision.holds(date(2027, 7, 1))
    assert Acceptance("NK101", (), HERE).holds(date(2099, 1, 1))


def test_the_stage_is_analysis_where_none_is_said_and_in_a_reference_analysis():
    assert Chain("A").stage is Stage.ANALYSIS
    assert Chain("A", said_stage=Stage.PLAN).stage is Stage.PLAN
    assert Chain("A", said_stage=Stage.PLAN, reference=True).stage is Stage.ANALYSIS


def test_nodes_are_found_by_type_and_goals_by_what_they_are():
    goal, effect, chosen = node(NodeType.GOAL, "m"), node(), node(NodeType.BENEFIT, "n", effect_goal=True)
    chain = Chain("A", nodes=(chosen, effect, goal))
    assert list(chain.of(NodeType.GOAL, NodeType.EFFECT)) == [effect, goal]
    assert chain.goals == (chosen, goal)
