"""The formats of pictures: each gives a picture for each chain, in their order."""

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check

CHAIN = "nyttokedja: 1\nrubrik: {}\nskede: utkast\nnyttor: {{b: B}}\n"


@pytest.mark.parametrize(("format", "start"), [("svg", "<svg"), ("dot", "digraph")])
def test_a_picture_for_each_chain_in_their_order(format, start):
    results = [check(CHAIN.format(title).encode()) for title in ("Ett", "Två")]
    drawn = FORMATS[format](results, "auto")
    assert [one.lstrip().startswith(start) for one in drawn] == [True, True]
    assert ["Ett" in drawn[0], "Två" in drawn[1]] == [True, True]


def test_every_format_is_tried_here():
    assert list(FORMATS) == ["svg", "dot"]
