"""What a chain says, as facts that are compared."""

from nyttokedja.comparing import facts
from nyttokedja.model.chain import Chain, NodeType


def test_what_was_looked_for_and_not_found_stands_in_the_order_of_the_types():
    chain = Chain(
        title="A", none=frozenset({NodeType.OBSTACLE, NodeType.DRAWBACK, NodeType.RISK, NodeType.COST})
    )
    assert list(facts.of_chain(chain, {}))[-4:] == [("drawbacks",), ("costs",), ("obstacles",), ("risks",)]
