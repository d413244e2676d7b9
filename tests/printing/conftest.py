"""Pictures that are printed, and what is read back from what was made."""

import pytest

from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import check
from nyttokedja.drawing import compose


@pytest.fixture(scope="session")
def picture():
    """Text of a chain → its picture."""
    layout = layout_of()

    def picture(text):
        checked = check(text.encode())
        return compose(checked.chain, checked.graph, checked.findings, layout=layout)

    return picture
