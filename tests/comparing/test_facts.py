"""What a chain says, as facts that are compared."""

from nyttokedja.checking.check import check
from nyttokedja.comparing import facts
from nyttokedja.comparing.model import Weight
from nyttokedja.model.chain import Chain, NodeType


def test_what_was_looked_for_and_not_found_stands_in_the_order_of_the_types():
    chain = Chain(
        title="A", none=frozenset({NodeType.OBSTACLE, NodeType.DRAWBACK, NodeType.RISK, NodeType.COST})
    )
    assert list(facts.of_chain(chain, {}))[-4:] == [("drawbacks",), ("costs",), ("obstacles",), ("risks",)]


def test_under_a_list_every_other_step_is_the_name_of_an_item():
    assert list(facts.steps(("indicators", "actions", "measurements", "2027", "value"))) == [
        ("indicators", False),
        ("actions", True),
        ("measurements", False),
        ("2027", True),
        ("value", False),
    ]
    assert list(facts.steps(("about", "purpose"))) == [("about", False), ("purpose", False)]


def test_an_arrow_to_another_chain_is_a_fact_of_its_box():
    text = "nyttokedja: 1\nrubrik: A\nförändringar:\n  a: {leder_till: [b%s]}\neffekter: {b: B}\n"
    before, after = (check((text % more).encode()).graph for more in ("", ", {till: x.yaml#y, eftersom: z}"))
    said = facts.of_node(after.nodes["a"], {})
    assert said[("leads_to", "x.yaml#y")] is True
    assert said[("leads_to", "x.yaml#y", "because")] == "z"
    assert not any(path[0] == "leads_to" for path in facts.of_node(before.nodes["a"], {}))
    assert facts.weight_of(("leads_to", "x.yaml#y")) is Weight.REASONING
