"""What a merge says that neither of its parents' comparisons says alone."""

import pytest

from nyttokedja.comparing.merge_commits import combined
from tests.comparing.sides import compared, told

BASE = "förändringar: {{a: {{ägare: {owner}, leder_till: [{to}]}}}}\nnyttor: {{n: N, m: {title}}}\n"
GOAL = "mål: {g: G}\n"
REWORDED = "mål: {g: {rubrik: G, beskrivning: H}}\n"


def chain(owner="x", to="n", title="M"):
    return BASE.format(owner=owner, to=to, title=title)


def of(one, other, merged):
    """The changes of a merge of two, as short texts."""
    found = combined([compared(one, merged), compared(other, merged)])
    nodes = {
        f"{change.kind.value} {change.node.id} {[field.path[-1] for field in change.fields]}"
        for change in found.nodes
    }
    return nodes | {f"{change.kind.value} {'->'.join(change.ends)}" for change in found.arrows}


@pytest.mark.parametrize(
    ("one", "other", "merged", "said"),
    [
        (chain("y"), chain(title="O"), chain("y", title="O"), set()),
        (chain("y"), chain("z"), chain("w"), {"changed a ['owner']"}),
        (chain("y", title="P"), chain("z"), chain("w"), {"changed a ['owner']"}),
        (chain(), chain(to="m"), chain(to="n, m"), set()),
        (chain(), chain(), chain(to="m"), {"added a->m", "removed a->n"}),
        # a box that only one side has, and that the merge changed
        (chain(), chain() + GOAL, chain() + REWORDED, {"changed g ['text']"}),
        (chain(), chain() + GOAL, chain() + GOAL, set()),
        (chain(), chain(), chain() + GOAL, {"added g []"}),
        (chain() + GOAL, chain() + GOAL, chain(), {"removed g []"}),
    ],
)  # fmt: skip
def test_what_a_merge_brings(one, other, merged, said):
    assert of(one, other, merged) == said
    assert of(other, one, merged) == said


def test_a_consequence_of_both_together():
    base = "förändringar: {{a: {{leder_till: [{}]}}, b: {{leder_till: [{}]}}}}\nnyttor: {{n: N}}\n"
    merged = base.format("", "")
    found = combined([compared(base.format("n", ""), merged), compared(base.format("", "n"), merged)])
    assert told(found) == {("impossible", "n")}
    assert found.arrows == ()


def test_a_consequence_that_one_side_had_already():
    base = "förändringar: {{a: {{leder_till: [{}]}}}}\nnyttor: {{n: N}}\n"
    one, merged = compared(base.format("n"), base.format("")), base.format("")
    assert told(combined([one, compared(merged, merged)])) == set()
    assert combined([one]) is one
