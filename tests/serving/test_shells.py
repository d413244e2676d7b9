"""The page that lists the chains: what is said of each."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from nyttokedja.language.texts import texts
from nyttokedja.serving.shells import list_page


def followed(name, counted=None):
    return SimpleNamespace(
        id=name, title=name.upper(), language="en", file=Path(f"{name}.yaml"), counted=counted
    )


def counted(errors=0, warnings=0, problem=""):
    return SimpleNamespace(errors=errors, warnings=warnings, problem=problem)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (counted(errors=1), "1 error"),
        (counted(errors=2), "2 errors"),
        (counted(warnings=1), "1 warning"),
        (counted(errors=2, warnings=1), "2 errors and 1 warning"),
        (counted(errors=2, problem="cannot be read"), "cannot be read"),
    ],
)
def test_a_chain_says_what_was_found_in_it(now, said):
    assert f'class="found">{said}</span>' in list_page([followed("a", now)], language="en")


def test_a_chain_that_is_not_checked_yet_says_nothing():
    assert 'class="found"' not in list_page([followed("a")], language="en")


def test_chains_stand_in_the_order_of_their_files():
    page = list_page([followed("b"), followed("a")], language="en")
    assert page.index("a.yaml") < page.index("b.yaml")


def test_a_chain_with_nothing_found_in_it_is_fine():
    said = texts("en").word("live/serve", "fine")
    assert f'class="found">{said}</span>' in list_page([followed("a", counted())], language="en")
