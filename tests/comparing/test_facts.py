"""What a chain says, as facts that are compared."""

from nyttokedja.comparing import facts
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
