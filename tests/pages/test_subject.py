"""What pages know of a chain, in words."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.pages.subject import PageSubject

TEXT = "nyttokedja: 1\nrubrik: x\nnyttor: {n: {rubrik: N, %s}}\neffekter: {e: {rubrik: E, för: alla}}\n"


@pytest.mark.parametrize(
    ("said", "receiver"),
    [
        ("för: boende", "boende"),
        ("perspektiv: egen", "egen organisation"),
        ("perspektiv: egen, för: nattpersonal", "egen organisation"),
        ("ägare: Chef", ""),
    ],
)
def test_whose_a_benefit_is(said, receiver):
    subject = PageSubject(check((TEXT % said).encode()))
    assert receiver.casefold() in subject.receiver(subject.graph.nodes["n"]).casefold()
    assert bool(subject.receiver(subject.graph.nodes["n"])) is bool(receiver)
    assert subject.receiver(subject.graph.nodes["e"]) == ""
