"""Chains written short, as the sides of comparisons."""

from nyttokedja.checking.check import check
from nyttokedja.comparing import compare

HEAD = "nyttokedja: 1\nrubrik: Prov\nskede: plan\n"


def side(text):
    return check((HEAD + text).encode(), "a.yaml")


def compared(before, after):
    return compare(side(before), side(after))


def told(comparison):
    """What the comparison says of goals and benefits, as (effect, id)."""
    return {(one.effect.value, one.node.id) for one in comparison.consequences}
