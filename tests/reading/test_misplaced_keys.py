"""Keys that stand where only ids or texts may."""

import pytest

from nyttokedja.checking.check import check

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"


def found(text):
    checked = check((HEAD + text).encode())
    faults = [(f.variant, f.place.line) for f in checked.findings if f.code == "NK003"]
    return faults, checked.complete


@pytest.mark.parametrize(
    ("text", "variant", "complete"),
    [
        ("effekter:\n  e:\n    rubrik: E\n  leder_till: n\nnyttor: {n: N}\n", "indent", False),
        ("effekter:\n  e:\n    rubrik: E\n  indikatorer:\n    i: I\n", "indent", False),
        ("nyttor:\n  e:\n  rubrik: Ökad trygghet\n", "indent", False),
        ("förändringar:\n  a: {leder_till: e}\n  effekter:\n    e:\n      beteende: ja\n", "dedent", False),
        ("nyttor:\n  m:\n    rubrik:Trygg hemma\n", "no-space", True),
        ("nyttor:\n  m:\n    leder till:målet\n", "no-space", True),
        ("nyttor:\n  m:\n    leder till målet\nmål: {målet: Mål}\n", "no-colon", True),
        ("nyttor:\n  m:\n    rubrik; Trygg hemma\n", "no-colon", True),
        ("nyttor:\n  m:\n    rubrik：Trygg hemma\n", "no-colon", True),
        ("effekter:\n  a: A\n  nyttor:\n", "dedent", False),
        ("effekter:\n  e:\n    rubrik: E\nleder_till: n\n", "loose", True),
    ],
)
def test_a_key_in_the_wrong_place_is_known(text, variant, complete):
    faults, whole = found(text)
    assert [kind for kind, _ in faults] == [variant]
    assert whole is complete


@pytest.mark.parametrize(
    "text",
    [
        "effekter:\n  ägare: Färre fel\n",  # the first box may be called so
        "effekter:\n  e:\n  när: Tidigare\n",  # short words are ids
        "effekter:\n  e: E\n  leder_till: n\n",  # what stands above cannot hold a key
        "nyttor:\n  risker:\n    rubrik: Färre risker\n",
        "nyttor:\n  m: När brukaren själv vill\n",
        "nyttor:\n  m: 'rubrik:Trygg'\n",
        "nyttor:\n  m: Leder teamet bättre\n",
        "mål:\n  m: Leder till färre besök\n",
        "mål:\n  m: Beslutat i nämnden\n",
        "nyttor:\n  m: https://exempel.se\n",
    ],
)
def test_an_id_or_a_title_that_only_looks_like_a_key_is_left_alone(text):
    assert found(text) == ([], True)
